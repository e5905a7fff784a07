import { randomBytes } from 'node:crypto'
import { Media, MediaPart } from '#domain/culture/media.model'
import type { MediaId, StaffId } from '#domain/ids'
import { below, between, documents } from '#runtime/documents'
import { cloud } from '#runtime/platform'
import { mediaPartRecords, mediaRecords } from '#runtime/read/media.read'
import * as v from 'valibot'

const NAME_BYTES = 16
const PARTS_MOST = 1000
/** Parts that are read at once: an answer of the database is no larger than some megabytes. */
const PARTS_AT_ONCE = 16

const Head = v.pick(MediaPart, ['id', 'rev', 'part'])

/** Parts as they arrive, and the file they make. Only their sender's count: nobody adds to somebody else's file. */
export const mediaRepository = () => {
  const media = mediaRecords()
  const parts = mediaPartRecords()
  const heads = documents('media_parts', Head, ({ id }) => id, ['id', 'rev', 'part'])
  return {
    find: (id: MediaId): Promise<Media | null> => media.find(id),
    addPart: (part: Omit<MediaPart, 'id' | 'rev'>) =>
      parts.insert({ id: `${part.mediaId}:${part.by}:${part.part}`, rev: 0, ...part }),
    countParts: (by: StaffId) => parts.count({ by }),
    removeOldParts: (by: StaffId, before: number) => parts.removeAll({ by, receivedAt: below(before) }),
    removeParts: (mediaId: MediaId, by: StaffId) => parts.removeAll({ mediaId, by }),

    partsThere: async (mediaId: MediaId, by: StaffId): Promise<number[]> =>
      (await heads.list({ where: { mediaId, by }, orderBy: [['part', 'asc']], limit: PARTS_MOST })).map(
        ({ part }) => part,
      ),

    join: async (mediaId: MediaId, by: StaffId, of: number): Promise<Buffer> => {
      const content: Buffer[] = []
      for (let from = 0; from < of; from += PARTS_AT_ONCE) {
        const some = await parts.list({
          where: { mediaId, by, part: between(from, from + PARTS_AT_ONCE - 1) },
          orderBy: [['part', 'asc']],
          limit: PARTS_AT_ONCE,
        })
        content.push(...some.map(({ data }) => Buffer.from(data, 'base64')))
      }
      return Buffer.concat(content)
    },

    store: async (
      about: Pick<Media, 'id' | 'hospitalId' | 'kind' | 'name' | 'by' | 'receivedAt'>,
      { content, extension }: { readonly content: Buffer; readonly extension: Media['extension'] },
    ): Promise<void> => {
      const cloudPath = `culture/${about.kind}/${randomBytes(NAME_BYTES).toString('hex')}.${extension}`
      const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content })
      const stored = await media.insert({
        ...about,
        rev: 0,
        extension,
        bytes: content.length,
        fileId: fileID,
        owners: [],
        isUsed: false,
      })
      // Its last part came twice at the same moment: the other one stored it.
      if (stored === 'exists') await cloud.deleteFile({ fileList: [fileID] })
    },
  }
}
