import type { Browser } from '#domain/hospital/session.model'

// In this order: each later one is also named in the words of an earlier one.
const NAMES: readonly (readonly [RegExp, Browser['name']])[] = [
  [/MicroMessenger/, 'wechat'],
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|CriOS)\//, 'chrome'],
  [/Version\/.*Safari\//, 'safari'],
]

/** What a browser says of itself, as coarse as its owner needs to recognise it. */
export const browserOf = (userAgent: string): Browser => ({
  device: /Mobi|Android|iPhone|iPad|HarmonyOS/.test(userAgent) ? 'phone' : 'computer',
  name: NAMES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other',
})
