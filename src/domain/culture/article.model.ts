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
    name: Line(0, 60),
    address: v.optional(WebAddress),
    /** 「已获授权」「官方公开发布」 or the name of a licence. */
    licence: Line(0, 60),
  }),
])
export type Source = v.InferOutput<typeof Source>

/** Shares are rounded. */
const BESIDE = 1e-6

/** The part of a picture that is shown, as shares of its width and height from 0 to 1. */
export const Crop = v.pipe(
  v.strictObject({
    x: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    y: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    width: v.pipe(v.number(), v.minValue(0.05), v.maxValue(1)),
    height: v.pipe(v.number(), v.minValue(0.05), v.maxValue(1)),
  }),
  v.check(({ x, y, width, height }) => x + width <= 1 + BESIDE && y + height <= 1 + BESIDE),
)
export type Crop = v.InferOutput<typeof Crop>

/** The picture at its head: one of the house's own drawings (插画), or a photo with the part that is shown. */
export const Cover = v.variant('kind', [
  v.strictObject({ kind: v.literal('plate'), name: PlateName }),
  v.strictObject({ kind: v.literal('photo'), mediaId: MediaId, alt: Line(0, 120), crop: Crop }),
])
export type Cover = v.InferOutput<typeof Cover>

export const TITLE_MAX = 40
export const SUMMARY_MAX = 120

/**
 * What a writer writes; the same shape in a draft, in a version and in what is read. A draft may have empty places:
 * `unfinishedIn` names them before anybody is asked to review it.
 */
export const ArticleContent = v.strictObject({
  column: Column,
  title: Line(0, TITLE_MAX),
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

/** A stretch of time in which the public reads one version. */
export const Copy = v.object({
  /** Counts up with every publishing that begins such a stretch. */
  no: v.number(),
  version: v.number(),
  from: Instant,
  /** Not shown from then on; null: it stays. */
  until: v.nullable(Instant),
  /** Who wrote it, who let it pass, who published it. */
  writers: v.array(StaffId),
  approvers: v.array(StaffId),
  by: StaffId,
})
export type Copy = v.InferOutput<typeof Copy>

/** An article on the desk (稿件). What the public reads are copies of its versions, made when it is published. */
export const Draft = v.object({
  id: ArticleId,
  rev: v.number(),
  hospitalId: HospitalId,
  content: ArticleContent,
  state: DraftState,
  /** Everybody who wrote in it since the copy that the public reads. */
  writers: v.array(StaffId),
  /** Everybody who ever wrote in it. */
  authors: v.array(StaffId),
  approvals: v.array(Approval),
  /** Why it came back; null: it did not, or was sent again. */
  sentBack: v.nullable(v.object({ step: ReviewStep, by: StaffId, at: Instant, reason: v.string() })),
  /** What the public reads now and from which minutes on; the last is the newest. */
  copies: v.array(Copy),
  /** How many copies there ever were. */
  copyCount: v.number(),
  /** When it was first to be seen; by this it stands in lists. null: never published. */
  firstShownAt: v.nullable(Instant),
  pinned: v.boolean(),
  withdrawn: v.nullable(v.object({ at: Instant, by: StaffId, reason: v.string() })),
  /** How many versions were kept; the content is the last of them while `isKept`. */
  version: v.number(),
  isKept: v.boolean(),
  changedAt: Instant,
  changedBy: StaffId,
  /** Versions, copies and tombstone are as this says. Until then whoever writes next brings them there first. */
  isSettled: v.boolean(),
})
export type Draft = v.InferOutput<typeof Draft>

/** What lists say of a draft, without its words. */
export const DraftHead = v.object({
  ...v.omit(Draft, ['content']).entries,
  content: v.pick(ArticleContent, ['column', 'title', 'departmentId']),
})
export type DraftHead = v.InferOutput<typeof DraftHead>

/** As many are kept; those that were published are kept besides. */
export const VERSIONS_KEPT = 50

export const Version = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  articleId: ArticleId,
  version: v.number(),
  content: ArticleContent,
  at: Instant,
  by: StaffId,
  writers: v.array(StaffId),
  isPublished: v.boolean(),
})
export type Version = v.InferOutput<typeof Version>

export const versionId = (articleId: ArticleId, version: number): string => `${articleId}:${version}`
export const copyId = (articleId: ArticleId, no: number): string => `${articleId}:${no}`

/** Later than any minute somebody chooses: a copy that stays. */
export const STAYS = 253402300799999 as Instant

/** What the public reads from `from` until `until`. */
export const PublicCopy = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  articleId: ArticleId,
  no: v.number(),
  /** The revision of the draft that said so last. */
  draftRev: v.number(),
  version: v.number(),
  /** null: taken away, its words are gone. */
  content: v.nullable(ArticleContent),
  column: Column,
  departmentId: v.nullable(DepartmentId),
  series: v.nullable(v.string()),
  /** Each of the five by itself: a list by one of them is read along an index. */
  fiveClean: v.object({
    medicine: v.boolean(),
    care: v.boolean(),
    governance: v.boolean(),
    ethics: v.boolean(),
    insurance: v.boolean(),
  }),
  pinned: v.boolean(),
  /** When the article was first shown. */
  at: Instant,
  from: Instant,
  until: Instant,
  /** Its words are in the postings; until then a search looks at it by itself. */
  isIndexed: v.boolean(),
})
export type PublicCopy = v.InferOutput<typeof PublicCopy>

/** What stands where an article was taken away. */
export const Gone = v.object({
  id: ArticleId,
  rev: v.number(),
  hospitalId: HospitalId,
  title: v.string(),
  at: Instant,
  reason: v.string(),
})
export type Gone = v.InferOutput<typeof Gone>
