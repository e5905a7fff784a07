import type { Actor } from '#domain/actor'
import { readsFigures } from '#domain/culture/article.access'
import { Column, Version } from '#domain/culture/article.model'
import type { ReadingMonth } from '#domain/culture/reading.model'
import { readersOn } from '#domain/culture/reading.rules'
import type { Hospital } from '#domain/hospital/hospital.model'
import type { ArticleId, HospitalId } from '#domain/ids'
import { type Day, daysAfter, type Instant, type Month, monthOf } from '#domain/instant'
import { err, ok } from '#domain/result'
import { above, between, type Documents, documents, oneOf } from '#runtime/documents'
import { readingMonthRecords } from '#runtime/read/culture.read'
import * as v from 'valibot'

const PAGE = 1000
/** Articles that are named; the rest is in the columns. */
const NAMED = 100

/** Published versions of one article, on the average, among which the last is looked for. */
const PUBLISHED_EACH = 10

const Titled = v.object({
  ...v.pick(Version, ['id', 'rev', 'articleId']).entries,
  content: v.pick(Version.entries.content, ['title', 'column']),
})

/** Articles as they were published last: what a desk has written since is not for everybody who reads figures. */
const publishedTitles = async (ids: readonly ArticleId[]) => {
  const titles = new Map<ArticleId, v.InferOutput<typeof Titled>['content']>()
  if (ids.length === 0) return titles
  const fields = ['id', 'rev', 'articleId', 'content.title', 'content.column']
  const versions = documents('article_versions', Titled, ({ id }) => id, fields)
  const found = await versions.list({
    where: { articleId: oneOf(ids), isPublished: true },
    orderBy: [['version', 'desc']],
    limit: ids.length * PUBLISHED_EACH,
  })
  for (const { articleId, content } of found) if (!titles.has(articleId)) titles.set(articleId, content)
  return titles
}

const daysBetween = (from: Day, to: Day): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day)
  return days
}

const monthsRead = async (hospitalId: HospitalId, from: Month, to: Month): Promise<ReadingMonth[]> => {
  const found: ReadingMonth[] = []
  for (let last = `${hospitalId}:${from}:`; ; ) {
    const page = await readingMonthRecords().list({
      where: { hospitalId, month: between(from, to), _id: above(last) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    found.push(...page)
    if (page.length < PAGE) return found
    last = page[page.length - 1]?.id ?? ''
  }
}

/** The first month in which anybody was counted begins the figures: before it nobody knows, after it nobody came. */
const firstCounted = async (hospitalId: HospitalId): Promise<Day | null> => {
  const found = await readingMonthRecords().list({
    where: { hospitalId },
    orderBy: [['month', 'asc']],
    limit: PAGE,
  })
  const [first] = found
  if (!first) return null
  const days = found.filter(({ month }) => month === first.month).flatMap(({ days: counted }) => Object.keys(counted))
  return `${first.month}-${days.sort()[0] ?? '01'}`
}

interface Asked {
  readonly actor: Actor
  readonly now: Instant
}

/** Distinct readers of days, by column and by article. */
export const readingFiguresOf = async (from: Day, to: Day, hospitals: Documents<Hospital>, { actor }: Asked) => {
  const hospitalId = readsFigures(actor)
  if (!hospitalId) return err('auth.forbidden')
  if (!(await hospitals.find(hospitalId))) return err('hospital.not_founded')
  const [first, counted] = await Promise.all([
    firstCounted(hospitalId),
    monthsRead(hospitalId, monthOf(from), monthOf(to)),
  ])
  const days = daysBetween(from, to)
  const byMonth = new Map(
    counted.flatMap((one) => (one.articleId === null ? [[`${one.column} ${one.month}`, one]] : [])),
  )
  const readers = new Map<ArticleId, number>()
  for (const one of counted) {
    if (one.articleId === null) continue
    const within = days.filter((day) => monthOf(day) === one.month)
    const sum = within.reduce((total, day) => total + readersOn(one, day), 0)
    readers.set(one.articleId, (readers.get(one.articleId) ?? 0) + sum)
  }
  const most = [...readers]
    .filter(([, total]) => total > 0)
    .sort((left, right) => right[1] - left[1])
    .slice(0, NAMED)
  const named = await publishedTitles(most.map(([id]) => id))
  return ok({
    days,
    columns: Column.options.map((column) => ({
      column,
      readers: days.map((day) => {
        if (first === null || day < first) return null
        const month = byMonth.get(`${column} ${monthOf(day)}`)
        return month ? readersOn(month, day) : 0
      }),
    })),
    articles: most.flatMap(([id, total]) => {
      const about = named.get(id)
      return about ? [{ id, title: about.title, column: about.column, readers: total }] : []
    }),
  })
}
