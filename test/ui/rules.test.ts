import { describe, expect, it, vi } from 'vitest'
import { asksForLargeLetters, storedAppearance } from '../../src/ui/appearance'
import { roomBeside } from '../../src/ui/capsule'
import { classNames } from '../../src/ui/class-names'
import { lengthOf } from '#domain/text'
import { optionAfter } from '../../src/ui/option.walk'

vi.mock('@tarojs/taro', () => ({ default: {} }))

describe('letters made large in WeChat', () => {
  it.each([
    [{}, false],
    [{ fontSizeScaleFactor: 1 }, false],
    [{ fontSizeScaleFactor: 1.29 }, false],
    [{ fontSizeScaleFactor: 1.3 }, true],
    [{ fontSizeSetting: 17 }, false],
    [{ fontSizeSetting: 22 }, false],
    [{ fontSizeSetting: 22.1 }, true],
    [{ fontSizeScaleFactor: 1, fontSizeSetting: 24 }, false],
  ])('%o asks for the elder version: %s', (setting, asks) => {
    expect(asksForLargeLetters(setting)).toBe(asks)
  })
})

describe('a stored appearance', () => {
  it('is used when it is whole', () => {
    expect(storedAppearance({ elder: true, theme: 'dark' })).toEqual({ elder: true, theme: 'dark' })
  })

  it.each([undefined, null, '', 'dark', {}, { elder: 'yes', theme: 'dark' }, { elder: true, theme: 'sepia' }])(
    'is started afresh from %o',
    (stored) => {
      expect(storedAppearance(stored)).toBeNull()
    },
  )
})

describe('the bar beside WeChat’s capsule', () => {
  it('has the same air under the capsule as above it', () => {
    const capsule = { top: 51, height: 32, left: 281 }
    expect(roomBeside({ statusBarHeight: 47, windowWidth: 375, capsule })).toEqual({ top: 47, height: 44, right: 102 })
    expect(roomBeside({ statusBarHeight: 40, windowWidth: 375, capsule }).height).toBe(54)
  })
})

describe('arrow keys among answers', () => {
  const options = [
    { value: 'a', title: 'A' },
    { value: 'b', title: 'B', disabled: true },
    { value: 'c', title: 'C' },
  ]

  it.each([
    [0, 1, 2],
    [2, 1, 0],
    [0, -1, 2],
    [2, -1, 0],
  ] as const)('from %i by %i lead to %i', (from, step, to) => {
    expect(optionAfter(options, from, step)).toBe(to)
  })

  it('lead nowhere when nothing else can be chosen', () => {
    expect(optionAfter([{ value: 'a', title: 'A' }], 0, 1)).toBeNull()
    expect(optionAfter(options.slice(0, 2), 0, 1)).toBeNull()
  })
})

describe('words and digits', () => {
  it('counts an emoji as one character', () => {
    expect(lengthOf('谢谢👍')).toBe(3)
  })

  it('joins the class names that hold', () => {
    expect(classNames('a', false, null, undefined, '', 'b')).toBe('a b')
  })
})
