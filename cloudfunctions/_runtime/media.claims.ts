import type { MediaKind } from '#domain/culture/desk.contract'
import type { Media } from '#domain/culture/media.model'
import type { MediaLink } from '#domain/culture/reader.contract'
import type { HospitalId, MediaId } from '#domain/ids'
import { below, oneOf } from './documents'
import { cloud } from './platform'
import { mediaPartRecords, mediaRecords } from './read/media.read'

const LINK_SECONDS = 7200
/** As many as the platform links or deletes at once. */
const AT_ONCE = 50
const PAGE = 500
const TRIES = 4

export interface WantedMedia {
  readonly mediaId: MediaId
  readonly kind: MediaKind
}

/** What shows a file: a kind of record and its id. */
export type MediaOwner = `${'article' | 'disclosure' | 'activity' | 'work' | 'pledge'}:${string}`

const found = async (ids: readonly MediaId[]): Promise<Media[]> => {
  const wanted = [...new Set(ids)]
  const media: Media[] = []
  for (let from = 0; from < wanted.length; from += PAGE) {
    const some = wanted.slice(from, from + PAGE)
    media.push(...(await mediaRecords().list({ where: { _id: oneOf(some) }, limit: some.length })))
  }
  return media
}

const changeOwners = async (id: MediaId, change: (owners: string[]) => string[]): Promise<boolean> => {
  const records = mediaRecords()
  for (let tries = 0; tries < TRIES; tries += 1) {
    const media = await records.find(id)
    if (!media) return false
    const owners = change(media.owners)
    if (owners.length === media.owners.length) return true
    if (await records.replace({ ...media, owners, isUsed: owners.length > 0 })) return true
  }
  throw new Error('a file is changed by many at once')
}

/**
 * Says that `owner` shows these files; doing it again changes nothing. 'unknown': one is not whole, not of that kind or
 * another hospital's, and then none was taken.
 */
export const claimMedia = async (
  hospitalId: HospitalId,
  wanted: readonly WantedMedia[],
  owner: MediaOwner,
): Promise<'claimed' | 'unknown'> => {
  const media = new Map((await found(wanted.map(({ mediaId }) => mediaId))).map((one) => [one.id, one]))
  const isThere = ({ mediaId, kind }: WantedMedia) => {
    const one = media.get(mediaId)
    return one !== undefined && one.kind === kind && one.hospitalId === hospitalId
  }
  if (!wanted.every(isThere)) return 'unknown'
  const free = [...media.values()].filter(({ owners }) => !owners.includes(owner))
  const taken = await Promise.all(
    free.map(({ id }) => changeOwners(id, (owners) => (owners.includes(owner) ? owners : [...owners, owner]))),
  )
  return taken.every(Boolean) ? 'claimed' : 'unknown'
}

/** `owner` shows them no more; what nothing shows is removed some days later. */
export const releaseMedia = async (ids: readonly MediaId[], owner: MediaOwner): Promise<void> => {
  await Promise.all([...new Set(ids)].map((id) => changeOwners(id, (owners) => owners.filter((one) => one !== owner))))
}

/** Everything that `owner` was ever given and not taken away from. */
export const mediaOf = async (owner: MediaOwner): Promise<MediaId[]> =>
  (await mediaRecords().list({ where: { owners: owner }, limit: 1000 })).map(({ id }) => id)

/** A file as it is handed out. */
export interface FileLink extends MediaLink {
  readonly name: string
  readonly extension: Media['extension']
  readonly bytes: number
}

/** Links that work for two hours, each once, in the order asked for; a file that is gone has none. */
export const fileLinks = async (ids: readonly MediaId[]): Promise<FileLink[]> => {
  const media = new Map((await found(ids)).map((one) => [one.id, one]))
  const files = [...media.values()].map(({ fileId }) => ({ fileID: fileId, maxAge: LINK_SECONDS }))
  const urls = new Map<string, string>()
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const fileList = files.slice(from, from + AT_ONCE)
    const links = (await cloud.getTempFileURL({ fileList })) as { fileList: { fileID: string; tempFileURL: string }[] }
    for (const { fileID, tempFileURL } of links.fileList) urls.set(fileID, tempFileURL)
  }
  return [...new Set(ids)].flatMap((mediaId) => {
    const one = media.get(mediaId)
    const url = one && urls.get(one.fileId)
    return one && url ? [{ mediaId, url, name: one.name, extension: one.extension, bytes: one.bytes }] : []
  })
}

export const mediaLinks = async (ids: readonly MediaId[]): Promise<MediaLink[]> =>
  (await fileLinks(ids)).map(({ mediaId, url }) => ({ mediaId, url }))

/** Removes files that arrived before `before` and nothing shows, and parts that old of files that never became whole. */
export const removeUnusedMedia = async (before: number, batches: number): Promise<number> => {
  const records = mediaRecords()
  let removed = await mediaPartRecords().removeAll({ receivedAt: below(before) })
  for (let batch = 0; batch < batches; batch += 1) {
    const old = await records.list({ where: { isUsed: false, receivedAt: below(before) }, limit: AT_ONCE })
    if (old.length === 0) break
    const gone: string[] = []
    // The record goes first: one that is taken this very moment keeps both.
    for (const { id, fileId } of old) {
      if ((await records.removeAll({ _id: id, isUsed: false })) === 1) gone.push(fileId)
    }
    if (gone.length > 0) await cloud.deleteFile({ fileList: gone })
    removed += gone.length
  }
  return removed
}
