import { createHash } from 'node:crypto'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import type { LocalCloud } from '../local-cloud'
import { coming, contest, held, heldLater, works } from './activities.story'
import { callsOf, unlessThere } from './persona.calls'

type Cloud = Pick<LocalCloud, 'invoke'>

interface Stored {
  readonly id: string
  readonly rev: number
  readonly state: string
}

interface Told extends Stored {
  readonly release: unknown
}

type StoryActivity = (typeof held)[number]
type StoryPlan = Omit<StoryActivity, 'daysAgo' | 'outcome'>

const PLANNED_DAYS_BEFORE = 7

const idOf = (text: string) => createHash('sha256').update(`activity ${text}`).digest('hex').slice(0, 32)

const planOf = ({ hours, ...told }: StoryPlan, day: string) => ({
  place: '',
  speaker: '',
  topic: '',
  series: null,
  expected: null,
  ...told,
  day,
  from: hours?.[0] ?? null,
  until: hours?.[1] ?? null,
})

const deskOf = (cloud: Cloud, now: Instant) => {
  const call = callsOf(cloud, 'culture')
  const dayAgo = (days: number) => daysAfter(beijingDay(now), -days)

  /** By the ward's writer, or the publicity officer for the whole hospital. */
  const tellerOf = ({ departmentId }: StoryPlan) => (departmentId ? 'editor' : 'publicist')

  const save = (id: string, told: StoryPlan, day: string, daysAgo: number) =>
    unlessThere(call<Told>('saveActivity', { id, rev: null, plan: planOf(told, day) }, tellerOf(told), daysAgo))

  /** Held, told and let out by somebody else. */
  const hold = async ({ daysAgo, outcome, ...told }: StoryActivity): Promise<void> => {
    const planned = await save(idOf(told.title), told, dayAgo(daysAgo), daysAgo + PLANNED_DAYS_BEFORE)
    if (!planned || planned.release) return
    const { heads, extra = null, text: publicText } = outcome
    const came = { entered: heads, headsBy: 'entered', extra, publicText, evidence: [] }
    const finishing = { id: planned.id, rev: planned.rev, outcome: came }
    const { id, rev } = await call<Told>('finishActivity', finishing, tellerOf(told), daysAgo)
    await call('releaseActivity', { id, rev }, 'discipline', daysAgo)
  }

  return { call, dayAgo, save, hold }
}

/**
 * The last weeks' activities, a lesson of today at which the first have checked in, a call for works and what was handed
 * in. Running it again changes nothing.
 */
export const seedActivities = async (cloud: Cloud, now: Instant): Promise<void> => {
  const { call, dayAgo, save, hold } = deskOf(cloud, now)
  for (const activity of held) await hold(activity)
  const { checkedIn, ...lesson } = coming
  const lessonId = idOf(`${lesson.title} ${dayAgo(0)}`)
  await save(lessonId, lesson, dayAgo(0), 2)
  const { code } = await call<{ code: string }>('openCheckIn', { id: lessonId }, 'editor')
  for (const persona of checkedIn) await call('checkIn', { activityId: lessonId, code }, persona)
  const { untilInDays, calledDaysAgo, ...calling } = contest
  const contestId = idOf(contest.title)
  await save(contestId, calling, dayAgo(-untilInDays), calledDaysAgo)
  for (const { persona, daysAgo, shown, answersCall, content } of works) {
    const whole = { ...content, activityId: answersCall ? contestId : null }
    const handing = { id: idOf(content.title), rev: null, content: whole, consent: true }
    const work = await call<Stored>('submitWork', handing, persona, daysAgo)
    if (shown && work.state === 'submitted') {
      await call('showWork', { id: work.id, rev: work.rev }, 'publicist', daysAgo - 1)
    }
  }
}

/** And those of a year. */
export const seedActivitiesYear = async (cloud: Cloud, now: Instant): Promise<void> => {
  const { hold } = deskOf(cloud, now)
  for (const activity of heldLater) await hold(activity)
}
