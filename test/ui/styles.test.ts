import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file: path.join('src', file), root: postcss.parse(readFileSync(path.join('src', file), 'utf8')) }))

const rulesWith = (wrong: (selector: string) => boolean): string[] => {
  const found: string[] = []
  for (const { file, root } of sheets) {
    root.walkRules((rule) => {
      if (rule.selectors.some(wrong)) found.push(`${file}: ${rule.selector}`)
    })
  }
  return found
}

const declarationsWith = (wrong: (property: string, value: string, selector: string) => boolean): string[] => {
  const found: string[] = []
  for (const { file, root } of sheets) {
    root.walkDecls(({ prop, value, parent }) => {
      const selector = parent?.type === 'rule' ? (parent as postcss.Rule).selector : ''
      if (wrong(prop, value, selector)) found.push(`${file}: ${selector} { ${prop}: ${value} }`)
    })
  }
  return found
}

describe('style sheets', () => {
  it('use no selector WXSS lacks', () => {
    expect(rulesWith((selector) => /[*[]|:(is|where|has)\(/.test(selector))).toEqual([])
  })

  it('use no property the oldest browsers we serve (iOS 12, Chrome 66) lack', () => {
    const missing = /^(gap|row-gap|column-gap|inset|aspect-ratio|place-items|place-content)$/
    expect(declarationsWith((property) => missing.test(property))).toEqual([])
  })

  it('take every colour from a role', () => {
    // A code on a screen is read by a camera: black on white, also in the dark.
    const isForCameras = (value: string) => value === '#fff'
    const isRaw = (value: string) =>
      /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.test(value) && !value.startsWith('url(') && !isForCameras(value)
    expect(
      declarationsWith((_property, value) => isRaw(value)).filter((line) => !line.startsWith('src/ui/tokens.css')),
    ).toEqual([])
  })

  it('set type in the five sizes; only digits in elder mode and what is thrown on a wall are larger', () => {
    // The code for checking in is read from the last row of a lecture room.
    const isLarger = (selector: string) =>
      selector.split(',').every((one) => /^\s*\.(mode-elder|projector-page)\b/.test(one))
    const isOwn = (property: string, value: string, selector: string) =>
      property === 'font-size' && !/^(var\(--t[1-5]\)|inherit)$/.test(value) && !isLarger(selector)
    expect(declarationsWith(isOwn)).toEqual([])
  })
})
