import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Door } from '../../src/features/answering/answering.door'
import { afterWords, onceWords, wordsSeenBy } from '../../src/features/answering/answering.words'

vi.mock('@tarojs/taro', () => ({ default: {} }))
vi.mock('../../src/features/answering/survey.api', () => ({ surveyApi: {} }))
afterEach(() => vi.unstubAllEnvs())

const byCode = { kind: 'code', rater: 'outpatient', scene: undefined } as const satisfies Door
const byLink = { kind: 'visit', link: `${'a'.repeat(32)}-${'b'.repeat(32)}` } as const satisfies Door

describe('who reads what is written', () => {
  it('is the survey office, where one person is one answer', () => {
    vi.stubEnv('TARO_ENV', 'weapp')
    expect(wordsSeenBy(byCode)).toBe('不记名；您写的话，只有满意度专员看得到')
    vi.stubEnv('TARO_ENV', 'h5')
    expect(wordsSeenBy(byLink)).toBe('不记名；您写的话，只有满意度专员看得到')
  })

  it('is nobody, where only the number of sheets is kept, and this is said before and after', () => {
    vi.stubEnv('TARO_ENV', 'h5')
    expect(wordsSeenBy(byCode)).toMatch(/^没有人：.*微信扫码.*投诉建议/)
    expect(onceWords(byCode)).toContain('写的话也没有人读')
    expect(afterWords(byCode, false, 10)).toContain('医院只看到收了几份')
  })
})
