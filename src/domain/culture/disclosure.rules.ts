import type { DisclosureId, HospitalId, StaffId } from '../ids'
import { beijingDay, type Day, type Instant } from '../instant'
import { err, ok } from '../result'
import type { Audience, Disclosure, EntryContent, EntryDraft, SlotName, SlotSettings } from './disclosure.model'
import { VERSIONS_MAX } from './disclosure.model'

/** Whoever acts, and what they may do in this slot. */
export interface Hand {
  readonly by: StaffId
  readonly now: Instant
  readonly writes: boolean
  readonly announces: boolean
  readonly confirms: boolean
}

interface Begun {
  readonly id: DisclosureId
  readonly hospitalId: HospitalId
  readonly slot: SlotName
  readonly occurredOn: Day
  readonly dueOn: Day | null
}

/** Nothing is disclosed that is older: a day further back was mistyped. */
const OLDEST_YEARS = 5

export const isPossibleDay = (occurredOn: Day, today: Day): boolean =>
  occurredOn <= today && Number(today.slice(0, 4)) - Number(occurredOn.slice(0, 4)) <= OLDEST_YEARS

const begun = ({ id, hospitalId, slot, occurredOn, dueOn }: Begun, settings: SlotSettings): Disclosure => ({
  id,
  rev: 0,
  hospitalId,
  slot,
  state: 'waiting',
  open: true,
  title: '',
  audience: settings.audience,
  announced: null,
  takenBack: null,
  occurredOn,
  withinWorkingDays: settings.withinWorkingDays,
  dueOn,
  regularOn: null,
  publishedOn: null,
  updatedOn: null,
  draft: null,
  versions: [],
  withdrawn: null,
})

/** 「有变化，要在 X 日前公开」: the clock runs from the day of the change. */
export const announce = (what: string, start: Begun, settings: SlotSettings, hand: Hand) => {
  if (!hand.announces) return err('disclosure.not_owner')
  const on = beijingDay(hand.now)
  if (!isPossibleDay(start.occurredOn, on)) return err('disclosure.day_wrong', ['occurredOn'])
  return ok<Disclosure>({ ...begun(start, settings), title: what, announced: { what, by: hand.by, on } })
}

/** An announcement that was a mistake. Whoever made it cannot make it vanish alone. */
export const takeAnnouncementBack = (one: Disclosure, reason: string, { by, now, confirms }: Hand) => {
  if (!confirms) return err('auth.forbidden')
  if (one.state === 'taken_back' && one.takenBack?.by === by) return ok(one)
  if (one.state !== 'waiting' || !one.announced) return err('disclosure.not_announced')
  if (one.announced.by === by) return err('disclosure.own_announcement')
  return ok<Disclosure>({
    ...one,
    state: 'taken_back',
    open: false,
    draft: null,
    takenBack: { reason, by, on: beijingDay(now) },
  })
}

export interface Writing {
  readonly content: EntryContent
  /** Taken as it is while nothing was announced; an announced day stays. */
  readonly occurredOn: Day
  readonly dueOn: Day | null
  /** Why what is public is put right; null before anything is public. */
  readonly correction: string | null
}

const isSameContent = (left: EntryContent, right: EntryContent): boolean =>
  left.title === right.title &&
  left.text === right.text &&
  JSON.stringify(left.attachments.map(({ mediaId, name }) => [mediaId, name])) ===
    JSON.stringify(right.attachments.map(({ mediaId, name }) => [mediaId, name]))

/** What a writer puts down, to be sent later; whoever confirms must be somebody else from then on. */
export const write = (one: Disclosure, { content, occurredOn, dueOn, correction }: Writing, hand: Hand) => {
  if (!hand.writes) return err('disclosure.not_owner')
  if (one.state === 'withdrawn' || one.state === 'taken_back') return err('disclosure.finished')
  const isPublic = one.state === 'published'
  if (isPublic !== (correction !== null)) return err('disclosure.reason_missing', ['correction'])
  if (isPublic && one.versions.length >= VERSIONS_MAX) return err('disclosure.too_many_versions')
  const keepsDay = isPublic || one.announced !== null
  if (!keepsDay && !isPossibleDay(occurredOn, beijingDay(hand.now))) return err('disclosure.day_wrong', ['occurredOn'])
  const day = keepsDay ? {} : { occurredOn, dueOn }
  const before = one.draft
  const isSame =
    before !== null &&
    isSameContent(before.content, content) &&
    before.correction === correction &&
    (keepsDay || one.occurredOn === occurredOn)
  if (isSame) return ok(one)
  const writers = [...new Set([...(before?.writers ?? []), hand.by])]
  const draft: EntryDraft = { content, writers, correction, sent: null, sentBack: before?.sentBack ?? null }
  const title = isPublic ? one.title : content.title || one.announced?.what || ''
  return ok<Disclosure>({ ...one, ...day, open: true, title, draft })
}

/** A first save: the same as an announcement that says nothing beforehand. */
export const beginWriting = (start: Begun, writing: Writing, settings: SlotSettings, hand: Hand) =>
  write(begun(start, settings), writing, hand)

const missingIn = ({ title, text, attachments }: EntryContent): string[] => [
  ...(title.length < 2 ? ['content.title'] : []),
  ...(text === '' && attachments.length === 0 ? ['content.text'] : []),
]

/** To a second person, who looks at it before anybody else does. */
export const send = (one: Disclosure, { by, now, writes }: Hand) => {
  if (!writes) return err('disclosure.not_owner')
  if (!one.draft) return err('disclosure.not_written')
  if (one.draft.sent) return ok(one)
  const missing = missingIn(one.draft.content)
  if (missing.length > 0) return err('disclosure.unfinished', missing)
  const sent = { by, on: beijingDay(now) }
  return ok<Disclosure>({ ...one, draft: { ...one.draft, sent, sentBack: null } })
}

export const sendBack = (one: Disclosure, reason: string, { by, now, confirms }: Hand) => {
  if (!confirms) return err('auth.forbidden')
  const { draft } = one
  if (draft && !draft.sent && draft.sentBack?.by === by && draft.sentBack.reason === reason) return ok(one)
  if (!draft?.sent) return err('disclosure.not_sent')
  if (draft.writers.includes(by)) return err('disclosure.own_words')
  return ok<Disclosure>({ ...one, draft: { ...draft, sent: null, sentBack: { by, on: beijingDay(now), reason } } })
}

/** Nobody outside sees more than slot and entry both allow. */
const narrower = (left: Audience, right: Audience): Audience =>
  left === 'staff' || right === 'staff' ? 'staff' : 'public'

/** Makes it public. `regularOn`: the last day of the slot's rhythm, where it has one. */
export const confirm = (
  one: Disclosure,
  { audience, regularOn, dueOn }: { audience: Audience; regularOn: Day | null; dueOn: Day | null },
  { by, now, confirms }: Hand,
) => {
  if (!confirms) return err('auth.forbidden')
  const { draft } = one
  if (!draft && one.versions[one.versions.length - 1]?.confirmedBy === by) return ok(one)
  if (!draft?.sent) return err('disclosure.not_sent')
  if (draft.writers.includes(by)) return err('disclosure.own_words')
  const { content, writers, correction } = draft
  const on = beijingDay(now)
  return ok<Disclosure>({
    ...one,
    state: 'published',
    open: false,
    title: content.title,
    audience: narrower(one.audience, audience),
    draft: null,
    ...(one.publishedOn === null ? { publishedOn: on, regularOn, dueOn } : {}),
    updatedOn: on,
    versions: [...one.versions, { content, writers, confirmedBy: by, at: now, on, correction }],
  })
}

/** What is being written goes; null: nothing else stood there. */
export const dropDraft = (one: Disclosure, { writes }: Hand) => {
  if (!writes) return err('disclosure.not_owner')
  if (!one.draft) return ok(one)
  if (one.state === 'published') return ok<Disclosure>({ ...one, open: false, draft: null })
  if (one.announced) return ok<Disclosure>({ ...one, draft: null, title: one.announced.what })
  return ok(null)
}

/** Off the page for good, with a word why that stands in its place (撤下说明). */
export const withdraw = (one: Disclosure, reason: string, { by, now, confirms }: Hand) => {
  if (!confirms) return err('auth.forbidden')
  if (one.state === 'withdrawn' && one.withdrawn?.by === by) return ok(one)
  if (one.state !== 'published') return err('disclosure.not_published')
  return ok<Disclosure>({
    ...one,
    state: 'withdrawn',
    open: false,
    draft: null,
    withdrawn: { reason, by, on: beijingDay(now) },
  })
}

export type EntryAct = 'write' | 'send' | 'confirm' | 'sendBack' | 'drop' | 'takeBack' | 'correct' | 'withdraw'

const would = (result: { readonly ok: boolean }): boolean => result.ok

/** What this hand may do with it now, asked of the rules themselves. */
export const actsOn = (one: Disclosure, hand: Hand): EntryAct[] => {
  const isWaiting = one.state === 'waiting'
  const isPublished = one.state === 'published'
  const { draft } = one
  const asked: [EntryAct, boolean][] = [
    ['write', hand.writes && (isWaiting || (isPublished && draft !== null))],
    ['send', draft !== null && draft.sent === null && hand.writes],
    ['confirm', draft?.sent != null && would(confirm(one, { audience: 'staff', regularOn: null, dueOn: null }, hand))],
    ['sendBack', draft?.sent != null && would(sendBack(one, '', hand))],
    ['drop', draft !== null && hand.writes],
    ['takeBack', isWaiting && would(takeAnnouncementBack(one, '', hand))],
    ['correct', isPublished && draft === null && hand.writes && one.versions.length < VERSIONS_MAX],
    ['withdraw', isPublished && hand.confirms],
  ]
  return asked.filter(([, may]) => may).map(([act]) => act)
}
