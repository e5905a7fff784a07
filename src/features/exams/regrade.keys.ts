import type { OptionId, PartId } from '#domain/integrity/question.model'
import type { AskedPart } from '#domain/integrity/question.parts'

/** What is right from now on, by part. */
export type Keys = ReadonlyMap<PartId, readonly OptionId[]>

/** The keys of the version, but where somebody chose otherwise. */
export const keysOf = (parts: readonly AskedPart[], changed: Keys): Keys =>
  new Map(parts.map(({ id, key }) => [id, changed.get(id) ?? key]))

/** One for a single choice or a judgement, any number for a multiple one; never none. */
export const toggleKey = (keys: Keys, { id, kind }: AskedPart, option: OptionId): Keys => {
  const before = keys.get(id) ?? []
  if (kind !== 'multiple') return new Map([...keys, [id, [option]]])
  const after = before.includes(option) ? before.filter((each) => each !== option) : [...before, option]
  return after.length === 0 ? keys : new Map([...keys, [id, after]])
}

const isSameSet = (one: readonly OptionId[], other: readonly OptionId[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each))

/** Whether anybody's paper could be marked differently. */
export const markedOtherwise = (parts: readonly AskedPart[], keys: Keys): boolean =>
  parts.some(({ id, key }) => !isSameSet(key, keys.get(id) ?? key))
