import { randomHex } from '#cloud/random.bytes'
import { PledgeVersionId } from '#domain/ids'
import { Day } from '#domain/instant'
import type { ShownPledge } from '#domain/integrity/pledge.contract'
import { type PledgePromise, PledgeText } from '#domain/integrity/pledge.model'
import { readyPledge } from '#domain/integrity/pledge.ready'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'pledge.version'

const Written = v.object({
  id: PledgeVersionId,
  /** What it was changed from; null: a new one. */
  rev: v.nullable(v.number()),
  title: v.string(),
  opening: v.string(),
  promises: v.array(v.object({ short: v.string(), text: v.string() })),
  closing: v.string(),
  effectiveOn: Day,
})
/** A version being written on this computer, sound or not. */
export type VersionDraft = v.InferOutput<typeof Written>

/** What was left unfinished here. */
export const keptVersion = (): VersionDraft | null => {
  const stored = v.safeParse(Written, Taro.getStorageSync(KEY))
  return stored.success ? stored.output : null
}

export const keepVersion = (draft: VersionDraft): void => {
  try {
    Taro.setStorageSync(KEY, draft)
  } catch {
    // Without room it stays on the page alone.
  }
}

export const forgetVersion = (): void => Taro.removeStorageSync(KEY)

/** A new version from the words of today's, or from the ready ones. */
export const newVersion = async (from: ShownPledge | null, effectiveOn: Day): Promise<VersionDraft> => {
  const { title, opening, promises, closing } = from ?? readyPledge
  const id = v.parse(PledgeVersionId, await randomHex())
  return { id, rev: null, title, opening, promises: [...promises], closing, effectiveOn }
}

export const draftOf = ({ id, rev, ...text }: ShownPledge & { rev: number }): VersionDraft => ({
  id,
  rev,
  title: text.title,
  opening: text.opening,
  promises: text.promises,
  closing: text.closing,
  effectiveOn: text.effectiveOn,
})

export const textOf = ({ title, opening, promises, closing, effectiveOn }: VersionDraft) =>
  v.safeParse(PledgeText, { title, opening, promises, closing, effectiveOn })

/** Where the text is not sound: 'title', 'promises.2.short'. */
export const faultsIn = (draft: VersionDraft): ReadonlySet<string> => {
  const parsed = textOf(draft)
  return new Set(parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue) ?? ''))
}

export const BLANK_PROMISE: PledgePromise = { short: '', text: '' }
