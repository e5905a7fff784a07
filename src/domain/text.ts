import * as v from 'valibot'

// Control characters other than line feed and tab, and halves of a surrogate pair: no person types them.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g
const pairsAlone = (found: string): string => (found.length === 2 ? found : '')

// Line ends of Windows, of Word and of Unicode.
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g

// Signs that are not seen and turn or hide what stands around them; the joiner inside an emoji stays.
const UNSEEN = /[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const JOINER = /\u200d/g

/** Characters as a reader counts them: an emoji of one code point is one. */
export const lengthOf = (text: string): number => Array.from(text.replace(JOINER, '')).length

/** What a person wrote: trimmed, with one kind of line end and nothing unseen, `min`..`max` characters by `lengthOf`. */
export const Text = (min: number, max: number) =>
  v.pipe(
    v.string(),
    // Before anything is looked at character by character.
    v.maxLength(max * 8),
    v.transform((written) => written.replace(LINE_ENDS, '\n').replace(UNSEEN, '').trim()),
    v.check((written) => lengthOf(written) >= min && lengthOf(written) <= max),
    v.check((written) => !UNPRINTABLE.test(written)),
  )

/** What stands in a file that other programs wrote: one kind of line end, what no person typed left out, and not trimmed. */
export const Unformed = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.transform((written) => written.replace(LINE_ENDS, '\n').replace(CONTROLS, '').replace(SURROGATES, pairsAlone)),
  )

/** Part of a sentence, whose blanks join it to the next: nothing unseen or unprintable, and not trimmed. */
export const Words = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max * 2),
    v.transform((written) => written.replace(LINE_ENDS, '\n').replace(UNSEEN, '')),
    v.check((written) => lengthOf(written) >= 1 && lengthOf(written) <= max),
    v.check((written) => !UNPRINTABLE.test(written)),
  )

/** One line of text: a name, a place. */
export const Line = (min: number, max: number) => v.pipe(Text(min, max), v.regex(/^[^\n\t]*$/))

/** A number as it is printed on a wall: 「0000-555-0120」. */
export const PrintedPhone = v.pipe(v.string(), v.regex(/^\d[\d-]{1,18}\d$/))

/** Mainland mobile (11 digits) or a landline with its area code; spaces and dashes are dropped. */
export const PhoneNumber = v.pipe(
  v.string(),
  v.transform((written) => written.replace(/[\s-]/g, '')),
  v.regex(/^(1[3-9]\d{9}|0\d{9,11}|\d{5})$/),
)
