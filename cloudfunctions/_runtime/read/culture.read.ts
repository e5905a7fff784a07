import { Draft, DraftHead, Gone, PublicCopy, Version } from '#domain/culture/article.model'
import { Posting } from '#domain/culture/posting.model'
import { ReadingMark, ReadingMonth, ReadingSalt } from '#domain/culture/reading.model'
import { Shelf } from '#domain/culture/shelf.model'
import * as v from 'valibot'
import { documents } from '../documents'

export const draftRecords = () => documents('article_drafts', Draft)
/** Drafts without their words: a desk lists some hundreds at once. */
export const draftHeads = () =>
  documents('article_drafts', DraftHead, ({ id }) => id, [
    ...Object.keys(DraftHead.entries).filter((field) => field !== 'content'),
    ...Object.keys(DraftHead.entries.content.entries).map((field) => `content.${field}`),
  ])
export const versionRecords = () => documents('article_versions', Version)
export const copyRecords = () => documents('articles', PublicCopy)
export const goneRecords = () => documents('articles_gone', Gone)
export const postingRecords = () => documents('article_postings', Posting)
export const shelfRecords = () => documents('article_shelves', Shelf)
export const saltRecords = () => documents('reading_salts', ReadingSalt)
export const markRecords = () => documents('reading_marks', ReadingMark)
export const readingMonthRecords = () => documents('reading_months', ReadingMonth)

const SHELVED = ['id', 'rev', 'column', 'series', 'departmentId', 'from', 'until'] as const
const ShelvedCopy = v.pick(PublicCopy, SHELVED)

/** Copies without their words. */
export const shelvedCopies = () => documents('articles', ShelvedCopy, ({ id }) => id, SHELVED)
