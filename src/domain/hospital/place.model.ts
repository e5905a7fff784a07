import * as v from 'valibot'
import { DepartmentId, HospitalId, TouchpointId, WardId } from '../ids'
import { Instant } from '../instant'
import { Line, Text } from '../text'

/** A ward (病区), a hall, a car park: what a visitor recognises, and where codes hang. */
export const Ward = v.object({
  id: WardId,
  hospitalId: HospitalId,
  departmentId: DepartmentId,
  rev: v.number(),
  /** 「住院部 12 层东病区」 */
  name: Line(2, 30),
  /** null: the hospital's own pledge. */
  pledge: v.nullable(Text(5, 200)),
})
export type Ward = v.InferOutput<typeof Ward>

/** What the code is printed on. */
export const PrintFormat = v.picklist(['a4', 'a6', 'sticker', 'printed'])
export type PrintFormat = v.InferOutput<typeof PrintFormat>

export const printFormatNames: Record<PrintFormat, string> = {
  a4: 'A4 墙贴',
  a6: 'A6 立牌',
  sticker: '门贴',
  printed: '印在单上',
}

/** The end of a code's use. */
export const Retirement = v.object({
  at: Instant,
  replacedBy: v.nullable(TouchpointId),
  /** Until then it still leads to where its replacement hangs; null: it leads nowhere at once. */
  honouredUntil: v.nullable(Instant),
})
export type Retirement = v.InferOutput<typeof Retirement>

/** A code on a wall (点位). Its id is printed on it and belongs to one code for ever, across hospitals. */
export const Touchpoint = v.object({
  id: TouchpointId,
  hospitalId: HospitalId,
  wardId: WardId,
  rev: v.number(),
  /** Where in the ward it hangs: 「护士站台面」. */
  spot: Line(2, 30),
  format: PrintFormat,
  madeOn: Instant,
  /** null while it is in use. */
  retirement: v.nullable(Retirement),
})
export type Touchpoint = v.InferOutput<typeof Touchpoint>

/** Where a visitor stands, as the scanned code tells it. */
export const Place = v.object({
  touchpointId: TouchpointId,
  departmentId: DepartmentId,
  departmentName: v.string(),
  place: v.string(),
})
export type Place = v.InferOutput<typeof Place>

/** How often one code was opened in one month of Beijing. Nothing in it says by whom. */
export const MonthOfScans = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  touchpointId: TouchpointId,
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Counts by day of the month: '01'…'31'. */
  days: v.record(v.pipe(v.string(), v.regex(/^\d{2}$/)), v.pipe(v.number(), v.integer(), v.minValue(1))),
})
export type MonthOfScans = v.InferOutput<typeof MonthOfScans>
