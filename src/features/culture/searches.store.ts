import * as v from 'valibot'
import { phoneList } from './phone.list'

const MOST = 8
const LONGEST = 40

const list = phoneList('culture.searches', v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST)), MOST)

/** What was looked for on this phone, the newest first. */
export const recentSearches = (): string[] => list.read()

/** What was typed on the way to it is not remembered besides: 「红」 before 「红包」. */
export const rememberSearch = (words: string): void => {
  const looked = words.trim().slice(0, LONGEST)
  if (looked === '') return
  list.write([looked, ...list.read().filter((before) => !looked.startsWith(before))])
}

export const forgetSearches = (): void => {
  list.write([])
}
