import { randomHex } from '#cloud/random.bytes'
import { beijingDay, Day, type Instant } from '#domain/instant'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'culture.reader'

const ReaderOfDay = v.object({ day: Day, number: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) })

/** A number for one day, so that a reader counts once; the next day there is another, and nothing joins the two. */
export const readerOfToday = async (now: Instant): Promise<string> => {
  const day = beijingDay(now)
  const stored = v.safeParse(ReaderOfDay, Taro.getStorageSync(KEY))
  if (stored.success && stored.output.day === day) return stored.output.number
  const number = await randomHex()
  try {
    Taro.setStorageSync(KEY, { day, number })
  } catch {
    // Without room on the phone somebody may count twice a day.
  }
  return number
}
