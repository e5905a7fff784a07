import * as v from 'valibot'

// Control characters other than line feed and tab, and halves of a surrogate pair: no person types them.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/

/** What a person wrote: trimmed, Windows line ends folded, within `min`..`max` UTF-16 units. */
export const Text = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.transform((written) => written.replace(/\r\n?/g, '\n').trim()),
    v.minLength(min),
    v.maxLength(max),
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
