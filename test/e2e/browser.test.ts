import type { BrowserContext } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'
import { misfits } from './layout'

let browser: RunningBrowser
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
})
afterAll(() => browser.close())

const pageWith = async (body: string) => {
  const context = await browser.phone()
  const page = await context.newPage()
  await page.setContent(`<html lang="zh-CN"><title>试</title><main><h1>试</h1>${body}</main></html>`)
  return page
}

const picture = async (character: string) => {
  const page = await pageWith(`<p style="width:40px;font:32px sans-serif">${character}</p>`)
  const { data } = PNG.sync.read(await page.locator('p').screenshot())
  await page.context().close()
  return data
}

const touchPoints = async (context: BrowserContext) => {
  const page = await context.newPage()
  return page.evaluate(() => navigator.maxTouchPoints)
}

describe('the browser of the tests', () => {
  it('draws Chinese characters and not empty boxes', async () => {
    // A missing glyph is the same box for every character, so two different characters would give one picture.
    const [first, second, again] = [await picture('清'), await picture('廉'), await picture('清')]
    expect(first.equals(again)).toBe(true)
    expect(first.equals(second)).toBe(false)
  })

  it('is touched on a phone and clicked on a desktop', async () => {
    expect(await touchPoints(await browser.phone())).toBeGreaterThan(0)
    expect(await touchPoints(await browser.desktop())).toBe(0)
  })

  it('reports a button without a name', async () => {
    const page = await pageWith('<button></button>')
    expect((await axe(page)).map(({ id }) => id)).toContain('button-name')
    const named = await pageWith('<button>提交</button>')
    expect(await axe(named)).toEqual([])
  })

  it.each([
    ['<div role="button" style="width:60px;height:40px">按</div>', '60 × 40 px'],
    ['<p style="font-size:12px">小</p>', 'written in 12 px'],
    ['<div style="width:1200px;height:9px"></div>', 'reaches from'],
    ['<div style="width:1200px;height:9px"></div>', 'scrolls sideways'],
  ])('reports what does not fit: %s', async (body, fault) => {
    const page = await pageWith(body)
    expect((await misfits(page, { target: 44, text: 13 })).join()).toContain(fault)
  })

  it('lets a link within a sentence be as low as its line', async () => {
    const page = await pageWith('<p>请看<span role="link">这一页</span>。</p>')
    expect(await misfits(page, { target: 44, text: 13 })).toEqual([])
  })
})
