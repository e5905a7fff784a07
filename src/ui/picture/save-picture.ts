import Taro from '@tarojs/taro'
import { type Refusal, refusalOf } from '../wechat.refusal'
import { type Brush, paint, type Picture } from './picture.strokes'

/** Of the canvas that the page keeps ready inside WeChat. */
export const CANVAS_ID = 'picture-canvas'

const SCALE = 2

interface Sheet {
  width: number
  height: number
  getContext(kind: '2d'): Brush | null
}

/** Saved in the album, handed to the browser's downloads, shown to be kept by a long press, or not at all. */
export type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'shown'; readonly url: string }
  | { readonly kind: Refusal }

/** Draws on this phone and keeps the picture there. It never rejects. */
export const savePicture = async (picture: Picture, name: string): Promise<Outcome> => {
  try {
    return process.env.TARO_ENV === 'weapp' ? await toAlbum(picture) : await toDownloads(picture, name)
  } catch (cause) {
    return { kind: refusalOf(cause) }
  }
}

const drawOn = (sheet: Sheet, picture: Picture) => {
  sheet.width = picture.width * SCALE
  sheet.height = picture.height * SCALE
  const brush = sheet.getContext('2d')
  if (!brush) throw new Error('no canvas to draw on')
  paint(brush, picture, SCALE)
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

const toAlbum = async (picture: Picture): Promise<Outcome> => {
  const canvas = await canvasOfPage()
  drawOn(canvas, picture)
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' })
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

const toDownloads = async (picture: Picture, name: string): Promise<Outcome> => {
  const canvas = document.createElement('canvas')
  drawOn(canvas, picture)
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
