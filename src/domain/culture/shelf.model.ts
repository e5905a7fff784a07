import * as v from 'valibot'
import { DepartmentId, HospitalId } from '../ids'
import { Instant } from '../instant'
import { Column } from './article.model'

/** How many articles each column, series and department shows at one moment; what changed since is counted besides. */
export const Shelf = v.object({
  id: HospitalId,
  rev: v.number(),
  countedAt: Instant,
  columns: v.array(v.object({ column: Column, total: v.number() })),
  series: v.array(v.object({ name: v.string(), total: v.number() })),
  departments: v.array(v.object({ id: DepartmentId, total: v.number() })),
})
export type Shelf = v.InferOutput<typeof Shelf>
