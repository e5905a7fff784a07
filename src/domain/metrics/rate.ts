import * as v from 'valibot'
import type { Counted, Trait } from './tally'

/**
 * The four complaint rates (投诉率), lower is better. No national formula exists: what counts and the factors are the
 * hospital's settings, printed beside the figure.
 */
export const Indicator = v.picklist(['overall', 'outpatient', 'inpatient', 'responsible'])
export type Indicator = v.InferOutput<typeof Indicator>

export const indicatorNames: Record<Indicator, string> = {
  overall: '综合投诉率',
  outpatient: '门诊投诉率',
  inpatient: '住院投诉率',
  responsible: '有责投诉率',
}

/** Which of what was received counts as a complaint, beside the complaints (投诉) themselves. */
export const Counting = v.object({
  /** 建议 */
  suggestions: v.boolean(),
  /** Through 12345 and 12320. */
  hotlines: v.boolean(),
  /** 上级转办 */
  forwarded: v.boolean(),
  /** 已撤回: counted unless the hospital says otherwise, so that nobody is talked out of a figure. */
  withdrawn: v.boolean(),
})
export type Counting = v.InferOutput<typeof Counting>

export const USUAL_COUNTING: Counting = { suggestions: false, hotlines: true, forwarded: true, withdrawn: true }

/** Complaints per so many visits or discharges. */
export const Factor = v.picklist([1000, 10_000])
export type Factor = v.InferOutput<typeof Factor>

/** 有责 has the factor of 综合, whose denominator it shares. */
export const Factors = v.object({ overall: Factor, outpatient: Factor, inpatient: Factor })
export type Factors = v.InferOutput<typeof Factors>

export const USUAL_FACTORS: Factors = { overall: 10_000, outpatient: 10_000, inpatient: 1000 }

export const factorOf = (indicator: Indicator, factors: Factors): Factor =>
  factors[indicator === 'responsible' ? 'overall' : indicator]

/** Whether what has these traits is a valid complaint (有效投诉). */
export const isCounted = ({ kind, channel, outcome }: Trait, counting: Counting): boolean => {
  if (kind !== 'complaint' && !(kind === 'suggestion' && counting.suggestions)) return false
  if ((channel === '12345' || channel === '12320') && !counting.hotlines) return false
  if (channel === 'forwarded' && !counting.forwarded) return false
  return outcome !== 'withdrawn' || counting.withdrawn
}

/** Whether it is in the numerator of this rate. */
export const isIn = (indicator: Indicator, trait: Trait, counting: Counting): boolean => {
  if (!isCounted(trait, counting)) return false
  const { careSetting, outcome } = trait
  if (indicator === 'outpatient') return careSetting === 'outpatient' || careSetting === 'emergency'
  if (indicator === 'inpatient') return careSetting === 'inpatient'
  if (indicator === 'responsible') return outcome === 'founded' || outcome === 'partly_founded'
  return true
}

/** How many of these are in the numerator, where `wanted` holds. */
export const numeratorOf = (
  indicator: Indicator,
  counted: Counted,
  counting: Counting,
  wanted: (trait: Trait) => boolean = () => true,
): number =>
  counted.reduce((sum, [trait, count]) => (isIn(indicator, trait, counting) && wanted(trait) ? sum + count : sum), 0)

/** 门急诊人次 and 出院人次; null where there is no figure. */
export interface VisitSums {
  readonly outpatient: number | null
  readonly discharges: number | null
}

/** What the numerator is divided by; null where a part of it is missing. */
export const denominatorOf = (indicator: Indicator, { outpatient, discharges }: VisitSums): number | null => {
  if (indicator === 'outpatient') return outpatient
  if (indicator === 'inpatient') return discharges
  return outpatient === null || discharges === null ? null : outpatient + discharges
}
