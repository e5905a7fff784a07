import { StaffRecord } from '#domain/hospital/staff.model'
import type { Role } from '#domain/actor'
import { Exam, type ExamPlan } from '#domain/integrity/exam.model'
import type { AskedView, PaperView } from '#domain/integrity/paper.view'
import { Question, QuestionVersion, questionVersionKey } from '#domain/integrity/question.model'
import { starterContent } from '#domain/integrity/starter.question'
import * as v from 'valibot'
import { judged, plan, questionId, several, story, written } from '../domain/quiz.builders'
import type { OpenedCloud } from './opened.cloud'
import { anId } from './survey.asked'

type Inserting = Pick<OpenedCloud, 'insertMissing'>

const options = (number: number) => ['一', '二', '三', '四'].map((name) => `${name}${number}`)

/** Eight questions with one right option, three with several, two judgements and a case. */
const WRITTEN = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) =>
    written({ topic: number % 2 ? 'rule6' : 'gifts', stem: `单选${number}？`, options: options(number) }),
  ),
  ...[9, 10, 11].map((number) => several({ stem: `多选${number}？`, options: options(number) })),
  judged(true, { stem: '判断12' }),
  judged(true, { stem: '判断13' }),
  story(),
]

export const BANK = WRITTEN.map((question, at) => ({
  id: questionId(at + 1),
  content: starterContent(question),
}))

/** Their bank, as a second person published it. */
export const stockedBank = async ({ insertMissing }: Inserting): Promise<void> => {
  const about = { rev: 0, hospitalId: 'h1' }
  await insertMissing(
    'quiz_versions',
    BANK.map(({ id, content }, at) =>
      v.parse(QuestionVersion, {
        ...about,
        id: questionVersionKey(id, 1),
        questionId: id,
        number: at + 1,
        version: 1,
        content,
        writers: ['D1'],
        publishedAt: 0,
        by: 'S1',
      }),
    ),
  )
  await insertMissing(
    'quiz_questions',
    BANK.map(({ id, content }, at) =>
      v.parse(Question, {
        ...about,
        id,
        number: at + 1,
        content,
        state: 'published',
        versions: 1,
        inUse: 1,
        writers: [],
        authors: ['D1'],
        confirmed: null,
        sentBack: null,
        retired: null,
        changedAt: 0,
        changedBy: 'S1',
      }),
    ),
  )
}

/** Three with one right option, one with several, one judgement, one case of three: ten marks at eight places. */
export const BLUEPRINT: ExamPlan['blueprint'] = [
  { topic: null, kind: 'single', difficulty: null, count: 3 },
  { topic: null, kind: 'multiple', difficulty: null, count: 1 },
  { topic: null, kind: 'true_false', difficulty: null, count: 1 },
  { topic: null, kind: 'case', difficulty: null, count: 1 },
]

/** An exam that candidates see, open for three hours from `now`. */
export const announced = async (
  { insertMissing }: Inserting,
  now: number,
  about: Partial<v.InferInput<typeof Exam>> & { readonly planned?: Partial<ExamPlan> } = {},
): Promise<Exam> => {
  const { planned, ...exam } = about
  const announcedExam = v.parse(Exam, {
    id: anId(),
    rev: 0,
    hospitalId: 'h1',
    plan: plan({
      opensAt: now,
      closesAt: now + 3 * 3_600_000,
      blueprint: BLUEPRINT,
      ...planned,
    } as Partial<ExamPlan>),
    state: 'announced',
    extraMinutes: 0,
    regrades: [],
    cancelled: null,
    createdBy: 'D1',
    changedAt: now,
    changedBy: 'D1',
    ...exam,
  })
  await insertMissing('quiz_exams', [announcedExam])
  return announcedExam
}

/** People on the roster, signed in from the WeChat `openid-<staffId>`. */
export const hired = async (
  { insertMissing }: Inserting,
  ids: readonly string[],
  departmentId: string | null,
  roles: Role[] = [],
): Promise<string[]> => {
  const people = ids.map((id) =>
    v.parse(StaffRecord, {
      id,
      rev: 0,
      hospitalId: 'h1',
      departmentId,
      name: `职工${id}`,
      number: `QJ-${id}`,
      roles,
      state: { kind: 'active' },
      openid: `openid-${id}`,
      invitation: null,
      imported: null,
    }),
  )
  await insertMissing('staff', people)
  return people.map(({ openid }) => openid)
}

const RIGHT: Record<string, RegExp> = { single: /^(一|退回)/, multiple: /^(一|二|三|登记|上交)/, true_false: /^对/ }

/** What is right of a question of this bank, by place. */
export const rightPlaces = ({ kind, stem, options: shown }: Pick<AskedView, 'kind' | 'stem' | 'options'>): number[] => {
  const right = stem === '面额小就不要紧？' ? /^错/ : (RIGHT[kind] ?? /^$/)
  return shown.flatMap((text, place) => (right.test(text) ? [place] : []))
}

export const wrongPlaces = (asked: Pick<AskedView, 'kind' | 'stem' | 'options'>): number[] => {
  const right = rightPlaces(asked)
  return asked.options.flatMap((_, place) => (right.includes(place) ? [] : [place])).slice(0, 1)
}

export const partsIn = ({ questions }: Pick<PaperView, 'questions'>): AskedView[] =>
  questions.flatMap(({ parts }) => parts)

/** All of a paper answered right, numbered on from `from`. */
export const allRight = (paper: Pick<PaperView, 'questions'>, from = 1) =>
  partsIn(paper).map((asked, at) => ({
    slot: asked.slot,
    chosen: rightPlaces(asked),
    flagged: false,
    seq: from + at,
  }))
