import { randomBytes } from 'node:crypto'
import type { Form } from '#domain/survey/question.model'
import { Form as FormSchema } from '#domain/survey/question.model'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import * as v from 'valibot'
import { type OpenedCloud, OPENIDS } from '../functions/opened.cloud'

export const CALLER = 'openid-caller'
export const SURVEYOR = 'openid-surveyor'

export const CALL_SURVEY = 'f0'.repeat(16)

const asked = { hint: null, next: null }
const plain = { score: null, na: false, concern: null, next: null }

/** Three questions of a call: one that must be answered, one that may, and words. */
export const callForm: Form = v.parse(FormSchema, {
  title: '出院随访',
  opening: null,
  dimensions: [],
  overall: null,
  questions: [
    {
      ...asked,
      id: 'q1',
      kind: 'single',
      text: '回家这几天，药是按说明吃的吗？',
      required: true,
      dimension: null,
      floor: null,
      options: [
        { ...plain, id: 'a', text: '都按时吃' },
        { ...plain, id: 'b', text: '偶尔漏' },
      ],
    },
    {
      ...asked,
      id: 'q2',
      kind: 'single',
      text: '什么时候回来复查，知道吗？',
      required: false,
      dimension: null,
      floor: null,
      options: [
        { ...plain, id: 'a', text: '知道' },
        { ...plain, id: 'b', text: '不清楚' },
      ],
    },
    { ...asked, id: 'q3', kind: 'text', text: '还有什么想说的？', required: false },
  ],
})

type Caller = Pick<OpenedCloud, 'call'>

export const joined = async (
  { call }: Caller,
  {
    openid,
    staffId,
    name,
    role,
    code,
  }: Record<'openid' | 'staffId' | 'name' | 'code', string> & {
    role: string | null
  },
) => {
  const number = `QJ-${staffId}`
  const person = { staffId, number, name, departmentId: null, roles: role ? [role] : [] }
  for (const [action, input, who] of [
    ['addPerson', person, OPENIDS.administrator],
    ['invite', { people: [{ staffId, code }] }, OPENIDS.administrator],
    ['join', { number, code }, openid],
  ] as const) {
    const reply = await call('hospital', action, input, who)
    if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
  }
}

/** Whoever rings, the survey office, and a questionnaire for those who were discharged that is asked today. */
export const withFollowUps = async (cloud: Caller) => {
  await joined(cloud, {
    openid: CALLER,
    staffId: 'S5',
    name: '罗护士',
    role: 'follow_up',
    code: '0123456789ABCDEJ',
  })
  await joined(cloud, {
    openid: SURVEYOR,
    staffId: 'S6',
    name: '叶主任',
    role: 'survey_officer',
    code: '0123456789ABCDEK',
  })
  const office = async (action: string, input: unknown) => {
    const { value, code } = await cloud.call('survey', action, input, SURVEYOR)
    if (!value) throw new Error(`${action}: ${code}`)
    return value as { rev: number }
  }
  const id = CALL_SURVEY
  const { rev } = await office('addSurvey', { id, rater: 'follow_up', draft: callForm })
  const published = await office('publish', { id, rev })
  const from = daysAfter(beijingDay(Date.now() as Instant), -1)
  const schedule = { periods: [{ from, to: null }], quota: { total: null, perDepartment: null }, retired: false }
  await office('schedule', { id, rev: published.rev, ...schedule })
}

export const anId = () => randomBytes(16).toString('hex')
