import { DepartmentId, HospitalId, SurveyId, TouchpointId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { Form } from '#domain/survey/question.model'
import { Sheet, Survey, SurveyVersion, versionKey } from '#domain/survey/survey.model'
import * as v from 'valibot'

type Written = v.InferInput<typeof Form>['questions'][number]

const asked = { hint: null, required: false, next: null }

const option = (id: string, score: number | null, about: { na?: boolean } = {}) => ({
  id,
  text: `选 ${id}`,
  score,
  na: false,
  concern: null,
  next: null,
  ...about,
})

/** S4 with 不适用. */
export const aScale = (id: string, dimension: string | null, about: Partial<Written> = {}): Written =>
  ({
    ...asked,
    id,
    text: `第 ${id} 题满意吗`,
    kind: 'scale',
    scale: 'D4',
    dimension,
    floor: null,
    options: [...['s3', 's2', 's1', 's0'].map((each) => option(each, null)), option('na', null, { na: true })],
    ...about,
  }) as Written

export const aSingle = (id: string, dimension: string | null, scores: Record<string, number | null>): Written =>
  ({
    ...asked,
    id,
    text: `第 ${id} 题选哪个`,
    kind: 'single',
    dimension,
    floor: null,
    options: Object.entries(scores).map(([each, score]) => option(each, score)),
  }) as Written

export const aNumber = (id: string, dimension: string | null): Written =>
  ({
    ...asked,
    id,
    text: `第 ${id} 题几分`,
    kind: 'number',
    low: '不好',
    high: '很好',
    concernAt: null,
    dimension,
    floor: null,
  }) as Written

export const aMultiple = (id: string, options: readonly string[]): Written =>
  ({
    ...asked,
    id,
    text: `第 ${id} 题哪些`,
    kind: 'multiple',
    options: options.map((each) => ({ id: each, text: `选 ${each}`, alone: false, concern: null })),
  }) as Written

export const someWords = (id: string): Written => ({ ...asked, id, text: `第 ${id} 题说说`, kind: 'text' }) as Written

export const aForm = (questions: readonly Written[], about: Partial<v.InferInput<typeof Form>> = {}): Form =>
  v.parse(Form, {
    title: '住院体验评价',
    opening: null,
    dimensions: [
      ...new Set(questions.flatMap((each) => ('dimension' in each && each.dimension ? [each.dimension] : []))),
    ].map((id) => ({ id, name: `维度 ${id}` })),
    overall: null,
    questions: [...questions],
    ...about,
  })

export const SURVEY = v.parse(SurveyId, 'a'.repeat(32))
export const HOSPITAL = v.parse(HospitalId, 'h1')

export const aSurvey = (form: Form, about: Partial<v.InferInput<typeof Survey>> = {}): Survey =>
  v.parse(Survey, {
    id: SURVEY,
    rev: 0,
    hospitalId: HOSPITAL,
    rater: 'inpatient',
    draft: form,
    version: 1,
    periods: [{ from: '2020-01-01', to: null }],
    quota: { total: null, perDepartment: null },
    retired: false,
    changedAt: 0 as Instant,
    changedBy: 'S1',
    ...about,
  })

export const aVersion = (form: Form, about: Partial<v.InferInput<typeof SurveyVersion>> = {}): SurveyVersion => {
  const version = about.version ?? 1
  return v.parse(SurveyVersion, {
    id: versionKey(v.parse(SurveyId, about.surveyId ?? SURVEY), version),
    rev: 0,
    surveyId: SURVEY,
    hospitalId: HOSPITAL,
    version,
    form,
    publishedAt: version,
    by: 'S1',
    ...about,
  })
}

/** Numbered as a hash would be. */
export const sheetId = (number: number): string => number.toString(16).padStart(64, '0')

export const aSheet = (number: number, answers: object, about: Partial<v.InferInput<typeof Sheet>> = {}): Sheet =>
  v.parse(Sheet, {
    id: sheetId(number),
    rev: 0,
    hospitalId: HOSPITAL,
    surveyId: SURVEY,
    version: 1,
    rater: 'inpatient',
    way: 'self',
    departmentId: '03.01',
    touchpointId: 'W-1',
    day: '2026-08-05',
    answers: JSON.stringify(answers),
    pending: true,
    ...about,
  })

export const department = (id: string) => v.parse(DepartmentId, id)
export const touchpoint = (id: string) => v.parse(TouchpointId, id)
