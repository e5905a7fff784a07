import * as v from 'valibot'
import { ComplaintId, DepartmentId, EventId, HospitalId, PhotoId, StaffId, TouchpointId } from '../ids'
import { Day, Instant } from '../instant'
import { LeafKey } from '../metrics/bucket.keys'
import { Line, PhoneNumber, Text } from '../text'
import { Category, Channel, Kind } from './category'
import { Selector } from './receipt'

/** Care setting (就医环节): the outpatient and the inpatient complaint rate count by it. */
export const CareSetting = v.picklist(['outpatient', 'emergency', 'inpatient', 'other'])
export type CareSetting = v.InferOutput<typeof CareSetting>

export const careSettingNames: Record<CareSetting, string> = {
  outpatient: '门诊',
  emergency: '急诊',
  inpatient: '住院',
  other: '其他',
}

/** Whom it happened to: a minor's (未成年人) details are given by a guardian (个人信息保护法 Art 31). */
export const ForWhom = v.picklist(['self', 'relative', 'minor'])
export type ForWhom = v.InferOutput<typeof ForWhom>

export const forWhomNames: Record<ForWhom, string> = { self: '我自己', relative: '家里人', minor: '孩子（未成年）' }

export const COMPLAINT_TEXT_MAX = 2000

export const COMPLAINT_TEXT_MIN = 5

export const ComplaintText = Text(COMPLAINT_TEXT_MIN, COMPLAINT_TEXT_MAX)

export const REMARK_MAX = 1000

/** A question, an answer, a note, a reason: shorter than the complaint itself. */
export const Remark = Text(1, REMARK_MAX)

export const MAX_PHOTOS = 6

/** Additions and ratings of one case together: a record has an end, and whoever holds a receipt is not asked who they are. */
export const ADDITIONS_MAX = 100

export const Photos = v.pipe(
  v.array(PhotoId),
  v.maxLength(MAX_PHOTOS),
  v.check((ids) => new Set(ids).size === ids.length),
)

/** How the complaint office may reach a named complainant (留名); a telephone number is enough. */
export const Contact = v.object({ name: v.nullable(Line(1, 20)), phone: PhoneNumber })
export type Contact = v.InferOutput<typeof Contact>

export const ComplaintStatus = v.picklist([
  'submitted',
  'accepted',
  'investigating',
  'replied',
  'reopened',
  'closed',
  'withdrawn',
])
export type ComplaintStatus = v.InferOutput<typeof ComplaintStatus>

export const statusNames: Record<ComplaintStatus, string> = {
  submitted: '待受理',
  accepted: '已受理',
  investigating: '核查中',
  replied: '已答复',
  reopened: '要求再查',
  closed: '已办结',
  withdrawn: '已撤回',
}

/** Who is to act: the office owes an answer, the complainant looks at it, or it is filed away. */
export const Stage = v.picklist(['open', 'answered', 'done'])
export type Stage = v.InferOutput<typeof Stage>

/** What was found out (认定). */
export const Finding = v.picklist(['founded', 'partly_founded', 'unfounded', 'unverifiable'])
export type Finding = v.InferOutput<typeof Finding>

export const findingNames: Record<Finding, string> = {
  founded: '属实',
  partly_founded: '部分属实',
  unfounded: '不属实',
  unverifiable: '无法查实',
}

/** How the handling was rated, from very dissatisfied to very satisfied. */
export const Rating = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))

export const ratingNames = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

/** The platform's opinion of a named text: 'risky' is held for a person to read, never deleted; anonymous text is not sent. */
export const TextSafety = v.picklist(['pass', 'risky', 'unchecked', 'not_sent'])
export type TextSafety = v.InferOutput<typeof TextSafety>

/** What a complaint is counted and put in order by (分类); the complaint office corrects it. */
export const Sorting = v.object({
  category: v.nullable(Category),
  urgent: v.boolean(),
  careSetting: CareSetting,
  /** null: no department's (不归某个科室). */
  departmentId: v.nullable(DepartmentId),
})
export type Sorting = v.InferOutput<typeof Sorting>

/** `id` is made by the caller before the first attempt: an event that is there has happened, a retry adds none. */
const happened = { id: EventId, at: Instant }
const byStaff = { ...happened, by: StaffId }

export const ComplaintEvent = v.variant('kind', [
  v.object({ ...happened, kind: v.literal('submitted') }),
  v.object({ ...byStaff, kind: v.literal('accepted') }),
  /** Several departments work on it: ten working days instead of five, counted from receipt as before. */
  v.object({
    ...byStaff,
    kind: v.literal('extended'),
    workingDays: v.number(),
    reason: Remark,
    dueAt: v.nullable(Instant),
  }),
  v.object({ ...byStaff, kind: v.literal('assigned'), to: StaffId }),
  v.object({ ...byStaff, kind: v.literal('handed_over'), from: StaffId, to: StaffId }),
  v.object({ ...byStaff, kind: v.literal('asked'), text: Remark }),
  v.object({ ...happened, kind: v.literal('answered'), text: v.nullable(Remark), photos: Photos }),
  v.object({ ...byStaff, kind: v.literal('noted'), text: Remark }),
  v.object({
    ...byStaff,
    kind: v.literal('sorted'),
    ...v.pick(Sorting, ['category', 'urgent']).entries,
    /** Those of the first cases say neither these nor what was before. */
    ...v.partial(v.pick(Sorting, ['careSetting', 'departmentId'])).entries,
    before: v.optional(Sorting),
  }),
  v.object({ ...byStaff, kind: v.literal('released') }),
  v.object({ ...byStaff, kind: v.literal('contact_seen') }),
  v.object({ ...byStaff, kind: v.literal('found'), finding: Finding, text: Remark }),
  v.object({ ...byStaff, kind: v.literal('replied'), finding: v.nullable(Finding), text: ComplaintText }),
  v.object({ ...happened, kind: v.literal('confirmed') }),
  v.object({
    ...happened,
    kind: v.literal('reopened'),
    text: ComplaintText,
    photos: Photos,
    workingDays: v.number(),
    dueAt: v.nullable(Instant),
  }),
  v.object({ ...happened, kind: v.literal('rated'), rating: Rating, text: v.nullable(Remark) }),
  v.object({ ...byStaff, kind: v.literal('closed'), confirmed: v.boolean() }),
  v.object({ ...happened, kind: v.literal('withdrawn'), text: v.nullable(Remark) }),
  v.object({ ...happened, kind: v.literal('erased') }),
])
export type ComplaintEvent = v.InferOutput<typeof ComplaintEvent>

export const Complaint = v.object({
  id: ComplaintId,
  rev: v.number(),
  hospitalId: HospitalId,
  departmentId: v.nullable(DepartmentId),
  touchpointId: v.nullable(TouchpointId),
  channel: v.optional(Channel, 'miniprogram'),
  /** Where it happened, in the words on the wall at the time. */
  place: v.nullable(v.string()),
  kind: Kind,
  /** null where the kind has none: praise, suggestions, questions. */
  category: v.nullable(Category),
  /** It may harm somebody's health: looked at first. */
  urgent: v.boolean(),
  careSetting: CareSetting,
  /** The day it happened, as far as it was told. */
  happenedOn: v.nullable(Day),
  forWhom: ForWhom,
  text: ComplaintText,
  photos: Photos,
  /** Separate consent (单独同意) to keep what was said about somebody's health (个人信息保护法 Art 29). */
  healthConsent: v.boolean(),
  contact: v.nullable(Contact),
  /** The platform's id of a named complainant; an anonymous complaint has none anywhere. */
  openid: v.nullable(v.string()),
  /** A named complainant asked for one message when there is an answer. */
  remind: v.boolean(),
  textSafety: TextSafety,
  selector: Selector,
  secretHash: v.string(),
  status: ComplaintStatus,
  stage: Stage,
  assigneeId: v.nullable(StaffId),
  finding: v.nullable(Finding),
  receivedAt: Instant,
  replyWithinWorkingDays: v.number(),
  /** Set once, from the day of receipt, and anew when the complainant asks for another look; null while the calendar it needs is not published. */
  dueAt: v.nullable(Instant),
  events: v.array(ComplaintEvent),
  /** Days whose figures do not yet know of this document's latest revision; `pending` while there are any. */
  pend: v.optional(v.array(LeafKey), []),
  pending: v.optional(v.boolean(), false),
})
export type Complaint = v.InferOutput<typeof Complaint>
