import type { StaffId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import {
  INVITATION_VALID_DAYS,
  type Invitation,
  LOCKED_MS,
  type StaffRecord,
  WRONG_CODES_COUNT_MS,
  WRONG_CODES_UNTIL_LOCKED,
} from './staff.model'

const DAY_MS = 86_400_000

export const expiryOf = (invitedAt: Instant): Instant => (invitedAt + INVITATION_VALID_DAYS * DAY_MS) as Instant

/** A new code, after which an older one opens nothing. Asking again with the same code changes nothing. */
export const invite = (
  person: StaffRecord,
  { codeHash, invitedBy }: { codeHash: string; invitedBy: StaffId },
  now: Instant,
) => {
  if (person.state.kind === 'left') return err('staff.left')
  if (person.invitation?.codeHash === codeHash) return ok(person)
  const invitation: Invitation = {
    codeHash,
    invitedBy,
    expiresAt: expiryOf(now),
    wrongCodes: 0,
    countedFrom: now,
    lockedUntil: null,
  }
  return ok<StaffRecord>({ ...person, invitation })
}

type Refusal = 'staff.code_wrong' | 'staff.invitation_expired' | 'staff.invitation_locked'

/** What a try leaves behind: the person as they are to be written, and why it opened nothing. */
interface Tried {
  person: StaffRecord
  refused: Refusal | null
}

const countWrong = (invitation: Invitation, now: Instant): Invitation => {
  const isLongAgo = now - invitation.countedFrom >= WRONG_CODES_COUNT_MS
  const wrongCodes = isLongAgo ? 1 : invitation.wrongCodes + 1
  const countedFrom = isLongAgo || invitation.wrongCodes === 0 ? now : invitation.countedFrom
  if (wrongCodes < WRONG_CODES_UNTIL_LOCKED) return { ...invitation, wrongCodes, countedFrom, lockedUntil: null }
  return { ...invitation, wrongCodes: 0, countedFrom, lockedUntil: (now + LOCKED_MS) as Instant }
}

/** Tries a code: the right one binds the caller's WeChat, in place of an earlier one of the same person. */
export const tryCode = (
  person: StaffRecord,
  { codeHash, openid }: { codeHash: string; openid: string },
  now: Instant,
): Tried => {
  const { invitation } = person
  if (!invitation) return { person, refused: 'staff.code_wrong' }
  if (invitation.lockedUntil !== null && invitation.lockedUntil > now) {
    return { person, refused: 'staff.invitation_locked' }
  }
  if (invitation.codeHash !== codeHash) {
    return { person: { ...person, invitation: countWrong(invitation, now) }, refused: 'staff.code_wrong' }
  }
  if (invitation.expiresAt < now) return { person, refused: 'staff.invitation_expired' }
  const state: StaffRecord['state'] = person.state.kind === 'away' ? person.state : { kind: 'active' }
  return { person: { ...person, state, openid, invitation: null }, refused: null }
}
