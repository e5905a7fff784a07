import { readFileSync } from 'node:fs'
import postcss, { type Rule } from 'postcss'
import { describe, expect, it } from 'vitest'

const tokens = postcss.parse(readFileSync('src/ui/tokens.css', 'utf8'))

type Roles = Record<string, string>

const rolesOf = (rule: Rule): Roles => {
  const roles: Roles = {}
  rule.walkDecls(/^--/, ({ prop, value }) => {
    if (/^#[0-9a-f]{6}$/i.test(value)) roles[prop.slice(2)] = value.toLowerCase()
  })
  return roles
}

/** The colour roles a selector sets, inside a media query or outside of every one. */
const rolesUnder = (selector: string, media: string | null): Roles => {
  const found: Roles = {}
  tokens.walkRules((rule) => {
    const around = rule.parent?.type === 'atrule' ? (rule.parent as postcss.AtRule).params : null
    if (around === media && rule.selectors.includes(selector)) Object.assign(found, rolesOf(rule))
  })
  return found
}

const DARK = '(prefers-color-scheme: dark)'
const light = rolesUnder('page', null)
const dark = rolesUnder('.theme-dark', null)

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.x contrast ratio. */
const contrast = (one: string, other: string): number => {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

const GROUNDS = ['paper', 'sheet', 'sunk', 'wash', 'wash-2']
const WORDS = ['ink', 'ink-2', 'ink-3', 'jade', 'zhu', 'amber']
const across = (words: string[], grounds: string[]) =>
  words.flatMap((word) => grounds.map((ground) => [word, ground] as const))

const TEXT = [
  ...across(WORDS, GROUNDS),
  ...across(['zhu', 'ink', 'ink-2'], ['zhu-wash']),
  ...across(['amber', 'ink', 'ink-2'], ['amber-wash']),
  ...across(['on-jade'], ['jade-fill', 'jade-press']),
  // A toast and a chosen chip are written in paper on ink.
  ['paper', 'ink'] as const,
]
const EDGES = across(['line-strong', 'focus'], GROUNDS)

describe.each([
  ['light', light],
  ['dark', dark],
])('colours in %s', (_theme, roles) => {
  const ratio = (word: string, ground: string) => contrast(roles[word] ?? '', roles[ground] ?? '')

  it.each(TEXT)('%s can be read on %s', (word, ground) => {
    expect(ratio(word, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(EDGES)('%s can be told from %s', (edge, ground) => {
    // The table beside the tokens rounds to two digits, and so does this.
    expect(Number(ratio(edge, ground).toFixed(2))).toBeGreaterThanOrEqual(3)
  })
})

describe('the ways a theme is chosen', () => {
  it('agree: the system’s dark is the reader’s dark', () => {
    expect(rolesUnder('page', DARK)).toEqual(dark)
  })

  it('agree: the reader’s light is the plain one, also when the system is dark', () => {
    expect(rolesUnder('.theme-light', null)).toEqual(light)
    expect(rolesUnder('.theme-light', DARK)).toEqual(light)
  })

  it('name the same roles', () => {
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort())
  })
})
