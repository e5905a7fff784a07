import Taro from '@tarojs/taro'

export type Theme = 'system' | 'light' | 'dark'

export interface Appearance {
  /** 长辈版: larger text and targets, fewer things, no motion. */
  elder: boolean
  theme: Theme
}

const KEY = 'appearance'
const THEMES = new Set<unknown>(['system', 'light', 'dark'])

/** WeChat's standard letter is 17 px, factor 1. */
const STANDARD_LETTER = 17
const LARGE_LETTER_FACTOR = 1.3

/** Somebody who made WeChat's letters this large wants ours large too. */
export const asksForLargeLetters = (setting: { fontSizeScaleFactor?: number; fontSizeSetting?: number }): boolean => {
  const factor = setting.fontSizeScaleFactor ?? (setting.fontSizeSetting ?? STANDARD_LETTER) / STANDARD_LETTER
  return factor >= LARGE_LETTER_FACTOR
}

/** What was stored, or null when it is not ours to understand. */
export const storedAppearance = (stored: unknown): Appearance | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { elder, theme } = stored as Partial<Record<keyof Appearance, unknown>>
  if (typeof elder !== 'boolean' || !THEMES.has(theme)) return null
  return { elder, theme: theme as Theme }
}

const firstAppearance = (): Appearance => {
  const canAsk = process.env.TARO_ENV === 'weapp' && Taro.canIUse('getAppBaseInfo')
  const setting = canAsk ? Taro.getAppBaseInfo() : {}
  return { elder: asksForLargeLetters(setting), theme: 'system' }
}

let current: Appearance | null = null
const listeners = new Set<() => void>()

export const readAppearance = (): Appearance => {
  current ??= storedAppearance(Taro.getStorageSync(KEY)) ?? firstAppearance()
  return current
}

export const changeAppearance = (change: Partial<Appearance>) => {
  current = { ...readAppearance(), ...change }
  Taro.setStorageSync(KEY, current)
  for (const listener of listeners) listener()
}

export const onAppearance = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
