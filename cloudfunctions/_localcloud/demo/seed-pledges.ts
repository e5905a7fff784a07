import { createHash } from 'node:crypto'
import { DepartmentId, HospitalId, PledgeVersionId, StaffId } from '#domain/ids'
import { beijingDay, daysAfter, type Instant, startOfBeijingDay } from '#domain/instant'
import { PLEDGE_CODE_BYTES, pledgeCodeFrom } from '#domain/integrity/pledge.code'
import { type PledgeSignature, signatureKey } from '#domain/integrity/pledge.model'
import { readyPledge } from '#domain/integrity/pledge.ready'
import * as v from 'valibot'
import type { LocalCloud } from '../local-cloud'
import { departments, hospital } from './busy-monday.story'
import { colleagues } from './colleagues.story'
import { diceFor } from './dice'
import { callsOf } from './persona.calls'
import { handOf } from './pledge.hands'

const PROPOSED_DAYS_AGO = 62
const EFFECTIVE_DAYS_AGO = 60
/** Of the colleagues. */
const NOT_SIGNED = 0.07
const SIGNED_AT_HOUR = 10
const HOUR_MS = 3_600_000

interface Signing {
  readonly persona: string
  readonly daysAgo: number
  /** The name that is written by hand; otherwise it is a tick. */
  readonly byHand?: string
}

/** Who has signed, and how many days ago; those who are not here are still asked to. */
const signedFirst: readonly Signing[] = [
  { persona: 'discipline', daysAgo: 60, byHand: '贺专员' },
  { persona: 'head', daysAgo: 59, byHand: '陶主任' },
  { persona: 'handler', daysAgo: 58, byHand: '顾护士长' },
]
const signedLater: readonly Signing[] = [
  { persona: 'leader', daysAgo: 59 },
  { persona: 'officer', daysAgo: 55 },
  { persona: 'publicist', daysAgo: 54 },
  { persona: 'caller', daysAgo: 31 },
]

type Cloud = Pick<LocalCloud, 'invoke'>

const VERSION_ID = createHash('sha256').update('pledge 1').digest('hex').slice(0, 32)

const signAll = async (cloud: Cloud, signings: readonly Signing[]): Promise<void> => {
  const call = callsOf(cloud, 'integrity')
  for (const { persona, daysAgo, byHand } of signings) {
    const way = byHand ? { kind: 'drawn', strokes: handOf(byHand) } : { kind: 'confirmed' }
    await call('signPledge', { versionId: VERSION_ID, way }, persona, daysAgo)
  }
}

/** The pledge (我承诺 你监督) that everybody signs now, and the first who have. Running it again changes nothing. */
export const seedPledges = async (cloud: Cloud, now: Instant): Promise<void> => {
  const call = callsOf(cloud, 'integrity')
  const { current } = await call<{ current: unknown }>('pledgeBoard', {}, 'discipline')
  if (!current) {
    const text = { ...readyPledge, effectiveOn: daysAfter(beijingDay(now), -EFFECTIVE_DAYS_AGO) }
    const about = { id: VERSION_ID, rev: null, text }
    const { rev } = await call<{ rev: number }>('proposePledge', about, 'publicist', PROPOSED_DAYS_AGO)
    await call('publishPledge', { id: VERSION_ID, rev }, 'discipline', PROPOSED_DAYS_AGO)
  }
  await signAll(cloud, signedFirst)
}

/** Most of the colleagues signed in the weeks after, with a tick. */
const signaturesTold = (now: Instant): PledgeSignature[] =>
  colleagues.flatMap(({ staffId, name, departmentId }): PledgeSignature[] => {
    const chance = diceFor(`pledge ${staffId}`)
    if (chance() < NOT_SIGNED) return []
    const signedOn = daysAfter(beijingDay(now), -Math.ceil(chance() * (EFFECTIVE_DAYS_AGO - 1)))
    const bytes = createHash('sha256').update(`pledge ${staffId}`).digest().subarray(0, PLEDGE_CODE_BYTES)
    const version = v.parse(PledgeVersionId, VERSION_ID)
    const id = v.parse(StaffId, staffId)
    return [
      {
        id: signatureKey(version, id),
        rev: 0,
        hospitalId: v.parse(HospitalId, hospital.id),
        versionId: version,
        staffId: id,
        name,
        departmentId: v.parse(DepartmentId, departmentId),
        departmentName: departments.find((department) => department.id === departmentId)?.name ?? null,
        signedOn,
        signedAt: (startOfBeijingDay(signedOn) + SIGNED_AT_HOUR * HOUR_MS) as Instant,
        way: { kind: 'confirmed' },
        code: pledgeCodeFrom(bytes),
      },
    ]
  })

/** And those who signed later. */
export const seedPledgesYear = async (
  cloud: Cloud & Pick<LocalCloud, 'insertMissing'>,
  now: Instant,
): Promise<void> => {
  await signAll(cloud, signedLater)
  await cloud.insertMissing('pledge_signatures', signaturesTold(now))
}
