import { createHash } from 'node:crypto'
import { HospitalId, QuizQuestionId } from '#domain/ids'
import { beijingDay, type Day, daysAfter, type Instant, startOfBeijingDay } from '#domain/instant'
import type { ExamPlan } from '#domain/integrity/exam.model'
import { partsOf } from '#domain/integrity/question.parts'
import { publishQuestion, sendQuestion, startQuestion } from '#domain/integrity/question.rules'
import type { VersionContent } from '#domain/integrity/pool.model'
import { starterContent } from '#domain/integrity/starter.question'
import { starterQuestions } from '#domain/integrity/starter/starter.questions'
import type { Result } from '#domain/result'
import { quarterInWords, quarterOf } from '#domain/survey/quarter'
import * as v from 'valibot'
import type { LocalCloud } from '../local-cloud'
import { hospital } from './busy-monday.story'
import { beforePost, inUse, practised, proposed, quarterly, returned, unconfirmed, written } from './exams.story'
import { callsOf } from './persona.calls'
import { staffIdOf } from './staff.ids'

type Cloud = Pick<LocalCloud, 'invoke' | 'insertMissing'>
type Call = ReturnType<typeof callsOf>

const TAKEN_DAYS_AGO = 170
const REVIEWED_DAYS_AGO = 168
const WRITTEN_DAYS_AGO = 2
const FIVE = 5
const HOUR_MS = 3_600_000

const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** So many hours into a day. */
const at = (day: Day, hours: number): Instant => (startOfBeijingDay(day) + hours * HOUR_MS) as Instant

interface StarterRows {
  readonly rows: readonly { key: string; id: string }[]
}

/** A question that was reviewed, with its first version. */
export interface InUse extends VersionContent {
  readonly key: string
}

/** Under which ids the hospital keeps what came with the program. */
export const questionsInUse = async (cloud: Pick<LocalCloud, 'invoke'>): Promise<InUse[]> => {
  const { rows } = await callsOf(cloud, 'integrity')<StarterRows>('starterQuestions', {}, 'discipline')
  const ids = new Map(rows.map(({ key, id }) => [key, id]))
  return inUse.flatMap((key) => {
    const starter = starterQuestions.find((one) => one.key === key)
    if (!starter) return []
    return [{ key, questionId: v.parse(QuizQuestionId, ids.get(key)), version: 1, content: starterContent(starter) }]
  })
}

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

/** Taken by the discipline officer, looked at and published by somebody from the complaint office. */
const reviewed = ({ questionId, content }: InUse, place: number, today: Day) => {
  const started = { id: questionId, hospitalId: v.parse(HospitalId, hospital.id), number: place + 1 }
  const taken = { by: staffIdOf('discipline'), now: at(daysAfter(today, -TAKEN_DAYS_AGO), 9) }
  const sent = must(sendQuestion(startQuestion(started, content, taken), taken))
  return must(publishQuestion(sent, { by: staffIdOf('officer'), now: at(daysAfter(today, -REVIEWED_DAYS_AGO), 9) }))
}

/** What is in use is laid down at once; what waits for somebody, or came back, went through their hands. */
const seedBank = async (cloud: Cloud, call: Call, today: Day): Promise<void> => {
  const published = (await questionsInUse(cloud)).map((one, place) => reviewed(one, place, today))
  await cloud.insertMissing(
    'quiz_versions',
    published.map(({ version }) => version),
  )
  await cloud.insertMissing(
    'quiz_questions',
    published.map(({ question }) => question),
  )
  const keys = [returned.key, unconfirmed]
  const { rows } = await call<StarterRows>('takeStarterQuestions', { keys }, 'discipline', TAKEN_DAYS_AGO)
  const back = { id: rows.find(({ key }) => key === returned.key)?.id, rev: 0, reason: returned.reason }
  await call('sendQuestionBack', back, 'officer', REVIEWED_DAYS_AGO)
  const id = idOf(written.stem)
  await call('saveQuestion', { id, rev: null, content: written }, 'discipline', WRITTEN_DAYS_AGO)
  await call('sendQuestion', { id, rev: 0 }, 'discipline', WRITTEN_DAYS_AGO)
}

/** Announced, unless an earlier start did. */
const announce = async (call: Call, id: string, plan: ExamPlan, daysAgo: number): Promise<void> => {
  const { rows } = await call<{ rows: { id: string }[] }>('exams', {}, 'discipline')
  const { rev, phase } = rows.some((row) => row.id === id)
    ? await call<{ rev: number; phase: string }>('exam', { id }, 'discipline')
    : await call<{ rev: number; phase: string }>('saveExam', { id, rev: null, plan }, 'discipline', daysAgo)
  if (phase === 'planned') await call('announceExam', { id, rev }, 'discipline', daysAgo)
}

const OPEN_SINCE_DAYS = 2
const OPEN_FOR_DAYS = 12
const ANNOUNCED_DAYS_AGO = 9

const seedOpenExams = async (call: Call, now: Instant): Promise<void> => {
  const today = beijingDay(now)
  const window = {
    opensAt: at(daysAfter(today, -OPEN_SINCE_DAYS), 8),
    closesAt: at(daysAfter(today, OPEN_FOR_DAYS), 18),
  }
  const quarter = quarterInWords(quarterOf(today))
  await announce(
    call,
    idOf(`exam quarterly ${quarter}`),
    { ...quarterly, ...window, title: `${quarter}廉洁考试`, audience: { kind: 'everybody' } },
    ANNOUNCED_DAYS_AGO,
  )
  const people = proposed.map(staffIdOf)
  await announce(
    call,
    idOf('exam before taking up a post'),
    {
      ...beforePost,
      ...window,
      title: '第二批任前廉政考试',
      audience: { kind: 'chosen', departments: [], groups: [], people },
    },
    ANNOUNCED_DAYS_AGO,
  )
}

interface Five {
  readonly questions: readonly { questionId: string; stem: string; options: readonly string[] }[]
  readonly told: readonly { questionId: string }[]
}

const rightOf = (stem: string, options: readonly string[]): number[] => {
  const starter = starterQuestions.find((one) => one.stem === stem)
  const [part] = starter ? partsOf(starterContent(starter)) : []
  const right = part?.options.filter(({ id }) => part.key.includes(id)).map(({ text }) => text) ?? []
  return options.flatMap((text, place) => (right.includes(text) ? [place] : []))
}

/** Of several right ones the first alone; otherwise one that is wrong. */
const wrongOf = (right: readonly number[], options: readonly string[]): number[] =>
  right.length > 1 ? right.slice(0, 1) : [options.findIndex((_, place) => !right.includes(place))]

/** How many were answered in the years of the days that are told. */
const answeredBy = async (call: Call, persona: string, days: readonly number[], now: Instant): Promise<number> => {
  const years = new Map(days.map((daysAgo) => [daysAfter(beijingDay(now), -daysAgo).slice(0, 4), daysAgo]))
  let answered = 0
  for (const daysAgo of years.values()) {
    const { year } = await call<{ year: { answered: number } }>('progress', {}, persona, daysAgo)
    answered += year.answered
  }
  return answered
}

const seedPractice = async (call: Call, now: Instant): Promise<void> => {
  for (const { persona, days } of practised) {
    const ago = days.map(([daysAgo]) => daysAgo)
    const answered = await answeredBy(call, persona, ago, now)
    // A day that was told to its end is not opened again: another would be chosen for it.
    for (const [daysAgo, knew] of days.slice(Math.floor(answered / FIVE))) {
      const { questions, told } = await call<Five>('dailyFive', {}, persona, daysAgo)
      for (const [place, { questionId, stem, options }] of questions.entries()) {
        if (told.some((one) => one.questionId === questionId)) continue
        const right = rightOf(stem, options)
        const chosen = place < knew ? right : wrongOf(right, options)
        await call('answerDaily', { questionId, chosen }, persona, daysAgo)
      }
    }
  }
}

/**
 * The bank of questions with its first reviews, two exams that are open, and some days of practice. Running it again
 * changes nothing.
 */
export const seedExams = async (cloud: Cloud, now: Instant): Promise<void> => {
  const call = callsOf(cloud, 'integrity')
  await seedBank(cloud, call, beijingDay(now))
  await seedOpenExams(call, now)
  await seedPractice(call, now)
}
