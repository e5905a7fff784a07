import type { DepartmentId, HospitalId, PledgeVersionId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { Tally } from '#domain/integrity/pledge.rules'
import type { PledgeRepository } from './pledge.repository'
import { tallied } from './pledge.views'

const REMEMBERED_MS = 60_000

interface Remembered {
  readonly of: string
  readonly tallies: Promise<ReadonlyMap<DepartmentId | null, Tally>>
  readonly until: number
}

let remembered: Remembered | null = null

/**
 * How many of each department signed, for the hospital's wall. It counts the whole roster and anybody may ask: an
 * instance remembers it for a minute.
 */
export const wallTallies = (
  pledges: PledgeRepository,
  hospitalId: HospitalId,
  versionId: PledgeVersionId | null,
  now: Instant,
): Promise<ReadonlyMap<DepartmentId | null, Tally>> => {
  const of = `${hospitalId}:${versionId ?? ''}`
  if (remembered?.of === of && remembered.until > now) return remembered.tallies
  const tallies = tallied(pledges, hospitalId, versionId)
  remembered = { of, tallies, until: now + REMEMBERED_MS }
  // A failure is not remembered.
  tallies.catch(() => {
    remembered = null
  })
  return tallies
}
