import type { AttachmentLink, EntryWords } from '#domain/culture/disclosure.contract'
import type { Attachment, Disclosure, EntryContent } from '#domain/culture/disclosure.model'
import type { DisclosureId } from '#domain/ids'
import { claimMedia, fileLinks, mediaOf, releaseMedia, type MediaOwner } from '#runtime/media.claims'
import type * as v from 'valibot'

const ownerOf = (id: DisclosureId): MediaOwner => `disclosure:${id}`

/** Files as they are fetched, under the names their writer gave them. */
export const attachmentsOf = async (attachments: readonly Attachment[]): Promise<AttachmentLink[]> => {
  if (attachments.length === 0) return []
  const links = new Map(
    (await fileLinks(attachments.map(({ mediaId }) => mediaId))).map((link) => [link.mediaId, link]),
  )
  return attachments.flatMap(({ mediaId, name }) => {
    const link = links.get(mediaId)
    return link ? [{ mediaId, name, url: link.url, bytes: link.bytes }] : []
  })
}

export const wordsOf = async ({
  title,
  text,
  attachments,
}: EntryContent): Promise<v.InferInput<typeof EntryWords>> => ({
  title,
  text,
  attachments: await attachmentsOf(attachments),
})

type Named = Pick<Disclosure, 'id' | 'hospitalId' | 'draft' | 'versions'>

const namedIn = ({ draft, versions }: Named) =>
  [...(draft ? [draft.content] : []), ...versions.map(({ content }) => content)].flatMap(({ attachments }) =>
    attachments.map(({ mediaId }) => mediaId),
  )

/** Whether every file of what is being written is there, and this entry's from now on. */
export const claimAttachments = async ({ id, hospitalId, draft }: Named): Promise<boolean> => {
  const wanted = (draft?.content.attachments ?? []).map(({ mediaId }) => ({ mediaId, kind: 'file' as const }))
  return wanted.length === 0 || (await claimMedia(hospitalId, wanted, ownerOf(id))) === 'claimed'
}

/** Lets go of files that neither what is being written nor any version names. */
export const releaseAttachments = async (one: Named): Promise<void> => {
  const named = new Set(namedIn(one))
  const left = (await mediaOf(ownerOf(one.id))).filter((mediaId) => !named.has(mediaId))
  if (left.length > 0) await releaseMedia(left, ownerOf(one.id))
}
