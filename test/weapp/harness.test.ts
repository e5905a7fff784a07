import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openPhone, type Phone, type PhoneOptions } from './harness'

let phone: Phone | undefined
let dist = ''
afterEach(() => {
  phone?.close()
  phone = undefined
  rmSync(dist, { recursive: true, force: true })
})

/** A mini-program of two pages, written by hand. The cloud is never asked. */
const start = async (wxml: string, script = '', more: Partial<PhoneOptions> = {}) => {
  dist = mkdtempSync(path.join(tmpdir(), 'weapp-'))
  const files: Record<string, string> = {
    'app.json': JSON.stringify({ pages: ['pages/a'], subPackages: [{ root: 'sub', pages: ['b'] }] }),
    'app.js': 'App({})',
    'pages/a.wxml': wxml,
    'pages/a.js': `Page({ data: { list: ['一', '二'], typed: '' }, ${script} })`,
    'sub/b.wxml': '<view>乙页</view>',
    'sub/b.js': 'Page({})',
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true })
    writeFileSync(path.join(dist, file), text)
  }
  phone = await openPhone({ cloud: '', dist, ...more })
  return phone
}

describe('the phone of the tests', () => {
  it('draws lists, conditions and expressions', async () => {
    const { text } = await start(
      '<view wx:for="{{list}}">第{{item}}</view><view wx:if="{{!list}}">无</view><view wx:else>有</view>',
    )
    expect(text()).toBe('第一\n第二\n有')
  })

  it('lets a tap bubble up to whoever answers it, and no further than a catch', async () => {
    const { tap, text } = await start(
      '<view bindtap="outer"><view catchtap="inner"><text>按</text></view></view><view>{{typed}}</view>',
      `inner() { this.setData({ typed: this.data.typed + '里' }) }, outer() { this.setData({ typed: '外' }) }`,
    )
    await tap({ name: '按' })
    expect(text()).toBe('按\n里')
  })

  it('loses what is typed past the maxlength', async () => {
    const { input, text } = await start(
      '<input aria-label="名" maxlength="{{2}}" bindinput="type" /><view>{{typed}}</view>',
      'type(event) { this.setData({ typed: event.detail.value }) }',
    )
    await input({ name: '名' }, '一二三')
    expect(text()).toBe('一二')
  })

  it('opens a sub-package when it is needed and goes back', async () => {
    const { tap, route, back } = await start(
      '<view bindtap="go">去</view>',
      `go() { wx.navigateTo({ url: '/sub/b?x=1' }) }`,
    )
    await tap({ name: '去' })
    expect(route()).toBe('/sub/b')
    await back()
    expect(route()).toBe('/pages/a')
  })

  it('does not touch what is not there, what does not answer and what is hidden', async () => {
    const { tap } = await start('<view>字</view><view aria-hidden="true" bindtap="go">藏</view>', 'go() {}')
    await expect(tap({ name: '没有' })).rejects.toThrow('not on the screen')
    await expect(tap({ name: '字' })).rejects.toThrow('nothing answers tap')
    await expect(tap({ name: '藏' })).rejects.toThrow('not on the screen')
  })

  it('finds one of two of the same name where it lies', async () => {
    const { tap, text } = await start(
      `<view aria-role="button" bindtap="below">好</view>
       <view aria-role="alertdialog"><view aria-role="button" bindtap="above">好</view></view><view>{{typed}}</view>`,
      `below() { this.setData({ typed: '下' }) }, above() { this.setData({ typed: '上' }) }`,
    )
    await expect(tap({ role: 'button', name: '好' })).rejects.toThrow('2 on the screen')
    await tap({ role: 'button', name: '好', within: { role: 'alertdialog' } })
    expect(text()).toBe('好\n好\n上')
  })

  it('asks before it lets at anything of the person’s, and hears a yes from WeChat’s own button alone', async () => {
    const { tap, text, calls } = await start(
      `<view bindtap="copy">抄</view><view bindtap="pretend">替</view>
       <button id="yes" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agree">同意</button>
       <view>{{typed}}</view>`,
      `onLoad() { wx.onNeedPrivacyAuthorization((answer, { referrer }) => { this.answer = answer; this.setData({ typed: referrer }) }) },
       copy() { wx.setClipboardData({ data: '码', fail: ({ errMsg }) => this.setData({ typed: errMsg }) }) },
       pretend() { this.answer({ event: 'agree', buttonId: 'yes' }) },
       agree() { this.answer({ event: 'agree', buttonId: 'yes' }) }`,
      { agreed: false },
    )
    await tap({ name: '抄' })
    expect(text()).toContain('setClipboardData')
    await tap({ name: '替' })
    expect(text()).toContain('setClipboardData:fail privacy permission is not authorized')
    expect(calls).toEqual([])
    await tap({ name: '抄' })
    await tap({ name: '同意' })
    expect(calls.map(({ name }) => name)).toEqual(['setClipboardData'])
    await tap({ name: '抄' })
    expect(calls).toHaveLength(2)
  })

  it('refuses a template that was not built', async () => {
    const { text } = await start('<template is="tmpl_0_9" data="{{i:1}}" />')
    expect(text).toThrow('no template tmpl_0_9')
  })

  it.each([
    ['at once', `throw new Error('坏了')`],
    ['later', `setTimeout(() => { throw new Error('坏了') }, 20)`],
    ['in a promise', `Promise.reject(new Error('坏了'))`],
    ['by a word on the console', `console.error('坏了')`],
    ['by an API of a browser', `fetch('/坏了')`],
    ['by asking the network', `wx.request({ url: 'https://example.org' })`],
  ])('fails the step in which the page fails %s', async (_when, failure) => {
    const { tap } = await start('<view bindtap="go">按</view>', `go() { ${failure} }`)
    await expect(tap({ name: '按' })).rejects.toThrow(/坏了|fetch|network/)
  })
})
