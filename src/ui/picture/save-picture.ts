import Taro from '@tarojs/taro'
import { type Refusal, refusalOf } from '../wechat.refusal'
import { type Brush, paint, type Picture } from './picture.strokes'

/** Of the canvas that the page keeps ready inside WeChat. */
export const CANVAS_ID = 'picture-canvas'

const SCALE = 2

/** Of a browser and of WeChat alike; WeChat's knows no `addEventListener`. */
interface Loading {
  readonly width: number
  readonly height: number
}

interface SheetBrush extends Brush {
  drawImage(image: never, ...place: number[]): void
}

interface Sheet {
  width: number
  height: number
  getContext(kind: '2d'): SheetBrush | null
  /** Inside WeChat alone; a browser has them everywhere. */
  createImage?(): Loading
}

/** A picture within the picture, in px of the outer one. */
export interface Inlay {
  readonly src: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The part of it that is shown, as shares from 0 to 1; all of it when left out. */
  readonly crop?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** The picture is whole without it. */
  readonly optional?: true
}

/** Saved in the album, handed to the browser's downloads, shown to be kept by a long press, or not at all. */
export type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'shown'; readonly url: string }
  | { readonly kind: Refusal }

/** Draws on this phone and keeps the picture there. It never rejects. */
export const savePicture = async (picture: Picture, name: string, inlays: readonly Inlay[] = []): Promise<Outcome> => {
  try {
    return process.env.TARO_ENV === 'weapp' ? await toAlbum(picture, inlays) : await toDownloads(picture, name, inlays)
  } catch (cause) {
    return { kind: refusalOf(cause) }
  }
}

/** The picture as an address, to be looked at before it is kept. @throws where it cannot be drawn. */
export const drawPicture = async (picture: Picture, inlays: readonly Inlay[] = []): Promise<string> => {
  if (process.env.TARO_ENV === 'weapp') return drawnFile(picture, inlays)
  const canvas = document.createElement('canvas')
  await drawOn(canvas, picture, inlays)
  return canvas.toDataURL('image/png')
}

const loaded = (sheet: Sheet, src: string): Promise<Loading> =>
  new Promise((resolve, reject) => {
    const image: Loading = sheet.createImage?.() ?? new Image()
    Object.assign(image, {
      onload: () => resolve(image),
      onerror: () => reject(new Error('an inlay did not come')),
      // Without it a browser hands nothing out of the canvas any more.
      ...(/^https?:/.test(src) ? { crossOrigin: 'anonymous' } : {}),
      src,
    })
  })

const WHOLE = { x: 0, y: 0, width: 1, height: 1 }

const place = async (sheet: Sheet, brush: SheetBrush, { src, optional, crop = WHOLE, ...at }: Inlay) => {
  const image = await loaded(sheet, src).catch((cause: unknown) => {
    if (optional) return null
    throw cause
  })
  if (!image) return
  const cut = [crop.x * image.width, crop.y * image.height, crop.width * image.width, crop.height * image.height]
  brush.drawImage(image as never, ...cut, ...[at.x, at.y, at.width, at.height].map((length) => length * SCALE))
}

const drawOn = async (sheet: Sheet, picture: Picture, inlays: readonly Inlay[]) => {
  sheet.width = picture.width * SCALE
  sheet.height = picture.height * SCALE
  const brush = sheet.getContext('2d')
  if (!brush) throw new Error('no canvas to draw on')
  paint(brush, picture, SCALE)
  for (const inlay of inlays) await place(sheet, brush, inlay)
}

const canvasOfPage = () =>
  new Promise<Sheet>((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .fields({ node: true })
      .exec((found: ({ node?: Sheet } | null)[]) => {
        const node = found[0]?.node
        if (node) resolve(node)
        else reject(new Error('no canvas on the page'))
      })
  })

const drawnFile = async (picture: Picture, inlays: readonly Inlay[]): Promise<string> => {
  const canvas = await canvasOfPage()
  await drawOn(canvas, picture, inlays)
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' })
  return tempFilePath
}

const toAlbum = async (picture: Picture, inlays: readonly Inlay[]): Promise<Outcome> => {
  const tempFilePath = await drawnFile(picture, inlays)
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return { kind: 'saved' }
  } finally {
    // It holds what is for the album alone, a receipt's query code among it.
    Taro.getFileSystemManager().unlink({ filePath: tempFilePath, fail: () => undefined })
  }
}

/** WeChat's own browser downloads nothing; there a picture is kept by a long press. */
const downloads = () => !/MicroMessenger/i.test(navigator.userAgent)

const toDownloads = async (picture: Picture, name: string, inlays: readonly Inlay[]): Promise<Outcome> => {
  const canvas = document.createElement('canvas')
  await drawOn(canvas, picture, inlays)
  if (!downloads()) return { kind: 'shown', url: canvas.toDataURL('image/png') }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (!blob) throw new Error('no picture was made')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${name}.png`
  link.click()
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return { kind: 'downloaded' }
}
