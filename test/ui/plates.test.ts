import { describe, expect, it } from 'vitest'
import { plateLines } from '../../config/tools/icons'
import { PlateName } from '../../src/domain/culture/plate.names'
import { plateAddress } from '../../src/ui/plates/plate.address'
import { plateDrawings } from '../../src/ui/plates/plate.drawings'

describe('the house drawings', () => {
  it('are those that an article may carry, each with a sentence of its own', () => {
    expect(Object.keys(plateDrawings).sort()).toEqual([...PlateName.options].sort())
    const sentences = Object.values(plateDrawings).map(({ says }) => says)
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(sentences.filter((says) => says.length < 5 || says.length > 20)).toEqual([])
  })

  it('keep lines and planes and leave the colours to the theme', () => {
    const svg =
      '<svg viewBox="0 0 360 240" color="var(--jade,#0D6354)">\n  <title>水</title>\n  <path d="M0 192" fill="var(--plate-sheet,#F7F6F1)"/>\n</svg>\n'
    expect(plateLines(svg)).toEqual({ says: '水', lines: "<path d='M0 192' fill='{sheet}'/>" })
  })

  it.each(PlateName.options)('%s leaves no colour open, in light or dark', (name) => {
    for (const theme of ['light', 'dark'] as const) {
      const svg = decodeURIComponent(plateAddress(name, theme).slice('data:image/svg+xml,'.length))
      expect(svg).not.toMatch(/[{}"]|var\(|currentColor/)
      expect(svg).toMatch(/^<svg xmlns='http:\/\/www\.w3\.org\/2000\/svg'[^>]*>(<(path|circle|ellipse|g)\b|<\/g>)/)
    }
    expect(plateAddress(name, 'light')).not.toBe(plateAddress(name, 'dark'))
  })
})
