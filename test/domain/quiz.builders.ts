import type { ExamId, HospitalId, QuizQuestionId, StaffId } from '#domain/ids'
import { type Instant, startOfBeijingDay } from '#domain/instant'
import { Exam, ExamPlan } from '#domain/integrity/exam.model'
import { USUAL_MARKING } from '#domain/integrity/paper.model'
import { inPool, type PoolQuestion, type VersionContent } from '#domain/integrity/pool.model'
import { OptionId } from '#domain/integrity/question.model'
import { starterContent, type StarterQuestion } from '#domain/integrity/starter.question'
import * as v from 'valibot'

export const HOSPITAL = 'h1' as HospitalId
export const TODAY = '2026-11-20'
export const now = (startOfBeijingDay(TODAY) + 9 * 3_600_000) as Instant
export const MINUTE = 60_000
export const later = (ms: number): Instant => (now + ms) as Instant

export const staff = (name: string) => name as StaffId
export const questionId = (number: number) => number.toString(16).padStart(32, '0') as QuizQuestionId
export const examId = 'e'.repeat(32) as ExamId
export const option = (id: string) => v.parse(OptionId, id)

export const RULE = { document: '医疗机构工作人员廉洁从业九项准则', article: '第六条' }

type Chosen = Extract<StarterQuestion, { readonly options: readonly string[] }>
type Judged = Extract<StarterQuestion, { readonly kind: 'true_false' }>
type Story = Extract<StarterQuestion, { readonly kind: 'case' }>

/** A single choice whose right option is A. */
export const written = (about: Partial<Chosen> = {}): Chosen => ({
  key: 'a-question',
  kind: 'single',
  topic: 'rule6',
  difficulty: 2,
  evidence: 'V',
  stem: '医生把病人介绍到诊所并收钱，违反哪一条？',
  options: ['第六条', '第二条', '第四条', '第八条'],
  answer: 'A',
  explanation: '钱是为介绍病人给的。',
  rule: RULE,
  ...about,
})

export const several = (about: Partial<Chosen> = {}): Chosen =>
  written({
    kind: 'multiple',
    stem: '下面哪些不能收？',
    options: ['红包', '购物卡', '宴请', '锦旗'],
    answer: 'ABC',
    ...about,
  })

export const judged = (answer: boolean, about: Partial<Judged> = {}): Judged => ({
  key: 'a-judgement',
  kind: 'true_false',
  topic: 'rule6',
  difficulty: 2,
  evidence: 'V',
  stem: '报了税就可以收？',
  answer,
  explanation: '报不报税，都不能收。',
  rule: RULE,
  ...about,
})

export const story = (about: Partial<Story> = {}): Story => ({
  key: 'a-case',
  kind: 'case',
  topic: 'gifts',
  difficulty: 3,
  evidence: 'V',
  stem: '出院那天，家属把一张购物卡塞进了大褂口袋。',
  parts: [
    {
      kind: 'single',
      stem: '先做什么？',
      options: ['退回', '收下', '转送'],
      answer: 'A',
      explanation: '先把卡退回去。',
      rule: RULE,
    },
    {
      kind: 'multiple',
      stem: '退不掉怎么办？',
      options: ['登记', '上交', '自己留着'],
      answer: 'AB',
      explanation: '登记并上交。',
      rule: RULE,
    },
    { kind: 'true_false', stem: '面额小就不要紧？', answer: false, explanation: '与面额没有关系。', rule: RULE },
  ],
  ...about,
})

/** A version in use: what is drawn of it and what it says. */
export const drawable = (
  number: number,
  question: StarterQuestion = written(),
  version = 1,
): PoolQuestion & VersionContent => {
  const said = { questionId: questionId(number), version, content: starterContent(question) }
  return { ...inPool(said), content: said.content }
}

export const plan = (about: Partial<ExamPlan> = {}): ExamPlan =>
  v.parse(ExamPlan, {
    title: '任前廉政考试',
    purpose: 'appointment',
    notice: '',
    audience: { kind: 'everybody' },
    opensAt: now,
    closesAt: later(120 * MINUTE),
    minutes: 40,
    attempts: 2,
    passPercent: 80,
    blueprint: [{ topic: null, kind: null, difficulty: null, count: 2 }],
    marking: USUAL_MARKING,
    keysShown: 'after_close',
    ...about,
  })

export const anExam = (about: Partial<Exam> & { planned?: Partial<ExamPlan> } = {}): Exam => {
  const { planned, ...exam } = about
  return v.parse(Exam, {
    id: examId,
    rev: 0,
    hospitalId: HOSPITAL,
    plan: plan(planned),
    state: 'announced',
    extraMinutes: 0,
    regrades: [],
    cancelled: null,
    createdBy: 'he',
    changedAt: now,
    changedBy: 'he',
    ...exam,
  })
}
