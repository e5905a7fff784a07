import type { CaseDetail } from '#domain/complaint/case.contract'
import { type Category, categoryNames } from '#domain/complaint/category'
import {
  type CareSetting,
  careSettingNames,
  type ComplaintEvent,
  type Sorting,
} from '#domain/complaint/complaint.model'
import { DepartmentId } from '#domain/ids'
import * as v from 'valibot'

export const HEALTH = '可能影响健康'
export const NO_DEPARTMENT = '不归某个科室'

/** A department as it is being chosen: none (`belongs` is false), one, or words that name none yet. */
export const BelongsTo = v.object({ belongs: v.boolean(), typed: v.string(), id: v.nullable(DepartmentId) })
export type BelongsTo = v.InferOutput<typeof BelongsTo>

/** What was chosen anew; null: as it is. */
interface Chosen {
  readonly category: Category | null
  readonly urgent: boolean | null
  readonly careSetting: CareSetting | null
  readonly department: BelongsTo | null
}

/** A department is asked for, and what was typed names none. */
export const isNowhere = ({ department }: Pick<Chosen, 'department'>): boolean =>
  department !== null && department.belongs && department.id === null

/** Where the case is to belong; null while that is not settled. */
export const sortingOf = (
  chosen: Chosen,
  detail: Pick<CaseDetail, 'category' | 'urgent' | 'careSetting' | 'departmentId'>,
): Sorting | null => {
  const { category, urgent, careSetting, department } = chosen
  if (isNowhere(chosen)) return null
  return {
    category: category ?? detail.category,
    urgent: urgent ?? detail.urgent,
    careSetting: careSetting ?? detail.careSetting,
    departmentId: department === null ? detail.departmentId : department.belongs ? department.id : null,
  }
}

type Sorted = Extract<ComplaintEvent, { kind: 'sorted' }>

/** Whether what was chosen went out with this event. */
export const wasSortedAs = (event: Sorted, { category, urgent, careSetting, department }: Chosen): boolean =>
  (category === null || category === event.category) &&
  (urgent === null || urgent === event.urgent) &&
  (careSetting === null || careSetting === event.careSetting) &&
  (department === null || (department.belongs ? department.id : null) === event.departmentId)

const departmentIn = (departments: CaseDetail['departments'], id: DepartmentId | null): string =>
  id === null ? NO_DEPARTMENT : (departments.find((one) => one.id === id)?.name ?? id)

const healthInWords = (urgent: boolean): string => (urgent ? HEALTH : '不影响健康')

const changesIn = ({ before, ...after }: Sorted, departments: CaseDetail['departments']): string[] => {
  if (!before) {
    return [
      after.category === null ? '重新分拣' : `分到 ${categoryNames[after.category]}`,
      ...(after.urgent ? [HEALTH] : []),
    ]
  }
  const { category, careSetting = before.careSetting, departmentId = before.departmentId } = after
  return [
    departmentId === before.departmentId
      ? null
      : `科室从“${departmentIn(departments, before.departmentId)}”改到“${departmentIn(departments, departmentId)}”`,
    careSetting === before.careSetting
      ? null
      : `环节从“${careSettingNames[before.careSetting]}”改到“${careSettingNames[careSetting]}”`,
    category === before.category || category === null
      ? null
      : before.category === null
        ? `分到“${categoryNames[category]}”`
        : `分类从“${categoryNames[before.category]}”改到“${categoryNames[category]}”`,
    after.urgent === before.urgent ? null : `改成${healthInWords(after.urgent)}`,
  ].filter((change) => change !== null)
}

/** What somebody changed about where a case belongs. */
export const sortedInWords = (event: Sorted, departments: CaseDetail['departments']): string =>
  changesIn(event, departments).join('，') || '看过分类，没有改'
