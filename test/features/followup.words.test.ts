import { describe, expect, it } from 'vitest'
import type { QuestionId } from '#domain/survey/question.model'
import { saidFirst } from '../../src/features/followup/followup.words'

describe('what is read out on the phone', () => {
  it('begins with who asks and what for, once', () => {
    const form = { opening: '您出院有些天了，想问问您恢复得怎么样。' }
    expect(saidFirst(form, null)).toBe('先念：“您出院有些天了，想问问您恢复得怎么样。”')
    expect(saidFirst(form, 'q1' as QuestionId)).toBe('')
    expect(saidFirst({ opening: null }, null)).toBe('')
  })
})
