import type { PublicCopy } from '#domain/culture/article.model'
import { versionId } from '#domain/culture/article.model'
import { entryOf, monthPosted, type Posting, postingId } from '#domain/culture/posting.model'
import { gramsOf, searchedText } from '#domain/culture/search.grams'
import type { HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { above, atMost, oneOf } from '../documents'
import { copyRecords, postingRecords, versionRecords } from '../read/culture.read'

/** Copies that are taken out of the postings in one go. */
const BATCH = 10
const READ_AT_ONCE = 500
const WRITTEN_AT_ONCE = 16
const TRIES = 5

/** Entries by the posting they belong to. */
type Entries = ReadonlyMap<
  string,
  { readonly about: Omit<Posting, 'copies' | 'rev'>; readonly copies: readonly string[] }
>

const entriesOf = (copies: readonly { copy: PublicCopy; text: string }[]): Entries => {
  const entries = new Map<string, { about: Omit<Posting, 'copies' | 'rev'>; copies: string[] }>()
  for (const { copy, text } of copies) {
    const { hospitalId } = copy
    const month = monthPosted(copy.at)
    for (const gram of gramsOf(text)) {
      const id = postingId(hospitalId, gram, month)
      const known = entries.get(id)
      if (known) known.copies.push(entryOf(copy))
      else entries.set(id, { about: { id, hospitalId, gram, month }, copies: [entryOf(copy)] })
    }
  }
  return entries
}

const inTurns = async <T>(all: readonly T[], atOnce: number, run: (one: T) => Promise<void>): Promise<void> => {
  let next = 0
  const turn = async () => {
    for (let at = next++; at < all.length; at = next++) {
      const one = all[at]
      if (one !== undefined) await run(one)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, turn))
}

/** Changes postings one by one, each behind whatever somebody else wrote meanwhile; the same again changes nothing. */
const changePostings = async (entries: Entries, change: (stored: string[], mine: readonly string[]) => string[]) => {
  const records = postingRecords()
  const ids = [...entries.keys()]
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const some = ids.slice(from, from + READ_AT_ONCE)
    const stored = new Map(
      (await records.list({ where: { _id: oneOf(some) }, limit: some.length })).map((posting) => [posting.id, posting]),
    )
    await inTurns(some, WRITTEN_AT_ONCE, async (id) => {
      const entry = entries.get(id)
      if (!entry) return
      let posting = stored.get(id) ?? null
      for (let tries = 0; tries < TRIES; tries += 1) {
        const copies = change(posting?.copies ?? [], entry.copies)
        if (copies.length === (posting?.copies.length ?? 0)) return
        if (posting && copies.length === 0) {
          if ((await records.removeAll({ _id: id, rev: posting.rev })) === 1) return
        } else if (posting) {
          if (await records.replace({ ...posting, copies })) return
        } else if ((await records.insert({ ...entry.about, rev: 0, copies })) === 'inserted') return
        posting = await records.find(id)
      }
      throw new Error('a posting is changed by many at once')
    })
  }
}

/** Characters that are posted in one go: each makes a posting or two, and a go that is cut off begins anew. */
const POSTED_CHARACTERS = 20_000

/** As many from the beginning as are posted in one go, at least one. */
const inOneGo = <T extends { readonly text: string }>(texts: readonly T[]): T[] => {
  let characters = 0
  return texts.filter(({ text }, at) => {
    characters += text.length
    return at === 0 || characters <= POSTED_CHARACTERS
  })
}

/**
 * Puts the words of articles that are shown and in no posting yet into the postings, the earliest first.
 * Cut off anywhere it is done again from the beginning, and nothing is posted twice. Answers how many articles.
 */
export const indexCopies = async (hospitalId: HospitalId, now: Instant, limit: number): Promise<number> => {
  const records = copyRecords()
  const waiting = await records.list({
    where: { hospitalId, isIndexed: false, from: atMost(now), until: above(now) },
    orderBy: [['at', 'asc']],
    limit,
  })
  const texts = inOneGo(waiting.flatMap((copy) => (copy.content ? [{ copy, text: searchedText(copy.content) }] : [])))
  await changePostings(entriesOf(texts), (stored, mine) => [...new Set([...stored, ...mine])])
  if (texts.length > 0) {
    await records.setWhere({ _id: oneOf(texts.map(({ copy }) => copy.id)) }, { isIndexed: true })
  }
  return texts.length
}

/** Articles that wait to be posted; a search looks at each of them by itself. */
export const countWaiting = (hospitalId: HospitalId): Promise<number> =>
  copyRecords().count({ hospitalId, isIndexed: false })

/** Takes copies that are over out of the postings and removes them, at most ten. Answers how many. */
export const removeOver = async (hospitalId: HospitalId, until: Instant): Promise<number> => {
  const records = copyRecords()
  const over = await records.list({
    where: { hospitalId, until: atMost(until) },
    orderBy: [['until', 'asc']],
    limit: BATCH,
  })
  const ids = over.map(({ articleId, version }) => versionId(articleId, version))
  const versions = new Map(
    ids.length === 0
      ? []
      : (await versionRecords().list({ where: { _id: oneOf(ids) }, limit: ids.length })).map((one) => [one.id, one]),
  )
  // Whether it was posted is not asked: its words are looked for where they would stand.
  const texts = over.flatMap((copy) => {
    const version = versions.get(versionId(copy.articleId, copy.version))
    return version ? [{ copy, text: searchedText(version.content) }] : []
  })
  await changePostings(entriesOf(texts), (stored, mine) => stored.filter((entry) => !mine.includes(entry)))
  for (const { id } of over) await records.removeAll({ _id: id })
  return over.length
}
