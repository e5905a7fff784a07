import { createHash } from 'node:crypto'
import type { Nonce } from '#domain/ids'
import type { Day } from '#domain/instant'
import type { Token } from '#domain/survey/survey.model'
import { keyedHash } from './survey.key'

/** What may be rated once. */
export interface Visit {
  /** What is rated and from which door, the same for everybody: a link and a call about one stay are one. */
  readonly scope: readonly string[]
  /** Who rates it and when, such as a person and a month. Hashed under the key, and in no other way kept. */
  readonly who: readonly string[]
  /** The last day on which it must be known that it was rated. */
  readonly until: Day
}

const plainHash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

export const tokenIdOf = ({ scope, who }: Pick<Visit, 'scope' | 'who'>): string => keyedHash(['visit', scope, who])

export const tokenFor = (visit: Visit, nonce: Nonce): Token => ({
  id: tokenIdOf(visit),
  rev: 0,
  claim: plainHash(['claim', nonce]),
  until: visit.until,
})

/**
 * Follows from the phone's number and the scope alone: whatever else changes until a retry arrives, the month even, it
 * is the same sheet. One token has one claim, so one nonce, and one scope, so one sheet.
 */
export const sheetIdFor = (scope: readonly string[], nonce: Nonce): string => plainHash(['sheet', nonce, ...scope])
