import { lengthOf, Text, Unformed } from '#domain/text'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const read = (written: string) => {
  const parsed = v.safeParse(Text(5, 10), written)
  return parsed.success ? parsed.output : null
}

describe('what a person wrote', () => {
  it.each([
    ['  一二三四五  ', '一二三四五'],
    ['一二\r\n三四\r五', '一二\n三四\n五'],
    ['一二\u000b三四\u2028五', '一二\n三四\n五'],
    ['一二三\u0085四五', '一二三\n四五'],
    ['一\u202e二三\u200b四五', '一二三四五'],
    ['👨‍👩‍👧一二三', '👨‍👩‍👧一二三'],
    ['👍'.repeat(10), '👍'.repeat(10)],
  ])('%j is read as %j', (written, text) => {
    expect(read(written)).toBe(text)
  })

  it.each([
    '一二三四',
    '一'.repeat(11),
    '👍'.repeat(11),
    '\u200b'.repeat(8),
    '\u200d'.repeat(8),
    '一二三四\u0000五',
    '一二三四\u0090五',
    '一二三四\ud800五',
  ])('%j is refused', (written) => {
    expect(read(written)).toBeNull()
  })

  it('is counted as a reader counts', () => {
    expect([lengthOf('一二'), lengthOf('👍👍'), lengthOf('')]).toEqual([2, 2, 0])
  })
})

describe('what stands in a file', () => {
  it('is read without what no person typed, and only up to its length', () => {
    const file = Unformed(20)
    expect(v.parse(file, ' 题\u0000\u0007一\r\n👍\ud800\udfff\udfff\u0090 ')).toBe(' 题一\n👍\ud800\udfff ')
    expect(v.safeParse(file, '一'.repeat(21)).success).toBe(false)
  })
})
