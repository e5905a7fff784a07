import { randomFillSync } from 'node:crypto'

export type Options = Record<string, unknown> & {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** An asynchronous wx function: callbacks where they are given, a promise where they are not. */
export const asynchronous =
  (name: string, work: (options: Options) => unknown) =>
  (options: Options = {}): Promise<unknown> | undefined => {
    const answer = answerOf(name, work, options)
    if (!options.success && !options.fail && !options.complete) return answer
    void tell(answer, options)
    return undefined
  }

/** WeChat tells a failure in an errMsg of its own, through a callback and a promise alike. */
const answerOf = async (name: string, work: (options: Options) => unknown, options: Options) => {
  try {
    return { errMsg: `${name}:ok`, ...((await work(options)) as object | undefined) }
  } catch (cause) {
    const { message } = cause as Error
    throw Object.assign(new Error(message, { cause }), { errMsg: `${name}:fail ${message}` })
  }
}

const tell = async (answer: Promise<unknown>, { success, fail, complete }: Options) => {
  let result: unknown
  try {
    result = await answer
  } catch (error) {
    const refusal = { errMsg: (error as { errMsg: string }).errMsg }
    fail?.(refusal)
    return complete?.(refusal)
  }
  success?.(result)
  return complete?.(result)
}

const ANSWERED = ['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle']
  .concat('setNavigationBarColor', 'setBackgroundColor', 'setBackgroundTextStyle', 'pageScrollTo', 'vibrateShort')
  .concat('stopPullDownRefresh', 'makePhoneCall', 'previewImage', 'hideKeyboard')

/** wx functions that show something and answer ok; each call is recorded. */
export const recordedApis = (record: (name: string, options: unknown) => void) =>
  Object.fromEntries(
    ANSWERED.map((name) => [
      name,
      asynchronous(name, (options) => {
        record(name, options)
      }),
    ]),
  )

/** WeChat keeps JSON values; what JSON cannot say is lost, as on a phone. */
export const storageApis = (storage: Map<string, string>) => {
  const get = (key: string) => (storage.has(key) ? JSON.parse(storage.get(key) ?? '') : '')
  const set = (key: string, value: unknown) => storage.set(key, JSON.stringify(value))
  return {
    getStorageSync: get,
    setStorageSync: set,
    removeStorageSync: (key: string) => storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    setStorage: asynchronous('setStorage', ({ key, data }) => void set(String(key), data)),
    removeStorage: asynchronous('removeStorage', ({ key }) => void storage.delete(String(key))),
    clearStorage: asynchronous('clearStorage', () => storage.clear()),
    getStorage: asynchronous('getStorage', ({ key }) => {
      if (!storage.has(String(key))) throw new Error('data not found')
      return { data: get(String(key)) }
    }),
  }
}

export interface Device {
  theme: 'light' | 'dark'
  /** WeChat's font size in px: 16 is standard, 23 the largest. */
  fontSize: number
}

export const deviceApis = ({ theme, fontSize }: Device) => {
  const window = {
    windowWidth: 390,
    windowHeight: 844,
    screenWidth: 390,
    screenHeight: 844,
    pixelRatio: 3,
    statusBarHeight: 47,
  }
  const safeArea = { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 }
  const base = {
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme,
    fontSizeSetting: fontSize,
    fontSizeScaleFactor: fontSize / 16,
  }
  const device = { platform: 'ios', system: 'iOS 17.0', brand: 'iPhone', model: 'iPhone 15' }
  const all = { ...window, ...base, ...device, safeArea }
  return {
    getSystemInfoSync: () => all,
    getSystemInfo: asynchronous('getSystemInfo', () => all),
    getWindowInfo: () => ({ ...window, safeArea }),
    getAppBaseInfo: () => base,
    getDeviceInfo: () => device,
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: 'wifi' })),
    canIUse: () => true,
    nextTick: (work: () => void) => setTimeout(work, 0),
    getRandomValues: asynchronous('getRandomValues', ({ length }) => ({
      randomValues: randomFillSync(new Uint8Array(Number(length))).buffer,
    })),
    createSelectorQuery: selectorQuery,
    createIntersectionObserver: () => {
      const observer = { relativeToViewport: () => observer, relativeTo: () => observer, observe() {}, disconnect() {} }
      return observer
    },
  }
}

// Nothing is laid out here: every query answers an empty rectangle.
const selectorQuery = () => {
  const empty = { width: 0, height: 0, left: 0, top: 0, right: 0, bottom: 0, scrollTop: 0, scrollLeft: 0 }
  const answers: unknown[] = []
  let many = false
  const select = (all: boolean) => () => {
    many = all
    return query
  }
  const ask = (callback?: unknown) => {
    const answer = many ? [empty] : empty
    answers.push(answer)
    if (typeof callback === 'function') setTimeout(() => callback(answer), 0)
    return query
  }
  const query: Record<string, unknown> = {
    in: () => query,
    select: select(false),
    selectAll: select(true),
    selectViewport: select(false),
    boundingClientRect: ask,
    scrollOffset: ask,
    node: ask,
    context: ask,
    fields: (_fields: unknown, callback?: unknown) => ask(callback),
    exec: (callback?: (all: unknown[]) => void) => {
      setTimeout(() => callback?.(answers), 0)
      return query
    },
  }
  return query
}
