import { createHash } from 'node:crypto'
import { beijingDay, daysAfter, type Instant, startOfBeijingDay } from '#domain/instant'
import type { LocalCloud } from '../local-cloud'
import { drafts, pinnedKey, publishedFirst, publishedLater, readings, scheduledKey } from './culture.story'
import { callsOf, unlessThere } from './persona.calls'

type Cloud = Pick<LocalCloud, 'invoke'>

const MORNING_MS = 8 * 3_600_000

const REVIEWS = [
  { step: 'department', by: 'head' },
  { step: 'publicity', by: 'publicist' },
  { step: 'discipline', by: 'discipline' },
] as const

interface OnDesk {
  readonly id: string
  readonly rev: number
  readonly state: string
  readonly approvals: readonly unknown[]
  readonly pinned: boolean
}

interface Wanted {
  readonly key: string
  readonly daysAgo: number
  /** null: on that day, at once. */
  readonly publishAt: Instant | null
}

const idOf = (text: string) => createHash('sha256').update(`article ${text}`).digest('hex').slice(0, 32)

/** Takes pieces of the starter set and brings each, from wherever an earlier start left it, to the public. */
const publishPieces = async (cloud: Cloud, pieces: readonly Wanted[]): Promise<void> => {
  const call = callsOf(cloud, 'culture')
  const { rows } = await call<{ rows: { key: string; id: string; taken: boolean }[] }>('starterSet', {}, 'publicist')
  const known = new Map(rows.map((row) => [row.key, row]))
  const missing = pieces.filter(({ key }) => known.get(key)?.taken === false)
  if (missing.length > 0) {
    const oldest = Math.max(...missing.map(({ daysAgo }) => daysAgo))
    await call('takeStarterPieces', { keys: missing.map(({ key }) => key) }, 'publicist', oldest)
  }
  for (const { key, daysAgo, publishAt } of pieces) {
    const row = known.get(key)
    if (!row) continue
    const { id } = row
    const act = (action: string, rev: number, more: object, by: string) =>
      call<OnDesk>(action, { id, rev, ...more }, by, daysAgo)
    let draft: OnDesk = row.taken
      ? await call<OnDesk>('draft', { id }, 'publicist')
      : { id, rev: 0, state: 'writing', approvals: [], pinned: false }
    if (draft.state === 'writing') draft = await act('sendForReview', draft.rev, {}, 'publicist')
    for (const { step, by } of REVIEWS.slice(draft.approvals.length)) {
      if (draft.state === 'review') draft = await act('approveDraft', draft.rev, { step, deidentified: false }, by)
    }
    if (draft.state === 'approved') {
      draft = await act('publishDraft', draft.rev, { publishAt, goneAt: null }, 'publicist')
    }
    if (key === pinnedKey && !draft.pinned) await act('pinArticle', draft.rev, { pinned: true }, 'publicist')
  }
}

const writeDrafts = async (cloud: Cloud): Promise<void> => {
  const call = callsOf(cloud, 'culture')
  for (const { daysAgo, sent, content } of drafts) {
    const about = { id: idOf(content.title), rev: null, content, keep: true }
    interface Written extends OnDesk {
      readonly sentBack: unknown
    }
    const draft = await unlessThere(call<Written>('saveDraft', about, 'editor', daysAgo))
    if (!draft || !sent || draft.sentBack) continue
    const seen = { id: draft.id, rev: draft.rev }
    const { rev } = await call<OnDesk>('sendForReview', seen, 'editor', daysAgo)
    if (sent.backBecause === null) continue
    await call('sendDraftBack', { id: draft.id, rev, reason: sent.backBecause }, 'head', daysAgo)
  }
}

/** Nobody is counted a second time: marks of days that are over are gone. */
const readPieces = async (cloud: Cloud): Promise<void> => {
  const call = callsOf(cloud, 'culture')
  const to = beijingDay(Date.now() as Instant)
  const range = { from: daysAfter(to, -Math.max(...readings.map(({ daysAgo }) => daysAgo))), to }
  const { columns } = await call<{ columns: { readers: (number | null)[] }[] }>('readingFigures', range, 'publicist')
  if (columns.some((column) => column.readers.some((count) => count !== null))) return
  const { rows } = await call<{ rows: { key: string; id: string }[] }>('starterSet', {}, 'publicist')
  for (const { daysAgo, readers } of readings) {
    for (const { key, id } of rows) {
      for (let reader = 0; reader < (readers[key] ?? 0); reader += 1) {
        await call('readArticle', { id, reader: idOf(`reader ${reader}`) }, null, daysAgo)
      }
    }
  }
}

const atOnce = (published: typeof publishedFirst): Wanted[] => published.map((one) => ({ ...one, publishAt: null }))

/** An article of every column, one in review, one sent back, one begun. Running it again changes nothing. */
export const seedCulture = async (cloud: Cloud): Promise<void> => {
  await publishPieces(cloud, atOnce(publishedFirst))
  await writeDrafts(cloud)
  await readPieces(cloud)
}

/** And a year of them, and one to come. */
export const seedCultureYear = (cloud: Cloud, now: Instant): Promise<void> => {
  const morning = (startOfBeijingDay(daysAfter(beijingDay(now), 2)) + MORNING_MS) as Instant
  return publishPieces(cloud, [...atOnce(publishedLater), { key: scheduledKey, daysAgo: 0, publishAt: morning }])
}
