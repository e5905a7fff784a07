import type { StoredMonth } from '#domain/hospital/visits.contract'
import { asVisitSheet } from '#domain/hospital/visits.file'
import type { DepartmentId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { saveSheet } from '../../files/spreadsheet'

type Known = readonly { id: DepartmentId; name: string; retired: boolean }[]

const WIDTHS = [14, 12, 24, 14, 14]

/** One row a department, to be filled in. */
export const saveVisitTemplate = (known: Known) =>
  saveSheet(asVisitSheet(known), { fileName: '接诊人次模板.xlsx', widths: WIDTHS })

export const saveVisits = (known: Known, months: readonly StoredMonth[], now: Instant) =>
  saveSheet(asVisitSheet(known, months), { fileName: `接诊人次 ${beijingDay(now)}.xlsx`, widths: WIDTHS })
