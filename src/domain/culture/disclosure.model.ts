import * as v from 'valibot'
import { DepartmentId, DisclosureId, HospitalId, MediaId, StaffId } from '../ids'
import { Day, Instant } from '../instant'
import { Line, Text } from '../text'

/** What a hospital makes public (院务公开), one name for each of the twenty ready slots. */
export const SlotName = v.picklist([
  'profile',
  'departments',
  'process',
  'prices',
  'insurance',
  'drug-prices',
  'daily-bill',
  'complaint-channels',
  'complaint-figures',
  'satisfaction',
  'pledged',
  'nine-rules',
  'procurement-notices',
  'procurement-results',
  'supplier-days',
  'donations',
  'appointments',
  'titles',
  'awards',
  'recruitment',
])
export type SlotName = v.InferOutput<typeof SlotName>

/** Everybody (对社会), or those who work here (对职工). */
export const Audience = v.picklist(['public', 'staff'])
export type Audience = v.InferOutput<typeof Audience>

export const audienceNames: Record<Audience, string> = { public: '对社会', staff: '对职工' }

/** How often a slot is renewed even when nothing changed; null: only after a change. */
export const EveryMonths = v.nullable(v.picklist([1, 3, 6, 12]))
export type EveryMonths = v.InferOutput<typeof EveryMonths>

export const WITHIN_MOST = 20
export const WithinWorkingDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(WITHIN_MOST))

export const Basis = Line(0, 120)

/** What a hospital decided about a slot; where nothing is stored the usual of `disclosure.slots` holds. */
export const SlotSettings = v.object({
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  slot: SlotName,
  audience: Audience,
  /** Who writes it; null: nobody was named, the publicity officer writes. */
  ownerId: v.nullable(DepartmentId),
  /** Working days after a change. */
  withinWorkingDays: WithinWorkingDays,
  everyMonths: EveryMonths,
  /** The rule it is made public by. Said in public only once the hospital's lawyers have looked at it. */
  basis: Basis,
  basisChecked: v.boolean(),
  /** When it is made good, said after `due` had passed; holds for that day alone. */
  promise: v.nullable(v.object({ due: Day, on: Day, by: StaffId })),
})
export type SlotSettings = v.InferOutput<typeof SlotSettings>

export const ENTRY_TITLE_MAX = 60
export const ENTRY_TEXT_MAX = 6000
export const ATTACHMENTS_MAX = 10

/** A file beside the words: PDF, XLSX, DOCX. */
export const Attachment = v.strictObject({ mediaId: MediaId, name: Line(1, 100) })
export type Attachment = v.InferOutput<typeof Attachment>

/** What the owner writes; may be half done until it is sent to be confirmed. */
export const EntryContent = v.strictObject({
  title: Line(0, ENTRY_TITLE_MAX),
  /** Paragraphs, one a line. */
  text: Text(0, ENTRY_TEXT_MAX),
  attachments: v.pipe(v.array(Attachment), v.maxLength(ATTACHMENTS_MAX)),
})
export type EntryContent = v.InferOutput<typeof EntryContent>

export const Reason = Line(2, 100)

const Done = v.object({ by: StaffId, on: Day })

/** What is being written: the first words, or a correction of what is public. */
export const EntryDraft = v.object({
  content: EntryContent,
  /** Everybody who wrote in it. None of them may confirm it. */
  writers: v.array(StaffId),
  /** Why what is public is put right (更正); null: it is not public yet. */
  correction: v.nullable(v.string()),
  sent: v.nullable(Done),
  sentBack: v.nullable(v.object({ ...Done.entries, reason: v.string() })),
})
export type EntryDraft = v.InferOutput<typeof EntryDraft>

/** What was made public, once and for all; a correction is another version. */
export const EntryVersion = v.object({
  content: EntryContent,
  writers: v.array(StaffId),
  confirmedBy: StaffId,
  at: Instant,
  on: Day,
  correction: v.nullable(v.string()),
})
export type EntryVersion = v.InferOutput<typeof EntryVersion>

export const EntryState = v.picklist(['waiting', 'published', 'withdrawn', 'taken_back'])
export type EntryState = v.InferOutput<typeof EntryState>

export const VERSIONS_MAX = 30

/** One thing that is made public in a slot, from the day it is announced to the day it is withdrawn. */
export const Disclosure = v.object({
  id: DisclosureId,
  rev: v.number(),
  hospitalId: HospitalId,
  slot: SlotName,
  state: EntryState,
  /** Something is to be written, sent or confirmed. */
  open: v.boolean(),
  /** Of what is public, else of what is being written. */
  title: v.string(),
  audience: Audience,
  /** 「有变化，要在 X 日前公开」: its words stay on the desk, its day is public. */
  announced: v.nullable(v.object({ ...Done.entries, what: v.string() })),
  takenBack: v.nullable(v.object({ ...Done.entries, reason: v.string() })),
  /** When the fact came into being or changed (形成或变更). */
  occurredOn: Day,
  withinWorkingDays: WithinWorkingDays,
  /** The last day to publish it after the change; null: that year's holidays were not published yet. */
  dueOn: v.nullable(Day),
  /** The last day of the slot's own rhythm, as it stood when this was published; null: there was none. */
  regularOn: v.nullable(Day),
  /** Kept for ever, whatever is corrected or withdrawn later. */
  publishedOn: v.nullable(Day),
  updatedOn: v.nullable(Day),
  draft: v.nullable(EntryDraft),
  versions: v.array(EntryVersion),
  withdrawn: v.nullable(v.object({ ...Done.entries, reason: v.string() })),
})
export type Disclosure = v.InferOutput<typeof Disclosure>
