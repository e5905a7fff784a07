import type { Audience, EveryMonths, SlotName, SlotSettings } from './disclosure.model'
import type { HospitalId } from '../ids'

export interface UsualSlot {
  readonly name: string
  /** What belongs in it, in a line. */
  readonly holds: string
  readonly audience: Audience
  /** Who writes it in most hospitals; named as a hint until the hospital names its own department. */
  readonly usualOwner: string
  readonly everyMonths: EveryMonths
  readonly basis: string
}

/** 2022-02-01 in force. Its articles, and every basis below, are for the hospital's lawyers to check (法务核对). */
const OPENNESS = '《医疗卫生机构信息公开管理办法》'
const COMPLAINTS = '《医疗机构投诉管理办法》'
const NINE_RULES = '《医疗机构工作人员廉洁从业九项准则》'
const PURCHASE = '《中华人民共和国政府采购法》'
const STAFF_OPENNESS = '院务公开制度（对职工）'

const YEARLY = 12

/**
 * The twenty slots a hospital starts with. The five the hospitals name themselves (干部调整, 招标采购, 评选表彰, 职称晋升,
 * 收费信息) are among them; the others follow a county's list of what public institutions disclose.
 */
export const usualSlots: Record<SlotName, UsualSlot> = {
  profile: {
    name: '机构概况',
    holds: '医院性质、等级、床位、地址和负责人。',
    audience: 'public',
    usualOwner: '院办公室',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  departments: {
    name: '科室与专家',
    holds: '开了哪些科、在几楼、谁出诊。',
    audience: 'public',
    usualOwner: '医务科',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  process: {
    name: '服务流程',
    holds: '挂号、住院、检查、取报告怎么走。',
    audience: 'public',
    usualOwner: '门诊部',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  prices: {
    name: '医疗服务价格',
    holds: '项目、单位、价格，和每次调价。',
    audience: 'public',
    usualOwner: '物价办',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  insurance: {
    name: '医保政策',
    holds: '怎么报、报多少、到哪里问。',
    audience: 'public',
    usualOwner: '医保办',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  'drug-prices': {
    name: '药品耗材价格',
    holds: '常用药品和耗材的价格，和每次调价。',
    audience: 'public',
    usualOwner: '药学部',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  'daily-bill': {
    name: '一日清单查询',
    holds: '在哪里看每天花了多少，看不懂问谁。',
    audience: 'public',
    usualOwner: '财务科',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  'complaint-channels': {
    name: '投诉渠道',
    holds: '电话、地点、接待时间。',
    audience: 'public',
    usualOwner: '医患办',
    everyMonths: YEARLY,
    basis: COMPLAINTS,
  },
  'complaint-figures': {
    name: '投诉处理统计',
    holds: '收到多少件、按时答复多少件。',
    audience: 'public',
    usualOwner: '医患办',
    everyMonths: YEARLY,
    basis: COMPLAINTS,
  },
  satisfaction: {
    name: '满意度结果',
    holds: '问了多少人，几分，改了什么。',
    audience: 'public',
    usualOwner: '质控科',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  pledged: {
    name: '亮诺名单',
    holds: '哪些科室、多少人签了廉洁承诺。',
    audience: 'public',
    usualOwner: '纪检监察室',
    everyMonths: YEARLY,
    basis: NINE_RULES,
  },
  'nine-rules': {
    name: '九项准则',
    holds: '九条准则，和违反了到哪里说。',
    audience: 'public',
    usualOwner: '纪检监察室',
    everyMonths: YEARLY,
    basis: NINE_RULES,
  },
  'procurement-notices': {
    name: '采购公告',
    holds: '要买什么、怎么报名、哪天截止。',
    audience: 'public',
    usualOwner: '采购办',
    everyMonths: null,
    basis: PURCHASE,
  },
  'procurement-results': {
    name: '采购结果',
    holds: '买了什么、向谁买、多少钱。',
    audience: 'public',
    usualOwner: '采购办',
    everyMonths: null,
    basis: PURCHASE,
  },
  'supplier-days': {
    name: '供应商接待日',
    holds: '哪天、在哪里、谁来接待。',
    audience: 'public',
    usualOwner: '采购办',
    everyMonths: YEARLY,
    basis: OPENNESS,
  },
  donations: {
    name: '捐赠公示',
    holds: '谁捐了什么，用在哪里。',
    audience: 'public',
    usualOwner: '财务科',
    everyMonths: YEARLY,
    basis: NINE_RULES,
  },
  appointments: {
    name: '干部任免',
    holds: '任前公示和任免决定。',
    audience: 'staff',
    usualOwner: '人事科',
    everyMonths: null,
    basis: STAFF_OPENNESS,
  },
  titles: {
    name: '职称评聘',
    holds: '条件、名额、推荐名单和结果。',
    audience: 'staff',
    usualOwner: '人事科',
    everyMonths: null,
    basis: STAFF_OPENNESS,
  },
  awards: {
    name: '评优表彰',
    holds: '评什么、怎么评、评上了谁。',
    audience: 'staff',
    usualOwner: '院办公室',
    everyMonths: null,
    basis: STAFF_OPENNESS,
  },
  recruitment: {
    name: '招聘录用',
    holds: '招什么岗、怎么考、录用了谁。',
    audience: 'public',
    usualOwner: '人事科',
    everyMonths: null,
    basis: OPENNESS,
  },
}

/**
 * 「自信息形成或者变更之日起 20 个工作日内」, as county lists of what public institutions disclose have it. A hospital may
 * promise less, not more.
 */
const USUAL_WITHIN_WORKING_DAYS = 20

export const slotKey = (hospitalId: HospitalId, slot: SlotName): string => `${hospitalId}:${slot}`

/** A slot that nobody has touched. */
export const usualSettings = (hospitalId: HospitalId, slot: SlotName): SlotSettings => {
  const { audience, everyMonths, basis } = usualSlots[slot]
  return {
    id: slotKey(hospitalId, slot),
    rev: 0,
    hospitalId,
    slot,
    audience,
    ownerId: null,
    withinWorkingDays: USUAL_WITHIN_WORKING_DAYS,
    everyMonths,
    basis,
    basisChecked: false,
    promise: null,
  }
}
