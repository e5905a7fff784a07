import { randomBytes } from 'node:crypto'
import type { ExamPlan } from '#domain/integrity/exam.model'
import { USUAL_MARKING } from '#domain/integrity/paper.model'
import { LETTERS, type StarterQuestion } from '#domain/integrity/starter.question'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { starterQuestions } from '#domain/integrity/starter/starter.questions'
import { type Hospital, openHospital } from '../builders/hospital'

const SETUP_CODE = 'OPEN-FOR-THIS-JOURNEY'
const HOUR_MS = 3_600_000

const openidOf = (persona: string) => personas.find(({ id }) => id === persona)?.openid ?? ''
const anId = () => randomBytes(16).toString('hex')

type Kind = StarterQuestion['kind']

const ofKind = (kind: Kind, count: number) =>
  starterQuestions.filter((question) => question.kind === kind && question.evidence === 'V').slice(0, count)

/** As many of a kind as the bank of these journeys holds. */
const BANK = { single: 6, multiple: 2, true_false: 2, case: 1 }
const bank = (Object.keys(BANK) as Kind[]).flatMap((kind) => ofKind(kind, BANK[kind]))
const parts = bank.flatMap((question) => (question.kind === 'case' ? question.parts : [question]))

/** Why each is so: nothing of it may be read before a paper is handed in. */
export const secrets = parts.map(({ explanation }) => explanation)

/** The words of what is right. */
export const rightWords = (stem: string): string[] => {
  const part = parts.find((each) => each.stem === stem)
  if (!part) throw new Error(`no such question: ${stem}`)
  if (part.kind === 'true_false') return [part.answer ? '对' : '错']
  return Array.from(part.answer, (letter) => part.options[LETTERS.indexOf(letter)] ?? '')
}

export interface LearningRoom extends Hospital {
  ask<T>(persona: string, name: string, action: string, input: unknown): Promise<T>
  /** Planned and announced; answers how it is called among the others. */
  announce(about?: Partial<Record<keyof ExamPlan, unknown>>): Promise<string>
}

/** A hospital with six people, a published bank and no exam. `clock`: what it takes for now. */
export const openLearningRoom = async (clock: () => number): Promise<LearningRoom> => {
  const hospital = await openHospital({ seed: false, clock, functionEnvironment: { hospital: { SETUP_CODE } } })
  const ask = async <T>(persona: string, name: string, action: string, input: unknown): Promise<T> => {
    const answer = await hospital.invoke(name, { action, input }, { openid: openidOf(persona) })
    const { ok, code, value } = answer as { ok: boolean; code?: string; value: T }
    if (!ok) throw new Error(`${name}.${action}: ${code}`)
    return value
  }
  const administer = (action: string, input: unknown) => ask('administrator', 'hospital', action, input)
  await administer('found', {
    setupCode: SETUP_CODE,
    administrator: '韩工',
    hospital: {
      id: 'h1',
      name: '青衿市人民医院',
      pledge: '不收红包，每天的费用讲得清。',
      replyWithinWorkingDays: 5,
      contacts: [
        { kind: 'discipline', label: '纪检监察室', note: null, phone: '0000-555-0112', email: null },
        { label: '医患办', note: null, phone: '0000-555-0120', email: null },
      ],
    },
  })
  await administer('addDepartment', { id: '03.01', name: '呼吸与危重症医学科' })
  for (const [persona, staffId, name, roles, departmentId, code] of [
    ['discipline', 'S1', '贺专员', ['discipline'], null, '0123456789ABCDEJ'],
    ['officer', 'S5', '沈专员', ['complaint_officer'], null, '0123456789ABCDEP'],
    ['head', 'S2', '陶主任', ['department_head', 'case_handler', 'follow_up'], '03.01', '0123456789ABCDEK'],
    ['handler', 'S3', '顾护士长', ['case_handler'], '03.01', '0123456789ABCDEM'],
    ['editor', 'S4', '宋医生', ['editor'], '03.01', '0123456789ABCDEN'],
  ] as const) {
    const number = `QJ-${staffId}`
    await administer('addPerson', { staffId, number, name, departmentId, roles })
    await administer('invite', { people: [{ staffId, code }] })
    await ask(persona, 'hospital', 'join', { number, code })
  }
  const office = <T>(action: string, input: unknown) => ask<T>('discipline', 'integrity', action, input)
  const keys = bank.map(({ key }) => key)
  const taken = await office<{ rows: { id: string; key: string }[] }>('takeStarterQuestions', { keys })
  for (const { id } of taken.rows.filter(({ key }) => keys.includes(key))) {
    const { rev } = await office<{ rev: number }>('question', { id })
    await ask('officer', 'integrity', 'publishQuestion', { id, rev })
  }
  return {
    ...hospital,
    ask,
    async announce(about = {}) {
      const id = anId()
      const plan = {
        title: '2026 年第四季度应知应会',
        purpose: 'quarterly',
        notice: '请在安静的地方独立作答。',
        audience: { kind: 'everybody' },
        opensAt: clock() - HOUR_MS,
        closesAt: clock() + 3 * HOUR_MS,
        minutes: 40,
        attempts: 2,
        passPercent: 80,
        blueprint: [
          { topic: null, kind: 'single', difficulty: null, count: 4 },
          { topic: null, kind: 'multiple', difficulty: null, count: 1 },
          { topic: null, kind: 'true_false', difficulty: null, count: 1 },
          { topic: null, kind: 'case', difficulty: null, count: 1 },
        ],
        marking: USUAL_MARKING,
        keysShown: 'at_once',
        ...about,
      }
      const { rev } = await office<{ rev: number }>('saveExam', { id, rev: null, plan })
      await office('announceExam', { id, rev })
      return id
    },
  }
}
