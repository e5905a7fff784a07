import Taro from '@tarojs/taro'
import { shrink, sizeWithin } from './photo.sizes'

export interface Picked {
  /** JPEG in base64, made small. */
  readonly photos: readonly string[]
  /** How many could not be opened or made small enough. */
  readonly unreadable: number
}

/** Lets the person take or choose photos, `most` of them. Rejects as WeChat does when it was closed or refused. */
export const pickPhotos = (most: number): Promise<Picked> =>
  process.env.TARO_ENV === 'weapp' ? fromWechat(most) : fromBrowser(most)

/** One that does not open is no reason to lose the others. */
const shrinkAll = async <T>(
  sources: readonly T[],
  shrinkOne: (source: T) => Promise<string | null>,
): Promise<Picked> => {
  const photos: string[] = []
  for (const source of sources) {
    try {
      const picture = await shrinkOne(source)
      if (picture !== null) photos.push(picture)
    } catch {
      // Counted below: HEIC in a browser that does not know it, or no picture at all.
    }
  }
  return { photos, unreadable: sources.length - photos.length }
}

const fromWechat = async (most: number): Promise<Picked> => {
  const { tempFiles } = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sourceType: ['album', 'camera'],
    sizeType: ['compressed'],
  })
  return shrinkAll(tempFiles.slice(0, most), async ({ tempFilePath }) => {
    const original = await Taro.getImageInfo({ src: tempFilePath })
    const files = Taro.getFileSystemManager()
    return shrink(async ({ pixels, quality }) => {
      const smaller = await Taro.compressImage({
        src: tempFilePath,
        quality: Math.round(quality * 100),
        compressedWidth: sizeWithin(original, pixels).width,
      })
      return String(files.readFileSync(smaller.tempFilePath, 'base64'))
    })
  })
}

const fromBrowser = async (most: number): Promise<Picked> => {
  const files = await filesChosen()
  return shrinkAll(files.slice(0, most), shrinkInBrowser)
}

/** Where the browser says nothing about a closed dialog, this waits and is forgotten. */
const filesChosen = () =>
  new Promise<File[]>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = true
    input.hidden = true
    const finish = () => {
      input.remove()
      resolve(Array.from(input.files ?? []))
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    // Safari opens no dialog for an input that is not in the page.
    document.body.append(input)
    input.click()
  })

const shrinkInBrowser = async (file: File): Promise<string | null> => {
  const url = URL.createObjectURL(file)
  try {
    const image = await imageAt(url)
    const canvas = document.createElement('canvas')
    return await shrink(async ({ pixels, quality }) => {
      const { width, height } = sizeWithin({ width: image.naturalWidth, height: image.naturalHeight }, pixels)
      canvas.width = width
      canvas.height = height
      const brush = canvas.getContext('2d')
      if (!brush) throw new Error('no canvas to draw on')
      // JPEG knows no transparency: what is clear in a PNG would turn black.
      brush.fillStyle = '#fff'
      brush.fillRect(0, 0, width, height)
      // An image element is drawn the right way up and as pixels alone: nothing else of the file comes along.
      brush.drawImage(image, 0, 0, width, height)
      return canvas.toDataURL('image/jpeg', quality).replace(/^data:image\/jpeg;base64,/, '')
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}

const imageAt = (url: string) =>
  new Promise<HTMLImageElement>((resolve, reject) => {
    const image = document.createElement('img')
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('not a picture this browser opens')))
    image.src = url
  })
