import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'

const TOUCHPOINTS = '/packages/admin/touchpoints/index'
const POSTERS = '/packages/admin/posters/index'

let browser: RunningBrowser
let hospital: Hospital
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({ seed: true })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).filter({ visible: true })
const poster = (page: Page, id: string) => page.getByRole('region', { name: `${id} 的海报` })

const codeOf = (page: Page, id: string) => poster(page, id).getByRole('img', { name: `${id} 的小程序码` })

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

const scanned = (png: Buffer) => {
  const { data, width, height } = PNG.sync.read(png)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

const pictures = (page: Page) =>
  page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('img')].filter((image) => image.src !== '')
    return shown.length > 0 && shown.every((image) => image.complete && image.naturalWidth > 0)
  })

const widths = [
  ['a phone', () => browser.phone()],
  ['a desktop', () => browser.desktop()],
] as const

describe.each(widths)('an administrator on %s', (device, open) => {
  it('adds a ward, its codes, replaces one, retires it and takes that back', async () => {
    const page = await (await open()).newPage()
    const ward = device === 'a phone' ? 'JQ-2W' : 'JQ-3W'
    await page.goto(hospital.signIn('administrator', TOUCHPOINTS))
    await button(page, '加一个病区').click()
    await page.getByRole('textbox', { name: '病区编号' }).fill(ward)
    await page.getByRole('textbox', { name: '病区或场所的名字' }).fill(`住院部 ${ward} 病区`)
    await page.getByRole('textbox', { name: '归哪个科室' }).fill('消化')
    await button(page, /^消化内科/).click()
    expect(await axe(page)).toEqual([])
    await button(page, '保存').click()
    await heading(page, `住院部 ${ward} 病区`).waitFor()
    await page.getByText('用的是全院的承诺。').filter({ visible: true }).waitFor()

    await button(page, '加几张码').click()
    await page.getByRole('textbox', { name: '贴在哪里，一行一处' }).fill('护士站台面\n电梯厅')
    await page.getByText(`${ward}-02`).filter({ visible: true }).first().waitFor()
    await button(page, '加 2 张码').click()
    await button(page, new RegExp(`^电梯厅.*${ward}-02`)).click()
    await button(page, '换一张新码').click()
    await button(page, '换').click()
    await page
      .getByText(/旧码|换成/)
      .filter({ visible: true })
      .first()
      .waitFor()
    const picture = await page.getByRole('img', { name: /的小程序码$/ }).elementHandle()
    await button(page, '停用').click()
    expect(await axe(page)).toEqual([])
    await page.getByRole('alertdialog').getByRole('button', { name: '停用', exact: true }).click()
    await button(page, '恢复').click()
    await button(page, '换一张新码').waitFor()
    // What comes and goes above the buttons would move them from under a finger.
    expect(await picture?.evaluate((element) => element.isConnected)).toBe(true)
    await page.context().close()
  })
})

describe('posters', () => {
  const ids = ['JQ-12E-01', 'JQ-12E-02', 'JQ-12E-03', 'JQ-12E-04']

  it('of the codes picked in a ward are printed one on a page, and scan to that touchpoint’s page', async () => {
    const page = await (await browser.desktop()).newPage()
    await page.goto(hospital.signIn('administrator', TOUCHPOINTS))
    await button(page, /^住院部 12 层东病区/).click()
    await page.getByText(/^示教室门口的码 .*起没人扫/).waitFor()
    await button(page, '全选').click()
    await button(page, `打印 ${ids.length} 张`).click()
    await heading(page, `${ids.length} 张 A4 海报`).waitFor()
    await pictures(page)
    for (const id of ids) {
      const shown = poster(page, id)
      for (const words of ['有话，扫码说', '青衿市人民医院', '夜里按铃', '0000-555-0120', '拨打 120', '谁也不许', id]) {
        await shown.getByText(words).first().waitFor()
      }
      expect(scanned(await codeOf(page, id).screenshot())).toBe(
        `${hospital.url}/#/pages/landing/index?scene=${encodeURIComponent(`t=${id}`)}`,
      )
    }
    expect(await axe(page)).toEqual([])
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(ids.length)
    await page.getByRole('checkbox', { name: '黑白打印' }).click()
    expect(scanned(await codeOf(page, 'JQ-12E-02').screenshot())).toContain('JQ-12E-02')
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(ids.length)

    // Whoever scans the paper stands on the ward's page, and is counted once.
    const visitor = await (await browser.phone()).newPage()
    await visitor.goto(scanned(await codeOf(page, 'JQ-12E-02').screenshot()) ?? '')
    await heading(visitor, '呼吸与危重症医学科').waitFor()
    await visitor.getByText('夜里按铃').first().waitFor()
    await visitor.context().close()
    await page.context().close()
  })

  it('are none for codes that do not exist', async () => {
    const page = await (await browser.desktop()).newPage()
    await page.goto(hospital.signIn('administrator', `${POSTERS}?ids=NOT-HERE,%3Cscript%3E`))
    await heading(page, '没有选要印的码').waitFor()
    await page.context().close()
  })

  it('on a phone are single pictures to keep', async () => {
    const page = await (await browser.phone()).newPage()
    await page.goto(hospital.signIn('administrator', `${POSTERS}?ids=JQ-12E-01`))
    await button(page, '放大看，长按可以存').waitFor()
    expect(await axe(page)).toEqual([])
    await page.context().close()
  })
})

describe('the landing page', () => {
  it('offers three choices, and one scan is counted however often the page is looked at', async () => {
    const page = await (await browser.phone()).newPage()
    const scans: unknown[] = []
    page.on('request', (request) => {
      const body = request.postDataJSON() as { action?: string; input?: unknown } | null
      if (request.url().includes('/api/fn/hospital') && body?.action === 'landing') scans.push(body.input)
    })
    await page.goto(hospital.page('/pages/landing/index?scene=t%3DJQ-10E-01'))
    for (const name of [/^投诉建议/, /^满意度评价/, /^表扬感谢/, /^建议或咨询/, '查进度', '清廉文化']) {
      await page.getByRole('link', { name }).filter({ visible: true }).first().waitFor()
    }
    await page.getByText('紧急情况请立即呼叫医护人员或拨打 120').waitFor()
    await page.getByRole('link', { name: /^投诉/ }).click()
    await page.getByRole('link', { name: /^建议或咨询/ }).waitFor({ state: 'hidden' })
    await page.goBack()
    await page.getByRole('link', { name: /^建议或咨询/ }).waitFor()
    expect(scans.filter((input) => (input as { scan?: boolean }).scan)).toHaveLength(1)
    await page.context().close()
  })

  it('of a code that was taken out of use says so and leads on', async () => {
    const admin = await (await browser.desktop()).newPage()
    await admin.goto(hospital.signIn('administrator', TOUCHPOINTS))
    await button(admin, /^地面停车场/).click()
    await button(admin, /^出口岗亭/).click()
    await button(admin, '停用').click()
    await admin.getByRole('alertdialog').getByRole('button', { name: '停用', exact: true }).click()
    await button(admin, '恢复').waitFor()
    await admin.context().close()
    const page = await (await browser.phone()).newPage()
    await page.goto(hospital.page('/pages/landing/index?scene=t%3DJQ-PK-01'))
    await page.getByText('这张码停用了').waitFor()
    await page.getByRole('link', { name: /^投诉/ }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.context().close()
  })
})
