import { type Column, columnNames } from '#domain/culture/article.model'
import type { ArticleCard, ArticleView } from '#domain/culture/reader.contract'
import { type Day, dayInWords, type Instant, startOfBeijingDay } from '#domain/instant'

/** In a line of columns, under a heading that says 清廉文化. */
export const shortColumnNames: Record<Column, string> = {
  story: '故事',
  education: '教育',
  culture: '文化',
  news: '资讯',
}

export const COLUMNS: readonly Column[] = ['story', 'education', 'culture', 'news']

const joined = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ')

export const dayWords = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

/** Under the lead story: 「可以听 · 4 分钟 · 呼吸科」. */
export const leadMeta = ({ audio, minutes, departmentName }: ArticleCard): string =>
  joined(audio ? '可以听' : null, `${minutes} 分钟`, departmentName)

/** Under a title in a list: 「11 月 12 日 · 呼吸科 · 3 分钟」. */
export const rowMeta = ({ publishedOn, departmentName, minutes, audio }: ArticleCard, now: Instant): string =>
  joined(dayWords(publishedOn, now), departmentName, `${audio ? '可以听，' : ''}${minutes}\u00a0分钟`)

/** Where a list holds several columns: 「故事 · 呼吸科 · 11 月 12 日」. */
export const mixedMeta = ({ column, departmentName, publishedOn }: ArticleCard, now: Instant): string =>
  joined(shortColumnNames[column], departmentName, dayWords(publishedOn, now))

/** Under an article's title: 「11 月 12 日 · 文 / 呼吸科护理组 · 4 分钟」. */
export const headMeta = ({ publishedOn, departmentName, content, minutes }: ArticleView, now: Instant): string =>
  joined(dayWords(publishedOn, now), content.byline || departmentName, `${minutes} 分钟`)

/** What a poster says beside its square: 「扫码看全文，能听，5 分钟」. */
export const posterHint = ({ audio, minutes }: ArticleCard): string =>
  ['扫码看全文', audio ? '能听' : null, `${minutes} 分钟`].filter(Boolean).join('，')

/** 「教育、文化、资讯」 */
export const otherColumns = (shown: Column): string =>
  COLUMNS.filter((column) => column !== shown)
    .map((column) => shortColumnNames[column])
    .join('、')

/** 「全部清廉故事，12 篇」 */
export const allOfColumn = (column: Column, total: number): string => `全部${columnNames[column]}，${total} 篇`

export interface ArticleFact {
  readonly term: string
  readonly text: string
  /** Where it can be read in the original. */
  readonly href?: string
}

/** What is said under an article about the article itself. */
export const factsAbout = ({ content: { source, wrongdoersNamedBy }, changedOn }: ArticleView, now: Instant) => {
  const from: ArticleFact =
    source.kind === 'own'
      ? { term: '来源', text: '本院自己写的' }
      : { term: '来源', text: `转自${source.name}，${source.licence}`, href: source.address }
  const changed: ArticleFact[] = changedOn
    ? [{ term: '改过', text: `${dayWords(changedOn, now)}改过，改完又审了一遍` }]
    : []
  const named: ArticleFact[] = wrongdoersNamedBy
    ? [{ term: '点名', text: '照官方通报写的', href: wrongdoersNamedBy }]
    : []
  return [from, { term: '审过', text: '科室、宣传、纪检' }, ...changed, ...named]
}
