import { DepartmentId } from '#domain/ids'
import { Quarter, Year } from '#domain/survey/quarter'
import type { ResultPeriod, Results } from '#domain/survey/results.contract'
import { Rater } from '#domain/survey/survey.model'
import * as v from 'valibot'

/** Which page of the results is open. */
export interface ResultsView {
  /** null: the first rater that has a questionnaire. */
  readonly rater: Rater | null
  /** null: the latest quarter that is over, as the server knows it. */
  readonly period: ResultPeriod | null
}

const read = <S extends v.GenericSchema>(schema: S, written: unknown): v.InferOutput<S> | null => {
  const parsed = v.safeParse(schema, written)
  return parsed.success ? parsed.output : null
}

const periodIn = (written: unknown): ResultPeriod | null => {
  const quarter = read(Quarter, written)
  if (quarter) return { unit: 'quarter', value: quarter }
  const year = read(Year, written)
  return year ? { unit: 'year', value: year } : null
}

/** What an address asks for; anything else in it is as if it were not there. */
export const viewIn = (params: Partial<Record<string, string>>): ResultsView => ({
  rater: read(Rater, params.rater),
  period: periodIn(params.period),
})

/** The department whose panel an address opens. */
export const departmentIn = (params: Partial<Record<string, string>>): DepartmentId | null =>
  read(DepartmentId, params.department)

/** Whether these are the results that were asked for. */
export const answers = ({ rater, period }: Results, view: ResultsView): boolean =>
  (view.rater === null || view.rater === rater) && (view.period === null || view.period.value === period.value)
