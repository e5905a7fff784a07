import type { Actor } from '../actor'
import type { Instant } from '../instant'
import type { Act } from './case.contract'
import type { Complaint } from './complaint.model'
import {
  handles,
  hasFoundBefore,
  isConfirmed,
  isHeld,
  isUnderWay,
  maySort,
  mayStillExtend,
  openQuestion,
  sees,
  silentFrom,
} from './complaint.rules'

interface Promised {
  readonly severalDepartmentsWithinWorkingDays: number
  readonly closeAfterDays: number
}

/** What this member of staff can do with the case now: what the page offers is what the function would allow. */
export const actsOf = (complaint: Complaint, actor: Actor, now: Instant, promised: Promised): Act[] => {
  const officer = handles(actor, complaint)
  const underWay = isUnderWay(complaint)
  const waitedUntil = silentFrom(complaint, promised.closeAfterDays)
  const possible: [Act, boolean][] = [
    ['accept', officer && complaint.status === 'submitted'],
    ['release', officer && isHeld(complaint)],
    ['assign', officer && underWay],
    ['ask', underWay && openQuestion(complaint) === null],
    ['find', underWay && actor.staff !== null && !hasFoundBefore(complaint, actor.staff.id)],
    ['reply', officer && underWay && (complaint.kind !== 'complaint' || complaint.finding !== null)],
    ['extend', officer && mayStillExtend(complaint, promised.severalDepartmentsWithinWorkingDays, now)],
    ['close', officer && waitedUntil !== null && (isConfirmed(complaint) || now >= waitedUntil)],
    ['sort', officer && maySort(complaint)],
    ['note', true],
    ['seeContact', officer && complaint.contact !== null],
  ]
  return sees(actor, complaint) ? possible.filter(([, can]) => can).map(([act]) => act) : []
}
