import { type Role, roleNames } from '#domain/actor'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { columnNames, type RowProblem } from '#domain/hospital/roster'
import type { Person } from '#domain/hospital/staff.contract'
import { isAway } from '#domain/hospital/staff.rules'
import { dayInWords, daysUntil, type Instant } from '#domain/instant'
import type { ReadFailure } from '../../files/spreadsheet'

export const rolesInWords = (roles: readonly Role[]): string =>
  roles.length === 0 ? '职工' : roles.map((role) => roleNames[role]).join('、')

/** 「还有 4 天失效」 */
export const invitationInWords = (invitation: Person['invitation'], now: Instant): string => {
  if (!invitation) return '还没有邀请'
  if (invitation.expiresAt < now) return '邀请过期了'
  if (invitation.lockedUntil !== null && invitation.lockedUntil > now) return '输错多次，先停一会儿'
  const days = daysUntil(invitation.expiresAt, now)
  return days === 0 ? '今天失效' : `还有 ${days} 天失效`
}

/** 「在岗」「外出，11 月 30 日回」 */
export const stateInWords = (person: Pick<Person, 'state' | 'invitation'>, now: Instant): string => {
  const { state } = person
  if (state.kind === 'left') return `已离开，${dayInWords(state.at, now)}`
  if (state.kind === 'away' && isAway(person, now)) return `外出，${dayInWords(state.until, now)}回`
  return state.kind === 'invited' ? invitationInWords(person.invitation, now) : '在岗'
}

const problemWords: Record<RowProblem['why'], (problem: RowProblem) => string> = {
  empty: ({ column }) => `没有填${columnNames[column]}`,
  not_a_number: () => '不像工号：只用字母、数字和短横',
  not_a_name: () => '姓名太长，或有认不出的字符',
  no_such_department: () => '本院没有这个科室，请照科室名称或编号写',
  department_not_unique: () => '有两个科室叫这个名字，请写科室编号',
  no_such_role: () => `角色只认：${Object.values(roleNames).join('、')}；都不是就空着`,
  twice: ({ firstRow }) => `和第 ${firstRow ?? ''} 行的工号一样`,
  left: () => '这位已经离开；要请回来，请先到名单里点“请回来”',
  last_administrator: () => '本院只剩这一位管理员，不能在这里去掉',
}

export const problemInWords = (problem: RowProblem): string => problemWords[problem.why](problem)

export const readFailureInWords: Record<ReadFailure | 'no_heading' | 'empty', string> = {
  too_large: '这个文件太大了，不像名册。请只留名册那一张表，另存一份再选。',
  old_excel: '这是旧格式的 .xls。请在 Excel 或 WPS 里另存为 .xlsx，再选一次。',
  unreadable: '这个文件读不出来。请另存为 .xlsx 或 .csv，再选一次。',
  no_heading: '没有找到表头。表里要有“工号”和“姓名”两列，可以先下载模板照着填。',
  empty: '表头下面没有人。请填好再选一次。',
}

/** Of several answers, the words of the first that failed. */
export const failureInWords = (code: ErrorCode | null): string | undefined => (code ? sentenceFor(code) : undefined)
