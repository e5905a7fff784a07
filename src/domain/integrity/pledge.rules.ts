import { type Actor, holds } from '../actor'
import type { StaffRecord } from '../hospital/staff.model'
import type { DepartmentId, HospitalId, PledgeVersionId, StaffId } from '../ids'
import { beijingDay, type Day, type Instant } from '../instant'
import { err, ok } from '../result'
import { comesFromOutside } from '../survey/answering.rules'
import type { PledgeCode } from './pledge.code'
import {
  type PledgeSignature,
  type PledgeText,
  type PledgeVersion,
  type SigningWay,
  signatureKey,
} from './pledge.model'

/** Proposes, publishes and sees all departments (宣传, 纪检). */
export const keepsPledges = (actor: Actor): HospitalId | null =>
  holds(actor, 'discipline') || holds(actor, 'publicity') ? (actor.staff?.hospitalId ?? null) : null

export interface Sight {
  readonly hospitalId: HospitalId
  /** null: the whole hospital. */
  readonly departmentId: DepartmentId | null
}

/** Whose signatures somebody may look at; null: nobody's. */
export const pledgeSight = (actor: Actor): Sight | null => {
  const whole = keepsPledges(actor)
  if (whole) return { hospitalId: whole, departmentId: null }
  const { staff } = actor
  if (!staff?.departmentId || !holds(actor, 'department_head')) return null
  return { hospitalId: staff.hospitalId, departmentId: staff.departmentId }
}

const textOf = ({ title, opening, promises, closing, effectiveOn }: PledgeText): PledgeText => ({
  title,
  opening,
  promises,
  closing,
  effectiveOn,
})

const isSameText = (left: PledgeText, right: PledgeText): boolean =>
  JSON.stringify(textOf(left)) === JSON.stringify(textOf(right))

interface Writing {
  readonly by: StaffId
  readonly now: Instant
}

interface Proposed {
  readonly id: PledgeVersionId
  readonly hospitalId: HospitalId
  readonly number: number
}

/** A new version, which asks nobody to sign before somebody else published it. */
export const propose = ({ id, hospitalId, number }: Proposed, text: PledgeText, { by, now }: Writing) => {
  if (text.effectiveOn < beijingDay(now)) return err('pledge.day_past', ['effectiveOn'])
  return ok<PledgeVersion>({
    id,
    rev: 0,
    hospitalId,
    number,
    ...textOf(text),
    state: 'proposed',
    writers: [by],
    proposedAt: now,
    published: null,
  })
}

/** Other words, while nobody was asked to sign them. Whoever wrote in it cannot publish it any more. */
export const reword = (version: PledgeVersion, text: PledgeText, { by, now }: Writing) => {
  if (isSameText(version, text)) return ok(version)
  if (version.state === 'published') return err('pledge.published')
  if (text.effectiveOn < beijingDay(now)) return err('pledge.day_past', ['effectiveOn'])
  return ok<PledgeVersion>({ ...version, ...textOf(text), writers: [...new Set([...version.writers, by])] })
}

/** By somebody who wrote nothing in it. */
export const publishPledge = (version: PledgeVersion, { by, now }: Writing) => {
  if (version.state === 'published') return ok(version)
  if (version.writers.includes(by)) return err('pledge.own_words')
  if (version.effectiveOn < beijingDay(now)) return err('pledge.day_past', ['effectiveOn'])
  return ok<PledgeVersion>({ ...version, state: 'published', published: { by, at: now } })
}

type Dated = Pick<PledgeVersion, 'state' | 'effectiveOn' | 'number'>

const isLater = (one: Dated, other: Dated): boolean =>
  one.effectiveOn === other.effectiveOn ? one.number > other.number : one.effectiveOn > other.effectiveOn

/** What everybody signs today: of those published the one whose day came last. */
export const currentOf = <V extends Dated>(versions: readonly V[], today: Day): V | null =>
  versions
    .filter(({ state, effectiveOn }) => state === 'published' && effectiveOn <= today)
    .reduce<V | null>((latest, one) => (latest === null || isLater(one, latest) ? one : latest), null)

interface Signing {
  readonly staff: Pick<StaffRecord, 'id' | 'hospitalId' | 'name' | 'departmentId'>
  readonly departmentName: string | null
  readonly way: SigningWay
  readonly code: PledgeCode
  readonly now: Instant
}

export const sign = (version: Pick<PledgeVersion, 'id'>, signing: Signing): PledgeSignature => {
  const { staff, departmentName, way, code, now } = signing
  return {
    id: signatureKey(version.id, staff.id),
    rev: 0,
    hospitalId: staff.hospitalId,
    versionId: version.id,
    staffId: staff.id,
    name: staff.name,
    departmentId: staff.departmentId,
    departmentName,
    signedOn: beijingDay(now),
    signedAt: now,
    way,
    code,
  }
}

/** Whoever works here now; a supervisor from outside pledges nothing for the hospital. */
export const isOnRoster = ({ state, roles }: Pick<StaffRecord, 'state' | 'roles'>): boolean =>
  state.kind !== 'left' && !comesFromOutside(roles)

/** 亮诺率: who signed the current version of those on the roster. */
export interface Tally {
  readonly signed: number
  readonly total: number
}

export const NOBODY: Tally = { signed: 0, total: 0 }

const add = (left: Tally, right: Tally): Tally => ({
  signed: left.signed + right.signed,
  total: left.total + right.total,
})

export const tallyOf = (
  people: readonly Pick<StaffRecord, 'id' | 'departmentId'>[],
  signed: ReadonlySet<StaffId>,
): ReadonlyMap<DepartmentId | null, Tally> => {
  const tallies = new Map<DepartmentId | null, Tally>()
  for (const { id, departmentId } of people) {
    const one = { signed: signed.has(id) ? 1 : 0, total: 1 }
    tallies.set(departmentId, add(tallies.get(departmentId) ?? NOBODY, one))
  }
  return tallies
}

export const totalOf = (tallies: Iterable<Tally>): Tally => [...tallies].reduce(add, NOBODY)

/** A share from 0 to 1; null where there is nobody who could sign. */
export const rateOf = ({ signed, total }: Tally): number | null => (total === 0 ? null : signed / total)
