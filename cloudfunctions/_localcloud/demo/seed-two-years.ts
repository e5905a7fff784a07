import { createHash } from 'node:crypto'
import { Staff } from '#domain/actor'
import { HospitalId } from '#domain/ids'
import { beijingDay, type Instant, monthOf } from '#domain/instant'
import { daysOf, monthAfter } from '#domain/metrics/month.arithmetic'
import * as v from 'valibot'
import type { LocalCloud } from '../local-cloud'
import { hospital, staff } from './busy-monday.story'
import { openidOf } from './personas'
import { seedActivitiesYear } from './seed-activities'
import { seedColleagues } from './seed-colleagues'
import { seedCultureYear } from './seed-culture'
import { seedExamsYear } from './seed-exams-year'
import { seedOpennessYear } from './seed-openness'
import { seedPledgesYear } from './seed-pledges'
import { seedAnswers } from './seed-surveys'
import { complaintsTold, type ToldMonth, visitsTold } from './two-years.records'
import { BAD_MONTH } from './two-years.story'

type Cloud = Pick<LocalCloud, 'invoke' | 'insertMissing' | 'fireTimer'>

const MONTHS_AT_ONCE = 12
/** Rounds of the minute's timer: counting two years takes a few seconds. */
const ROUNDS = 20

const officerIn = (hospitalId: HospitalId) => {
  const officer = staff.find(({ persona }) => persona === 'officer')
  return v.parse(Staff, { ...officer, id: officer?.staffId, hospitalId })
}

const asSeries = (count: number | null) => (count === null ? null : { by: 'month', count })

/** A month that runs is reported by day, up to yesterday. */
const runningMonth = (now: Instant, usual: ToldMonth) => {
  const today = beijingDay(now)
  const days = Number(today.slice(8)) - 1
  const { length } = daysOf(monthOf(today))
  const daily = (count: number | null) =>
    count === null
      ? null
      : { by: 'day', days: Array.from({ length }, (_, at) => (at < days ? Math.round(count / length) : null)) }
  return days === 0
    ? null
    : {
        month: monthOf(today),
        departments: usual.departments.map(({ departmentId, outpatient, discharges }) => ({
          departmentId,
          outpatient: daily(outpatient),
          discharges: daily(discharges),
        })),
      }
}

/**
 * Gives the demonstration hospital its last two years: visits through the import everybody uses, complaints by the
 * domain's own rules and sheets of every questionnaire, laid down at once as they stand today, and counted by the timer;
 * articles, disclosures and activities of the last year, colleagues and the exams they sat. Running it again changes nothing.
 */
export const seedTwoYears = async (cloud: Cloud, now: Instant): Promise<void> => {
  const hospitalId = v.parse(HospitalId, hospital.id)
  const call = async (name: string, action: string, input: unknown, persona: string) => {
    const reply = await cloud.invoke(name, { action, input }, { openid: openidOf(persona) })
    const { ok, code, value } = reply as { ok: boolean; code?: string; value?: unknown }
    if (!ok) throw new Error(`${name}.${action}: ${code}`)
    return value
  }

  const running = monthOf(beijingDay(now))
  const months = visitsTold(running)
  const reported = [
    ...months.map(({ month, departments }) => ({
      month,
      departments: departments.map(({ departmentId, outpatient, discharges }) => ({
        departmentId,
        outpatient: asSeries(outpatient),
        discharges: asSeries(discharges),
      })),
    })),
    ...[runningMonth(now, months[months.length - 1] as ToldMonth)].filter((month) => month !== null),
  ]
  const batchId = createHash('sha256').update(`visits until ${running}`).digest('hex').slice(0, 32)
  const stored = new Set<string>()
  for (let from = 0; from < reported.length; from += MONTHS_AT_ONCE) {
    const asked = reported.slice(from, from + MONTHS_AT_ONCE).map(({ month }) => month)
    const found = (await call('hospital', 'visits', { months: asked }, 'administrator')) as {
      rows: { month: string }[]
    }
    for (const { month } of found.rows) stored.add(month)
  }
  if (stored.size < reported.length) {
    const fileName = '接诊人次_近两年.xlsx'
    for (const { month, departments } of reported) {
      await call('hospital', 'stageVisits', { batchId, fileName, month, seen: null, departments }, 'administrator')
    }
    await call('hospital', 'commitVisits', { batchId, months: reported.map(({ month }) => month) }, 'administrator')
  }

  await cloud.insertMissing('complaints', complaintsTold(months, { hospitalId, officer: officerIn(hospitalId), now }))

  await seedAnswers(cloud, now)

  await seedCultureYear(cloud, now)
  await seedOpennessYear(cloud, now)
  await seedColleagues(cloud, now)
  await seedPledgesYear(cloud, now)
  await seedActivitiesYear(cloud, now)
  await seedExamsYear(cloud, now)

  const note = { month: monthAfter(running, -BAD_MONTH.monthsAgo), text: BAD_MONTH.note, rev: null }
  await call('metrics', 'annotate', note, 'officer')

  await call('metrics', 'rebuild', {}, 'administrator')
  for (let round = 0; round < ROUNDS; round += 1) {
    const { done } = (await cloud.fireTimer('rollup')) as { done: { foldSheets?: number } }
    const standing = await call('metrics', 'rebuilding', {}, 'administrator')
    if (done.foldSheets === 0 && (standing as { finishedAt: number | null } | null)?.finishedAt) return
  }
}
