import { asynchronous } from './wx.api'
import type { PrivacyConsent } from './wx.privacy'

/** What the person picks next: pictures as they are on the phone, or that they say no. */
export interface Album {
  pictures: Buffer[]
  refusal?: string
}

const USER_DATA_PATH = 'http://usr'

/**
 * Choosing, looking at and shrinking pictures, and the files of a program. Nothing is decoded here: a picture is as
 * large as it was.
 */
export const mediaApis = (
  files: Map<string, Buffer>,
  album: Album,
  consent: PrivacyConsent,
  record: (name: string, options: unknown) => void,
) => {
  let made = 0
  const temporary = (content: Buffer): string => {
    made += 1
    const path = `http://tmp/${made}.jpg`
    files.set(path, content)
    return path
  }
  const fileAt = (path: unknown): Buffer => {
    const content = files.get(String(path))
    if (!content) throw new Error(`no such file or directory, open "${String(path)}"`)
    return content
  }
  const manager = {
    readFileSync: (path: string, encoding?: BufferEncoding) =>
      encoding ? fileAt(path).toString(encoding) : new Uint8Array(fileAt(path)).buffer,
    writeFileSync: (path: string, data: string, encoding: BufferEncoding = 'utf8') => {
      if (!path.startsWith(`${USER_DATA_PATH}/`)) throw new Error(`permission denied, open "${path}"`)
      files.set(path, Buffer.from(data, encoding))
    },
    unlinkSync: (path: string) => {
      fileAt(path)
      files.delete(path)
    },
  }
  return {
    env: { USER_DATA_PATH },
    chooseMedia: consent.guarded('chooseMedia', (options) => {
      record('chooseMedia', options)
      if (album.refusal) throw new Error(album.refusal)
      if (album.pictures.length === 0) throw new Error('cancel')
      const chosen = album.pictures.splice(0, Number(options.count ?? 9))
      const tempFiles = chosen.map((content) => ({
        tempFilePath: temporary(content),
        size: content.length,
        fileType: 'image',
      }))
      return { type: 'image', tempFiles }
    }),
    getImageInfo: asynchronous('getImageInfo', ({ src }) => {
      fileAt(src)
      return { width: 4032, height: 3024, path: String(src), orientation: 'up', type: 'jpeg' }
    }),
    compressImage: asynchronous('compressImage', (options) => {
      record('compressImage', options)
      return { tempFilePath: temporary(fileAt(options.src)) }
    }),
    getFileSystemManager: () => manager,
  }
}
