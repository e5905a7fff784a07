import path from 'node:path'
import { type Instant, minuteInBeijing } from '#domain/instant'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aPicture } from '../builders/photo.builder'
import { FROM_WECHAT, FROM_WORD, HOSTILE } from '../features/paste.samples'
import { asCulture, cultureIn } from '../functions/culture.staff'
import { founded, openCloud, type OpenedCloud } from '../functions/opened.cloud'
import { type RunningBrowser, sharedBrowser } from './browser'
import { button, field, heading, radio, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const DESK = '/packages/publicity/articles/index'
const EDITOR = '/packages/publicity/editor/index'
const COLUMN = '/packages/culture/column/index?column=story'
// A colour that is still on its way to another has neither one's contrast.
const STILL = { reducedMotion: 'reduce' } as const
const MINUTE_MS = 60_000

type Who = keyof typeof asCulture

let ahead = 0
let browser: RunningBrowser
let cloud: OpenedCloud
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  cloud = await openCloud({
    clock: () => Date.now() + ahead,
    h5Dir: path.resolve('dist/h5'),
    functionProcess: path.resolve('dist/localcloud/function-process.cjs'),
    personas: Object.entries(asCulture).map(([id, openid]) => ({ id, name: id, says: id, openid, landing: DESK })),
  })
  await founded(cloud)
  await cultureIn(cloud)
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

const openAs = async (who: Who, route: string, context: Promise<BrowserContext>): Promise<Page> => {
  const page = await (await context).newPage()
  await page.goto(`${cloud.url}/as/${who}?to=${encodeURIComponent(route)}`)
  return page
}
const onDesk = (who: Who, route = DESK) => openAs(who, route, browser.desktop(STILL))
const onPhone = (who: Who, route = DESK) => openAs(who, route, browser.phone(STILL))

const check = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true })

const saved = (page: Page) => said(page, /^已存 \d/).waitFor()

/** What a program put on the clipboard, into the field that has the caret. */
const paste = (page: Page, html: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, html)

/** Elements that can run something or come from elsewhere. */
const strangers = (page: Page) =>
  page.locator('iframe,object,embed,svg,math,script,base,link,form,[href],[onerror],[onload],[onclick]').count()

const open = async (page: Page, queue: RegExp, title: string) => {
  await button(page, queue).click()
  await button(page, new RegExp(`^${title}`)).click()
  await page.getByRole('region', { name: '全文' }).filter({ visible: true }).waitFor()
}

const TITLE = '枕头下的信封'

/** A file from this machine, where a button asks for one. */
const choose = async (page: Page, name: string) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, name).click()])
  const buffer = aPicture({ width: 640, height: 480, grain: true })
  await chooser.setFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer })
}

/** What lies first in a queue of the publicity officer's. */
const draftIn = async (queue: string) => {
  const { rows } = (await cloud.call('culture', 'drafts', { queue, skip: 0 }, asCulture.publicist)).value as {
    rows: { id: string }[]
  }
  const draft = await cloud.call('culture', 'draft', { id: rows[0]?.id }, asCulture.publicist)
  return draft.value as { id: string; rev: number; content: Record<string, unknown> }
}

describe('an article', () => {
  let writer: Page
  let mine: Page

  it('is written at the desk, by the keyboard and from elsewhere, and sent for review', async () => {
    writer = await onDesk('editor')
    await heading(writer, '没有要您动手的').waitFor()
    await isSound(writer)
    await button(writer, '写一篇').click()
    await field(writer, '题目').fill(TITLE)
    await field(writer, '摘要').fill('一个信封怎样回到主人手里。')

    // From here to the end of the text by the keyboard alone.
    await field(writer, '第 1 段，正文').focus()
    await writer.keyboard.type('护士在 23 床的枕头底下摸到一个信封。')
    await writer.keyboard.press('Enter')
    await writer.keyboard.type('不是不领情。')
    await writer.keyboard.press('Shift+Home')
    await writer.keyboard.press('Control+b')
    await writer.keyboard.press('End')
    await writer.keyboard.press('Enter')
    await writer.keyboard.press('Backspace')
    await writer.keyboard.type('领了，下一床怎么想？')
    expect(await field(writer, '第 2 段，正文').inputValue()).toBe('不是不领情。领了，下一床怎么想？')
    await writer.keyboard.press('Alt+ArrowUp')
    expect(await field(writer, '第 1 段，正文').inputValue()).toBe('不是不领情。领了，下一床怎么想？')
    await writer.keyboard.press('Control+z')
    expect(await field(writer, '第 2 段，正文').inputValue()).toBe('不是不领情。领了，下一床怎么想？')
    await writer.keyboard.press('Control+y')
    await saved(writer)

    await said(writer, '“23 床”能认出人吗？').waitFor()
    await button(writer, /^第 2 段，正文/).click()
    await writer.keyboard.press('Control+a')
    await writer.keyboard.type('护士在枕头底下摸到一个信封。')
    await writer.keyboard.press('Enter')
    await paste(writer, FROM_WORD)
    await said(writer, /^1 张图片没有带进来/).waitFor()
    await field(writer, '第 4 段，正文').waitFor()
    expect(await field(writer, '第 6 段，列表').inputValue()).toBe('两个人当面封好\n交给护士长')

    // A picture, made small here and sent in parts.
    await choose(writer, '加图片')
    await field(writer, '替代文字').fill('一个没有封口的信封')
    await saved(writer)
    await isSound(writer)

    await button(writer, '设置').click()
    await button(writer, '选一张插画').click()
    await writer.getByRole('dialog', { name: '选一张插画' }).getByRole('button').nth(2).click()
    // Or the chosen part of a photo, by the keyboard.
    await choose(writer, '用照片')
    await field(writer, '封面的替代文字').fill('护士站台面上的一个信封')
    await button(writer, /^封面上显示的部分/).press('+')
    await writer.keyboard.press('ArrowLeft')
    await said(writer, /^放大 1\.1 倍/).waitFor()
    await button(writer, '医德清正').click()
    await field(writer, '科室').fill('呼吸科')
    await check(writer, /^来自这里发生过的真事/).click()
    await isSound(writer)
    await button(writer, '预览').click()
    await button(writer, '预览长辈版').click()
    await writer.getByRole('group', { name: '长辈版预览' }).getByText('两个人当面').waitFor()
    await isSound(writer)
    await button(writer, '送审').first().click()
    await said(writer, '来自真事，审的人要签“认不出是谁”').waitFor()
    await saved(writer)
    await button(writer, '送审').last().click()
    await said(writer, /^已经送审。/).waitFor()
    await button(writer, '‹ 全部稿件').click()
  })

  it('is reviewed by others, published, read and withdrawn', async () => {
    // Whoever wrote it is offered no review of it, and is told why.
    await writer.getByRole('region', { name: '全文' }).filter({ visible: true }).waitFor()
    expect(await button(writer, '通过').count()).toBe(0)
    expect(await button(writer, '取现成的稿件').count()).toBe(0)
    await isSound(writer)

    const head = await onDesk('head')
    await heading(head, '1 篇等您').waitFor()
    await open(head, /^等我 1/, TITLE)
    await said(head, '没有公开过，全文都是新的。').waitFor()
    await button(head, '退回，写明原因').click()
    await field(head, '为什么退回？').fill('第一段先说清楚是哪一天的夜班以外的事。')
    await isSound(head)
    await button(head, '退回去改').click()
    await said(head, /^您在科室这一道退回/).waitFor()

    await writer.reload()
    await open(writer, /^在写 1/, TITLE)
    await said(writer, /先说清楚/).waitFor()
    await button(writer, '接着写').click()
    await field(writer, '第 1 段，正文').fill('不是不领情。领了这份情，下一床怎么想？')
    await saved(writer)
    await button(writer, '记一稿').click()
    await button(writer, '以前的稿').click()
    const versions = writer.getByRole('dialog')
    await versions.getByRole('button', { name: /^第 1 稿/ }).click()
    await versions.getByText('不是不领情。领了，下一床怎么想？').waitFor()
    await isSound(writer)
    await button(writer, '换回这一稿').click()
    await versions.waitFor({ state: 'detached' })
    expect(await field(writer, '第 1 段，正文').inputValue()).toBe('不是不领情。领了，下一床怎么想？')
    await button(writer, '撤销').click()
    expect(await field(writer, '第 1 段，正文').inputValue()).toBe('不是不领情。领了这份情，下一床怎么想？')
    await saved(writer)
    await button(writer, '送审').last().click()
    await said(writer, /^已经送审。/).waitFor()

    const discipline = await onDesk('discipline')
    for (const reviewer of [head, discipline]) {
      await reviewer.reload()
      await open(reviewer, /^等我 1/, TITLE)
      await button(reviewer, /^通过，请先签/).waitFor()
      await check(reviewer, /^我看过了，认不出是谁/).click()
      await button(reviewer, '通过').click()
      await button(reviewer, '通过').waitFor({ state: 'detached' })
      if (reviewer === discipline) break
      // The second of three, past the page: what it refuses is proved without a browser.
      const { id, rev } = await draftIn('mine')
      const passing = { id, rev, step: 'publicity', deidentified: true }
      expect(await cloud.call('culture', 'approveDraft', passing, asCulture.publicist)).toMatchObject({ ok: true })
    }
    await isSound(discipline)

    const publicist = await onDesk('publicist')
    await open(publicist, /^审过了 1/, TITLE)
    await button(publicist, '定时间发布').click()
    await radio(publicist, /^定个时间/).click()
    await publicist.getByLabel('发布时间').fill('09:30')
    await button(publicist, '定好时间').click()
    await said(publicist, /9:30 自己发布/).waitFor()
    const reader = await onPhone('outsider', COLUMN)
    await heading(reader, '清廉故事').first().waitFor()
    expect(await reader.getByText(TITLE).count()).toBe(0)

    // Now, and gone again to the minute.
    await button(publicist, '改时间').click()
    await radio(publicist, /^现在就发/).click()
    await check(publicist, /^到时间自己下线/).click()
    const [day = '', time = ''] = minuteInBeijing((Date.now() + 3 * MINUTE_MS) as Instant).split(' ')
    await publicist.getByLabel('下线日期').fill(day)
    await publicist.getByLabel('下线时间').fill(time)
    await isSound(publicist)
    await button(publicist, '现在发布').click()
    await said(publicist, /^已经发布，.*自己下线$/).waitFor()
    await button(publicist, '置顶').click()
    await button(publicist, '不再置顶').waitFor()
    await reader.reload()
    await said(reader, TITLE).click()
    await said(reader, '交给护士长').waitFor()
    ahead = 4 * MINUTE_MS
    await reader.reload()
    await said(reader, '没有找到这一篇').waitFor()
    await publicist.clock.setFixedTime(Date.now() + ahead)
    await publicist.reload()
    await open(publicist, /^已发布 1/, TITLE)
    await said(publicist, '到时间下线了').waitFor()
    await button(publicist, '再发布').click()
    await button(publicist, '现在发布').click()
    await said(publicist, '已经发布，一直留着').waitFor()
    await reader.reload()
    await said(reader, '交给护士长').waitFor()

    await button(publicist, '撤下').click()
    await field(publicist, '为什么撤下？').fill('当事人想再看一遍')
    await button(publicist, '撤下来').click()
    await said(publicist, /您撤下：当事人想再看一遍/).waitFor()
    await isSound(publicist)
    await reader.reload()
    await said(reader, /当事人想再看一遍/).waitFor()
  })

  it('takes words alone from a page that would like to run something', async () => {
    const page = await onDesk('outsider', EDITOR)
    await field(page, '题目').fill('两个人写的')
    await page.evaluate(() =>
      Object.assign(globalThis, { attack: () => Object.assign(globalThis, { attacked: true }) }),
    )
    const before = await strangers(page)
    for (const html of [...HOSTILE, FROM_WECHAT]) {
      await page
        .getByRole('textbox', { name: /^第 \d+ 段/ })
        .last()
        .focus()
      await paste(page, html)
    }
    await page.waitForFunction(() =>
      Array.from(document.querySelectorAll('textarea')).some(({ value }) => value === '一碗热粥'),
    )
    expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
    expect(await strangers(page)).toBe(before)
    await saved(page)
    mine = page
  })

  it('is kept where there is no network, and shows both when a colleague was faster', async () => {
    await mine.route('**/api/fn/**', (route) => route.abort())
    await field(mine, '第 1 段，正文').fill('我的第一句。')
    await said(mine, '没连上网，先存在这台电脑').waitFor()
    await isSound(mine)
    const { id, rev, content } = await draftIn('writing')
    const blocks = [{ kind: 'paragraph', spans: [{ text: '同事的第一句。' }] }]
    const change = { id, rev, content: { ...content, blocks }, keep: false }
    expect(await cloud.call('culture', 'saveDraft', change, asCulture.publicist)).toMatchObject({ ok: true })
    await mine.unroute('**/api/fn/**')
    await said(mine, /^同事刚才先改了这一篇/).waitFor()
    await button(mine, '看看差在哪里').click()
    await mine.getByRole('dialog').getByText('同事的第一句。').waitFor()
    await isSound(mine)
    await button(mine, '关上').click()
    await button(mine, /^用同事的/).click()
    expect(await field(mine, '第 1 段，正文').inputValue()).toBe('同事的第一句。')
    await button(mine, '撤销').click()
    expect(await field(mine, '第 1 段，正文').inputValue()).toBe('我的第一句。')
  })

  it('is begun on a phone, in letters for old eyes too', async () => {
    const phone = await onPhone('editor', EDITOR)
    await field(phone, '题目').fill('走廊的灯')
    await field(phone, '第 1 段，正文').fill('夜里两点，走廊还亮着一盏灯。')
    await button(phone, '加引语').click()
    await field(phone, '第 2 段，引语').fill('先等这一个结果。')
    await saved(phone)
    await isSound(phone)
    await button(phone, '长辈版').click()
    await isSound(phone, ELDER_SIZE)
    await button(phone, '普通版').click()
    await button(phone, '预览').click()
    await phone.getByRole('group', { name: '普通版预览' }).getByText('先等这一个结果。').waitFor()
    await isSound(phone)
  })
})
