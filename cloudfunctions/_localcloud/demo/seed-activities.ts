import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { WorkContent } from '#domain/culture/work.model'
import { ActivityId, HospitalId, MediaId } from '#domain/ids'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import * as v from 'valibot'
import type { LocalCloud } from '../local-cloud'
import { departmentsYear, hospitalYear } from './activities.records'
import { coming, contest, held, heldLater, notHeld, painted, type StoryActivity, works } from './activities.story'
import { idOf, planOf, type StoryPlan, tellerOf } from './activity.plans'
import { hospital } from './busy-monday.story'
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

interface Handing {
  readonly persona: string
  readonly daysAgo: number
  readonly shown: boolean
  readonly content: WorkContent
}

const PLANNED_DAYS_BEFORE = 7

const deskOf = (cloud: Cloud, now: Instant) => {
  const call = callsOf(cloud, 'culture')
  const dayAgo = (days: number) => daysAfter(beijingDay(now), -days)

  const save = (id: string, told: StoryPlan, day: string, daysAgo: number) =>
    unlessThere(call<Told>('saveActivity', { id, rev: null, plan: planOf(told, day) }, tellerOf(told), daysAgo))

  /** A picture of this folder, small enough for one part. */
  const sendPicture = async (file: string, persona: string, daysAgo: number): Promise<string> => {
    const content = readFileSync(resolve('cloudfunctions/_localcloud/demo/pictures', file))
    const mediaId = idOf(file)
    const part = {
      mediaId,
      kind: 'picture',
      name: '',
      part: 0,
      bytes: content.length,
      data: content.toString('base64'),
    }
    await call('sendMediaPart', part, persona, daysAgo)
    return mediaId
  }

  /** Handed in, and hung by somebody else. */
  const handIn = async ({ persona, daysAgo, shown, content }: Handing): Promise<void> => {
    const handing = { id: idOf(content.title), rev: null, content, consent: true }
    const work = await call<Stored>('submitWork', handing, persona, daysAgo)
    if (shown && work.state === 'submitted') {
      await call('showWork', { id: work.id, rev: work.rev }, 'publicist', daysAgo - 1)
    }
  }

  /** Held, told and let out by somebody else. */
  const hold = async ({ daysAgo, outcome, ...told }: StoryActivity): Promise<void> => {
    const planned = await save(idOf(told.title), told, dayAgo(daysAgo), daysAgo + PLANNED_DAYS_BEFORE)
    if (!planned || planned.release) return
    const { heads, extra = null, text: publicText, picture } = outcome
    const evidence = picture
      ? [
          {
            mediaId: await sendPicture(picture.file, tellerOf(told), daysAgo),
            kind: 'picture',
            name: picture.alt,
            open: true,
          },
        ]
      : []
    const came = { entered: heads, headsBy: 'entered', extra, publicText, evidence }
    const finishing = { id: planned.id, rev: planned.rev, outcome: came }
    const { id, rev } = await call<Told>('finishActivity', finishing, tellerOf(told), daysAgo)
    await call('releaseActivity', { id, rev }, 'discipline', daysAgo)
  }

  return { call, dayAgo, save, sendPicture, handIn, hold }
}

/**
 * The last weeks' activities, a lesson of today at which the first have checked in, a call for works and what was handed
 * in. Running it again changes nothing.
 */
export const seedActivities = async (cloud: Cloud, now: Instant): Promise<void> => {
  const { call, dayAgo, save, handIn, hold } = deskOf(cloud, now)
  for (const activity of held) await hold(activity)
  const { checkedIn, ...lesson } = coming
  const lessonId = idOf(`${lesson.title} ${dayAgo(0)}`)
  await save(lessonId, lesson, dayAgo(0), 2)
  const { code } = await call<{ code: string }>('openCheckIn', { id: lessonId }, 'editor')
  for (const persona of checkedIn) await call('checkIn', { activityId: lessonId, code }, persona)
  const { untilInDays, calledDaysAgo, ...calling } = contest
  const contestId = idOf(contest.title)
  await save(contestId, calling, dayAgo(-untilInDays), calledDaysAgo)
  for (const { answersCall, content, ...work } of works) {
    await handIn({ ...work, content: { ...content, activityId: answersCall ? v.parse(ActivityId, contestId) : null } })
  }
}

/** And those of a year, with what was painted and written by hand. */
export const seedActivitiesYear = async (
  cloud: Cloud & Pick<LocalCloud, 'insertMissing'>,
  now: Instant,
): Promise<void> => {
  const { call, dayAgo, save, sendPicture, handIn, hold } = deskOf(cloud, now)
  const hospitalId = v.parse(HospitalId, hospital.id)
  await cloud.insertMissing('activities', [...departmentsYear(hospitalId, now), ...hospitalYear(hospitalId, now)])
  for (const activity of heldLater) if (activity.outcome.picture) await hold(activity)
  for (const { inDays, givenUp, ...told } of notHeld) {
    const id = idOf(told.title)
    const daysAgo = Math.max(0, -inDays) + PLANNED_DAYS_BEFORE
    const planned = await save(id, told, dayAgo(-inDays), daysAgo)
    if (planned && givenUp) await call('cancelActivity', { id, rev: planned.rev, reason: givenUp }, tellerOf(told))
  }
  for (const { persona, daysAgo, file, alt, about, width, height, kind, title, credit } of painted) {
    const mediaId = v.parse(MediaId, await sendPicture(file, persona, daysAgo))
    const words: WorkContent['blocks'] = about ? [{ kind: 'paragraph', spans: [{ text: about }] }] : []
    const blocks: WorkContent['blocks'] = [{ kind: 'image', mediaId, alt, width, height }, ...words]
    await handIn({ persona, daysAgo, shown: true, content: { kind, title, credit, activityId: null, blocks } })
  }
}
