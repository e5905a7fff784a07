import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generated, maskRules, maskUrl } from '../../config/tools/icons'

describe('drawings as masks', () => {
  it('keep the lines and lose what a mask does not need', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" stroke="currentColor">\n  <title>返回</title>\n  <path d="m14.500 5.250L7 12"/>\n</svg>\n'
    expect(maskUrl(svg)).toBe(
      `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' stroke='%23000'%3E%3Cpath d='m14.5 5.25L7 12'/%3E%3C/svg%3E")`,
    )
  })

  it('leave small numbers and whole numbers alone', () => {
    expect(maskUrl('<path d="M12 16.75v.01M100 20"/>')).toContain('M12 16.75v.01M100 20')
  })

  it('become one class a drawing', () => {
    expect(maskRules('icon', [{ name: 'back', svg: '<svg/>' }])).toContain('.icon-back {\n  -webkit-mask-image: url(')
  })

  it.each(generated())('$file is what the generator writes today', ({ file, text }) => {
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})
