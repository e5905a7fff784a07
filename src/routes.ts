import Taro from '@tarojs/taro'

const page = (path: string, query: Record<string, string | undefined> = {}): string => {
  const known = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = known.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return text ? `${path}?${text}` : path
}

/** Every page by name. A query code (查询码) is never part of an address. */
export const routes = {
  landing: (query: { scene?: string } = {}) => page('/pages/landing/index', query),
  complaint: (query: { scene?: string } = {}) => page('/pages/complaint/index', query),
  receipt: (query: { id?: string } = {}) => page('/pages/receipt/index', query),
  progress: (query: { selector?: string } = {}) => page('/pages/progress/index', query),
  inbox: (query: { id?: string } = {}) => page('/packages/staff/inbox/index', query),
  channels: () => page('/packages/supervision/channels/index'),
  touchpoints: () => page('/packages/admin/touchpoints/index'),
  staff: () => page('/packages/admin/staff/index'),
  settings: () => page('/packages/admin/settings/index'),
}

export const goTo = (url: string) => Taro.navigateTo({ url })

/** Leaves nothing behind: the back button does not return to what was replaced. */
export const replaceWith = (url: string) => Taro.redirectTo({ url })

/** To the landing page, with nothing to go back to. */
export const goHome = () => Taro.reLaunch({ url: routes.landing() })

/** One page back; to the landing page when this page was opened from outside. */
export const goBack = () => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : goHome())
