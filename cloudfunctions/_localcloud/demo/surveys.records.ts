import { createHash } from 'node:crypto'
import type { DepartmentId, HospitalId, SurveyId, TouchpointId } from '#domain/ids'
import type { Month } from '#domain/instant'
import { daysOf, monthAfter } from '#domain/metrics/month.arithmetic'
import { type AnswerValue, nextAfter } from '#domain/survey/path'
import { type Form, isAsked, NUMBER_MOST, type Question, SCALE_OPTIONS } from '#domain/survey/question.model'
import type { Rater, Sheet, Way } from '#domain/survey/survey.model'
import { type Chance, diceFor, pick, poisson } from './dice'
import {
  answered,
  CHANGED,
  dimensionsTold,
  HINTED_PERCENT,
  USUALLY_BEST,
  WROTE_PERCENT,
  written,
} from './surveys.story'
import { MONTHS_TOLD, visited } from './two-years.story'

/** A questionnaire as it was published. */
export interface AskedForm {
  readonly surveyId: SurveyId
  readonly form: Form
}

interface Mood {
  readonly rater: Rater
  readonly departmentId: string | null
  readonly monthsAgo: number
}

const within = (share: number) => Math.min(0.97, Math.max(0.05, share))

/** How likely the best answer is: what the dimension, the department and the time make of it. */
const bestIn = (question: Question, form: Form, { departmentId, monthsAgo }: Mood): number => {
  const dimension = 'dimension' in question ? form.dimensions.find(({ id }) => id === question.dimension)?.name : ''
  const told = dimensionsTold.find(({ word }) => dimension?.includes(word))?.more ?? 0
  const changed = dimension?.includes(CHANGED.word) && monthsAgo <= CHANGED.sinceMonthsAgo ? CHANGED.more : 0
  const ofDepartment = departmentId === null ? 0 : (diceFor(`mood ${departmentId}`)() - 0.5) * 0.12
  return within(USUALLY_BEST + told + changed + ofDepartment)
}

const chooseScale = (question: Extract<Question, { kind: 'scale' }>, best: number, chance: Chance): string => {
  if (question.options.some(({ na }) => na) && chance() < 0.08) return 'na'
  const dice = chance()
  const second = best + (1 - best) * 0.72
  if (dice < best) return SCALE_OPTIONS[0]
  if (dice < second) return SCALE_OPTIONS[1]
  return dice < second + (1 - second) * 0.75 ? SCALE_OPTIONS[2] : SCALE_OPTIONS[3]
}

const chooseSingle = (question: Extract<Question, { kind: 'single' }>, best: number, chance: Chance): string => {
  const ordinary = question.options.filter(({ concern }) => concern !== 'report')
  const hinted = question.options.find(({ concern }) => concern === 'report')
  if (hinted && chance() * 100 < HINTED_PERCENT) return hinted.id
  const scored = [...ordinary].filter(({ score }) => score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const liked = scored.length > 0 ? scored : ordinary
  let at = 0
  while (at < liked.length - 1 && chance() > best) at += 1
  return (liked[at] ?? ordinary[0] ?? question.options[0])?.id ?? ''
}

const answerTo = (question: Question, form: Form, mood: Mood, chance: Chance): AnswerValue | undefined => {
  const best = bestIn(question, form, mood)
  switch (question.kind) {
    case 'section':
      return undefined
    case 'scale':
      return chooseScale(question, best, chance)
    case 'single':
      return chooseSingle(question, best, chance)
    case 'multiple':
      return [pick(question.options, chance).id]
    case 'number':
      return Math.min(NUMBER_MOST, Math.max(0, NUMBER_MOST - poisson((1 - best) * 5, chance)))
    case 'text':
      return chance() * 100 < WROTE_PERCENT ? pick(written[mood.rater] ?? written.anybody, chance) : undefined
  }
}

/** One way through the form, answered as in this mood. */
const fillIn = (form: Form, mood: Mood, chance: Chance): Record<string, AnswerValue> => {
  const answers: Record<string, AnswerValue> = {}
  const byId = new Map(form.questions.map((question) => [question.id, question]))
  let at: Question | undefined = form.questions[0]
  while (at) {
    const skips = isAsked(at) && !at.required && chance() < 0.04
    const value = skips ? undefined : answerTo(at, form, mood, chance)
    if (value !== undefined) answers[at.id] = value
    const next = nextAfter(form, at, answers[at.id])
    at = next === 'end' ? undefined : byId.get(next)
  }
  return answers
}

/** Which department was rated: patients by where they were, the others all alike; staff rate the hospital. */
const departmentOf = (rater: Rater, chance: Chance): string | null => {
  if (rater === 'staff') return null
  if (rater === 'peer' || rater === 'supervisor') return pick(visited, chance).id
  const weight = ({ outpatient, discharges }: (typeof visited)[number]) =>
    rater === 'outpatient' ? outpatient : (discharges ?? 0)
  let left = chance() * visited.reduce((sum, one) => sum + weight(one), 0)
  return visited.find((one) => (left -= weight(one)) < 0)?.id ?? visited[0]?.id ?? null
}

const isAskedIn = (months: readonly number[] | null, rater: Rater, month: Month): boolean => {
  const number = Number(month.slice(5)) - 1
  if (months === null) return true
  return rater === 'staff' ? number % 6 === 5 : months.includes(number % 3)
}

export interface SheetsWanted {
  readonly hospitalId: HospitalId
  readonly asked: ReadonlyMap<Rater, AskedForm>
  /** Codes by the department they hang in. */
  readonly codes: ReadonlyMap<string, readonly string[]>
  /** The month that runs, and how many of its days are over. */
  readonly now: Month
  readonly daysOver: number
}

/** Of what is over nobody sees the days: fewer of them are counted sooner at the first start. */
const DAYS_APART = 7

/** Before that the codes were new, and fewer people answered. */
const KNOWN_SINCE_MONTHS = 7
const FEW_KNEW = 0.35

/** Two years of answers and the month so far: the same ones in whatever month they are told. */
export const sheetsTold = ({ hospitalId, asked, codes, now, daysOver }: SheetsWanted): Sheet[] =>
  answered.flatMap(({ rater, self, assisted, months }) => {
    const survey = asked.get(rater)
    if (!survey) return []
    return Array.from({ length: MONTHS_TOLD + 1 }, (_, monthsAgo) => monthsAgo).flatMap((monthsAgo) => {
      const month = monthAfter(now, -monthsAgo)
      const all = daysOf(month).slice(0, monthsAgo === 0 ? daysOver : undefined)
      if (!isAskedIn(months, rater, month) || all.length === 0) return []
      const days = monthsAgo === 0 ? all : all.filter((_, at) => at % DAYS_APART === 0)
      const chance = diceFor(`sheets ${rater} ${monthsAgo}`)
      const part = all.length / daysOf(month).length
      const sheet = (way: Way, at: number): Sheet => {
        const departmentId = departmentOf(rater, chance)
        const spots = way === 'self' && departmentId !== null ? (codes.get(departmentId) ?? []) : []
        return {
          id: createHash('sha256').update(`sheet ${rater} ${way} ${month} ${at}`).digest('hex'),
          rev: 0,
          hospitalId,
          surveyId: survey.surveyId,
          version: 1,
          rater,
          way,
          departmentId: departmentId as DepartmentId | null,
          touchpointId: spots.length > 0 ? (pick(spots, chance) as TouchpointId) : null,
          day: pick(days, chance),
          answers: JSON.stringify(fillIn(survey.form, { rater, departmentId, monthsAgo }, chance)),
          pending: true,
        }
      }
      const known = monthsAgo > KNOWN_SINCE_MONTHS ? FEW_KNEW : 1
      const count = (usual: number) => (usual === 0 ? 0 : Math.round(usual * part * known * (0.93 + chance() * 0.14)))
      return [
        ...Array.from({ length: count(self) }, (_, at) => sheet('self', at)),
        ...Array.from({ length: count(assisted) }, (_, at) => sheet('assisted', at)),
      ]
    })
  })
