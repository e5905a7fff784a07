import * as v from 'valibot'
import { Staff } from '../actor'
import { defineActions } from '../contract'
import { StaffId } from '../ids'
import { Instant } from '../instant'
import { Line } from '../text'
import { Department } from './hospital.model'
import { Invitation, InvitationCode, Profile, RosterImport, StaffNumber, StaffRecord } from './staff.model'

const nothing = v.strictObject({})
const Rev = v.pipe(v.number(), v.integer(), v.minValue(0))
const which = { staffId: StaffId, rev: Rev }

/** Made in the browser, so that sending again is the same import: 32 hexadecimal digits. */
export const BatchId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('BatchId'))
export type BatchId = v.InferOutput<typeof BatchId>

/** Somebody as the administrator sees them. */
export const Person = v.object({
  ...v.pick(StaffRecord, ['id', 'rev', 'number', 'name', 'departmentId', 'roles', 'state']).entries,
  invitation: v.nullable(v.pick(Invitation, ['expiresAt', 'lockedUntil'])),
})
export type Person = v.InferOutput<typeof Person>

export const PEOPLE_PAGE = 500
export const INVITED_AT_ONCE = 50
export const IMPORTED_AT_ONCE = 200

/** One colleague in a list to choose from, and the name an old event belongs to. */
export const Colleague = v.object({
  ...v.pick(Staff, ['id', 'name', 'roles']).entries,
  departmentName: v.nullable(v.string()),
  /** While away; null when there. */
  awayUntil: v.nullable(Instant),
  left: v.boolean(),
})
export type Colleague = v.InferOutput<typeof Colleague>

export const ImportRow = v.strictObject({
  /** Line of the file. */
  row: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  /** Revision of the person the dry run saw; null for somebody new. */
  rev: v.nullable(Rev),
  ...Profile.entries,
})
export type ImportRow = v.InferOutput<typeof ImportRow>

export const ROW_REFUSALS = [
  'staff.number_taken',
  'staff.left',
  'staff.last_administrator',
  'hospital.department_unknown',
  'data.changed',
] as const

export const ImportedRow = v.object({
  row: v.number(),
  outcome: v.picklist(['added', 'changed', 'unchanged', 'refused']),
  /** Why it was refused. */
  code: v.nullable(v.picklist(ROW_REFUSALS)),
})
export type ImportedRow = v.InferOutput<typeof ImportedRow>

/** An import as the list of imports shows it. */
export const PastImport = v.object({
  ...v.pick(RosterImport, ['id', 'fileName', 'added', 'changed', 'importedAt', 'undoneAt']).entries,
  importedBy: v.string(),
  undoUntil: Instant,
})
export type PastImport = v.InferOutput<typeof PastImport>

/** Who works here and what they may do. */
export const staffActions = defineActions({
  /** By number. `departments` are all of the hospital's, retired ones too. */
  people: {
    input: v.strictObject({ after: v.optional(StaffNumber) }),
    output: v.object({
      rows: v.array(Person),
      next: v.nullable(StaffNumber),
      departments: v.array(v.pick(Department, ['id', 'name', 'retired'])),
    }),
    errors: ['auth.forbidden'],
  },
  addPerson: {
    /** The id is made by the caller: adding twice is adding once. */
    input: v.strictObject({ staffId: StaffId, ...Profile.entries }),
    output: Person,
    errors: ['auth.forbidden', 'hospital.department_unknown', 'staff.number_taken'],
  },
  changePerson: {
    input: v.strictObject({ ...which, ...Profile.entries }),
    output: Person,
    errors: [
      'auth.forbidden',
      'hospital.department_unknown',
      'staff.unknown',
      'staff.number_taken',
      'staff.left',
      'staff.last_administrator',
      'data.changed',
    ],
  },
  /** Codes are made on the administrator's device, so that no answer carries one. Who left is passed over. */
  invite: {
    input: v.strictObject({
      people: v.pipe(
        v.array(v.strictObject({ staffId: StaffId, code: InvitationCode })),
        v.minLength(1),
        v.maxLength(INVITED_AT_ONCE),
      ),
    }),
    output: v.object({ invited: v.array(v.object({ staffId: StaffId, expiresAt: Instant })) }),
    errors: ['auth.forbidden', 'staff.unknown', 'data.changed'],
  },
  revokeInvitation: {
    input: v.strictObject(which),
    output: Person,
    errors: ['auth.forbidden', 'staff.unknown', 'data.changed'],
  },
  /** Binds the caller's WeChat to the person with this number. */
  join: {
    input: v.strictObject({ number: StaffNumber, code: InvitationCode }),
    output: Staff,
    errors: [
      'staff.code_wrong',
      'staff.invitation_expired',
      'staff.invitation_locked',
      'staff.already_joined',
      'system.busy',
    ],
    identity: 'wechat',
  },
  setAway: {
    input: v.strictObject({ ...which, until: Instant, standInId: v.nullable(StaffId) }),
    output: Person,
    errors: [
      'auth.forbidden',
      'staff.unknown',
      'staff.not_joined',
      'staff.away_past',
      'staff.stand_in_unknown',
      'data.changed',
    ],
  },
  comeBack: {
    input: v.strictObject(which),
    output: Person,
    errors: ['auth.forbidden', 'staff.unknown', 'data.changed'],
  },
  leave: {
    input: v.strictObject(which),
    output: Person,
    errors: ['auth.forbidden', 'staff.unknown', 'staff.last_administrator', 'data.changed'],
  },
  /** Those who handle cases or did: for handing a case on, and for the names in its history. */
  colleagues: {
    input: nothing,
    output: v.object({ rows: v.array(Colleague) }),
    errors: ['auth.forbidden'],
  },
  /** The caller; null for somebody who is not staff here. */
  me: {
    input: nothing,
    output: v.nullable(
      v.object({
        ...v.pick(StaffRecord, ['id', 'number', 'name', 'roles']).entries,
        departmentName: v.nullable(v.string()),
        hospitalName: v.string(),
        awayUntil: v.nullable(Instant),
      }),
    ),
    errors: [],
  },
  /** Part of a file. Sending a part again changes nothing; `added` and `changed` are those of the whole file. */
  importRoster: {
    input: v.strictObject({
      batchId: BatchId,
      fileName: Line(1, 120),
      added: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
      changed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
      rows: v.pipe(v.array(ImportRow), v.minLength(1), v.maxLength(IMPORTED_AT_ONCE)),
    }),
    output: v.object({ rows: v.array(ImportedRow) }),
    errors: ['auth.forbidden', 'staff.import_unknown', 'staff.import_undone'],
  },
  /** The latest imports, newest first. */
  imports: {
    input: nothing,
    output: v.object({ rows: v.array(PastImport) }),
    errors: ['auth.forbidden'],
  },
  /** Asked again until `left` is 0. */
  undoImport: {
    input: v.strictObject({ batchId: BatchId }),
    output: v.object({ removed: v.number(), restored: v.number(), kept: v.number(), left: v.number() }),
    errors: ['auth.forbidden', 'staff.import_unknown', 'staff.import_closed'],
  },
})
