import * as v from 'valibot'
import { ActivityId, DepartmentId, HospitalId, MediaId, StaffId } from '../ids'
import { Day, Instant, Month } from '../instant'
import { Line, Text } from '../text'

/**
 * What is held: 廉党课 by a party secretary, 廉晨课 by a head of department every week, warnings from cases (警示教育),
 * the ten of 十清廉, the seven of 七个一, a call for works (征文、书画、演讲), free clinics (义诊), visits to families
 * (家访), something held together with others (融合共建).
 */
export const ActivityKind = v.picklist([
  'party_lesson',
  'morning_lesson',
  'warning',
  'ten_clean',
  'seven_ones',
  'contest',
  'free_clinic',
  'home_visit',
  'partnership',
])
export type ActivityKind = v.InferOutput<typeof ActivityKind>

export const activityKindNames: Record<ActivityKind, string> = {
  party_lesson: '廉党课',
  morning_lesson: '廉晨课',
  warning: '警示教育',
  ten_clean: '十清廉',
  seven_ones: '七个一',
  contest: '作品征集',
  free_clinic: '义诊',
  home_visit: '家访助廉',
  partnership: '融合共建',
}

/** From what a case is told (四以案). */
export const Lens = v.picklist(['virtue', 'discipline', 'law', 'duty'])
export type Lens = v.InferOutput<typeof Lens>

export const lensNames: Record<Lens, string> = {
  virtue: '以案说德',
  discipline: '以案说纪',
  law: '以案说法',
  duty: '以案说责',
}

export const TenClean = v.picklist([
  'awareness',
  'rules',
  'bell',
  'deeds',
  'review',
  'stories',
  'branch',
  'manner',
  'climate',
  'talks',
])
export type TenClean = v.InferOutput<typeof TenClean>

export const tenCleanNames: Record<TenClean, string> = {
  awareness: '清廉意识',
  rules: '清廉制度',
  bell: '清廉警钟',
  deeds: '清廉事迹',
  review: '清廉排查',
  stories: '清廉故事',
  branch: '清廉支部',
  manner: '清廉风气',
  climate: '清廉氛围',
  talks: '清廉谈话',
}

export const SevenOne = v.picklist(['road', 'lesson', 'hall', 'song', 'book', 'story', 'corner'])
export type SevenOne = v.InferOutput<typeof SevenOne>

export const sevenOneNames: Record<SevenOne, string> = {
  road: '走一段红军走过的路',
  lesson: '上一堂红色的课',
  hall: '看一座纪念馆',
  song: '唱一首红色的歌',
  book: '读一本红色的书',
  story: '讲一个红色的故事',
  corner: '办一个微课堂',
}

export const WorkKind = v.picklist(['essay', 'calligraphy', 'painting', 'speech'])
export type WorkKind = v.InferOutput<typeof WorkKind>

export const workKindNames: Record<WorkKind, string> = {
  essay: '征文',
  calligraphy: '书法',
  painting: '绘画',
  speech: '演讲',
}

export const PartnerUnit = v.picklist([
  'office',
  'school',
  'company',
  'village',
  'community',
  'family',
  'hospital',
  'other',
])
export type PartnerUnit = v.InferOutput<typeof PartnerUnit>

export const partnerUnitNames: Record<PartnerUnit, string> = {
  office: '机关',
  school: '学校',
  company: '企业',
  village: '乡村',
  community: '社区',
  family: '家庭',
  hospital: '别的医院',
  other: '别的单位',
}

/** A number of people or things; four digits and a bit are more than any hospital brings together. */
export const Heads = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999))

/** The kind, with what only this kind has. */
export const Matter = v.variant('kind', [
  v.strictObject({ kind: v.literal('party_lesson') }),
  v.strictObject({ kind: v.literal('morning_lesson') }),
  v.strictObject({ kind: v.literal('warning'), lens: Lens }),
  v.strictObject({ kind: v.literal('ten_clean'), item: TenClean }),
  v.strictObject({ kind: v.literal('seven_ones'), item: SevenOne }),
  v.strictObject({ kind: v.literal('contest'), form: WorkKind }),
  v.strictObject({ kind: v.literal('free_clinic') }),
  v.strictObject({ kind: v.literal('home_visit') }),
  v.strictObject({ kind: v.literal('partnership'), unit: PartnerUnit, partner: Line(1, 40) }),
])
export type Matter = v.InferOutput<typeof Matter>

/** What a kind counts besides the people who took part; null: nothing else. */
export const extraNames: Record<ActivityKind, { readonly name: string; readonly unit: string } | null> = {
  party_lesson: null,
  morning_lesson: null,
  warning: { name: '反思材料', unit: '份' },
  ten_clean: null,
  seven_ones: null,
  contest: { name: '收到作品', unit: '件' },
  free_clinic: { name: '服务群众', unit: '人次' },
  home_visit: { name: '助廉承诺书', unit: '份' },
  partnership: null,
}

/** Who `heads` are: at a visit they are those who were visited. */
export const headsName = (kind: ActivityKind): string => (kind === 'home_visit' ? '家访人次' : '参加人次')

/** An hour of the day in Beijing, 'HH:mm'. */
export const Hour = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
export type Hour = v.InferOutput<typeof Hour>

export const TITLE_MAX = 40
export const PUBLIC_TEXT_MAX = 300
export const EVIDENCE_MAX = 12

/** What is decided before it is held. */
export const Plan = v.strictObject({
  matter: Matter,
  title: Line(2, TITLE_MAX),
  day: Day,
  from: v.nullable(Hour),
  until: v.nullable(Hour),
  /** Whose it is; null: the whole hospital's. */
  departmentId: v.nullable(DepartmentId),
  place: Line(0, 40),
  speaker: Line(0, 40),
  topic: Line(0, 60),
  /** A series of the hospital's own (一院一品). */
  series: v.nullable(Line(1, 20)),
  /** How many should come; null: nobody said. */
  expected: v.nullable(Heads),
})
export type Plan = v.InferOutput<typeof Plan>

/** A photo or a file that shows it was held. */
export const Evidence = v.strictObject({
  mediaId: MediaId,
  kind: v.picklist(['picture', 'file']),
  /** Of a picture: what it shows (替代文字). Of a file: what it is. */
  name: Line(0, 120),
  /** Shown to everybody once somebody else has looked at it; a file never is. */
  open: v.boolean(),
})
export type Evidence = v.InferOutput<typeof Evidence>

export const HeadsBy = v.picklist(['entered', 'check_in'])
export type HeadsBy = v.InferOutput<typeof HeadsBy>

export const headsByNames: Record<HeadsBy, string> = { entered: '手工填的', check_in: '签到的' }

/** What came of it. */
export const Outcome = v.strictObject({
  /** By hand; null: nobody counted. */
  entered: v.nullable(Heads),
  /** Which of the two numbers is the activity's. */
  headsBy: HeadsBy,
  /** What `extraNames` of its kind says; null: not counted, or the kind has none. */
  extra: v.nullable(Heads),
  /** A few sentences for everybody; empty: none. */
  publicText: Text(0, PUBLIC_TEXT_MAX),
  evidence: v.pipe(
    v.array(Evidence),
    v.maxLength(EVIDENCE_MAX),
    v.check((all) => new Set(all.map(({ mediaId }) => mediaId)).size === all.length),
  ),
})
export type Outcome = v.InferOutput<typeof Outcome>

export const ActivityState = v.picklist(['planned', 'done', 'cancelled'])
export type ActivityState = v.InferOutput<typeof ActivityState>

export const activityStateNames: Record<ActivityState, string> = {
  planned: '要办',
  done: '办完了',
  cancelled: '取消了',
}

/** What everybody may see: a copy, as it was when a second person released it. */
export const Release = v.object({
  matter: Matter,
  title: v.string(),
  day: Day,
  departmentId: v.nullable(DepartmentId),
  series: v.nullable(v.string()),
  heads: v.nullable(v.number()),
  extra: v.nullable(v.number()),
  text: v.string(),
  photos: v.array(v.object({ mediaId: MediaId, alt: v.string() })),
  by: StaffId,
  at: Instant,
  /** Who had written what was released. */
  writers: v.array(StaffId),
})
export type Release = v.InferOutput<typeof Release>

/** One activity (活动记录), from the plan to what reports count. */
export const Activity = v.object({
  id: ActivityId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** Of `plan`, beside it to be looked up by. */
  kind: ActivityKind,
  day: Day,
  month: Month,
  departmentId: v.nullable(DepartmentId),
  plan: Plan,
  state: ActivityState,
  /** null until it was held. */
  outcome: v.nullable(Outcome),
  /** How many checked in; null: nobody could. Kept beside the number entered by hand. */
  checkedIn: v.nullable(v.number()),
  cancelled: v.nullable(v.object({ reason: v.string(), by: StaffId, at: Instant })),
  /** Who holds it, and sees who was there. */
  organiser: StaffId,
  /** Everybody who wrote in it since it was last released. */
  writers: v.array(StaffId),
  release: v.nullable(Release),
  /** Of `release`, to be looked up by. */
  released: v.boolean(),
  changedAt: Instant,
})
export type Activity = v.InferOutput<typeof Activity>
