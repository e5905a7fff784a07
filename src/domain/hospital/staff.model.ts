import * as v from 'valibot'
import { Role, Staff } from '../actor'
import { HospitalId, StaffId } from '../ids'
import { Instant } from '../instant'
import { Line } from '../text'
import { crockfordOf, narrow } from './staff.code'

export const INVITATION_VALID_DAYS = 7

/** Wrong codes for one person within an hour, after which the invitation takes none for an hour. */
export const WRONG_CODES_UNTIL_LOCKED = 5
export const WRONG_CODES_COUNT_MS = 3_600_000
export const LOCKED_MS = 3_600_000

/** How long an import of the roster can be taken back as a whole. */
export const IMPORT_UNDO_DAYS = 30

/** 工号, unique in its hospital: as printed on the badge, full-width signs and lower case brought together. */
export const StaffNumber = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform((written) => narrow(written).replace(/\s/g, '').toUpperCase()),
  v.regex(/^[0-9A-Z][0-9A-Z._/-]{0,19}$/),
  v.brand('StaffNumber'),
)
export type StaffNumber = v.InferOutput<typeof StaffNumber>

export const StaffName = Line(1, 20)

/** None: a colleague without access to anything yet. */
export const Roles = v.pipe(
  v.array(Role),
  v.maxLength(Role.options.length),
  v.transform((roles) => Role.options.filter((role) => roles.includes(role))),
)

/** Sixteen of Crockford's base32 characters, 80 random bits; typed as people type. */
export const InvitationCode = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(crockfordOf),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/),
)

/** An open invitation, part of the person it is for. The code is kept only as its hash. */
export const Invitation = v.object({
  codeHash: v.string(),
  invitedBy: StaffId,
  expiresAt: Instant,
  /** Wrong codes since `countedFrom`; of whom is not kept. */
  wrongCodes: v.number(),
  countedFrom: Instant,
  lockedUntil: v.nullable(Instant),
})
export type Invitation = v.InferOutput<typeof Invitation>

export const StaffState = v.variant('kind', [
  /** On the roster, not yet bound to a WeChat. */
  v.object({ kind: v.literal('invited') }),
  v.object({ kind: v.literal('active') }),
  /** Somebody else takes the cases until then; the account stays open. */
  v.object({ kind: v.literal('away'), until: Instant, standInId: v.nullable(StaffId) }),
  v.object({ kind: v.literal('left'), at: Instant }),
])
export type StaffState = v.InferOutput<typeof StaffState>

/** What a roster row says of somebody. */
export const Profile = v.object({
  number: StaffNumber,
  name: StaffName,
  departmentId: Staff.entries.departmentId,
  roles: Roles,
})
export type Profile = v.InferOutput<typeof Profile>

/** What an import may change in somebody who was there before: the number is what it finds them by. */
export const ImportedValues = v.pick(Profile, ['name', 'departmentId', 'roles'])
export type ImportedValues = v.InferOutput<typeof ImportedValues>

/** A member of staff as stored, from the roster on. */
export const StaffRecord = v.object({
  ...Staff.entries,
  ...Profile.entries,
  rev: v.number(),
  state: StaffState,
  /** The OPENID somebody joined with; before and after that a text no OPENID looks like, for its index takes none twice. */
  openid: v.string(),
  invitation: v.nullable(Invitation),
  /** The import that wrote here last. `before` is null where it made the person. */
  imported: v.nullable(
    v.object({ batchId: v.string(), row: v.number(), before: v.nullable(ImportedValues), after: ImportedValues }),
  ),
})
export type StaffRecord = v.InferOutput<typeof StaffRecord>

export const RosterImport = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  fileName: v.string(),
  added: v.number(),
  changed: v.number(),
  importedBy: StaffId,
  importedAt: Instant,
  undoneAt: v.nullable(Instant),
})
export type RosterImport = v.InferOutput<typeof RosterImport>
