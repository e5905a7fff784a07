import { roleNames } from '#domain/actor'
import { asSheet, COLUMNS, columnNames } from '#domain/hospital/roster'
import { invitationInGroups } from '#domain/hospital/staff.code'
import type { DepartmentId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { saveSheet } from '../../files/spreadsheet'
import type { HandedOut } from './use-invitations'
import type { People } from './use-people'

const WIDTHS = [14, 14, 24, 24]

/** An empty roster with its headings and one line of example. */
export const saveTemplate = ({ departments }: People) =>
  saveSheet(
    [
      COLUMNS.map((column) => columnNames[column]),
      ['A0001', '张三（示例，请删）', departments[0]?.name ?? '', roleNames.case_handler],
    ],
    { fileName: '职工名册模板.xlsx', widths: WIDTHS },
  )

export const saveRoster = ({ rows, departments }: People, now: Instant) =>
  saveSheet(
    asSheet(
      rows.filter(({ state }) => state.kind !== 'left'),
      departments,
    ),
    { fileName: `职工名册 ${beijingDay(now)}.xlsx`, widths: WIDTHS },
  )

/** Who gets which code, for handing out. */
export const saveCodes = (rows: readonly HandedOut[], departments: ReadonlyMap<DepartmentId, string>, now: Instant) =>
  saveSheet(
    [
      ['工号', '姓名', '科室', '口令', '有效到'],
      ...rows.map(({ person, code, expiresAt }) => [
        person.number,
        person.name,
        person.departmentId ? (departments.get(person.departmentId) ?? person.departmentId) : '',
        invitationInGroups(code),
        beijingDay(expiresAt),
      ]),
    ],
    { fileName: `职工口令 ${beijingDay(now)}.xlsx`, widths: [14, 14, 24, 26, 14] },
  )
