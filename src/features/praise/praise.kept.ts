import { PraiseId } from '#domain/ids'
import { Day } from '#domain/instant'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'praise.kept'
/** The oldest are forgotten. */
const MOST = 20

/** What this phone remembers of thanks it sent: enough to ask what became of them. */
const KeptPraise = v.object({ id: PraiseId, whom: v.string(), sentOn: Day })
export type KeptPraise = v.InferOutput<typeof KeptPraise>

/** The newest first. */
export const keptPraises = (): KeptPraise[] => {
  const stored: unknown = Taro.getStorageSync(KEY)
  return (Array.isArray(stored) ? stored : []).flatMap((entry) => {
    const kept = v.safeParse(KeptPraise, entry)
    return kept.success ? [kept.output] : []
  })
}

const store = (kept: readonly KeptPraise[]): boolean => {
  try {
    Taro.setStorageSync(KEY, kept.slice(0, MOST))
    return true
  } catch {
    return false
  }
}

/** False when the phone had no room: then it cannot say later what became of it. */
export const keepPraise = (praise: KeptPraise): boolean =>
  store([praise, ...keptPraises().filter(({ id }) => id !== praise.id)])

export const forgetPraise = (gone: PraiseId): void => {
  store(keptPraises().filter(({ id }) => id !== gone))
}
