import { randomBytes } from 'node:crypto'
import type { Role } from '#domain/actor'
import { beijingDay, type Instant } from '#domain/instant'
import type { Form } from '#domain/survey/question.model'
import { Sheet, Survey, SurveyVersion, Token, versionKey } from '#domain/survey/survey.model'
import * as v from 'valibot'
import { aSurveyForm } from '../builders/answering.builder'
import { founded, type OpenedCloud, OPENIDS } from './opened.cloud'

export const anId = (): string => randomBytes(16).toString('hex')

export const today = () => beijingDay(Date.now() as Instant)

/** What a reader of the database finds in one collection. */
export const stored = <T>(cloud: Pick<OpenedCloud, 'exportAll'>, collection: string): T[] =>
  cloud
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { collection: string; document: T })
    .filter((line) => line.collection === collection)
    .map(({ document }) => document)

export const sheetsIn = (cloud: OpenedCloud) => stored<Sheet & { _id: string }>(cloud, 'survey_sheets')
export const tokensIn = (cloud: OpenedCloud) => stored<Token & { _id: string }>(cloud, 'survey_tokens')

/** A questionnaire that is asked today, as the office left it; `forms` are its versions, the last one asked. */
export const asked = async (
  cloud: OpenedCloud,
  about: Partial<v.InferInput<typeof Survey>> & Pick<v.InferInput<typeof Survey>, 'rater'>,
  ...forms: Form[]
): Promise<Survey> => {
  const published = forms.length > 0 ? forms : [aSurveyForm()]
  const survey = v.parse(Survey, {
    id: anId(),
    rev: 0,
    hospitalId: 'h1',
    draft: published.at(-1),
    version: published.length,
    periods: [{ from: today(), to: null }],
    quota: { total: null, perDepartment: null },
    retired: false,
    changedAt: 0,
    changedBy: 'S7',
    ...about,
  })
  const versions = published.map((form, at) =>
    v.parse(SurveyVersion, {
      id: versionKey(survey.id, at + 1),
      rev: 0,
      surveyId: survey.id,
      hospitalId: survey.hospitalId,
      version: at + 1,
      form,
      publishedAt: 0,
      by: 'S7',
    }),
  )
  await cloud.insertMissing('survey_versions', versions)
  await cloud.insertMissing('surveys', [survey])
  return survey
}

/** As few answers as the form takes. */
export const ANSWERS = { q1: 's3', q2: 'no', q5: 's2' }

export const aSubmission = (survey: Pick<Survey, 'id' | 'version'>, about: Record<string, unknown> = {}) => ({
  surveyId: survey.id,
  version: survey.version,
  nonce: anId(),
  answers: ANSWERS as Record<string, unknown>,
  ...about,
})

const CODE_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Somebody on the roster, signed in from the WeChat `openid-<staffId>`. */
export const employed = async (
  { call }: Pick<OpenedCloud, 'call'>,
  staffId: string,
  roles: Role[] = [],
  departmentId: string | null = null,
): Promise<string> => {
  const openid = `openid-${staffId}`
  const number = `QJ-${staffId}`
  const code = Array.from(randomBytes(16), (byte) => CODE_DIGITS[byte % CODE_DIGITS.length]).join('')
  const person = { staffId, number, name: `职工${staffId}`, departmentId, roles }
  for (const [action, input, by] of [
    ['addPerson', person, OPENIDS.administrator],
    ['invite', { people: [{ staffId, code }] }, OPENIDS.administrator],
    ['join', { number, code }, openid],
  ] as const) {
    const reply = await call('hospital', action, input, by)
    if (!reply.ok) throw new Error(`hospital.${action}: ${reply.code}`)
  }
  return openid
}

/** The furnished hospital with a second department. */
export const foundedWithTwo = async (cloud: OpenedCloud) => {
  await founded(cloud)
  await cloud.call('hospital', 'addDepartment', { id: '04', name: '外科' }, OPENIDS.administrator)
}
