import type { PageStack } from './page.stack'
import { asynchronous } from './wx.api'

type Record = (name: string, options: unknown) => void

export const navigationApis = (stack: PageStack, record: Record) => {
  const to = (name: string, go: (url: string) => void) =>
    asynchronous(name, ({ url }) => {
      record(name, { url })
      go(String(url))
    })
  return {
    navigateTo: to('navigateTo', (url) => stack.navigateTo(url)),
    redirectTo: to('redirectTo', (url) => stack.redirectTo(url)),
    reLaunch: to('reLaunch', (url) => stack.reLaunch(url)),
    switchTab: to('switchTab', (url) => {
      throw new Error(`can not switch to no-tabBar page ${url}`)
    }),
    navigateBack: asynchronous('navigateBack', ({ delta }) => {
      record('navigateBack', { delta })
      stack.navigateBack(delta as number | undefined)
    }),
  }
}
