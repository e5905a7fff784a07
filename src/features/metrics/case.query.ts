import type { Category, Channel } from '#domain/complaint/category'
import type { CareSetting } from '#domain/complaint/complaint.model'
import type { DepartmentId } from '#domain/ids'
import type { Period } from '#domain/metrics/metrics.contract'
import type { Indicator } from '#domain/metrics/rate'

/** The cases behind one number of the page. */
export interface CaseQuery {
  /** 「10 月，急诊医学科」 */
  readonly title: string
  readonly period: Period
  readonly indicator: Indicator
  readonly departmentId?: DepartmentId | null
  readonly category?: Category | null
  readonly channel?: Channel
  readonly careSetting?: CareSetting
}
