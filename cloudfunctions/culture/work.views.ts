import type { Actor } from '#domain/actor'
import { reviewsWork } from '#domain/culture/activity.access'
import { type Block, blockText, type ImageBlock } from '#domain/culture/block.model'
import type { MediaLink } from '#domain/culture/reader.contract'
import type { WorkCard, WorkView } from '#domain/culture/work.contract'
import type { Work } from '#domain/culture/work.model'
import type { ActivityId, HospitalId } from '#domain/ids'
import { mediaLinks } from '#runtime/media.claims'
import { departmentNames } from '#runtime/read/hospital.read'
import { staffNames } from '#runtime/read/staff.read'
import { activityRepository } from './activity.repository'
import { departmentNameOf } from './activity.views'

const OPENING = 120

const imagesIn = (blocks: readonly Block[]): ImageBlock[] =>
  blocks.flatMap((block) => (block.kind === 'image' ? [block] : []))

/** Words of a work itself; what stands under a picture is not how it begins. */
const openingOf = (blocks: readonly Block[]): string => {
  const words = blocks.filter(({ kind }) => kind !== 'image').map(blockText)
  return Array.from(words.join(' ').replace(/\s+/g, ' ').trim()).slice(0, OPENING).join('')
}

export const mediaOf = (blocks: readonly Block[]): Promise<MediaLink[]> =>
  mediaLinks(imagesIn(blocks).map(({ mediaId }) => mediaId))

/** For everybody: as the author wishes to be named, and nothing else of them. */
export const cardsOf = async (works: readonly Work[]): Promise<WorkCard[]> => {
  const firsts = works.map(({ content }) => imagesIn(content.blocks)[0])
  const links = await mediaLinks(firsts.flatMap((image) => image?.mediaId ?? []))
  const urlOf = new Map(links.map(({ mediaId, url }) => [mediaId, url]))
  return works.flatMap(({ id, content, shownOn }, at) => {
    if (shownOn === null) return []
    const { kind, title, credit, blocks } = content
    const first = firsts[at]
    const url = first && urlOf.get(first.mediaId)
    const picture = first && url ? { url, alt: first.alt, width: first.width, height: first.height } : null
    return [{ id, kind, title, credit, shownOn, picture, opening: openingOf(blocks) }]
  })
}

const callsOf = async (works: readonly Work[]): Promise<ReadonlyMap<ActivityId, string>> => {
  const ids = [...new Set(works.flatMap(({ activityId }) => activityId ?? []))]
  const found = await Promise.all(ids.map((id) => activityRepository().find(id)))
  return new Map(found.flatMap((activity) => (activity ? [[activity.id, activity.plan.title] as const] : [])))
}

const namesIn = async (hospitalId: HospitalId | undefined) =>
  hospitalId ? Promise.all([staffNames(hospitalId), departmentNames(hospitalId)]) : null

/** For the author, and for those who look at it first: these alone are told who handed it in. */
export const viewsOf = async (works: readonly Work[], viewer: Actor): Promise<WorkView[]> => {
  const [links, calls, names] = await Promise.all([
    mediaLinks(works.flatMap(({ content }) => imagesIn(content.blocks).map(({ mediaId }) => mediaId))),
    callsOf(works),
    namesIn(works[0]?.hospitalId),
  ])
  const linkOf = new Map(links.map((link) => [link.mediaId, link]))
  return works.map((work) => {
    const reviews = reviewsWork(viewer, work)
    const { id, rev, content, state, submittedAt, shownOn, said } = work
    return {
      id,
      rev,
      content,
      state,
      submittedAt,
      shownOn,
      authorName: reviews ? (names?.[0].get(work.author) ?? null) : null,
      departmentName: reviews && names ? departmentNameOf(work.departmentId, names[1]) : null,
      contest: work.activityId === null ? null : (calls.get(work.activityId) ?? null),
      said: said && { reason: said.reason, at: said.at },
      mine: viewer.staff?.id === work.author,
      media: imagesIn(content.blocks).flatMap(({ mediaId }) => linkOf.get(mediaId) ?? []),
    }
  })
}
