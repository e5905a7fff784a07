import * as v from 'valibot'
import { DepartmentId } from '../ids'

interface OfficialDepartment {
  readonly code: string
  readonly name: string
}

/** First level of 《医疗机构诊疗科目名录》. A hospital's own departments stand below it: `03.01`. */
export const officialDepartments: readonly OfficialDepartment[] = [
  ['01', '预防保健科'],
  ['02', '全科医疗科'],
  ['03', '内科'],
  ['04', '外科'],
  ['05', '妇产科'],
  ['06', '妇女保健科'],
  ['07', '儿科'],
  ['08', '小儿外科'],
  ['09', '儿童保健科'],
  ['10', '眼科'],
  ['11', '耳鼻咽喉科'],
  ['12', '口腔科'],
  ['13', '皮肤科'],
  ['14', '医疗美容科'],
  ['15', '精神科'],
  ['16', '传染科'],
  ['17', '结核病科'],
  ['18', '地方病科'],
  ['19', '肿瘤科'],
  ['20', '急诊医学科'],
  ['21', '康复医学科'],
  ['22', '运动医学科'],
  ['23', '职业病科'],
  ['24', '临终关怀科'],
  ['25', '特种医学与军事医学科'],
  ['26', '麻醉科'],
  ['27', '疼痛科'],
  ['28', '重症医学科'],
  ['30', '医学检验科'],
  ['31', '病理科'],
  ['32', '医学影像科'],
  ['50', '中医科'],
  ['51', '民族医学科'],
  ['52', '中西医结合科'],
  ['69', '其他业务科室'],
].map(([code = '', name = '']) => ({ code, name }))

/** Own prefix of functional departments (职能科室): 医务, 护理, 后勤 have no official code. */
export const FUNCTIONAL_PREFIX = 'F'

const FUNCTIONAL_MOST = 999

/** Where the directory puts a code: `03.01` stands below 03 内科; null for a functional department or no such code. */
export const officialParentOf = (code: string): OfficialDepartment | null =>
  officialDepartments.find((department) => department.code === code.slice(0, 2)) ?? null

const isFunctional = (code: string): boolean => /^[A-Z]/.test(code)

/** Figures as people write them, `0301` and `3.1`, as the directory's `03.01`; capitals. */
const tidy = (written: string): string => {
  const code = written.trim().toUpperCase().replace(/．/g, '.')
  if (/^\d{3,6}$/.test(code) && code.length % 2 === 0) return (code.match(/\d\d/g) ?? []).join('.')
  return code
    .split('.')
    .map((part) => (/^\d$/.test(part) ? `0${part}` : part))
    .join('.')
}

/** The code that was meant, or null: not of the directory and not of an own prefix. */
export const departmentCodeIn = (written: string): DepartmentId | null => {
  const parsed = v.safeParse(DepartmentId, tidy(written))
  if (!parsed.success) return null
  return isFunctional(parsed.output) || officialParentOf(parsed.output) ? parsed.output : null
}

const numbered = (prefix: string, number: number): string => `${prefix}${String(number).padStart(2, '0')}`

/** The next free number below a prefix: `F04`, or `03.02` below 03; null when there is none left. */
export const nextFreeCode = (prefix: string, taken: ReadonlySet<string>): DepartmentId | null => {
  const isOfficial = officialDepartments.some(({ code }) => code === prefix)
  const most = isOfficial ? 99 : FUNCTIONAL_MOST
  for (let number = 1; number <= most; number += 1) {
    const code = isOfficial ? `${prefix}.${numbered('', number)}` : numbered(prefix, number)
    if (!taken.has(code)) return departmentCodeIn(code)
  }
  return null
}

interface Suggestion {
  readonly id: DepartmentId
  /** The directory's name; empty for a functional department, which has none. */
  readonly name: string
}

const SUGGESTED = 6

/**
 * Codes for what was typed, a code or part of a name: the directory's own while they are free, the next free number
 * below them otherwise, and the next functional one.
 */
export const suggestCodes = (typed: string, taken: ReadonlySet<string>): Suggestion[] => {
  const wanted = typed.trim()
  if (wanted === '') return []
  const found = officialDepartments.filter(
    ({ code, name }) => code.startsWith(wanted) || name.includes(wanted) || wanted.includes(name.replace(/科$/, '')),
  )
  const official = found.flatMap(({ code, name }) => {
    const id = taken.has(code) ? nextFreeCode(code, taken) : departmentCodeIn(code)
    return id ? [{ id, name }] : []
  })
  const functional = nextFreeCode(FUNCTIONAL_PREFIX, taken)
  return [...official.slice(0, SUGGESTED - 1), ...(functional ? [{ id: functional, name: '' }] : [])]
}
