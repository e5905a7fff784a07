import { randomBytes } from 'node:crypto'
import { beijingDay, type Instant } from '#domain/instant'
import { Form } from '#domain/survey/question.model'
import type { Rater } from '#domain/survey/survey.model'
import * as v from 'valibot'
import { type OpenedCloud, OPENIDS } from '../functions/opened.cloud'

type WrittenForm = v.InferInput<typeof Form>
type Written = WrittenForm['questions'][number]
type WrittenOption = Extract<Written, { kind: 'single' }>['options'][number]

const plain = { hint: null, required: false, next: null }
const unscored = { dimension: null, floor: null }

const anOption = (id: string, text: string, about: Partial<WrittenOption> = {}): WrittenOption => ({
  id,
  text,
  score: null,
  na: false,
  concern: null,
  next: null,
  ...about,
})

const steps = (words: readonly string[], worst: Partial<WrittenOption> = {}) =>
  words.map((text, at) => anOption(`s${3 - at}`, text, { score: ((3 - at) * 100) / 3, ...(at === 3 ? worst : {}) }))

/** Every kind of question, a branch that is skipped by 「没有做」, and both concerns: 7 questions, or 6. */
export const aSurveyForm = (about: Partial<WrittenForm> = {}): Form =>
  v.parse(Form, {
    title: '门诊就诊评价',
    opening: '说说这一次看病的感受。',
    dimensions: [],
    overall: 'q5',
    questions: [
      { ...plain, kind: 'section', id: 'qs', text: '看医生', hint: '说的都是这一次。' },
      {
        ...plain,
        ...unscored,
        kind: 'scale',
        id: 'q1',
        text: '医生讲病情，会用您听得懂的话吗？',
        scale: 'S4',
        options: steps(['总是如此', '经常如此', '有时如此', '从未如此']),
      },
      {
        ...plain,
        ...unscored,
        kind: 'single',
        id: 'q2',
        text: '这次做检查了吗？',
        required: true,
        options: [anOption('yes', '做了'), anOption('no', '没有做', { next: 'q4' })],
      },
      {
        ...plain,
        ...unscored,
        kind: 'number',
        id: 'q3',
        text: '检查的安排，您打几分？',
        low: '很不满意',
        high: '很满意',
        concernAt: null,
      },
      {
        ...plain,
        kind: 'multiple',
        id: 'q4',
        text: '哪些地方费了周折？',
        options: [
          { id: 'queue', text: '排队', alone: false, concern: null },
          { id: 'road', text: '找路', alone: false, concern: null },
          { id: 'none', text: '都没有', alone: true, concern: null },
        ],
      },
      {
        ...plain,
        ...unscored,
        kind: 'scale',
        id: 'q5',
        text: '总的来说，这次看病您满意吗？',
        required: true,
        scale: 'D4',
        options: steps(['非常满意', '比较满意', '比较不满意', '非常不满意'], { concern: 'complaint' }),
      },
      {
        ...plain,
        ...unscored,
        kind: 'single',
        id: 'q6',
        text: '有人向您要红包吗？',
        options: [anOption('no', '没有'), anOption('yes', '有', { concern: 'report' })],
      },
      { ...plain, kind: 'text', id: 'q7', text: '还有什么想告诉我们的？' },
    ],
    ...about,
  } satisfies WrittenForm)

export const SURVEYOR = 'openid-surveyor'

const DAY_MS = 86_400_000

const anId = () => randomBytes(16).toString('hex')

/** The survey office of a founded hospital, through its own functions: the day's questionnaires are asked from today on. */
export const surveyOffice = async ({ call }: Pick<OpenedCloud, 'call'>) => {
  const must = async (name: string, action: string, input: unknown, openid: string) => {
    const reply = await call(name, action, input, openid)
    if (!reply.ok) throw new Error(`${name}.${action}: ${reply.code}`)
    return reply.value as { id: string; rev: number; version: number }
  }
  const code = '0123456789ABCDEJ'
  const person = { staffId: 'S7', number: 'QJ-S7', name: '叶', departmentId: null, roles: ['survey_officer'] }
  await must('hospital', 'addPerson', person, OPENIDS.administrator)
  await must('hospital', 'invite', { people: [{ staffId: 'S7', code }] }, OPENIDS.administrator)
  await must('hospital', 'join', { number: 'QJ-S7', code }, SURVEYOR)
  const act = (action: string, input: unknown) => must('survey', action, input, SURVEYOR)
  const publish = (survey: { id: string; rev: number }) => act('publish', { id: survey.id, rev: survey.rev })
  return {
    act,
    /** Publishes a questionnaire and asks it from today on. */
    async ask(rater: Rater, draft: Form, quota: { total: number | null } = { total: null }) {
      const published = await publish(await act('addSurvey', { id: anId(), rater, draft }))
      const periods = [{ from: beijingDay(Date.now() as Instant), to: null }]
      const { id, rev } = published
      return act('schedule', { id, rev, periods, quota: { perDepartment: null, ...quota }, retired: false })
    },
    /** The link that somebody gets who was discharged from this department three days ago. */
    async discharge(name: string, departmentId = '03.01') {
      const dischargedOn = beijingDay((Date.now() - 3 * DAY_MS) as Instant)
      const line = { row: 2, name, phone: '13800000000', dischargedOn, departmentId, course: 'general', number: name }
      await act('importFollowUps', { batchId: anId(), fileName: '出院.xlsx', dryRun: false, rows: [line] })
      for (const view of ['due', 'overdue', 'later']) {
        const { rows } = (await act('followUps', { view, departmentId: null, skip: 0 })) as unknown as {
          rows: { id: string }[]
        }
        for (const { id } of rows) {
          const found = (await act('followUp', { id })) as unknown as { name: string; link: string }
          if (found.name === name) return found.link
        }
      }
      throw new Error(`${name} is not in the worklist`)
    },
    /** The next version of what is asked. */
    async change(survey: { id: string; rev: number }, draft: Form) {
      const { id, rev } = await act('saveDraft', { id: survey.id, rev: survey.rev, draft })
      return publish({ id, rev })
    },
  }
}
