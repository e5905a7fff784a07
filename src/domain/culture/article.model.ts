import * as v from 'valibot'
import { ArticleId, DepartmentId, HospitalId, MediaId, StaffId } from '../ids'
import { Instant } from '../instant'
import { Line, Text } from '../text'
import { Blocks, WebAddress } from './block.model'
import { PlateName } from './plate.names'

/** The four columns (四栏目): 清廉故事, 清廉教育, 清廉文化, 清廉资讯. */
export const Column = v.picklist(['story', 'education', 'culture', 'news'])
export type Column = v.InferOutput<typeof Column>

export const columnNames: Record<Column, string> = {
  story: '清廉故事',
  education: '清廉教育',
  culture: '清廉文化',
  news: '清廉资讯',
}

/** The five of the programme (五清); other sets of 清 in other papers are not these. */
export const FiveClean = v.picklist(['medicine', 'care', 'governance', 'ethics', 'insurance'])
export type FiveClean = v.InferOutput<typeof FiveClean>

export const fiveCleanNames: Record<FiveClean, string> = {
  medicine: '医药清白',
  care: '医疗清纯',
  governance: '医政清明',
  ethics: '医德清正',
  insurance: '医保清爽',
}

/** Where the words come from, and under which terms they may stand here. */
export const Source = v.variant('kind', [
  v.strictObject({ kind: v.literal('own') }),
  v.strictObject({
    kind: v.literal('reprint'),
    name: Line(1, 60),
    address: v.optional(WebAddress),
    /** 「已获授权」「官方公开发布」 or the name of a licence. */
    licence: Line(1, 60),
  }),
])
export type Source = v.InferOutput<typeof Source>

/** The part of a picture that is shown, as shares of its width and height from 0 to 1. */
export const Crop = v.strictObject({
  x: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  y: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  width: v.pipe(v.number(), v.minValue(0.05), v.maxValue(1)),
  height: v.pipe(v.number(), v.minValue(0.05), v.maxValue(1)),
})
export type Crop = v.InferOutput<typeof Crop>

/** The picture at its head: one of the house's own drawings (插画), or a photo with the part that is shown. */
export const Cover = v.variant('kind', [
  v.strictObject({ kind: v.literal('plate'), name: PlateName }),
  v.strictObject({ kind: v.literal('photo'), mediaId: MediaId, alt: Line(1, 120), crop: Crop }),
])
export type Cover = v.InferOutput<typeof Cover>

export const TITLE_MAX = 40
export const SUMMARY_MAX = 120

/** What a writer writes; the same shape in a draft, in a version and in what is read. */
export const ArticleContent = v.strictObject({
  column: Column,
  title: Line(1, TITLE_MAX),
  summary: Text(0, SUMMARY_MAX),
  blocks: Blocks,
  cover: v.nullable(Cover),
  fiveClean: v.pipe(v.array(FiveClean), v.maxLength(5)),
  /** Whose story it is; null: the hospital's. Its head looks at it first. */
  departmentId: v.nullable(DepartmentId),
  /** A series of the hospital's own (一院一品): 「本草说廉」. */
  series: v.nullable(Line(1, 20)),
  /** As printed under the title: 「文 / 宣传科 ××」. */
  byline: Line(0, 40),
  source: Source,
  /** Made from something that happened to people here: somebody signs that nobody can be recognised (去标识). */
  realCase: v.boolean(),
  /** Names of wrongdoers stand only with the official page that published them; null: nobody is named. */
  wrongdoersNamedBy: v.nullable(WebAddress),
})
export type ArticleContent = v.InferOutput<typeof ArticleContent>

/** Who looks at it, in this order (科室 → 宣传 → 纪检). */
export const ReviewStep = v.picklist(['department', 'publicity', 'discipline'])
export type ReviewStep = v.InferOutput<typeof ReviewStep>

export const reviewStepNames: Record<ReviewStep, string> = { department: '科室', publicity: '宣传', discipline: '纪检' }

/** Being written; in review; passed by all three; published or about to be; withdrawn with a tombstone. */
export const DraftState = v.picklist(['writing', 'review', 'approved', 'published', 'withdrawn'])
export type DraftState = v.InferOutput<typeof DraftState>

export const draftStateNames: Record<DraftState, string> = {
  writing: '在写',
  review: '在审',
  approved: '审过了',
  published: '已定发布',
  withdrawn: '已撤下',
}

export const Approval = v.object({ step: ReviewStep, by: StaffId, at: Instant, deidentified: v.boolean() })
export type Approval = v.InferOutput<typeof Approval>

/** An article on the desk (稿件). What the public reads is a copy of it, made when it is published. */
export const Draft = v.object({
  id: ArticleId,
  rev: v.number(),
  hospitalId: HospitalId,
  content: ArticleContent,
  state: DraftState,
  /** Everybody who wrote in it since the copy that the public reads. */
  writers: v.array(StaffId),
  approvals: v.array(Approval),
  /** Why it came back; null: it did not, or was sent again. */
  sentBack: v.nullable(v.object({ step: ReviewStep, by: StaffId, at: Instant, reason: v.string() })),
  /** To the minute; null: not decided. */
  publishAt: v.nullable(Instant),
  /** Not shown from this minute on; null: it stays. */
  goneAt: v.nullable(Instant),
  publishedBy: v.nullable(StaffId),
  pinned: v.boolean(),
  withdrawn: v.nullable(v.object({ at: Instant, by: StaffId, reason: v.string() })),
  /** How many versions were kept. */
  version: v.number(),
  changedAt: Instant,
})
export type Draft = v.InferOutput<typeof Draft>
