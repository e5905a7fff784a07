import { type MediaId, PhotoId } from '#domain/ids'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

/** A photo on this phone, waiting for what it belongs to. The picture itself lies under its own name. */
const KeptPhoto = v.object({ id: PhotoId, state: v.picklist(['waiting', 'sent', 'broken']) })
export type KeptPhoto = v.InferOutput<typeof KeptPhoto>

/** A picture of an article lies as a photo does. */
type PictureId = PhotoId | MediaId

// Names that phones already keep pictures under.
const albumKey = (owner: string) => `complaint.album.${owner}`
const pictureKey = (id: PictureId) => `complaint.photo.${id}`

// For as long as the program runs, where the phone has no room left.
const unstored = new Map<PictureId, string>()

// Inside WeChat a picture is a file of the program: a page must not be handed a picture as text, nor the storage
// values of half a megabyte.
const inWechat = process.env.TARO_ENV === 'weapp'
const fileOf = (id: PictureId) => `${Taro.env.USER_DATA_PATH}/photo-${id}.jpg`

const succeeds = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

/** Photos of one draft, in the order they were added. */
export const loadAlbum = (owner: string): KeptPhoto[] => {
  const stored = v.safeParse(v.array(KeptPhoto), Taro.getStorageSync(albumKey(owner)))
  return stored.success ? stored.output : []
}

/** False when the phone had no room; the list is short, and the page in front of the person still has it. */
export const saveAlbum = (owner: string, album: readonly KeptPhoto[]): boolean =>
  succeeds(() => {
    if (album.length === 0) Taro.removeStorageSync(albumKey(owner))
    else Taro.setStorageSync(albumKey(owner), [...album])
  })

/** False when the phone had no room: then the picture is gone with the program, and the person is told. */
export const keepPicture = (id: PictureId, base64: string): boolean => {
  const stored = succeeds(() => {
    if (inWechat) Taro.getFileSystemManager().writeFileSync(fileOf(id), base64, 'base64')
    else Taro.setStorageSync(pictureKey(id), base64)
  })
  if (!stored) unstored.set(id, base64)
  return stored
}

const storedPicture = (id: PictureId): unknown => {
  try {
    return inWechat
      ? Taro.getFileSystemManager().readFileSync(fileOf(id), 'base64')
      : Taro.getStorageSync(pictureKey(id))
  } catch {
    return ''
  }
}

/** In base64; '' when it is gone from this phone. */
export const pictureOf = (id: PictureId): string => {
  const stored = unstored.get(id) ?? storedPicture(id)
  return typeof stored === 'string' ? stored : ''
}

/** Where the page finds the picture to show it. */
export const addressOf = (id: PictureId): string =>
  inWechat && !unstored.has(id) ? fileOf(id) : `data:image/jpeg;base64,${pictureOf(id)}`

export const removePicture = (id: PictureId): void => {
  unstored.delete(id)
  succeeds(() => {
    if (inWechat) Taro.getFileSystemManager().unlinkSync(fileOf(id))
    else Taro.removeStorageSync(pictureKey(id))
  })
}

/** Takes a draft's photos off this phone. */
export const removeAlbum = (owner: string): void => {
  for (const { id } of loadAlbum(owner)) removePicture(id)
  saveAlbum(owner, [])
}

/** After a draft was handed in: photos that went with it leave this phone, the others wait beside the case. */
export const settleAlbum = (owner: string, handedIn: readonly PhotoId[], later: string): void => {
  const gone = new Set(handedIn)
  const left = loadAlbum(owner).filter(({ id }) => !gone.has(id))
  for (const id of gone) removePicture(id)
  saveAlbum(owner, [])
  saveAlbum(later, [...loadAlbum(later), ...left])
}
