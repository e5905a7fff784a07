import { createHash } from 'node:crypto'
import { HospitalId, SurveyId } from '#domain/ids'
import { beijingDay, type Instant, monthOf } from '#domain/instant'
import { daysOf, monthAfter } from '#domain/metrics/month.arithmetic'
import { monthsOf, quarterAfter, quarterOf } from '#domain/survey/quarter'
import { readySet } from '#domain/survey/ready/ready.sets'
import { type OpenPeriod, Rater } from '#domain/survey/survey.model'
import * as v from 'valibot'
import type { LocalCloud } from '../local-cloud'
import { codeOf, hospital, wards } from './busy-monday.story'
import { openidOf } from './personas'
import { type AskedForm, sheetsTold } from './surveys.records'
import { MONTHS_TOLD } from './two-years.story'

type Cloud = Pick<LocalCloud, 'insertMissing'>

const QUARTERS_TOLD = MONTHS_TOLD / 3
const OPENED_DAYS_AGO = 760

const surveyIdOf = (rater: Rater): SurveyId =>
  v.parse(SurveyId, createHash('sha256').update(`survey ${rater}`).digest('hex').slice(0, 32))

/** Patients and supervisors at any time; colleagues once a quarter, so that everybody has one answer in each. */
const periodsOf = (rater: Rater, now: Instant): OpenPeriod[] => {
  const today = beijingDay(now)
  if (rater !== 'peer' && rater !== 'staff')
    return [{ from: `${monthAfter(monthOf(today), -MONTHS_TOLD)}-01`, to: null }]
  return Array.from({ length: QUARTERS_TOLD + 1 }, (_, at) => {
    const months = monthsOf(quarterAfter(quarterOf(today), at - QUARTERS_TOLD))
    return { from: `${months[0]}-01`, to: daysOf(months[2] ?? '').pop() ?? null }
  })
}

const askedForms = (): Map<Rater, AskedForm> =>
  new Map(Rater.options.map((rater) => [rater, { surveyId: surveyIdOf(rater), form: readySet(rater) }]))

/** Gives the demonstration hospital its questionnaires, through the survey office. Running it again changes nothing. */
export const seedQuestionnaires = async ({ invoke }: Pick<LocalCloud, 'invoke'>, now: Instant): Promise<void> => {
  const call = async (action: string, input: unknown) => {
    const caller = { openid: openidOf('surveyor') }
    const reply = await invoke('survey', { action, input }, caller, { daysAgo: OPENED_DAYS_AGO })
    const { ok, code, value } = reply as { ok: boolean; code?: string; value?: unknown }
    if (!ok) throw new Error(`survey.${action}: ${code}`)
    return value
  }
  const { rows } = (await call('surveys', {})) as { rows: { id: string; version: number }[] }
  const published = new Set(rows.flatMap(({ id, version }) => (version > 0 ? [id] : [])))
  for (const [rater, { surveyId: id, form }] of askedForms()) {
    if (published.has(id)) continue
    const added = (await call('addSurvey', { id, rater, draft: form })) as { rev: number }
    const schedule = { id, rev: added.rev, periods: periodsOf(rater, now), quota: { total: null, perDepartment: null } }
    const scheduled = (await call('schedule', { ...schedule, retired: false })) as { rev: number }
    await call('publish', { id, rev: scheduled.rev })
  }
}

/** And two years of answers, laid down at once. */
export const seedAnswers = async (cloud: Cloud, now: Instant): Promise<void> => {
  const codes = new Map<string, string[]>()
  for (const { id, departmentId, codes: spots } of wards) {
    codes.set(departmentId, [...(codes.get(departmentId) ?? []), ...spots.map((_, at) => codeOf(id, at))])
  }
  const today = beijingDay(now)
  const hospitalId = v.parse(HospitalId, hospital.id)
  const over = { now: monthOf(today), daysOver: Number(today.slice(8)) - 1 }
  await cloud.insertMissing('survey_sheets', sheetsTold({ hospitalId, asked: askedForms(), codes, ...over }))
}
