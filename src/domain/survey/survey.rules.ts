import type { Day } from '../instant'
import type { OpenPeriod, Survey } from './survey.model'

/** The open period that a day lies in; null: it is not asked on that day. */
export const periodOn = (survey: Pick<Survey, 'version' | 'retired' | 'periods'>, day: Day): OpenPeriod | null =>
  survey.retired || survey.version === 0
    ? null
    : (survey.periods.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null)
