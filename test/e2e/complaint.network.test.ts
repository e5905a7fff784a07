import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { aPicture } from '../builders/photo.builder'
import { officeAt } from '../functions/office.desk'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, PROGRESS, SCANNED, type Ward } from './opened.ward'
import { button, entry, field, heading, notice, radio, said } from './page.parts'
import { isSound } from './page.sound'
import { choosePhoto, complain, followUp, photoThat, receiptOn, writeToPhotos, writeToReview } from './patient.steps'

const FUNCTION = '**/api/fn/complaint'

let browser: RunningBrowser
let ward: Ward
let context: BrowserContext
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
  await ward.found()
})
beforeEach(async () => {
  context = await browser.phone({ reducedMotion: 'reduce' })
})
afterEach(() => context.close())
afterAll(async () => {
  await browser.close()
  await ward.close()
})

const atTheWard = async (): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(ward.page(SCANNED))
  await heading(page, '呼吸科').waitFor()
  return page
}

/** It reaches the hospital; the answer does not come back. */
const loseAnswer = async (route: Route) => {
  await route.fetch()
  await route.abort()
}

interface Sent {
  action: string
  input: { part?: number }
}

describe('when the network goes', () => {
  it('while a complaint is handed in, it stays on the phone, and one arrives', async () => {
    const words = '断网的时候写的：叫号屏坏了没人管。'
    const page = await atTheWard()
    await writeToPhotos(page, { words })
    await writeToReview(page, { words })
    await context.setOffline(true)
    await button(page, '交给医患办').click()
    await notice(page, '没连上网').waitFor()
    await said(page, words).waitFor()
    await isSound(page)
    expect(ward.holding(words)).toEqual([])

    await context.setOffline(false)
    await page.route(FUNCTION, loseAnswer)
    await button(page, '再交一次').click()
    await expect.poll(() => ward.holding(words).length, { timeout: 10_000 }).toBe(1)
    await notice(page, '没连上网').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    // It may have arrived: the page goes on where it was, and the same complaint is handed in again.
    await heading(page, '看一遍，再交给我们').waitFor()
    await notice(page, '同一份不会重复').waitFor()
    await said(page, words).waitFor()
    await isSound(page)
    await button(page, '再交一次').click()
    await receiptOn(page)
    expect(ward.holding(words)).toHaveLength(1)
    // The draft is gone once it is acknowledged.
    await page.goto(ward.page(SCANNED))
    await page.getByRole('link', { name: /^投诉/ }).click()
    await heading(page, '您想说哪方面的事？').waitFor()
    expect(await said(page, '没写完').count()).toBe(0)
  })

  it('and what was sent is to be changed, it is first found out whether it arrived', async () => {
    const words = '交出去又想改的：清单上多了一次雾化。'
    const page = await atTheWard()
    await writeToPhotos(page, { words })
    await writeToReview(page, { words })
    await page.route(FUNCTION, (route) => route.abort())
    await button(page, '交给医患办').click()
    await notice(page, '没连上网').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    // It did not arrive: it can be changed.
    await button(page, /^改经过/).click()
    await field(page, '发生了什么').fill(`${words}收费窗口说找病房。`)
    await button(page, '改好了，回去看').click()
    await page.route(FUNCTION, loseAnswer)
    await button(page, /^(交给医患办|再交一次)$/).click()
    await notice(page, '没连上网').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    // It did arrive: here is its receipt instead of a second complaint.
    await button(page, /^改经过/).click()
    await receiptOn(page)
    expect(ward.holding(words)).toHaveLength(1)
  })

  it('in the middle of a photo, words and photo wait, also for another day, and the rest is sent', async () => {
    const words = '拍到一半断了网：开水房一地的水。'
    const page = await atTheWard()
    await writeToPhotos(page, { words })
    const parts: number[] = []
    await page.route(FUNCTION, (route) => {
      const { action, input } = route.request().postDataJSON() as Sent
      if (action === 'sendPhotoPart') parts.push(input.part ?? -1)
      return action === 'sendPhotoPart' && input.part === 1 ? route.abort() : route.continue()
    })
    await choosePhoto(page, aPicture({ width: 640, height: 480, grain: true }))
    await photoThat(page, /正在传 [1-9]/).waitFor()
    await notice(page, '没连上网。写的和拍的都在这台手机里').waitFor()
    await photoThat(page, /停在 [1-9]/).waitFor()
    await isSound(page)
    expect(parts.slice(0, 2)).toEqual([0, 1])

    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await said(page, '没写完').waitFor()
    await radio(page, /^态度/)
      .and(page.getByRole('radio', { checked: true }))
      .waitFor()
    await button(page, '下一步：在哪个环节').click()
    await button(page, '下一步：写下来').click()
    expect(await field(page, '发生了什么').inputValue()).toBe(words)
    await button(page, '下一步：添照片').click()
    await photoThat(page, '已传好').waitFor()
    await writeToReview(page, { words })
    await button(page, '交给医患办').click()
    await receiptOn(page)
    expect(ward.holding(words)).toEqual([expect.stringMatching(/"photos":\["[0-9a-f]{32}"\]/)])
  })

  it('while an answer is written, it waits for the network, and arrives once', async () => {
    const page = await atTheWard()
    const { selector } = await complain(page, { words: '等着问的：饭卡退不了钱。' })
    await officeAt(ward, await ward.caseOf(selector)).ask('饭卡是哪一天办的？')

    await followUp(page, ward.page(PROGRESS))
    await button(page, '回答，或补一张照片').click()
    const words = '入院那天办的，押金二十。'
    await field(page, '您的回答').fill(words)
    await page.route(FUNCTION, loseAnswer)
    await button(page, '交给医患办').click()
    await notice(page, '没连上网').waitFor()
    await isSound(page)
    await page.unrouteAll({ behavior: 'wait' })
    await button(page, '再交一次').click()
    await entry(page, words).waitFor()
    const [stored = ''] = ward.holding(words)
    expect(stored.split(words)).toHaveLength(2)

    // What is begun and not sent lies on the phone.
    await button(page, '补充情况，或补照片').click()
    await field(page, '补充的话').fill('收据也找到了。')
    await page.reload()
    await button(page, /^编号/).click()
    await button(page, '补充情况，或补照片').click()
    expect(await field(page, '补充的话').inputValue()).toBe('收据也找到了。')
  })

  it('while somebody reads, each page says so and tries again', async () => {
    const page = await atTheWard()
    await complain(page, { words: '断网时看进度的：电梯等太久。' })
    await page.goto('about:blank')
    await page.route('**/api/fn/**', (route) => route.abort())
    for (const [address, there] of [
      [ward.page(SCANNED), () => heading(page, '呼吸科')],
      [ward.as('officer'), () => heading(page, /^待办 \d+ 件$/)],
    ] as const) {
      await page.goto(address)
      await notice(page, '没连上网').first().waitFor()
      await isSound(page)
      await page.unrouteAll({ behavior: 'wait' })
      await button(page, '再试一次').click()
      await there().waitFor()
      await page.route('**/api/fn/**', (route) => route.abort())
    }
    await page.goto(ward.page(PROGRESS))
    await button(page, /^编号/).click()
    await notice(page, '没连上网').waitFor()
    await isSound(page)
    await page.unrouteAll({ behavior: 'wait' })
    await button(page, '再试一次').click()
    await entry(page, '断网时看进度的：电梯等太久。').waitFor()
  })
})

describe('a draft', () => {
  it('outlives the page, moves to the ward one stands in, and is thrown away only when asked twice', async () => {
    const page = await context.newPage()
    await page.goto(ward.page('/pages/complaint/index?kind=complaint'))
    await writeToWords(page, '写到一半就走了。')
    await page.goto('about:blank')
    await page.goto(ward.page('/pages/complaint/index?scene=t%3DW-1&kind=praise'))
    await said(page, '上次没写完的投诉还在，接着写就行。').waitFor()
    await isSound(page)
    await button(page, /^改成这里：呼吸科/).click()
    await button(page, '下一步：在哪个环节').click()
    await said(page, '说的是：呼吸科').waitFor()
    await button(page, '下一步：写下来').click()
    expect(await field(page, '发生了什么').inputValue()).toBe('写到一半就走了。')
    await page.reload()
    await button(page, '不要了，重新写').click()
    await isSound(page)
    await button(page, '留着').click()
    await button(page, '不要了，重新写').click()
    await button(page, '删掉，重新写').click()
    await said(page, '没写完').waitFor({ state: 'detached' })
  })
})

const writeToWords = async (page: Page, words: string) => {
  await radio(page, /^态度/).click()
  await button(page, '下一步：在哪个环节').click()
  await radio(page, /^住院/).click()
  await button(page, '下一步：写下来').click()
  await field(page, '发生了什么').fill(words)
}

describe('a receipt from another phone', () => {
  it('is typed in, checked before anybody is asked, and opens the case', async () => {
    const words = '换一部手机也要能查到这一件。'
    const { selector, secret } = await complain(await atTheWard(), { words })
    const other = await browser.phone({ reducedMotion: 'reduce' })
    const page = await other.newPage()
    await page.goto(ward.page(PROGRESS))
    const digits = field(page, '编号和查询码')
    const last = (Number(secret.at(-1)) + 1) % 10
    await digits.fill(`${selector}${secret.slice(0, -1)}${last}`)
    await page.getByText(/最后两位核对不上/).waitFor()
    await isSound(page)
    await digits.fill(selector + secret)
    await button(page, '看进度').click()
    await entry(page, words).waitFor()
    await other.close()
  })

  it('is for staff to handle, and no visitor sees the desk', async () => {
    const page = await context.newPage()
    await page.goto(ward.as('liu'))
    await notice(page, '您的岗位看不到这里').waitFor()
  })
})
