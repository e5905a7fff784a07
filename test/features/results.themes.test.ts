import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recounted, suggestedThemes, themeRefused, toggled } from '../../src/features/results/theme.rules'

const themes = fc.uniqueArray(fc.constantFrom('热水', '饭菜', '等候', '用药', '停车', '态度'), { maxLength: 5 })

describe('the themes of a text', () => {
  it('are put on and taken off, five at most', () => {
    expect(toggled(['热水'], '饭菜')).toEqual(['热水', '饭菜'])
    expect(toggled(['热水', '饭菜'], '热水')).toEqual(['饭菜'])
    const five = ['一', '二', '三', '四', '五']
    expect(toggled(five, '六')).toBe(five)
  })

  it('are suggested by how much they are used, those of the text first', () => {
    const counts = [
      { theme: '等候', count: 3 },
      { theme: '热水', count: 9 },
      { theme: '饭菜', count: 3 },
    ]
    expect(suggestedThemes(counts, ['停车', '饭菜'])).toEqual(['停车', '饭菜', '热水', '等候'])
  })

  it('are refused with the reason', () => {
    expect(themeRefused('  ', [])).toBe('先写主题，几个字就行')
    expect(themeRefused('热水', ['热水'])).toBe('这个主题已经有了')
    expect(themeRefused('热水', ['一', '二', '三', '四', '五'])).toBe('一条最多 5 个主题，先去掉一个')
    expect(themeRefused('一二三四五六七八九十一二', [])).toBeNull()
    expect(themeRefused('一二三四五六七八九十一二三', [])).toBe('主题写在 12 个字以内，一行')
  })
})

describe('the counts by theme', () => {
  it('move by what was changed, and forget what nobody uses', () => {
    expect(recounted([{ theme: '热水', count: 1 }], ['热水'], ['饭菜'])).toEqual([{ theme: '饭菜', count: 1 }])
  })

  it('come back when a change is taken back', () => {
    fc.assert(
      fc.property(themes, themes, themes, (others, before, after) => {
        const counts = recounted(recounted([], [], others), [], before)
        expect(recounted(recounted(counts, before, after), after, before)).toEqual(counts)
      }),
    )
  })
})
