import * as v from 'valibot'
import { defineActions } from '../contract'
import { Hospital } from '../hospital/hospital.model'
import { StaffNumber } from '../hospital/staff.model'
import { DepartmentId, PledgeVersionId } from '../ids'
import { Day, Instant } from '../instant'
import { PledgeCode } from './pledge.code'
import { PledgeText, PledgeVersion, SigningWay } from './pledge.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const aVersion = v.strictObject({ id: PledgeVersionId, rev: revision })
const count = v.number()

/** A version as it is read. */
export const ShownPledge = v.pick(PledgeVersion, [
  'id',
  'number',
  'title',
  'opening',
  'promises',
  'closing',
  'effectiveOn',
])
export type ShownPledge = v.InferOutput<typeof ShownPledge>

/** One's own signature, with the hand that only oneself sees. */
export const OwnSignature = v.object({
  number: count,
  title: v.string(),
  name: v.string(),
  departmentName: v.nullable(v.string()),
  signedOn: Day,
  way: SigningWay,
  code: PledgeCode,
})
export type OwnSignature = v.InferOutput<typeof OwnSignature>

export const OwnPledge = v.object({
  hospitalName: v.string(),
  name: v.string(),
  departmentName: v.nullable(v.string()),
  /** What everybody signs now; null: nothing is published yet. */
  current: v.nullable(ShownPledge),
  /** Under the current version; null: not signed. */
  signature: v.nullable(OwnSignature),
  /** Under earlier versions, the newest first. */
  earlier: v.array(OwnSignature),
})
export type OwnPledge = v.InferOutput<typeof OwnPledge>

const tally = v.object({ signed: count, total: count })

/** What hangs on the wall (亮诺): names, no staff numbers, no handwriting, and nobody who has not signed. */
export const PledgeWall = v.object({
  hospital: v.pick(Hospital, ['name', 'contacts', 'replyWithinWorkingDays']),
  /** The ward's own words, or the hospital's. */
  pledge: v.string(),
  department: v.nullable(v.object({ id: DepartmentId, name: v.string(), place: v.nullable(v.string()) })),
  current: v.nullable(ShownPledge),
  /** Of the department, or of the hospital. */
  tally,
  /** Of the department; none for the hospital. */
  names: v.array(v.object({ name: v.string(), isHead: v.boolean(), signedOn: Day })),
  /** To choose from, those with staff. */
  departments: v.array(v.object({ id: DepartmentId, name: v.string(), ...tally.entries })),
})
export type PledgeWall = v.InferOutput<typeof PledgeWall>

/** What a certificate's code proves. */
export const ProvenPledge = v.object({
  hospitalName: v.string(),
  name: v.string(),
  departmentName: v.nullable(v.string()),
  title: v.string(),
  number: count,
  signedOn: Day,
  /** Under the version of today, under an earlier one, or by somebody who is not here any more. */
  standing: v.picklist(['current', 'earlier', 'left']),
})
export type ProvenPledge = v.InferOutput<typeof ProvenPledge>

/** 亮诺率 by department, for the desk. */
export const PledgeBoard = v.object({
  hospitalName: v.string(),
  current: v.nullable(v.pick(PledgeVersion, ['number', 'title', 'effectiveOn'])),
  tally,
  /** By code, those with nobody on the roster too; at the end those of no department (`id` null). */
  rows: v.array(v.object({ id: v.nullable(DepartmentId), name: v.string(), ...tally.entries })),
  /** The caller proposes and publishes versions, and sees the whole hospital. */
  keeps: v.boolean(),
})
export type PledgeBoard = v.InferOutput<typeof PledgeBoard>

export const PledgePerson = v.object({
  number: StaffNumber,
  name: v.string(),
  departmentId: v.nullable(DepartmentId),
  departmentName: v.nullable(v.string()),
  isHead: v.boolean(),
  signedOn: v.nullable(Day),
})
export type PledgePerson = v.InferOutput<typeof PledgePerson>

/** A version on the desk. */
export const VersionRow = v.object({
  ...ShownPledge.entries,
  rev: revision,
  /** Proposed; published for a later day; the one of today; one that was replaced. */
  standing: v.picklist(['proposed', 'coming', 'current', 'past']),
  writers: v.array(v.string()),
  publishedBy: v.nullable(v.string()),
  publishedAt: v.nullable(Instant),
  signed: count,
  /** The caller wrote in it and cannot publish it. */
  mine: v.boolean(),
})
export type VersionRow = v.InferOutput<typeof VersionRow>

/** 我承诺 你监督: versions of the pledge, signatures, the wall, and who has not signed yet. */
export const pledgeActions = defineActions({
  myPledge: {
    input: nothing,
    output: OwnPledge,
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  /** The version that was read; signed again it stays as it was. */
  signPledge: {
    input: v.strictObject({ versionId: PledgeVersionId, way: SigningWay }),
    output: OwnSignature,
    errors: ['auth.forbidden', 'pledge.none', 'pledge.version_old', 'system.busy'],
  },
  /** Of the ward whose code was scanned, of a department, or of the hospital. */
  pledgeWall: {
    input: v.strictObject({
      scene: v.optional(v.pipe(v.string(), v.maxLength(2000))),
      departmentId: v.optional(DepartmentId),
    }),
    output: PledgeWall,
    errors: ['hospital.not_founded', 'hospital.department_unknown'],
    identity: 'none',
  },
  verifyPledge: {
    input: v.strictObject({ code: PledgeCode }),
    output: ProvenPledge,
    errors: ['hospital.not_founded', 'pledge.code_unknown'],
    identity: 'none',
  },
  pledgeBoard: {
    input: nothing,
    output: PledgeBoard,
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  /** By staff number, a page at a time. Without `departmentId` everybody one may see; null: those of no department. */
  pledgePeople: {
    input: v.strictObject({
      departmentId: v.optional(v.nullable(DepartmentId)),
      after: v.nullable(StaffNumber),
    }),
    output: v.object({ rows: v.array(PledgePerson), next: v.nullable(StaffNumber) }),
    errors: ['auth.forbidden'],
  },
  /** The newest first. */
  pledgeVersions: {
    input: nothing,
    output: v.object({ rows: v.array(VersionRow) }),
    errors: ['auth.forbidden'],
  },
  /** A new version (`rev` null), or other words for one that is not published. */
  proposePledge: {
    input: v.strictObject({ id: PledgeVersionId, rev: v.nullable(revision), text: PledgeText }),
    output: aVersion,
    errors: ['auth.forbidden', 'pledge.published', 'pledge.day_past', 'data.changed', 'system.busy'],
  },
  publishPledge: {
    input: aVersion,
    output: aVersion,
    errors: ['auth.forbidden', 'pledge.version_unknown', 'pledge.own_words', 'pledge.day_past', 'data.changed'],
  },
  /** Takes a proposal back. */
  dropPledge: {
    input: aVersion,
    output: nothing,
    errors: ['auth.forbidden', 'pledge.published', 'data.changed'],
  },
})
