import * as v from 'valibot'

const id = <const N extends string>(name: N) =>
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/), v.brand(name))

export const HospitalId = id('HospitalId')
export type HospitalId = v.InferOutput<typeof HospitalId>

/** Official code of 《医疗机构诊疗科目名录》 such as `03.01`, or an own prefix for functional departments such as `F01`. */
export const DepartmentId = v.pipe(
  v.string(),
  v.regex(/^([0-9]{2}(\.[0-9]{2}){0,2}|[A-Z][0-9]{2,3})(-[A-Z0-9]{1,6})?$/),
  v.brand('DepartmentId'),
)
export type DepartmentId = v.InferOutput<typeof DepartmentId>

/** A ward (病区) or another place with codes, e.g. `JQ-12E`; unique within its hospital. */
export const WardId = v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/), v.brand('WardId'))
export type WardId = v.InferOutput<typeof WardId>

/** The board number printed on a code, e.g. `JQ-12E-01`. */
export const TouchpointId = v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Z0-9-]{1,23}$/), v.brand('TouchpointId'))
export type TouchpointId = v.InferOutput<typeof TouchpointId>

export const StaffId = id('StaffId')
export type StaffId = v.InferOutput<typeof StaffId>

const hexadecimalId = <const N extends string>(name: N) => v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand(name))

/** Made on the phone before the first attempt, so that a retry is the same complaint: 32 hexadecimal digits. */
export const ComplaintId = hexadecimalId('ComplaintId')
export type ComplaintId = v.InferOutput<typeof ComplaintId>

/** Made by whoever acts, before the first attempt: 32 hexadecimal digits. */
export const EventId = hexadecimalId('EventId')
export type EventId = v.InferOutput<typeof EventId>

/** Made on the phone: whoever knows it may add to the photo until it is whole. */
export const PhotoId = hexadecimalId('PhotoId')
export type PhotoId = v.InferOutput<typeof PhotoId>

/** Made by the survey office's browser: 32 hexadecimal digits. */
export const SurveyId = hexadecimalId('SurveyId')
export type SurveyId = v.InferOutput<typeof SurveyId>

/** Made on the phone before the first attempt, so that a retry is the same thanks: 32 hexadecimal digits. */
export const PraiseId = hexadecimalId('PraiseId')
export type PraiseId = v.InferOutput<typeof PraiseId>

/** Made by the survey office's browser, or worked out from the question that led to it: 32 hexadecimal digits. */
export const ImprovementId = hexadecimalId('ImprovementId')
export type ImprovementId = v.InferOutput<typeof ImprovementId>

/** Worked out by the server from a discharge, and not to be turned back into it: 32 hexadecimal digits. */
export const FollowUpId = hexadecimalId('FollowUpId')
export type FollowUpId = v.InferOutput<typeof FollowUpId>

/** Made by the survey office's browser: 32 hexadecimal digits. */
export const TermId = hexadecimalId('TermId')
export type TermId = v.InferOutput<typeof TermId>

/** Made by the supervisor's phone before the first attempt: 32 hexadecimal digits. */
export const DutyId = hexadecimalId('DutyId')
export type DutyId = v.InferOutput<typeof DutyId>
export const RatingId = hexadecimalId('RatingId')
export type RatingId = v.InferOutput<typeof RatingId>

/** Made by the writer's browser before the first save, so that a retry is the same article: 32 hexadecimal digits. */
export const ArticleId = hexadecimalId('ArticleId')
export type ArticleId = v.InferOutput<typeof ArticleId>

/** A picture, a recording or a file of the culture pages, made by whoever sends it: 32 hexadecimal digits. */
export const MediaId = hexadecimalId('MediaId')
export type MediaId = v.InferOutput<typeof MediaId>

/** Made by the owner's browser before the first attempt: 32 hexadecimal digits. */
export const DisclosureId = hexadecimalId('DisclosureId')
export type DisclosureId = v.InferOutput<typeof DisclosureId>

/** Made by whoever writes the activity down: 32 hexadecimal digits. */
export const ActivityId = hexadecimalId('ActivityId')
export type ActivityId = v.InferOutput<typeof ActivityId>

/** Made by the phone of whoever hands the work in: 32 hexadecimal digits. */
export const WorkId = hexadecimalId('WorkId')
export type WorkId = v.InferOutput<typeof WorkId>

/** Made by whoever proposes a version of the pledge (承诺书), before the first attempt: 32 hexadecimal digits. */
export const PledgeVersionId = hexadecimalId('PledgeVersionId')
export type PledgeVersionId = v.InferOutput<typeof PledgeVersionId>

/** A question of the bank (题库), made by whoever writes it or brings it in: 32 hexadecimal digits. */
export const QuizQuestionId = hexadecimalId('QuizQuestionId')
export type QuizQuestionId = v.InferOutput<typeof QuizQuestionId>

/** Made by the question office's browser: 32 hexadecimal digits. */
export const ExamId = hexadecimalId('ExamId')
export type ExamId = v.InferOutput<typeof ExamId>

/** A quiz sat together (现场答题), made by whoever opens it: 32 hexadecimal digits. */
export const LiveId = hexadecimalId('LiveId')
export type LiveId = v.InferOutput<typeof LiveId>

/** Known to the phone that answers alone, and never stored: 32 hexadecimal digits. */
export const Nonce = hexadecimalId('Nonce')
export type Nonce = v.InferOutput<typeof Nonce>

/** 128 bits handed in as bytes. */
export const hexadecimalOf = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const complaintIdFrom = (bytes: Uint8Array): ComplaintId => v.parse(ComplaintId, hexadecimalOf(bytes))
export const eventIdFrom = (bytes: Uint8Array): EventId => v.parse(EventId, hexadecimalOf(bytes))
export const photoIdFrom = (bytes: Uint8Array): PhotoId => v.parse(PhotoId, hexadecimalOf(bytes))
