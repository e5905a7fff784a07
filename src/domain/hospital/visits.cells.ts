import { narrow } from './staff.code'
import { MOST_VISITS } from './visits.model'

const UNSEEN = /[\s\u200b-\u200f\u2060\ufeff]/g
const SEEN = /[^\s\u200b-\u200f\u2060\ufeff]/
const WIDE = /[\uff01-\uff5e]/g
const WIDE_TO_NARROW = 0xfee0

/** ="0301" and '0301: how exports make a spreadsheet leave figures alone. */
const withoutMarks = (written: string): string =>
  written
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')

/**
 * Full-width figures, letters and signs in their plain form, and nothing else: 「1234②」 has to stay what it is, where a
 * general normalization would make 12342 of it.
 */
export const plain = (written: string): string =>
  withoutMarks(written)
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_TO_NARROW))
    .replace(/\u3000/g, ' ')
    .trim()

/** A name or heading for comparing: any width, any case, no spaces. */
export const squeezed = (written: string): string => narrow(withoutMarks(written)).replace(UNSEEN, '').toUpperCase()

export const isBlank = (written: string | undefined): boolean => written === undefined || !SEEN.test(written)

const NONE = /^(?:[-‐‑‒–—―─−﹣]+|\/|无)$/
const COUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?(?:人次|人|例|次)?$/

export type Figure = number | null | 'blank' | 'not_a_number' | 'too_large'

/** A count as it stands in a cell; null: — for none. What is not surely a count is not made one. */
export const figureIn = (written: string | undefined): Figure => {
  if (written === undefined || isBlank(written)) return 'blank'
  const text = plain(written).replace(UNSEEN, '')
  if (NONE.test(text)) return null
  const digits = COUNT.exec(text)?.[1]
  if (digits === undefined) return 'not_a_number'
  const count = Number(digits.replace(/,/g, ''))
  return count > MOST_VISITS ? 'too_large' : count
}

const SHARE_OR_FRACTION = /^[+-]?[\d.,]+[%‰]?$/

/** Whether a figure of any kind stands there, and no words: — too. */
export const isFigure = (written: string | undefined): boolean => {
  const figure = figureIn(written)
  return figure !== 'blank' && (figure !== 'not_a_number' || SHARE_OR_FRACTION.test(plain(written ?? '')))
}

/** Whether something stands there that wants to be a figure, if only a bad one. */
export const looksLikeFigure = (written: string | undefined): boolean => {
  const figure = figureIn(written)
  return figure !== 'blank' && (figure !== 'not_a_number' || /\d|#/.test(plain(written ?? '')))
}
