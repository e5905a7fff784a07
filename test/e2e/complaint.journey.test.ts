import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { axe } from './axe'
import { launchBrowser, type RunningBrowser } from './browser'
import { type Hospital, openHospital } from '../builders/hospital'

const LANDING = '/pages/landing/index?scene=t%3DJQ-12E-01'
const INBOX = '/packages/staff/inbox/index'

let browser: RunningBrowser
let hospital: Hospital
beforeAll(async () => {
  browser = await launchBrowser(inject('chromium'))
  hospital = await openHospital({ seed: true })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).filter({ visible: true })

const accessible = async (page: Page) => expect(await axe(page)).toEqual([])

/** Fills the form up to the review step. */
const write = async (page: Page, words: string) => {
  await page.getByRole('link', { name: /^投诉建议/ }).click()
  await heading(page, '事情发生在哪个环节？').waitFor()
  await page.getByRole('radio', { name: /^住院/ }).click()
  await button(page, '下一步：写经过').click()
  await heading(page, '发生了什么？').waitFor()
  await page.getByRole('textbox', { name: '发生了什么' }).fill(words)
  await button(page, '下一步：怎么联系您').click()
  await page.getByRole('radio', { name: /^不留名/ }).click()
  await button(page, '下一步：看一遍再提交').click()
  await heading(page, '看一遍，再交给我们').waitFor()
}

const widths = [
  ['a phone', () => browser.phone()],
  ['a desktop', () => browser.desktop()],
] as const

describe.each(widths)('on %s', (device, open) => {
  let context: BrowserContext
  const words = `夜里空调太响，${device} 上写的，老人连着三晚没睡好。`
  beforeAll(async () => {
    context = await open()
  })
  afterAll(() => context.close())

  it('a visitor who signed in nowhere complains, gets a receipt and sees the progress', async () => {
    const page = await context.newPage()
    await page.goto(hospital.page(LANDING))
    await heading(page, '呼吸与危重症医学科').waitFor()
    await accessible(page)
    await write(page, words)
    await button(page, '交给医患办').click()
    await heading(page, '收到了，谢谢您说出来').waitFor()
    await accessible(page)
    expect(await page.getByRole('group', { name: /^查询码/ }).getAttribute('aria-label')).toMatch(
      /^查询码 (\d{4} ){6}\d\d$/,
    )
    await button(page, '看进度').click()
    await heading(page, /个?工作日/).waitFor()
    await page.getByText(words).waitFor()
    await accessible(page)
    await page.close()
  })

  it('the office finds it by deadline and accepts it, and the patient sees that', async () => {
    const office = await (await open()).newPage()
    await office.goto(hospital.signIn('officer', INBOX))
    await heading(office, /^待办 \d+ 件$/).waitFor()
    await accessible(office)
    await office.getByRole('button', { name: new RegExp(words.slice(0, 12)) }).click()
    await button(office, '受理').click()
    await office.getByText('已受理，投诉人凭查询码能看到').waitFor()
    await office.getByRole('listitem').filter({ hasText: '医患办受理' }).waitFor()
    await accessible(office)
    await office.context().close()

    const page = await context.newPage()
    await page.goto(hospital.page('/pages/progress/index'))
    await page.getByRole('button', { name: /^编号/ }).first().click()
    await page.getByRole('listitem').filter({ hasText: '医患办受理' }).waitFor()
    await page.close()
  })
})

describe('when the network goes', () => {
  it('in the middle of sending, nothing typed is lost, and one complaint arrives', async () => {
    const context = await browser.phone()
    const page = await context.newPage()
    const words = '断网的时候写的：叫号屏坏了没人管。'
    await page.goto(hospital.page(LANDING))
    await write(page, words)
    // The complaint reaches the hospital, its answer does not come back.
    await page.route('**/api/fn/complaint', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await button(page, '交给医患办').click()
    await page.getByText(/没连上网/).waitFor()
    await accessible(page)
    await page.unroute('**/api/fn/complaint')
    await page.reload()
    // It may have arrived: the page goes on where it was, and the same complaint is handed in again.
    await heading(page, '看一遍，再交给我们').waitFor()
    await page.getByText('同一份不会重复').waitFor()
    await page.getByText(words).waitFor()
    await button(page, '再交一次').click()
    await heading(page, '收到了，谢谢您说出来').waitFor()
    const stored = hospital
      .exportAll()
      .split('\n')
      .filter((line) => line.includes(words))
    expect(stored).toHaveLength(1)
    // The draft is gone once it is acknowledged.
    await page.goto(hospital.page(LANDING))
    await page.getByRole('link', { name: /^投诉建议/ }).click()
    await heading(page, '事情发生在哪个环节？').waitFor()
    expect(await page.getByText('上次没写完的还在').count()).toBe(0)
    await context.close()
  })

  it('and somebody wants to change what was sent, it is first found out whether it arrived', async () => {
    const context = await browser.phone()
    const page = await context.newPage()
    const words = '交出去又想改的：清单上多了一次雾化。'
    await page.goto(hospital.page(LANDING))
    await write(page, words)
    await page.route('**/api/fn/complaint', (route) => route.abort())
    await button(page, '交给医患办').click()
    await page.getByText(/没连上网/).waitFor()
    await button(page, '改经过').click()
    await page.getByText(/没连上网/).waitFor()
    await page.unroute('**/api/fn/complaint')
    // It did not arrive: it can be changed.
    await button(page, '改经过').click()
    await heading(page, '发生了什么？').waitFor()
    await page.getByRole('textbox', { name: '发生了什么' }).fill(`${words}收费窗口说找病房。`)
    await button(page, '下一步：怎么联系您').click()
    await button(page, '下一步：看一遍再提交').click()
    await page.route('**/api/fn/complaint', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await button(page, '交给医患办').click()
    await page.getByText(/没连上网/).waitFor()
    await page.unroute('**/api/fn/complaint')
    // It did arrive: here is its receipt instead of a second complaint.
    await button(page, '改姓名').click()
    await heading(page, '收到了，谢谢您说出来').waitFor()
    const stored = hospital
      .exportAll()
      .split('\n')
      .filter((line) => line.includes(words))
    expect(stored).toHaveLength(1)
    await context.close()
  })

  it('while reading, the page says so and tries again', async () => {
    const context = await browser.phone()
    const page = await context.newPage()
    await page.route('**/api/fn/**', (route) => route.abort())
    await page.goto(hospital.page(LANDING))
    await page.getByText(/没连上网/).waitFor()
    await accessible(page)
    await page.unroute('**/api/fn/**')
    await button(page, '再试一次').click()
    await heading(page, '呼吸与危重症医学科').waitFor()
    await context.close()
  })
})

describe('a draft', () => {
  it('outlives the page, moves to the ward one stands in, and is thrown away only when asked twice', async () => {
    const context = await browser.phone()
    const page = await context.newPage()
    await page.goto(hospital.page(LANDING))
    await page.getByRole('link', { name: /^投诉建议/ }).click()
    await page.getByRole('radio', { name: /^住院/ }).click()
    await button(page, '下一步：写经过').click()
    await page.getByRole('textbox', { name: '发生了什么' }).fill('写到一半就走了。')
    await page.goto('about:blank')
    await page.goto(hospital.page('/pages/complaint/index?scene=t%3DJQ-ER-01'))
    await page.getByText('上次没写完的还在，接着写就行。').waitFor()
    await page.getByText('说的是：呼吸与危重症医学科，住院部 12 层东病区').waitFor()
    await accessible(page)
    await button(page, '改成这里：急诊科，急诊楼 1 层').click()
    await page.getByText('说的是：急诊科，急诊楼 1 层').waitFor()
    await button(page, '不要了，重新写').click()
    await accessible(page)
    await button(page, '留着').click()
    await button(page, '下一步：写经过').click()
    expect(await page.getByRole('textbox', { name: '发生了什么' }).inputValue()).toBe('写到一半就走了。')
    await button(page, '上一步').click()
    await button(page, '不要了，重新写').click()
    await button(page, '删掉，重新写').click()
    await page.getByText('上次没写完的还在，接着写就行。').waitFor({ state: 'detached' })
    await context.close()
  })
})

describe('a receipt from another phone', () => {
  it('is typed in, checked group by group, and opens the case', async () => {
    const context = await browser.phone()
    const first = await context.newPage()
    await first.goto(hospital.page(LANDING))
    await write(first, '换一部手机也要能查到这一件。')
    await button(first, '交给医患办').click()
    await heading(first, '收到了，谢谢您说出来').waitFor()
    const digitsOf = async (name: RegExp) =>
      ((await first.getByRole('group', { name }).getAttribute('aria-label')) ?? '').replace(/\D/g, '')
    const digits = (await digitsOf(/^编号/)) + (await digitsOf(/^查询码/))
    await context.close()

    const other = await (await browser.phone()).newPage()
    await other.goto(hospital.page('/pages/progress/index'))
    const field = other.getByRole('textbox', { name: '编号和查询码' })
    const swapped = digits.slice(0, 32) + digits.slice(32).split('').reverse().join('')
    await field.fill(swapped === digits ? `${digits.slice(0, 33)}${(Number(digits[33]) + 1) % 10}` : swapped)
    await other.getByText(/最后两位核对不上/).waitFor()
    await accessible(other)
    await field.fill(digits)
    await button(other, '看进度').click()
    await other.getByText('换一部手机也要能查到这一件。').waitFor()
    await other.context().close()
  })
})

describe('the other pages', () => {
  it('show an administrator a code that can be looked at', async () => {
    const page = await (await browser.desktop()).newPage()
    await page.goto(hospital.signIn('administrator', '/packages/admin/touchpoints/index'))
    await page.getByRole('button', { name: /^护士站台面.*12 层/ }).click()
    await page.getByRole('button', { name: '放大看，长按可以存' }).waitFor()
    await accessible(page)
    await page.context().close()
  })

  it('tell a visitor who may not see them what to do', async () => {
    const page = await (await browser.desktop()).newPage()
    await page.goto(hospital.page(INBOX))
    await page.getByText('这一步要知道您是谁').waitFor()
    await page.goto(hospital.signIn('patient', INBOX))
    await page.getByText('您的岗位看不到这里').waitFor()
    await page.context().close()
  })
})

describe('the desk by keyboard alone', () => {
  it('opens the most urgent case, walks on, and accepts it', async () => {
    const page = await (await browser.desktop()).newPage()
    await page.goto(hospital.signIn('officer', INBOX))
    await heading(page, /^待办 \d+ 件$/).waitFor()
    await page.keyboard.press('j')
    await heading(page, /候诊两小时没人解释/).waitFor()
    await page.keyboard.press('j')
    await heading(page, /病房空调夜里噪声大/).waitFor()
    await page.keyboard.press('k')
    await heading(page, /候诊两小时没人解释/).waitFor()
    await page.keyboard.press('a')
    await page.getByText('已受理，投诉人凭查询码能看到').waitFor()
    await page.context().close()
  })
})
