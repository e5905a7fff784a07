import { ArticleId } from '#domain/ids'
import * as v from 'valibot'
import { phoneList } from './phone.list'

const MOST = 50

/** How far an article was read on this phone. */
const ReadingPlace = v.object({
  id: ArticleId,
  /** Of the part that stood at the top of the screen. */
  block: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** How it begins. */
  words: v.string(),
})
export type ReadingPlace = v.InferOutput<typeof ReadingPlace>

const list = phoneList('culture.places', ReadingPlace, MOST)

export const placeIn = (id: ArticleId): ReadingPlace | null => list.read().find((place) => place.id === id) ?? null

export const keepPlace = (place: ReadingPlace): void => {
  list.write([place, ...list.read().filter(({ id }) => id !== place.id)])
}

export const forgetPlace = (gone: ArticleId): void => {
  list.write(list.read().filter(({ id }) => id !== gone))
}
