import * as v from 'valibot'
import { defineActions } from '../contract'
import { DepartmentId, DisclosureId } from '../ids'
import { Day, monthsAfter } from '../instant'
import { Line } from '../text'
import {
  Attachment,
  Audience,
  Basis,
  Disclosure,
  EntryContent,
  EntryState,
  EveryMonths,
  Reason,
  SlotName,
  WithinWorkingDays,
} from './disclosure.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const seen = { id: DisclosureId, rev: revision }

/** Where a list goes on: the last row that was seen. */
const After = v.nullable(v.strictObject({ on: Day, id: DisclosureId }))

/** A slot as anybody reads it. */
export const SlotCard = v.object({
  slot: SlotName,
  name: v.string(),
  /** What belongs in it. */
  holds: v.string(),
  audience: Audience,
  /** null: the publicity officer looks after it. */
  ownerName: v.nullable(v.string()),
  withinWorkingDays: v.number(),
  everyMonths: EveryMonths,
  /** Only where the hospital's lawyers have looked at it. */
  basis: v.nullable(v.string()),
  standing: v.picklist(['overdue', 'waiting', 'current', 'never']),
  dueOn: v.nullable(Day),
  /** A change is announced and nobody can say by which day yet. */
  undated: v.boolean(),
  /** Working days past `dueOn`; null: not overdue, or the calendar does not say. */
  late: v.nullable(v.number()),
  /** The day by which it is made good, where that was said; null: nothing was said. */
  promisedOn: v.nullable(Day),
  lastOn: v.nullable(Day),
  lastTitle: v.nullable(v.string()),
})
export type SlotCard = v.InferOutput<typeof SlotCard>

export const SlotBoard = v.object({ hospitalName: v.string(), slots: v.array(SlotCard) })
export type SlotBoard = v.InferOutput<typeof SlotBoard>

/** Something that was made public, in a list. */
export const EntryRow = v.object({
  id: DisclosureId,
  slot: SlotName,
  /** Empty where it was withdrawn. */
  title: v.string(),
  publishedOn: Day,
  /** Of the newest correction; null: it stands as it was. */
  correctedOn: v.nullable(Day),
  withdrawn: v.nullable(v.object({ on: Day, reason: v.string() })),
})
export type EntryRow = v.InferOutput<typeof EntryRow>

export const AttachmentLink = v.object({ ...Attachment.entries, url: v.string(), bytes: v.number() })
export type AttachmentLink = v.InferOutput<typeof AttachmentLink>

export const EntryWords = v.object({
  title: v.string(),
  text: v.string(),
  attachments: v.array(AttachmentLink),
})

/** One entry as it is read, in the version that was asked for. */
export const EntryView = v.object({
  id: DisclosureId,
  slot: SlotName,
  slotName: v.string(),
  audience: Audience,
  hospitalName: v.string(),
  ownerName: v.nullable(v.string()),
  occurredOn: Day,
  publishedOn: Day,
  /** The last day it had; null: the calendar did not say. */
  dueOn: v.nullable(Day),
  /** null: it was withdrawn. */
  words: v.nullable(EntryWords),
  version: v.number(),
  /** The oldest first; `correction` says why it took the place of the one before. */
  versions: v.array(v.object({ version: v.number(), on: Day, correction: v.nullable(v.string()) })),
  withdrawn: v.nullable(v.object({ on: Day, reason: v.string() })),
})
export type EntryView = v.InferOutput<typeof EntryView>

const slotPage = {
  input: v.strictObject({ slot: SlotName, after: After }),
  output: v.object({ card: SlotCard, hospitalName: v.string(), rows: v.array(EntryRow), next: After }),
}

const entry = {
  input: v.strictObject({
    id: DisclosureId,
    /** From 1; null: the newest. */
    version: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  }),
  output: EntryView,
}

const find = {
  input: v.strictObject({ words: Line(1, 40), after: After }),
  output: v.object({
    rows: v.array(v.object({ ...EntryRow.entries, slotName: v.string() })),
    /** More may be found from here on; null: every title was looked at. */
    next: After,
  }),
}

export const DueRow = v.object({
  /** null: nothing was published by the slot's own rhythm. */
  id: v.nullable(DisclosureId),
  slot: SlotName,
  slotName: v.string(),
  ownerName: v.nullable(v.string()),
  /** Empty where it may not be read, or nothing was published by the slot's own rhythm. */
  title: v.string(),
  occurredOn: v.nullable(Day),
  dueOn: Day,
  publishedOn: v.nullable(Day),
  inTime: v.boolean(),
})
export type DueRow = v.InferOutput<typeof DueRow>

export const DisclosureFigures = v.object({
  hospitalName: v.string(),
  /** 公开及时率 = inTime / due; nothing to say where `due` is 0. */
  inTime: v.number(),
  due: v.number(),
  undated: v.number(),
  /** The last day that is counted. */
  through: Day,
  rows: v.array(DueRow),
})
export type DisclosureFigures = v.InferOutput<typeof DisclosureFigures>

const PERIOD_MONTHS_MAX = 12

/** By the last day something had; `to` may lie ahead. */
const figures = {
  input: v.pipe(
    v.strictObject({ from: Day, to: Day }),
    v.forward(
      v.check(({ from, to }) => from <= to && to < monthsAfter(from, PERIOD_MONTHS_MAX)),
      ['to'],
    ),
  ),
  output: DisclosureFigures,
}

/** For everybody. What is for staff is in none of these answers, in no list and in no count. */
const publicActions = defineActions({
  disclosures: { input: nothing, output: SlotBoard, errors: ['hospital.not_founded'], identity: 'none' },
  disclosureSlot: { ...slotPage, errors: ['hospital.not_founded', 'disclosure.unknown'], identity: 'none' },
  disclosureEntry: { ...entry, errors: ['hospital.not_founded', 'disclosure.unknown'], identity: 'none' },
  findDisclosures: { ...find, errors: ['hospital.not_founded'], identity: 'none' },
  disclosureTimeliness: { ...figures, errors: ['hospital.not_founded'], identity: 'none' },
})

/** The same for those who work here: what is for staff, and what is for everybody. */
const staffActions = defineActions({
  staffDisclosures: { input: nothing, output: SlotBoard, errors: ['auth.forbidden', 'hospital.not_founded'] },
  staffDisclosureSlot: { ...slotPage, errors: ['auth.forbidden', 'hospital.not_founded', 'disclosure.unknown'] },
  staffDisclosureEntry: { ...entry, errors: ['auth.forbidden', 'hospital.not_founded', 'disclosure.unknown'] },
  findStaffDisclosures: { ...find, errors: ['auth.forbidden', 'hospital.not_founded'] },
})

const person = v.object({ name: v.string(), mine: v.boolean() })
const done = v.object({ by: person, on: Day })

export const EntryAct = v.picklist(['write', 'send', 'confirm', 'sendBack', 'drop', 'takeBack', 'correct', 'withdraw'])

/** One entry on the desk. */
export const DeskEntry = v.object({
  ...v.pick(Disclosure, [
    'id',
    'rev',
    'slot',
    'state',
    'open',
    'title',
    'audience',
    'occurredOn',
    'withinWorkingDays',
    'publishedOn',
    'updatedOn',
  ]).entries,
  slotName: v.string(),
  /** The last day it has, or had. */
  dueOn: v.nullable(Day),
  announced: v.nullable(v.object({ ...done.entries, what: v.string() })),
  takenBack: v.nullable(v.object({ ...done.entries, reason: v.string() })),
  withdrawn: v.nullable(v.object({ ...done.entries, reason: v.string() })),
  draft: v.nullable(
    v.object({
      title: v.string(),
      text: v.string(),
      attachments: v.array(AttachmentLink),
      writers: v.array(person),
      correction: v.nullable(v.string()),
      sent: v.nullable(done),
      sentBack: v.nullable(v.object({ ...done.entries, reason: v.string() })),
    }),
  ),
  /** The newest words that are public. */
  words: v.nullable(EntryWords),
  versions: v.array(
    v.object({
      version: v.number(),
      on: Day,
      writers: v.array(v.string()),
      confirmedBy: v.string(),
      correction: v.nullable(v.string()),
    }),
  ),
  acts: v.array(EntryAct),
})
export type DeskEntry = v.InferOutput<typeof DeskEntry>

export const EntryStage = v.picklist(['announced', 'writing', 'sent_back', 'sent'])
export type EntryStage = v.InferOutput<typeof EntryStage>

/** Something that waits on the desk. */
export const OpenRow = v.object({
  id: DisclosureId,
  slot: SlotName,
  title: v.string(),
  stage: EntryStage,
  isCorrection: v.boolean(),
  occurredOn: Day,
  /** null of a correction, which has no last day, and where the calendar does not say. */
  dueOn: v.nullable(Day),
  late: v.nullable(v.number()),
  /** It waits for the person who asks. */
  mine: v.boolean(),
})
export type OpenRow = v.InferOutput<typeof OpenRow>

export const DeskSlot = v.object({
  ...v.omit(SlotCard, ['basis']).entries,
  /** null: nothing was changed yet. */
  rev: v.nullable(v.number()),
  ownerId: v.nullable(DepartmentId),
  usualOwner: v.string(),
  basis: v.string(),
  basisChecked: v.boolean(),
  mayWrite: v.boolean(),
  mayAnnounce: v.boolean(),
  open: v.array(OpenRow),
})
export type DeskSlot = v.InferOutput<typeof DeskSlot>

export const HistoryRow = v.object({
  id: DisclosureId,
  title: v.string(),
  state: EntryState,
  occurredOn: Day,
  publishedOn: v.nullable(Day),
  dueOn: v.nullable(Day),
})
export type HistoryRow = v.InferOutput<typeof HistoryRow>

const acting = ['auth.forbidden', 'hospital.not_founded', 'disclosure.unknown', 'data.changed'] as const

/** The desk: the owner writes, somebody else confirms, the publicity officer keeps the slots. */
export const disclosureDeskActions = defineActions({
  disclosureDesk: {
    input: nothing,
    output: v.object({
      hospitalName: v.string(),
      today: Day,
      slots: v.array(DeskSlot),
      mayKeep: v.boolean(),
      departments: v.array(v.object({ id: DepartmentId, name: v.string() })),
    }),
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  disclosureOnDesk: { input: v.strictObject({ id: DisclosureId }), output: DeskEntry, errors: acting },
  /** Everything of a slot, the latest change first. */
  disclosureHistory: {
    input: v.strictObject({ slot: SlotName, after: After }),
    output: v.object({ rows: v.array(HistoryRow), next: After }),
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  announceDisclosure: {
    input: v.strictObject({ id: DisclosureId, slot: SlotName, what: Line(2, 60), occurredOn: Day }),
    output: DeskEntry,
    errors: [...acting, 'disclosure.not_owner', 'disclosure.day_wrong', 'request.reused'],
  },
  takeAnnouncementBack: {
    input: v.strictObject({ ...seen, reason: Reason }),
    output: DeskEntry,
    errors: [...acting, 'disclosure.not_announced', 'disclosure.own_announcement'],
  },
  /** `rev` null: the first save. `correction` says why, where it is public already. */
  writeDisclosure: {
    input: v.strictObject({
      id: DisclosureId,
      rev: v.nullable(revision),
      slot: SlotName,
      occurredOn: Day,
      content: EntryContent,
      correction: v.nullable(Reason),
    }),
    output: DeskEntry,
    errors: [
      ...acting,
      'disclosure.not_owner',
      'disclosure.day_wrong',
      'disclosure.finished',
      'disclosure.reason_missing',
      'disclosure.too_many_versions',
      'media.unknown',
      'request.reused',
    ],
  },
  sendDisclosure: {
    input: v.strictObject(seen),
    output: DeskEntry,
    errors: [...acting, 'disclosure.not_owner', 'disclosure.not_written', 'disclosure.unfinished'],
  },
  sendDisclosureBack: {
    input: v.strictObject({ ...seen, reason: Reason }),
    output: DeskEntry,
    errors: [...acting, 'disclosure.not_sent', 'disclosure.own_words'],
  },
  confirmDisclosure: {
    input: v.strictObject(seen),
    output: DeskEntry,
    errors: [...acting, 'disclosure.not_sent', 'disclosure.own_words'],
  },
  /** `entry` null: nothing else stood there, it is gone. */
  dropDisclosureDraft: {
    input: v.strictObject(seen),
    output: v.object({ entry: v.nullable(DeskEntry) }),
    errors: [...acting, 'disclosure.not_owner'],
  },
  withdrawDisclosure: {
    input: v.strictObject({ ...seen, reason: Reason }),
    output: DeskEntry,
    errors: [...acting, 'disclosure.not_published'],
  },
  /** 「答应 X 日补上」, of a slot that is overdue. */
  promiseDisclosure: {
    input: v.strictObject({ slot: SlotName, on: Day }),
    output: v.object({ promisedOn: Day }),
    errors: [
      'auth.forbidden',
      'hospital.not_founded',
      'data.changed',
      'disclosure.not_owner',
      'disclosure.not_overdue',
      'disclosure.day_wrong',
    ],
  },
  keepSlot: {
    input: v.strictObject({
      slot: SlotName,
      rev: v.nullable(revision),
      audience: Audience,
      ownerId: v.nullable(DepartmentId),
      withinWorkingDays: WithinWorkingDays,
      everyMonths: EveryMonths,
      basis: Basis,
      basisChecked: v.boolean(),
    }),
    output: v.object({ rev: v.number() }),
    errors: [
      'auth.forbidden',
      'hospital.not_founded',
      'hospital.department_unknown',
      'disclosure.already_public',
      'data.changed',
    ],
  },
  /** What is for staff counts too. */
  disclosureFigures: { ...figures, errors: ['auth.forbidden', 'hospital.not_founded'] },
})

export const disclosureReadingActions = defineActions({ ...publicActions, ...staffActions })

export const disclosureActions = defineActions({ ...disclosureReadingActions, ...disclosureDeskActions })
