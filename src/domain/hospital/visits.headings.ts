import type { MappedField, VisitMeasure } from './visits.model'
import { squeezed } from './visits.cells'

/** What a heading is known to stand for. */
export type KnownHeading =
  | { readonly field: 'ignored' }
  /** `isStrict`: days whatever stands below; otherwise what stands below decides between months and days. */
  | { readonly field: 'month' | 'day'; readonly isStrict: boolean }
  /** The surest first, from 0; a code goes before a name. */
  | { readonly field: 'department'; readonly isCode: boolean; readonly sureness: number }
  /** `part` names what is counted; the whole goes before its parts. */
  | { readonly field: VisitMeasure; readonly part: MeasurePart }

export type MeasurePart = 'whole' | 'all_care' | 'outpatient' | 'emergency' | 'kind_of_outpatient'

const MONTH_HEADINGS = new Set(
  ['月份', '年月', '年月份', '月度', '月', '年份', '年度', '年', '期间', '报告期', '统计期', '会计期间'].flatMap(
    (word) => [
      word,
      `统计${word}`,
      `就诊${word}`,
      `所属${word}`,
      `报表${word}`,
      `核算${word}`,
      `数据${word}`,
      `业务${word}`,
    ],
  ),
)

const DATE_HEADINGS = new Set(
  ['日期', '时间', '周期', '时间段', '日期段'].flatMap((word) => [
    word,
    `统计${word}`,
    `报表${word}`,
    `所属${word}`,
    `数据${word}`,
    `核算${word}`,
    `业务${word}`,
  ]),
)

const DAY_HEADINGS = new Set([
  '日',
  '天',
  '年月日',
  '就诊日期',
  '挂号日期',
  '出院日期',
  '接诊日期',
  '就诊时间',
  '统计日',
])

const DEPARTMENT_NAMES = [
  '科室名称',
  '科室',
  '科室名',
  '科名',
  '科别',
  '就诊科室',
  '接诊科室',
  '开单科室',
  '挂号科室',
  '出院科室',
  '临床科室',
  '核算科室',
  '统计科室',
  '所属科室',
  '执行科室',
  '部门名称',
  '部门',
  '核算单元',
  '专科',
  '专业',
  '单位名称',
].flatMap((word) => (/(名称|名)$/.test(word) ? [word] : [word, `${word}名称`]))

const DEPARTMENT_CODES = ['科室', '部门', '科别', '就诊科室', '接诊科室', '开单科室', '出院科室', '核算单元', '']
  .flatMap((word) => ['编码', '代码', '编号', 'ID', '号'].map((end) => `${word}${end}`))
  .filter((word) => word !== '号' && word !== 'ID' && word !== '编号')

const SET_ASIDE = new Set([
  '序号',
  '行号',
  '排名',
  '名次',
  '备注',
  '说明',
  '合计',
  '小计',
  '总计',
  '院区',
  '医院',
  '医院名称',
])

/** Compared figures, shares, other years, and people who came for no care. */
const NOT_THESE_VISITS =
  /其中|同比|环比|增长|增减|增幅|率|占比|比重|比例|体检|上月|上年|去年|前年|上期|同期|累计|日均|平均|人均|计划|目标|预约|%/

const COUNTED = '(?:病人|患者|者|服务)?(?:总)?(?:人次数?|人数|例数|次数|例|量|数)?(?:合计|小计|总计)?'
const LEAD = '(?:本[期月年日])?(?:期内)?总?'
const CARE = '(?:就诊|诊疗|接诊|挂号|工作)?'
const BOTH = '(?:门急诊|门诊急诊|门诊[/+及和、与]急诊|门[/、]急诊)'

const WHOLE = new RegExp(`^${LEAD}${BOTH}${CARE}${COUNTED}$`)
const ALL_CARE = new RegExp(`^${LEAD}(?:诊疗|就诊|接诊)总?(?:人次数?|人数|量)(?:合计|小计|总计)?$`)
const OUTPATIENT = new RegExp(`^${LEAD}门诊${CARE}${COUNTED}$`)
const EMERGENCY = new RegExp(`^${LEAD}急诊${CARE}${COUNTED}$`)
const KIND_OF_OUTPATIENT = new RegExp(
  `^(?:普通|专家|专科|特需|专病|便民|简易|互联网|夜间|国际|名医)+门诊${CARE}${COUNTED}$`,
)
const DISCHARGES = new RegExp(`^${LEAD}出院${COUNTED}$`)

/** Says nothing but how it is counted: what it is counted of stands in the line above. */
const ONLY_HOW = /^(?:本[期月年日])?(?:人次数?|人数|例数|数量|数|量|次数|实际|合计|小计|总计|)$/

/** 「单位：百人次」「(万人次)」 above a table; 「单位：百色市人民医院」 is none. */
const UNIT_ABOVE = /(?:单位[:为是]?\(?|[([【〔])[十百千万亿]+(?:人次?|例)/
/** 「门急诊(百人次)」「出院百人次」; 「每万人次投诉」 is none. */
const UNIT_IN_A_HEADING = /(?:^|[^每十百千万亿])[十百千万亿]+(?:人次?|例)/

/** Whether a line above the table says that its figures are hundreds, thousands or more of persons. */
export const isOfManyAbove = (cells: readonly string[]): boolean => UNIT_ABOVE.test(squeezed(cells.join('')))

/** Whether a heading says that its figures are hundreds, thousands or more of persons. */
export const isOfMany = (heading: string): boolean => UNIT_IN_A_HEADING.test(squeezed(heading))

const BRACKETS = /[(（[【〔].*?[)）\]】〕]/g

const wordsOf = (heading: string): string =>
  squeezed(heading)
    .replace(BRACKETS, '')
    .replace(/[*:：。、]+$|^[*]+/g, '')

const measureOf = (words: string): KnownHeading | null => {
  if (WHOLE.test(words)) return { field: 'outpatient', part: 'whole' }
  if (ALL_CARE.test(words)) return { field: 'outpatient', part: 'all_care' }
  if (OUTPATIENT.test(words)) return { field: 'outpatient', part: 'outpatient' }
  if (EMERGENCY.test(words)) return { field: 'outpatient', part: 'emergency' }
  if (KIND_OF_OUTPATIENT.test(words)) return { field: 'outpatient', part: 'kind_of_outpatient' }
  return DISCHARGES.test(words) ? { field: 'discharges', part: 'whole' } : null
}

const knownByItself = (words: string): KnownHeading | null => {
  if (MONTH_HEADINGS.has(words)) return { field: 'month', isStrict: false }
  if (DAY_HEADINGS.has(words)) return { field: 'day', isStrict: true }
  if (DATE_HEADINGS.has(words)) return { field: 'day', isStrict: false }
  const code = DEPARTMENT_CODES.indexOf(words)
  if (code >= 0) return { field: 'department', isCode: true, sureness: code }
  const name = DEPARTMENT_NAMES.indexOf(words)
  return name >= 0 ? { field: 'department', isCode: false, sureness: name } : measureOf(words)
}

/**
 * What a heading stands for; `above` is the heading of the group it belongs to, where a heading spans two lines
 * (门急诊 over 人次). null: not known.
 */
export const knownHeading = (heading: string, above = ''): KnownHeading | null => {
  if (NOT_THESE_VISITS.test(squeezed(above + heading))) return { field: 'ignored' }
  const words = wordsOf(heading)
  const group = wordsOf(above)
  if (group !== '' && ONLY_HOW.test(words)) return measureOf(group) ?? measureOf(group + words)
  const known = knownByItself(words)
  if (known) return known
  if (SET_ASIDE.has(words)) return { field: 'ignored' }
  if (words === '' && group === '') return null
  return group === '' ? null : (measureOf(group + words) ?? measureOf(words + group))
}

export const isMeasure = (field: MappedField): field is VisitMeasure => field === 'outpatient' || field === 'discharges'
