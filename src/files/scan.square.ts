// The mini-program is what scans: its download goes without the drawing.
const loadDrawing = () => (process.env.TARO_ENV === 'h5' ? import('qrcode') : Promise.reject(new Error('not here')))

/** A text as a square for a phone to scan, as the address of a picture. Browsers only. */
export const drawnSquare = async (text: string): Promise<string> => {
  const { toString } = await loadDrawing()
  // Its own size is for whoever draws it on a canvas; on a page it takes its place's.
  const square = await toString(text, { type: 'svg', margin: 2, width: 360 })
  return `data:image/svg+xml;utf8,${encodeURIComponent(square)}`
}
