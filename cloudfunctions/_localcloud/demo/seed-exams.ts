import { createHash } from 'node:crypto'
import { beijingDay, type Day, daysAfter, type Instant, startOfBeijingDay } from '#domain/instant'
import type { ExamPlan } from '#domain/integrity/exam.model'
import { partsOf } from '#domain/integrity/question.parts'
import type { QuestionContent } from '#domain/integrity/question.model'
import { quarterInWords, quarterOf } from '#domain/survey/quarter'
import type { LocalCloud } from '../local-cloud'
import { beforePost, inUse, practised, proposed, quarterly, returned, unconfirmed, written } from './exams.story'
import { callsOf } from './persona.calls'
import { staffIdOf } from './staff.ids'

type Cloud = Pick<LocalCloud, 'invoke'>
type Call = ReturnType<typeof callsOf>

const TAKEN_DAYS_AGO = 170
const REVIEWED_DAYS_AGO = 168
const WRITTEN_DAYS_AGO = 2
const REVIEWED_AT_ONCE = 6
const QUESTIONS_PAGE = 30
const FIVE = 5
const HOUR_MS = 3_600_000

const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** So many hours into a day. */
const at = (day: Day, hours: number): Instant => (startOfBeijingDay(day) + hours * HOUR_MS) as Instant

/** Questions of the bank that came with the program: their ids, by key, and what they say, by id. */
export interface Bank {
  readonly ids: ReadonlyMap<string, string>
  readonly contents: ReadonlyMap<string, QuestionContent>
}

interface StarterRows {
  readonly rows: readonly { key: string; id: string; stem: string; taken: boolean }[]
}

interface Exported {
  readonly questions: readonly { content: QuestionContent }[]
  readonly next: number | null
}

/** Every question that still waits for a reviewer. */
const waiting = async (call: Call): Promise<Set<string>> => {
  const found = new Set<string>()
  for (let skip = 0; ; skip += QUESTIONS_PAGE) {
    const asked = { queue: 'review', topic: null, kind: null, words: '', skip }
    const { rows, more } = await call<{ rows: { id: string }[]; more: boolean }>('questions', asked, 'officer')
    for (const { id } of rows) found.add(id)
    if (!more) return found
  }
}

/** Taken by the discipline officer, looked at by somebody from the complaint office. */
const seedBank = async (call: Call): Promise<void> => {
  const keys = [...inUse, returned.key, unconfirmed]
  const { rows } = await call<StarterRows>('takeStarterQuestions', { keys }, 'discipline', TAKEN_DAYS_AGO)
  const ids = new Map(rows.map(({ key, id }) => [key, id]))
  const left = await waiting(call)
  const due = inUse.map((key) => ids.get(key) ?? '').filter((id) => left.has(id))
  for (let from = 0; from < due.length; from += REVIEWED_AT_ONCE) {
    const some = due.slice(from, from + REVIEWED_AT_ONCE)
    await Promise.all(some.map((id) => call('publishQuestion', { id, rev: 0 }, 'officer', REVIEWED_DAYS_AGO)))
  }
  const back = { id: ids.get(returned.key), rev: 0, reason: returned.reason }
  await call('sendQuestionBack', back, 'officer', REVIEWED_DAYS_AGO)
  const id = idOf(written.stem)
  await call('saveQuestion', { id, rev: null, content: written }, 'discipline', WRITTEN_DAYS_AGO)
  await call('sendQuestion', { id, rev: 0 }, 'discipline', WRITTEN_DAYS_AGO)
}

export const readBank = async (cloud: Cloud): Promise<Bank> => {
  const call = callsOf(cloud, 'integrity')
  const { rows } = await call<StarterRows>('starterQuestions', {}, 'discipline')
  const contents = new Map<string, QuestionContent>()
  const byStem = new Map(rows.map(({ stem, id }) => [stem, id]))
  for (let after: number | null = null; ; ) {
    const { questions, next }: Exported = await call('exportQuestions', { topic: null, after }, 'discipline')
    for (const { content } of questions) {
      const id = byStem.get(content.stem)
      if (id) contents.set(id, content)
    }
    if (next === null) return { ids: new Map(rows.map(({ key, id }) => [key, id])), contents }
    after = next
  }
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
  readonly questions: readonly { questionId: string; options: readonly string[] }[]
  readonly told: readonly { questionId: string }[]
}

const rightOf = (content: QuestionContent | undefined, options: readonly string[]): number[] => {
  const [part] = content ? partsOf(content) : []
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

const seedPractice = async (call: Call, { contents }: Bank, now: Instant): Promise<void> => {
  for (const { persona, days } of practised) {
    const ago = days.map(([daysAgo]) => daysAgo)
    const answered = await answeredBy(call, persona, ago, now)
    // A day that was told to its end is not opened again: another would be chosen for it.
    for (const [daysAgo, knew] of days.slice(Math.floor(answered / FIVE))) {
      const { questions, told } = await call<Five>('dailyFive', {}, persona, daysAgo)
      for (const [place, { questionId, options }] of questions.entries()) {
        if (told.some((one) => one.questionId === questionId)) continue
        const right = rightOf(contents.get(questionId), options)
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
  await seedBank(call)
  await seedOpenExams(call, now)
  await seedPractice(call, await readBank(cloud), now)
}
