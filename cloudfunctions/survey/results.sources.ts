import type { DepartmentId, HospitalId, TouchpointId } from '#domain/ids'
import { type Day, type Month, monthOf } from '#domain/instant'
import { sumOf } from '#domain/metrics/visit.totals'
import { monthAfter, monthsFrom } from '#domain/metrics/month.arithmetic'
import { MonthPage } from '#domain/metrics/bucket.model'
import { YEAR_AT } from '#domain/survey/honest.table'
import type { HonestYear } from '#domain/survey/honest.year'
import { monthsOf, type Quarter, quarterAfter, quarterOf, type Year } from '#domain/survey/quarter'
import type { ResultPeriod } from '#domain/survey/results.contract'
import { type Rater, type Survey, type SurveyVersion, versionKey } from '#domain/survey/survey.model'
import { askedRaters } from '#domain/survey/survey.rules'
import { mergeSums, sheetsIn, type Sums } from '#domain/survey/survey.tally'
import { documents, oneOf } from '#runtime/documents'
import { departmentsOf, touchpointRecords, wardRecords } from '#runtime/read/hospital.read'
import { scansIn } from '#runtime/read/scan.read'
import { hospitalDays, hospitalMonths, monthsWithSheets } from '#runtime/read/survey.pages.read'
import { isClosed, monthsOfYear, readWaiting, readYear, type Waiting } from '#runtime/read/survey.year.read'
import { versionRecords } from '#runtime/read/survey.read'
import * as v from 'valibot'

export const TREND_MONTHS = 24
/** More than a questionnaire is ever published anew in a year. */
const VERSIONS = 200
const PLACES = 1000

/** What a page of results is made of. */
export interface ResultSources {
  readonly hospitalName: string
  readonly rater: Rater
  readonly raters: readonly Rater[]
  readonly surveys: readonly Survey[]
  readonly period: ResultPeriod
  readonly today: Day
  readonly waiting: Waiting
  readonly known: { readonly from: Month; readonly to: Month } | null
  readonly year: HonestYear
  /** The hospital's sums of the period. */
  readonly sums: Sums
  /** Versions that were answered in the period. */
  readonly versions: readonly SurveyVersion[]
  /** The version published last, of whichever questionnaire. */
  readonly latest: SurveyVersion | null
  /** The hospital's months for the trend, in order, whole quarters. */
  readonly months: ReadonlyMap<Month, Sums>
  readonly trend: readonly Month[]
  readonly running: readonly { readonly day: Day; readonly sums: Sums }[]
  readonly scans: number | null
  readonly visits: number | null
  readonly departmentId: DepartmentId | null
  readonly departments: ReadonlyMap<DepartmentId, { readonly name: string; readonly retired: boolean }>
  readonly touchpoints: ReadonlyMap<TouchpointId, string>
}

export const monthsIn = (period: ResultPeriod): Month[] =>
  period.unit === 'quarter' ? monthsOf(period.value) : monthsOfYear(period.value)

export const yearIn = ({ value }: ResultPeriod): Year => value.slice(0, 4)

/** Where a period stands in its year. */
export const placeIn = (period: ResultPeriod): number =>
  period.unit === 'quarter' ? Number(period.value.slice(6)) - 1 : YEAR_AT

/** The latest quarter that is over and has answers, or else the one that runs. */
export const usualPeriod = (known: ResultSources['known'], today: Day, waiting: Waiting): ResultPeriod => {
  const running = quarterOf(today)
  if (!known) return { unit: 'quarter', value: running }
  const isOver = (quarter: Quarter) => monthsOf(quarter).every((month) => isClosed(month, today, waiting))
  const last = quarterOf(known.to)
  for (let quarter = last < running ? last : quarterAfter(running, -1); quarter >= quarterOf(known.from); ) {
    if (isOver(quarter)) return { unit: 'quarter', value: quarter }
    quarter = quarterAfter(quarter, -1)
  }
  return { unit: 'quarter', value: running }
}

/** Visits by which a response rate is taken; null: these raters have none, or a month is missing. */
const visitsOf = async (hospitalId: HospitalId, rater: Rater, months: readonly Month[]): Promise<number | null> => {
  if (rater !== 'outpatient' && rater !== 'inpatient' && rater !== 'follow_up') return null
  const fields = ['id', 'rev', 'month', 'visits'] as const
  const pages = documents('rollup_months', v.pick(MonthPage, fields), ({ id }) => id, fields)
  const found = await pages.list({
    where: { _id: oneOf(months.map((month) => `${hospitalId}|${month}`)) },
    limit: PLACES,
  })
  const sums = found.map(
    ({ visits }) => sumOf(visits.departments)[rater === 'outpatient' ? 'outpatient' : 'discharges'],
  )
  if (sums.length < months.length || sums.includes(null)) return null
  return sums.reduce<number>((sum, count) => sum + (count ?? 0), 0)
}

const isScanned = (rater: Rater) => rater === 'outpatient' || rater === 'inpatient'

const namesOfTouchpoints = async (hospitalId: HospitalId): Promise<ResultSources['touchpoints']> => {
  const listing = { where: { hospitalId }, orderBy: [['_id', 'asc']], limit: PLACES } as const
  const [codes, wards] = await Promise.all([touchpointRecords().list(listing), wardRecords().list(listing)])
  const places = new Map(wards.map(({ id, name }) => [id, name]))
  return new Map(codes.map(({ id, wardId, spot }) => [id, `${places.get(wardId) ?? wardId} ${spot}`]))
}

const versionsWith = async (keys: readonly string[]): Promise<SurveyVersion[]> =>
  keys.length === 0
    ? []
    : versionRecords().list({ where: { _id: oneOf([...new Set(keys)]) }, orderBy: [['_id', 'asc']], limit: VERSIONS })

interface Asked {
  readonly rater: Rater
  readonly period: ResultPeriod | null
  readonly departmentId: DepartmentId | null
}

interface Where {
  readonly hospitalId: HospitalId
  readonly hospitalName: string
  readonly surveys: readonly Survey[]
  readonly today: Day
}

/** Reads pages, a bounded number of them whatever the number of sheets. */
export const readResults = async (
  { rater, period: asked, departmentId }: Asked,
  { hospitalId, hospitalName, surveys: all, today }: Where,
): Promise<ResultSources> => {
  const surveys = all.filter((survey) => survey.rater === rater && survey.version > 0)
  const [known, waiting] = await Promise.all([monthsWithSheets(hospitalId, rater), readWaiting(hospitalId, rater)])
  const period = asked ?? usualPeriod(known, today, waiting)
  const within = monthsIn(period)
  const lastClosed = monthAfter(monthOf(today), -1)
  const end = within[within.length - 1] ?? lastClosed
  const until = end < lastClosed ? end : lastClosed
  const trend = monthsFrom(monthAfter(until, 1 - TREND_MONTHS), until)
  const first = monthsOf(quarterOf(trend[0] ?? until))[0] ?? until
  const charted = monthsFrom(first, monthsOf(quarterOf(until))[2] ?? until)
  const [year, months, running, scans, visits, departments, touchpoints] = await Promise.all([
    readYear({ hospitalId, rater, year: yearIn(period), today, waiting, withDetails: departmentId !== null }),
    hospitalMonths(hospitalId, rater, [...new Set([...charted, ...within])]),
    hospitalDays(hospitalId, rater, monthOf(today)),
    isScanned(rater) ? scansIn(hospitalId, within) : null,
    visitsOf(hospitalId, rater, within),
    departmentsOf(hospitalId),
    departmentId === null ? new Map<TouchpointId, string>() : namesOfTouchpoints(hospitalId),
  ])
  const sums = mergeSums(within.map((month) => months.get(month) ?? {}))
  const answered = sheetsIn(sums).map(({ surveyId, version }) => versionKey(surveyId, version))
  const current = surveys.map(({ id, version }) => versionKey(id, version))
  const found = await versionsWith([...answered, ...current])
  const newest = (versions: readonly SurveyVersion[]) =>
    [...versions].sort((left, right) => right.publishedAt - left.publishedAt || right.version - left.version)
  return {
    hospitalName,
    rater,
    raters: askedRaters(all),
    surveys,
    period,
    today,
    waiting,
    known,
    year,
    sums,
    versions: newest(found.filter(({ id }) => answered.includes(id))),
    latest: newest(found)[0] ?? null,
    months,
    trend: known ? trend.filter((month) => month >= known.from) : [],
    running,
    scans,
    visits,
    departmentId,
    departments: new Map(departments.map(({ id, name, retired }) => [id, { name, retired }])),
    touchpoints,
  }
}
