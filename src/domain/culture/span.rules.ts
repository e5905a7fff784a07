import type { Span } from './block.model'

/** How words stand: strong, and leading somewhere. */
export interface Manner {
  readonly strong: boolean
  readonly href: string | null
}

export const PLAIN: Manner = { strong: false, href: null }

export const spanOf = (text: string, { strong, href }: Manner): Span => ({
  text,
  ...(strong ? { strong: true as const } : {}),
  ...(href === null ? {} : { href }),
})

export const mannerOf = ({ strong, href }: Span): Manner => ({ strong: strong === true, href: href ?? null })

export const plainText = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')

const sameManner = (one: Span, other: Span): boolean => one.strong === other.strong && one.href === other.href

/** Neighbours of one manner as one; nothing empty. */
export const joinSpans = (spans: readonly Span[]): Span[] => {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined[joined.length - 1]
    if (span.text === '') continue
    if (last && sameManner(last, span)) joined[joined.length - 1] = { ...last, text: last.text + span.text }
    else joined.push(span)
  }
  return joined
}

/** What stands between two places, counted as a text field counts. */
export const sliceSpans = (spans: readonly Span[], from: number, to: number): Span[] => {
  let at = 0
  const parts = spans.map((span) => {
    const text = span.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += span.text.length
    return { ...span, text }
  })
  return joinSpans(parts)
}

export const replaceSpans = (spans: readonly Span[], from: number, to: number, by: readonly Span[]): Span[] =>
  joinSpans([...sliceSpans(spans, 0, from), ...by, ...sliceSpans(spans, to, Number.POSITIVE_INFINITY)])

/** The manner of the character before a place: what is typed there takes it, as a link does only inside itself. */
const mannerAt = (spans: readonly Span[], place: number): Manner => {
  let at = 0
  for (const span of spans) {
    const end = at + span.text.length
    if (place > at && place < end) return mannerOf(span)
    if (place === end && place > 0) return { ...mannerOf(span), href: null }
    at = end
  }
  return PLAIN
}

/** The same spans after a text field was typed in: what stayed keeps its manner. */
export const retypeSpans = (spans: readonly Span[], text: string): Span[] => {
  const before = plainText(spans)
  if (before === text) return [...spans]
  const least = Math.min(before.length, text.length)
  let head = 0
  while (head < least && before[head] === text[head]) head += 1
  let tail = 0
  while (tail < least - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1
  const typed = text.slice(head, text.length - tail)
  const by = typed === '' ? [] : [spanOf(typed, mannerAt(spans, head))]
  return replaceSpans(spans, head, before.length - tail, by)
}

export const markSpans = (spans: readonly Span[], from: number, to: number, mark: Partial<Manner>): Span[] =>
  replaceSpans(
    spans,
    from,
    to,
    sliceSpans(spans, from, to).map((span) => spanOf(span.text, { ...mannerOf(span), ...mark })),
  )

/** All that stands between two places is strong. */
export const isStrong = (spans: readonly Span[], from: number, to: number): boolean => {
  const part = sliceSpans(spans, from, to)
  return part.length > 0 && part.every(({ strong }) => strong === true)
}

// Signs that nobody sees or types.
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]'
/** Where a file's lines end inside a Chinese sentence, nothing stands. */
const BROKEN_LINE = new RegExp(`(${WIDE})[ \\t]*[\\r\\n]+[ \\t]*(?=${WIDE})`, 'g')
const SPACES = /[ \t\r\n\u000b\u000c\u00a0\u2028\u2029]+/g

const isWhole = (character: string): boolean => character.length > 1 || character < '\ud800' || character > '\udfff'

/** Words without what nobody sees and without halves of a character. */
export const seenText = (text: string): string => Array.from(text.replace(UNSEEN, '')).filter(isWhole).join('')

/** Spans of something pasted as one line: spaces as one, none at its ends. */
export const tidySpans = (spans: readonly Span[]): Span[] => {
  const joined = joinSpans(spans.map((span) => ({ ...span, text: seenText(span.text) })))
  const single = joined.map((span) => ({ ...span, text: span.text.replace(BROKEN_LINE, '$1').replace(SPACES, ' ') }))
  const whole = plainText(single)
  return sliceSpans(single, whole.length - whole.trimStart().length, whole.trimEnd().length)
}

/** Well within what a block may hold, so that there is room to write on. */
const LENGTH_GOOD = 2000
const SPANS_MOST = 200
const SENTENCE_END = /[。！？!?；;]/

/** Where a text too long is best parted: after a sentence, else wherever. */
const partingOf = (text: string): number => {
  if (text.length <= LENGTH_GOOD) return text.length
  for (let at = LENGTH_GOOD; at > LENGTH_GOOD / 2; at -= 1) {
    if (SENTENCE_END.test(text[at - 1] ?? '')) return at
  }
  // Never between the halves of one character.
  return isWhole(text[LENGTH_GOOD] ?? '') ? LENGTH_GOOD : LENGTH_GOOD - 1
}

/** Parts that a block can hold each. */
export const cutSpans = (spans: readonly Span[]): Span[][] => {
  const parts: Span[][] = []
  let rest = joinSpans(spans)
  while (rest.length > 0) {
    const few = rest.slice(0, SPANS_MOST)
    const end = partingOf(plainText(few))
    parts.push(sliceSpans(rest, 0, end))
    rest = sliceSpans(rest, end, Number.POSITIVE_INFINITY)
  }
  return parts
}
