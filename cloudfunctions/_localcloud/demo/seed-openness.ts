import { createHash } from 'node:crypto'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import writeXlsxFile from 'write-excel-file/node'
import type { LocalCloud } from '../local-cloud'
import { announced, correction, forgotten, owners, publishedFirst, publishedLater } from './openness.story'
import { callsOf, unlessThere } from './persona.calls'

type Cloud = Pick<LocalCloud, 'invoke'>

const OWNERS_NAMED_DAYS_AGO = 320
const COLUMN_WIDTH = 20
const BOLD = { fontWeight: 'bold' } as const

interface Slot {
  readonly slot: string
  readonly rev: number | null
  readonly audience: string
  readonly ownerId: string | null
  readonly withinWorkingDays: number
  readonly everyMonths: number | null
  readonly basis: string
  readonly promisedOn: string | null
}

interface Entry {
  readonly id: string
  readonly rev: number
  readonly state: string
  readonly draft: { readonly sent: unknown } | null
  readonly versions: readonly unknown[]
}

type StoryEntry = (typeof publishedFirst)[number]

const idOf = (text: string) => createHash('sha256').update(`disclosure ${text}`).digest('hex').slice(0, 32)

const boardOf = (cloud: Cloud, now: Instant) => {
  const call = callsOf(cloud, 'culture')
  const dayAgo = (days: number) => daysAfter(beijingDay(now), -days)

  /** Written by the publicity officer, confirmed by the discipline office. */
  const confirmed = async (written: Entry, daysAgo: number): Promise<void> => {
    const { id, draft } = written
    if (!draft) return
    const { rev } = draft.sent
      ? written
      : await call<Entry>('sendDisclosure', { id, rev: written.rev }, 'publicist', daysAgo)
    await call('confirmDisclosure', { id, rev }, 'discipline', daysAgo)
  }

  /** The same once more is the same file. */
  const attached = async ({ name, rows }: NonNullable<StoryEntry['table']>, daysAgo: number) => {
    const mediaId = idOf(name)
    const cells = rows.map((row, line) => row.map((value) => ({ value, ...(line === 0 ? BOLD : {}) })))
    const file = await writeXlsxFile(cells, { columns: rows[0]?.map(() => ({ width: COLUMN_WIDTH })) }).toBuffer()
    const part = { mediaId, kind: 'file', name, part: 0, bytes: file.length, data: file.toString('base64') }
    await call('sendMediaPart', part, 'publicist', daysAgo)
    return { mediaId, name }
  }

  const publish = async ({ slot, title, text, changedDaysAgo, publishedDaysAgo, table }: StoryEntry): Promise<void> => {
    const content = { title, text, attachments: table ? [await attached(table, publishedDaysAgo)] : [] }
    const about = { id: idOf(title), rev: null, slot, occurredOn: dayAgo(changedDaysAgo), content, correction: null }
    const written = await unlessThere(call<Entry>('writeDisclosure', about, 'publicist', publishedDaysAgo))
    if (written) await confirmed(written, publishedDaysAgo)
  }

  return { call, dayAgo, publish, confirmed }
}

/** What was made public in some slots, one that was forgotten, one announced. Running it again changes nothing. */
export const seedOpenness = async (cloud: Cloud, now: Instant): Promise<void> => {
  const { call, dayAgo, publish } = boardOf(cloud, now)
  for (const { slot, what, changedDaysAgo, announcedDaysAgo } of [forgotten, announced]) {
    const change = { id: idOf(what), slot, what, occurredOn: dayAgo(changedDaysAgo) }
    await unlessThere(call('announceDisclosure', change, 'discipline', announcedDaysAgo))
  }
  for (const entry of publishedFirst) await publish(entry)
}

/** And in all the others, with who looks after which. */
export const seedOpennessYear = async (cloud: Cloud, now: Instant): Promise<void> => {
  const { call, dayAgo, publish, confirmed } = boardOf(cloud, now)
  const { slots } = await call<{ slots: Slot[] }>('disclosureDesk', {}, 'publicist')
  for (const { slot, rev, audience, ownerId, withinWorkingDays, everyMonths, basis } of slots) {
    const owner = owners[slot as keyof typeof owners]
    if (!owner || ownerId === owner) continue
    const kept = { slot, rev, audience, ownerId: owner, withinWorkingDays, everyMonths, basis, basisChecked: true }
    await call('keepSlot', kept, 'publicist', OWNERS_NAMED_DAYS_AGO)
  }
  if (slots.find(({ slot }) => slot === forgotten.slot)?.promisedOn === null) {
    const promise = { slot: forgotten.slot, on: dayAgo(-forgotten.promisedInDays) }
    await call('promiseDisclosure', promise, 'publicist')
  }
  for (const entry of publishedLater) await publish(entry)
  const wrong = publishedLater.find(({ slot }) => slot === correction.slot)
  if (!wrong) return
  const { slot, title, text } = wrong
  const { id, rev, versions } = await call<Entry>('disclosureOnDesk', { id: idOf(title) }, 'publicist')
  if (versions.length > 1) return
  const content = { title, text: text.replace(correction.from, correction.to), attachments: [] }
  const again = { id, rev, slot, occurredOn: beijingDay(now), content, correction: correction.because }
  const { daysAgo } = correction
  await confirmed(await call<Entry>('writeDisclosure', again, 'publicist', daysAgo), daysAgo)
}
