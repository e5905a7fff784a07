import { createHash } from 'node:crypto'
import { readyPledge } from '#domain/integrity/pledge.ready'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import type { LocalCloud } from '../local-cloud'
import { callsOf } from './persona.calls'
import { handOf } from './pledge.hands'

const PROPOSED_DAYS_AGO = 62
const EFFECTIVE_DAYS_AGO = 60

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

/** And those who signed later. */
export const seedPledgesYear = (cloud: Cloud): Promise<void> => signAll(cloud, signedLater)
