import * as v from 'valibot'
import { type ArticleId, HospitalId } from '../ids'
import { beijingDay, type Instant, Month, monthOf } from '../instant'
import { Column } from './article.model'

/** In which copies of a month a gram stands. */
export const Posting = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  gram: v.string(),
  /** Of the day on which the articles were first shown. */
  month: Month,
  /** As `entryOf` writes them. */
  copies: v.array(v.string()),
})
export type Posting = v.InferOutput<typeof Posting>

export const postingId = (hospitalId: HospitalId, gram: string, month: Month): string =>
  `${hospitalId}:${month}:${gram}`

export interface PostedCopy {
  readonly articleId: ArticleId
  readonly no: number
  readonly at: Instant
  readonly column: Column
}

export const entryOf = ({ articleId, no, at, column }: PostedCopy): string => `${at} ${articleId} ${no} ${column}`

export const copyIn = (entry: string): PostedCopy => {
  const [at, articleId, no, column] = entry.split(' ')
  return {
    at: Number(at) as Instant,
    articleId: articleId as ArticleId,
    no: Number(no),
    column: v.parse(Column, column),
  }
}

export const monthPosted = (at: Instant): Month => monthOf(beijingDay(at))
