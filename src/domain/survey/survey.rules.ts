import type { Day } from '../instant'
import { type OpenPeriod, Rater, type Survey } from './survey.model'

/** The open period that a day lies in; null: it is not asked on that day. */
export const periodOn = (survey: Pick<Survey, 'version' | 'retired' | 'periods'>, day: Day): OpenPeriod | null =>
  survey.retired || survey.version === 0
    ? null
    : (survey.periods.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null)

const NEVER = '9999-12-31'

export const meet = (left: OpenPeriod, right: OpenPeriod): boolean =>
  left.from <= (right.to ?? NEVER) && right.from <= (left.to ?? NEVER)

/** Two of these periods have a day in common. */
export const overlap = (periods: readonly OpenPeriod[]): boolean =>
  periods.some((period, at) => periods.slice(at + 1).some((later) => meet(period, later)))

/** On some day this survey and another of the same raters would be asked together. */
export const isAskedBeside = (survey: Survey, others: readonly Survey[]): boolean => {
  const isAsked = ({ version, retired }: Survey) => version > 0 && !retired
  const rivals = others.filter((other) => other.id !== survey.id && other.rater === survey.rater && isAsked(other))
  return (
    isAsked(survey) &&
    rivals.some(({ periods }) => periods.some((theirs) => survey.periods.some((own) => meet(own, theirs))))
  )
}

/** Raters that were ever asked, patients first. */
export const askedRaters = (surveys: readonly Pick<Survey, 'rater' | 'version'>[]): Rater[] => {
  const published = new Set(surveys.filter(({ version }) => version > 0).map(({ rater }) => rater))
  return Rater.options.filter((rater) => published.has(rater))
}
