import { readFileSync } from 'node:fs'
import path from 'node:path'
import { StaffRecord } from '#domain/hospital/staff.model'
import type { TouchpointId } from '#domain/ids'
import { beijingDay, type Day, daysAfter, type Instant, monthOf } from '#domain/instant'
import type { Answers, Form, Question } from '#domain/survey/question.model'
import { readySet } from '#domain/survey/ready/ready.sets'
import { sheetDayKey, sheetMonthKey, type SurveyText } from '#domain/survey/survey.bucket'
import { type Sheet, Survey, SurveyVersion, versionKey } from '#domain/survey/survey.model'
import { asStored, mergeTallies, tally, type Tally } from '#domain/survey/survey.tally'
import * as v from 'valibot'
import { DEPARTMENTS, hospitalIdOf, NOW } from './rates.city'
import { departmentsOf, hospitalAt, leaderOpenid } from './rates.documents'
import { fillStore } from './rates.store'

export interface LoadedSheets {
  readonly sheets: number
  readonly seconds: number
}

/** The last days before the one that runs. */
const DAYS = 730
const SURVEY = 'b'.repeat(32)
const RATER = 'inpatient'
const CODES = 80
/** One in so many says something. */
const SAYS = 20

const dice = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const answerTo = (question: Question, below: (most: number) => number, says: boolean): Answers[string] | undefined => {
  switch (question.kind) {
    case 'scale':
      return question.options[Math.min(question.options.length - 1, Math.floor(below(10) / 3))]?.id
    case 'single':
      return question.options[below(8) === 0 ? 0 : question.options.length - 1]?.id
    case 'multiple':
      return [question.options[below(question.options.length)]?.id ?? '']
    case 'number':
      return 6 + below(5)
    case 'text':
      return says ? '夜里铃按了很久才来人，别的都好。' : undefined
    case 'section':
      return undefined
  }
}

const answersFor = (form: Form, row: number, below: (most: number) => number): Answers =>
  Object.fromEntries(
    form.questions.flatMap((question) => {
      const answer = answerTo(question, below, row % SAYS === 0)
      return answer === undefined ? [] : [[question.id, answer]]
    }),
  )

const idOf = (row: number) => row.toString(16).padStart(8, '0').repeat(8)

/** Writes a hospital with so many sheets over two years into a local cloud's database, and the last of them unfolded. */
const load = (folder: string, count: number, waiting: number) => {
  const began = performance.now()
  const indexes = JSON.parse(readFileSync('cloudfunctions/indexes.json', 'utf8'))
  const { insert, close } = fillStore(path.join(folder, 'database.sqlite'), indexes)
  const hospital = hospitalAt(0)
  const hospitalId = hospitalIdOf(0)
  insert('hospitals', hospital)
  for (const department of departmentsOf(hospitalId))
    insert('departments', department, `${hospitalId}:${department.id}`)
  insert(
    'staff',
    v.parse(StaffRecord, {
      id: `${hospitalId}-S0`,
      rev: 0,
      hospitalId,
      number: 'QJ-0',
      name: '叶',
      departmentId: null,
      roles: ['survey_officer'],
      state: { kind: 'active' },
      openid: leaderOpenid(hospitalId),
      invitation: null,
      imported: null,
    }),
  )
  const form = readySet(RATER)
  const survey = v.parse(Survey, {
    id: SURVEY,
    rev: 0,
    hospitalId,
    rater: RATER,
    draft: form,
    version: 1,
    periods: [],
    quota: { total: null, perDepartment: null },
    retired: false,
    changedAt: NOW,
    changedBy: 'S0',
  })
  insert('surveys', survey)
  const key = versionKey(survey.id, 1)
  insert(
    'survey_versions',
    v.parse(SurveyVersion, {
      id: key,
      rev: 0,
      surveyId: SURVEY,
      hospitalId,
      version: 1,
      form,
      publishedAt: NOW,
      by: 'S0',
    }),
  )
  const today = beijingDay(NOW as Instant)
  const days = Array.from({ length: DAYS }, (_, back) => daysAfter(today, back - DAYS))
  const words = form.questions.find(({ kind }) => kind === 'text')
  const months = new Map<string, Tally[]>()
  const below = dice(7)
  const bucket = { rev: 0, hospitalId, rater: RATER } as const
  let row = 0
  for (const [at, day] of days.entries()) {
    const until = Math.floor((count * (at + 1)) / DAYS)
    const counted: Parameters<typeof tally>[0][number][] = []
    for (; row < until; row += 1) {
      const unit = below(DEPARTMENTS.length)
      const answers = answersFor(form, row, below)
      const pending = row >= count - waiting
      const sheet: Sheet = {
        id: idOf(row),
        rev: 0,
        hospitalId,
        surveyId: survey.id,
        version: 1,
        rater: RATER,
        way: row % 50 === 0 ? 'assisted' : 'self',
        departmentId: DEPARTMENTS[unit] as Sheet['departmentId'],
        touchpointId: `C-${(unit * 2 + below(2)) % CODES}` as TouchpointId,
        day: day as Day,
        answers: JSON.stringify(answers),
        pending,
      }
      insert('survey_sheets', sheet)
      if (pending) continue
      counted.push({ ...sheet, form, answers })
      if (row % SAYS !== 0 || !words) continue
      const text: SurveyText = {
        id: idOf(row),
        rev: 0,
        hospitalId,
        rater: RATER,
        surveyId: survey.id,
        questionId: words.id,
        question: words.text,
        month: monthOf(day),
        departmentId: sheet.departmentId,
        text: String(answers[words.id]),
        themes: [],
        unread: true,
      }
      insert('survey_texts', text)
    }
    const sums = tally(counted)
    const month = monthOf(day)
    months.set(month, [...(months.get(month) ?? []), sums])
    const stored = { hospital: asStored(sums.hospital), totals: asStored(sums.totals), details: asStored(sums.details) }
    insert('survey_days', { id: sheetDayKey(hospitalId, RATER, day), ...bucket, month, ...stored })
  }
  for (const [month, parts] of months) {
    const merged = mergeTallies(parts)
    const id = sheetMonthKey(hospitalId, RATER, month)
    insert('survey_months', { id, ...bucket, month, hospital: asStored(merged.hospital) })
    const ofUnits = { totals: asStored(merged.totals), details: asStored(merged.details) }
    insert('survey_department_months', { id, ...bucket, month, ...ofUnits })
  }
  close()
  const loaded: LoadedSheets = { sheets: row, seconds: (performance.now() - began) / 1000 }
  console.log(JSON.stringify(loaded))
}

const [folder = '', count = '0', waiting = '0'] = process.argv.slice(2)
load(folder, Number(count), Number(waiting))
