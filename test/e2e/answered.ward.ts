import { createHash, randomBytes } from 'node:crypto'
import { beijingDay, type Instant } from '#domain/instant'
import { monthsOf, type Quarter, quarterAfter, quarterInWords, quarterOf } from '#domain/survey/quarter'
import { readySet } from '#domain/survey/ready/ready.sets'
import { Sheet, type Way } from '#domain/survey/survey.model'
import * as v from 'valibot'
import { openidOf } from '../../cloudfunctions/_localcloud/demo/personas'
import { type Hospital, openHospital } from '../builders/hospital'

const SETUP_CODE = 'OPEN-FOR-THIS-JOURNEY'
const ROUNDS = 10

/** The quarter that is over, and how the page calls it. */
export const LAST: Quarter = quarterAfter(quarterOf(beijingDay(Date.now() as Instant)), -1)
export const LAST_NAME = quarterInWords(LAST)
export const LAST_SHORT = LAST_NAME.slice(-'三季度'.length)

/** Department, answers, and how many of them gave the best one: one too few to be shown, the others not. */
export const LAST_ANSWERS = [
  ['03.01', '呼吸科', 120, 90],
  ['04.03', '骨科', 110, 66],
  ['05', '妇产科', 16, 8],
  ['21', '康复医学科', 14, 14],
  ['27', '疼痛科', 4, 2],
] as const

export const WORDS = ['晚上八点以后没有热水。', '饭菜凉，老人吃不下。', '护士夜里按铃来得很快。']

interface Told {
  readonly quarter: Quarter
  readonly departmentId: string
  readonly count: number
  readonly best: number
  readonly way: Way
  readonly words?: readonly string[]
}

const sheetsOf = (surveyId: string, told: Told) =>
  Array.from({ length: told.count }, (_, at) => {
    // Spread evenly, so that every month is like the next.
    const isBest = Math.floor(((at + 1) * told.best) / told.count) > Math.floor((at * told.best) / told.count)
    const words = told.words?.[at]
    const answers = {
      qclear: isBest ? 's3' : 's2',
      qpain: 'no',
      qmeal: isBest ? 's2' : 's0',
      qoverall: isBest ? 's3' : 's2',
      qgift: 'no',
      ...(words ? { qwords: words } : {}),
    }
    return v.parse(Sheet, {
      id: createHash('sha256').update(`${told.quarter} ${told.departmentId} ${told.way} ${at}`).digest('hex'),
      rev: 0,
      hospitalId: 'h1',
      surveyId,
      version: 1,
      rater: 'inpatient',
      way: told.way,
      departmentId: told.departmentId,
      touchpointId: null,
      day: `${monthsOf(told.quarter)[at % 3]}-${at % 2 === 0 ? '05' : '15'}`,
      answers: JSON.stringify(answers),
      pending: true,
    })
  })

const told = (): Told[] => [
  ...LAST_ANSWERS.map(
    ([departmentId, , count, best]): Told => ({
      quarter: LAST,
      departmentId,
      count,
      best,
      way: 'self',
      ...(departmentId === '04.03' ? { words: WORDS } : {}),
    }),
  ),
  ...[1, 2].map(
    (ago): Told => ({
      quarter: quarterAfter(LAST, -ago),
      departmentId: '03.01',
      count: 240,
      best: 164,
      way: 'self',
    }),
  ),
  { quarter: LAST, departmentId: '03.01', count: 20, best: 10, way: 'assisted' },
  { quarter: LAST, departmentId: '03.01', count: 3, best: 3, way: 'web' },
]

export interface AnsweredWard extends Hospital {
  /** Publishes the questionnaire and lays down three quarters of answers, counted. */
  answer(): Promise<void>
}

/** A hospital of five departments, a survey officer and a leader, without a questionnaire yet. */
export const openAnsweredWard = async (): Promise<AnsweredWard> => {
  const hospital = await openHospital({
    seed: false,
    functionEnvironment: { hospital: { SETUP_CODE }, survey: { SURVEY_KEY: randomBytes(32).toString('base64url') } },
  })
  const ask = async (persona: string, name: string, action: string, input: unknown) => {
    const answer = await hospital.invoke(name, { action, input }, { openid: openidOf(persona) })
    const { ok, code, value } = answer as { ok: boolean; code?: string; value?: { rev: number } }
    if (!ok) throw new Error(`${name}.${action}: ${code}`)
    return value
  }
  await ask('administrator', 'hospital', 'found', {
    setupCode: SETUP_CODE,
    administrator: '韩工',
    hospital: {
      id: 'h1',
      name: '青衿市人民医院',
      pledge: '不收红包，每天的费用讲得清。',
      replyWithinWorkingDays: 5,
      contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
    },
  })
  for (const [id, name] of LAST_ANSWERS) await ask('administrator', 'hospital', 'addDepartment', { id, name })
  for (const [persona, staffId, name, role, code] of [
    ['surveyor', 'S7', '叶主任', 'survey_officer', '0123456789ABCDEJ'],
    ['leader', 'S8', '方院长', 'leader', '0123456789ABCDEK'],
    ['handler', 'S9', '顾护士长', 'case_handler', '0123456789ABCDEM'],
  ] as const) {
    const number = `QJ-${staffId}`
    const person = { staffId, number, name, departmentId: null, roles: [role] }
    await ask('administrator', 'hospital', 'addPerson', person)
    await ask('administrator', 'hospital', 'invite', { people: [{ staffId, code }] })
    await ask(persona, 'hospital', 'join', { number, code })
  }
  return {
    ...hospital,
    answer: async () => {
      const id = randomBytes(16).toString('hex')
      await ask('surveyor', 'survey', 'addSurvey', { id, rater: 'inpatient', draft: readySet('inpatient') })
      await ask('surveyor', 'survey', 'publish', { id, rev: 0 })
      await hospital.insertMissing(
        'survey_sheets',
        told().flatMap((part) => sheetsOf(id, part)),
      )
      for (let round = 0; round < ROUNDS; round += 1) {
        const { done } = (await hospital.fireTimer('rollup')) as { done: { foldSheets: number } }
        if (done.foldSheets === 0) return
      }
    },
  }
}
