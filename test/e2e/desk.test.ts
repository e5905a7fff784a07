import path from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { aFiling, anEventId, founded, OPENIDS, type OpenedCloud, openCloud } from '../functions/opened.cloud'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'

const INBOX = '/packages/staff/inbox/index'

let browser: RunningBrowser
let cloud: OpenedCloud
const opened: BrowserContext[] = []

beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  cloud = await openCloud({
    h5Dir: path.resolve('dist/h5'),
    functionProcess: path.resolve('dist/localcloud/function-process.cjs'),
    personas: Object.entries(OPENIDS).map(([id, openid]) => ({ id, name: id, says: id, openid, landing: INBOX })),
  })
  await founded(cloud)
})
afterEach(async () => {
  for (const context of opened.splice(0)) await context.close()
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

type Who = keyof typeof OPENIDS

/** A case that arrived `daysAgo`, and its number as the phone knows it. */
const filed = async (text: string, about: Record<string, unknown> = {}, daysAgo = 0) => {
  const filing = aFiling({ text, ...about })
  const reply = await cloud.invoke('complaint', { action: 'file', input: filing }, undefined, { daysAgo })
  expect(reply).toMatchObject({ ok: true })
  return filing
}

const detailOf = async (complaintId: string, who: Who = 'officer') => {
  const { value } = await cloud.call('complaint', 'read', { complaintId }, OPENIDS[who])
  return value as unknown as { status: string; rev: number; events: { kind: string; text?: string }[] }
}

/** Where a member of staff finds a case, or the list. */
const address = (who: Who, id?: string) =>
  `${cloud.url}/as/${who}?to=${encodeURIComponent(id ? `${INBOX}?id=${id}` : INBOX)}`

const desk = async (who: Who, { phone = false, id }: { phone?: boolean; id?: string } = {}): Promise<Page> => {
  const context = phone ? await browser.phone() : await browser.desktop()
  opened.push(context)
  const page = await context.newPage()
  await page.goto(address(who, id))
  return page
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).filter({ visible: true })
const entry = (page: Page, words: string | RegExp) =>
  page.getByRole('list', { name: '办理经过' }).getByRole('listitem').filter({ hasText: words })
const top = async (shown: Locator) => (await shown.boundingBox())?.y ?? Number.NaN
const field = (page: Page, name: string) => page.getByRole('textbox', { name })

const accessible = async (page: Page) => expect(await axe(page)).toEqual([])

describe('two officers on one case', () => {
  it('accept it: one wins, one hears that it changed and sees who was faster', async () => {
    const { complaintId } = await filed('走廊加床没人管呼叫铃。')
    const [shen, bai] = await Promise.all([
      desk('officer', { id: complaintId }),
      desk('colleague', { id: complaintId }),
    ])
    await Promise.all([button(shen, '受理').waitFor(), button(bai, '受理').waitFor()])
    await button(shen, '受理').click()
    await entry(shen, '受理').waitFor()
    await button(bai, '受理').click()
    await bai.getByRole('alert').filter({ hasText: '刚才有同事先改了这一件' }).waitFor()
    await entry(bai, /受理.*刚刚/s).waitFor()
    expect(await button(bai, '受理').count()).toBe(0)
    await accessible(bai)
    expect((await detailOf(complaintId)).events.filter(({ kind }) => kind === 'accepted')).toHaveLength(1)
  })

  it('write to it: what the slower one typed stays, and goes out the second time', async () => {
    const { complaintId } = await filed('押金条丢了，窗口不给退。')
    const [shen, bai] = await Promise.all([
      desk('officer', { id: complaintId }),
      desk('colleague', { id: complaintId }),
    ])
    for (const [page, words] of [
      [shen, '沈：已问收费处。'],
      [bai, '白：病案室也问过了。'],
    ] as const) {
      await button(page, '记一笔').click()
      await field(page, '记什么').fill(words)
    }
    await button(shen, '记下').click()
    await entry(shen, '沈：已问收费处。').waitFor()
    await button(bai, '记下').click()
    await bai.getByRole('alert').filter({ hasText: '刚才有同事先改了这一件' }).waitFor()
    await entry(bai, /刚刚.*沈：已问收费处。/s).waitFor()
    expect(await field(bai, '记什么').inputValue()).toBe('白：病案室也问过了。')
    await accessible(bai)
    await button(bai, '记下').click()
    await entry(bai, '白：病案室也问过了。').waitFor()
    const { events } = await detailOf(complaintId)
    expect(events.flatMap(({ kind, text }) => (kind === 'noted' ? [text] : []))).toEqual([
      '沈：已问收费处。',
      '白：病案室也问过了。',
    ])
  })
})

describe('by keyboard alone', () => {
  it('a case goes from the list to the reply', async () => {
    const words = '最急的一件：吃错了药没人解释。'
    const { complaintId } = await filed(words, { category: 'B' }, 30)
    const page = await desk('officer')
    await heading(page, /^待办 \d+ 件$/).waitFor()
    const { keyboard } = page
    await keyboard.press('j')
    await heading(page, '最急的一件：吃错了药没人解释').waitFor()
    await keyboard.press('?')
    await page.getByRole('alertdialog', { name: '全部快捷键' }).waitFor()
    await accessible(page)
    await keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })

    await keyboard.press('a')
    await entry(page, '受理').waitFor()
    await keyboard.press('s')
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'radio')
    await accessible(page)
    const chosen = () => page.getByRole('radio', { name: /^顾/, checked: true }).count()
    for (let step = 0; step < 5 && (await chosen()) === 0; step += 1) await keyboard.press('ArrowDown')
    await keyboard.press('Control+Enter')
    await entry(page, '交给 顾 核查').waitFor()

    await keyboard.press('f')
    await page.getByRole('radio', { name: '属实', exact: true }).waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'radio')
    await keyboard.press('Space')
    await keyboard.press('Tab')
    await keyboard.type('查了医嘱和发药记录，j 和 k 两种药名相近。')
    await accessible(page)
    await keyboard.press('Control+Enter')
    await entry(page, '核查结论：属实').waitFor()

    await keyboard.press('r')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await keyboard.type('对不起，是我们没有讲清楚。')
    // Escape leaves the form, what is written waits.
    await keyboard.press('Escape')
    await button(page, '接着写答复').waitFor()
    await keyboard.press('r')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    expect(await field(page, '答复').inputValue()).toBe('对不起，是我们没有讲清楚。')
    await keyboard.press('Control+Enter')
    await page.getByRole('list', { name: '投诉人会读到的' }).getByRole('listitem').waitFor()
    await accessible(page)
    await keyboard.press('Control+Enter')
    await entry(page, '答复：属实').waitFor()
    expect(await detailOf(complaintId)).toMatchObject({ status: 'replied' })
    // The case has left the list; the next one is the one that took its place.
    await keyboard.press('j')
    await heading(page, '最急的一件：吃错了药没人解释').waitFor({ state: 'detached' })
  })
})

describe('what is being written', () => {
  it('outlives the page, the network and the session, and arrives once', async () => {
    const { complaintId } = await filed('食堂送餐总是凉的。', { category: 'G' })
    const page = await desk('officer', { id: complaintId })
    await button(page, '受理').click()
    await button(page, '问投诉人').click()
    await field(page, '要问的话').fill('是哪一天、哪个病区？')
    await page.reload()
    await button(page, '接着问投诉人').click()
    expect(await field(page, '要问的话').inputValue()).toBe('是哪一天、哪个病区？')

    // It reaches the hospital, and the answer does not come back.
    await page.route('**/api/fn/complaint', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await button(page, '问出去').click()
    await page.getByRole('alert').filter({ hasText: '没连上网' }).waitFor()
    await accessible(page)
    await page.unrouteAll({ behavior: 'wait' })
    await button(page, '问出去').click()
    await entry(page, '是哪一天、哪个病区？').waitFor()
    expect((await detailOf(complaintId)).events.filter(({ kind }) => kind === 'asked')).toHaveLength(1)

    await button(page, '记一笔').click()
    await field(page, '记什么').fill('配餐公司说下周换保温车。')
    await page.context().clearCookies()
    await button(page, '记下').click()
    await page.getByRole('alert').filter({ hasText: '先登录' }).waitFor()
    await button(page, '在电脑上登录').waitFor()
    await accessible(page)
    await page.goto(address('officer', complaintId))
    await button(page, '接着记一笔').click()
    expect(await field(page, '记什么').inputValue()).toBe('配餐公司说下周换保温车。')
  })

  it('is not lost when an earlier attempt had arrived with other words', async () => {
    const { complaintId } = await filed('检查单上的名字写错了。')
    const page = await desk('officer', { id: complaintId })
    await button(page, '记一笔').click()
    await field(page, '记什么').fill('先写的。')
    await page.route('**/api/fn/complaint', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await button(page, '记下').click()
    await page.getByRole('alert').filter({ hasText: '没连上网' }).waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await field(page, '记什么').fill('后来改的。')
    await button(page, '记下').click()
    await entry(page, '先写的。').waitFor()
    expect(await field(page, '记什么').inputValue()).toBe('后来改的。')
    await button(page, '记下').click()
    await entry(page, '后来改的。').waitFor()
    const { events } = await detailOf(complaintId)
    expect(events.flatMap(({ kind, text }) => (kind === 'noted' ? [text] : []))).toEqual(['先写的。', '后来改的。'])
  })
})

describe('what the platform doubted', () => {
  it('waits for a person, is released after reading, and then goes to a department', async () => {
    const filing = aFiling({ text: '护士骂了一句很难听的：违规测试。', contact: { name: null, phone: '13800000000' } })
    expect(await cloud.call('complaint', 'fileNamed', filing, 'openid-patient')).toMatchObject({ ok: true })
    const page = await desk('officer', { id: filing.complaintId })
    await button(page, '受理').click()
    await entry(page, '受理').waitFor()
    await button(page, '交人核查').click()
    await page.getByRole('radio', { name: /^白/ }).waitFor()
    expect(await page.getByRole('radio', { name: /^顾/ }).count()).toBe(0)
    await button(page, '先放着').click()
    await button(page, '看过，放行').click()
    await page.getByRole('region', { name: '看一遍文字，再放行' }).getByText('违规测试').waitFor()
    await accessible(page)
    await button(page, '我看过了，放行').click()
    await entry(page, /看过文字，放行.*仅内部/s).waitFor()
    await button(page, '交人核查').click()
    await page.getByRole('radio', { name: /^顾/ }).waitFor()
  })
})

describe('a complaint that belongs somewhere else', () => {
  it('is put there, and the history says from where', async () => {
    const canteen = { id: 'F04', name: '营养膳食科' }
    expect(await cloud.call('hospital', 'addDepartment', canteen, OPENIDS.administrator)).toMatchObject({ ok: true })
    const { complaintId } = await filed('扫了病房的码，说的是饭。')
    const page = await desk('officer', { id: complaintId })
    await button(page, '改分类').click()
    const setting = page.getByRole('radiogroup', { name: '在哪个环节' })
    await setting.getByRole('radio', { name: '其他' }).click()
    await field(page, '科室').fill('膳')
    await button(page, '改好了').click()
    await page.getByRole('alert').filter({ hasText: '请在列出来的里面点一个' }).waitFor()
    await accessible(page)
    await page.getByRole('list', { name: '是哪个科室' }).getByRole('button').click()
    await button(page, '改好了').click()
    await entry(page, '科室从“呼吸科”改到“营养膳食科”，环节从“住院”改到“其他”').waitFor()
    await page.getByRole('region', { name: '详情' }).getByText('营养膳食科 · 其他').waitFor()
    await button(page, '改分类').click()
    await page.getByRole('radio', { name: /^不归某个科室/ }).click()
    await button(page, '改好了').click()
    await entry(page, '科室从“营养膳食科”改到“不归某个科室”').waitFor()
    await accessible(page)
  })
})

describe('after the reply', () => {
  it('the complainant answers, agrees, and the case is filed away', async () => {
    const { complaintId, selector, secret } = await filed('谢谢导诊台，给老人推了轮椅。', {
      kind: 'praise',
      category: null,
    })
    const step = async (action: string, more: Record<string, unknown> = {}) =>
      expect(await cloud.call('complaint', action, { selector, secret, eventId: anEventId(), ...more })).toMatchObject({
        ok: true,
      })
    const page = await desk('officer', { id: complaintId })
    await button(page, '受理').click()
    await button(page, '问投诉人').click()
    await field(page, '要问的话').fill('是哪一位同事？')
    await button(page, '问出去').click()
    await entry(page, '是哪一位同事？').waitFor()
    await step('answer', { text: '戴红马甲的那位。', photos: [] })
    await button(page, '刷新').click()
    await button(page, /^谢谢导诊台.*有新补充$/).click()
    await entry(page, /投诉人答.*戴红马甲的那位。/s).waitFor()
    await button(page, '写答复').click()
    await field(page, '答复').fill('谢谢您，我们转告她了。')
    await button(page, '看看投诉人会读到什么').click()
    await button(page, '送出答复').click()
    await entry(page, '谢谢您，我们转告她了。').waitFor()
    await step('confirm')
    await button(page, /^已答复 \d+$/).click()
    await button(page, /^谢谢导诊台/).click()
    await button(page, '归档').click()
    await page.getByRole('region', { name: '归档' }).getByText('表示认可').waitFor()
    await accessible(page)
    await page.getByRole('region', { name: '归档' }).getByRole('button', { name: '归档' }).click()
    await entry(page, '归档，投诉人认可过').waitFor()
    await button(page, '已办结').click()
    await button(page, /^谢谢导诊台.*已办结$/).waitFor()
  })
})

describe('the list', () => {
  it('stays while the network is away, and is asked for again', async () => {
    await filed('候诊椅坏了两把。', { category: 'G' })
    const page = await desk('officer')
    await button(page, /^候诊椅坏了两把/).waitFor()
    await accessible(page)
    await page.route('**/api/fn/complaint', (route) => route.abort())
    await button(page, '刷新').click()
    await page.getByRole('alert').filter({ hasText: '没连上网' }).waitFor()
    await button(page, /^候诊椅坏了两把/).waitFor()
    await accessible(page)
    await page.unrouteAll({ behavior: 'wait' })
    await button(page, '再试一次').click()
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })

  it('is searched by number, and has a page for what is done', async () => {
    const { selector } = await filed('叫号声音太小。')
    const page = await desk('officer')
    await button(page, '找一件').click()
    await field(page, '找一件').fill(selector)
    await button(page, /^叫号声音太小/).waitFor()
    await expect.poll(() => button(page, /待受理$/).count()).toBe(1)
    await field(page, '找一件').fill('00000000')
    await heading(page, '这一页里没有').waitFor()
    await button(page, '找一件').click()
    await button(page, '已办结').click()
    await heading(page, '已办结').waitFor()
    await accessible(page)
  })

  it('shows a case handler theirs alone, without name and number', async () => {
    const named = { contact: { name: '陈先生', phone: '13800000000' } }
    const { complaintId } = await filed('轮椅借了没有押金单。', named)
    const officer = await desk('officer', { id: complaintId })
    await button(officer, '受理').click()
    await entry(officer, '受理').waitFor()
    await button(officer, '看电话（会留记录）').click()
    await officer.getByRole('link', { name: '拨打 13800000000' }).waitFor()
    await entry(officer, '看了联系电话').waitFor()
    await button(officer, '交人核查').click()
    await officer.getByRole('radio', { name: /^顾/ }).click()
    await button(officer, '交过去').click()
    await entry(officer, '交给 顾 核查').waitFor()

    const page = await desk('handler')
    await button(page, /^轮椅借了没有押金单/).click()
    await heading(page, '轮椅借了没有押金单').waitFor()
    expect(await page.getByRole('region', { name: '详情' }).textContent()).not.toContain('陈先生')
    expect(await button(page, /看电话/).count()).toBe(0)
    expect(await button(page, /叫号声音太小/).count()).toBe(0)
    await button(page, '写核查结论').waitFor()
    await accessible(page)
  })

  it('tells an administrator which role is wanted, and whom to ask', async () => {
    const page = await desk('administrator')
    await page.getByRole('alert').filter({ hasText: '管理员' }).filter({ hasText: '投诉管理专员' }).waitFor()
    await accessible(page)
  })
})

describe('on a phone', () => {
  it('the next act is at the thumb, the others behind 更多, and the list keeps its place', async () => {
    for (let count = 1; count <= 8; count += 1) await filed(`手机上看的第 ${count} 件。`)
    const page = await desk('officer', { phone: true })
    const last = button(page, /^手机上看的第 8 件/)
    // Clear of the bar at the bottom: a tap would otherwise scroll before it taps.
    await last.evaluate((row) => row.scrollIntoView({ block: 'center' }))
    const before = await top(last)
    await last.tap()
    await heading(page, '手机上看的第 8 件').waitFor()
    await accessible(page)
    await button(page, '受理').tap()
    await entry(page, '受理').waitFor()
    await button(page, '更多').tap()
    await accessible(page)
    await button(page, '记一笔').tap()
    await field(page, '记什么').fill('在走廊里记的。')
    await accessible(page)
    await button(page, '记下').tap()
    await entry(page, '在走廊里记的。').waitFor()
    await button(page, '返回').tap()
    await last.waitFor()
    await expect.poll(() => top(last)).toBeGreaterThan(before - 40)
    expect(await top(last)).toBeLessThan(before + 40)
  })
})
