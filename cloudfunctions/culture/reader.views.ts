import { hasAudio, readingMinutes, summaryOf } from '#domain/culture/article.reading'
import type { ArticleContent, Cover, PublicCopy } from '#domain/culture/article.model'
import type { ArticleCard, CardCover } from '#domain/culture/reader.contract'
import type { DepartmentId, MediaId } from '#domain/ids'
import { beijingDay } from '#domain/instant'
import { mediaLinks } from '#runtime/media.claims'

type Names = ReadonlyMap<DepartmentId, string>
type Urls = ReadonlyMap<MediaId, string>

/** A copy whose words are there. */
export type ShownCopy = PublicCopy & { readonly content: ArticleContent }

export const withWords = (copies: readonly PublicCopy[]): ShownCopy[] =>
  copies.flatMap((copy) => (copy.content ? [{ ...copy, content: copy.content }] : []))

const coverOf = (cover: Cover | null, urls: Urls): CardCover | null => {
  if (cover?.kind !== 'photo') return cover
  const url = urls.get(cover.mediaId)
  return url ? { kind: 'photo', url, alt: cover.alt, crop: cover.crop } : null
}

const cardOf = (copy: ShownCopy, names: Names, urls: Urls): ArticleCard => {
  const { articleId, at, pinned, content } = copy
  const { column, title, fiveClean, departmentId, series } = content
  return {
    id: articleId,
    column,
    title,
    fiveClean,
    departmentId,
    series,
    pinned,
    summary: summaryOf(content),
    cover: coverOf(content.cover, urls),
    departmentName: departmentId === null ? null : (names.get(departmentId) ?? null),
    publishedOn: beijingDay(at),
    minutes: readingMinutes(content),
    audio: hasAudio(content),
  }
}

/** Cards of all these copies, their pictures linked in one go. */
export const cardsOf = async (copies: readonly PublicCopy[], names: Names): Promise<ArticleCard[]> => {
  const shown = withWords(copies)
  const photos = shown.flatMap(({ content: { cover } }) => (cover?.kind === 'photo' ? [cover.mediaId] : []))
  const urls = new Map((await mediaLinks(photos)).map(({ mediaId, url }) => [mediaId, url]))
  return shown.map((copy) => cardOf(copy, names, urls))
}
