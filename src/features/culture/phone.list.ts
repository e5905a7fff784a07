import Taro from '@tarojs/taro'
import * as v from 'valibot'

/** A list that this phone keeps; what is stored and not understood any more is left out. */
export const phoneList = <const S extends v.GenericSchema>(key: string, Entry: S, most: number) => {
  const read = (): v.InferOutput<S>[] => {
    const stored: unknown = Taro.getStorageSync(key)
    return (Array.isArray(stored) ? stored : []).flatMap((entry) => {
      const parsed = v.safeParse(Entry, entry)
      return parsed.success ? [parsed.output] : []
    })
  }
  /** The newest first; the oldest are forgotten. False when the phone had no room. */
  const write = (entries: readonly v.InferOutput<S>[]): boolean => {
    try {
      Taro.setStorageSync(key, entries.slice(0, most))
      return true
    } catch {
      return false
    }
  }
  return { read, write }
}
