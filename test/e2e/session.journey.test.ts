import type { Page } from 'playwright-core'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { founded, type OpenedCloud, OPENIDS, SETUP_CODE } from '../functions/opened.cloud'
import { type Hospital, openHospital } from '../builders/hospital'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'

const DEVICES = '/packages/staff/devices/index'
const SIGN_IN = `/packages/staff/sign-in/index?to=${encodeURIComponent(DEVICES)}`
const CONFIRM = '/packages/staff/confirm/index'
const MINUTE = 60_000

const personas = Object.entries(OPENIDS).map(([id, openid]) => ({ id, name: id, says: id, openid, landing: '/' }))

let browser: RunningBrowser
let hospital: Hospital
let passed = 0
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({
    seed: false,
    personas,
    clock: () => Date.now() + passed,
    functionEnvironment: { hospital: { SETUP_CODE } },
  })
  const call = (name: string, action: string, input: unknown, openid?: string) =>
    hospital.invoke(name, { action, input }, { openid }) as ReturnType<OpenedCloud['call']>
  await founded({ call })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).filter({ visible: true })
const accessible = async (page: Page) => expect(await axe(page)).toEqual([])

/** The code on the computer's screen, as its owner reads it. */
const codeOn = async (page: Page): Promise<string> => {
  const name = await page.getByRole('group', { name: /^登录码/ }).getAttribute('aria-label')
  return (name ?? '').replace('登录码', '').trim()
}

/** A computer that nobody was signed in to, at the page that asks. */
const atComputer = async () => {
  const page = await (await browser.desktop()).newPage()
  await page.goto(hospital.page(DEVICES))
  await button(page, '在电脑上登录').click()
  await page.getByRole('group', { name: /^登录码/ }).waitFor()
  return page
}

const confirmOnPhone = async (persona: string, code: string) => {
  const page = await (await browser.phone()).newPage()
  await page.goto(hospital.signIn(persona, CONFIRM))
  await page.getByRole('textbox', { name: '登录码' }).fill(code.toLowerCase())
  await button(page, '看看是哪台电脑').click()
  return page
}

describe('a computer of the hospital', () => {
  it('is signed in from the phone, leads on to the page that was wanted, and is signed out from the phone', async () => {
    const computer = await atComputer()
    await heading(computer, '用手机确认').waitFor()
    const picture = PNG.sync.read(await computer.getByRole('img', { name: /^登录码的二维码/ }).screenshot())
    const scanned = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
    const code = await codeOn(computer)
    expect(scanned?.data).toBe(code.replaceAll(' ', ''))
    await accessible(computer)

    const phone = await confirmOnPhone('officer', code)
    await heading(phone, '是您面前这台电脑吗？').waitFor()
    await phone.getByText('电脑上的 Chrome').waitFor()
    await phone.getByText('只确认您面前这台电脑。').waitFor()
    await accessible(phone)
    await button(phone, '是这台，确认登录').click()
    await heading(phone, '电脑登录好了').waitFor()
    await accessible(phone)

    await button(computer, /就是这台/).waitFor()
    expect(computer.url()).toContain(DEVICES)
    await accessible(computer)
    const stores = await computer.evaluate(() => [
      JSON.stringify(localStorage),
      document.cookie,
      location.href,
      sessionStorage.getItem('staff-session') ?? '',
    ])
    const token = stores.pop() ?? ''
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(stores.join()).not.toContain(token)
    // Loaded again the tab is still signed in; another tab never was.
    await computer.reload()
    await button(computer, /就是这台/).waitFor()
    const other = await computer.context().newPage()
    await other.goto(hospital.page(DEVICES))
    await button(other, '在电脑上登录').waitFor()

    await button(phone, '看登录着的电脑').click()
    await button(phone, /电脑上的 Chrome/).click()
    await button(phone, '退出').last().click()
    await heading(phone, '现在没有电脑登录着').waitFor()
    await computer.reload()
    await computer.getByText('这台电脑的登录已经结束').waitFor()
    await button(computer, '在电脑上登录').waitFor()
    await accessible(computer)
  })

  it('sends its session with nothing that everybody may ask', async () => {
    const computer = await atComputer()
    const phone = await confirmOnPhone('officer', await codeOn(computer))
    await button(phone, '是这台，确认登录').click()
    await button(computer, /就是这台/).waitFor()
    const sent: [string, boolean][] = []
    computer.on('request', (request) => {
      if (!request.url().includes('/api/fn/')) return
      const { action } = request.postDataJSON() as { action: string }
      sent.push([action, 'authorization' in request.headers()])
    })
    await computer.goto(hospital.page('/pages/landing/index'))
    await heading(computer, '青衿市人民医院').last().waitFor()
    await computer.goto(hospital.page(DEVICES))
    await button(computer, /就是这台/).waitFor()
    expect(Object.fromEntries(sent)).toEqual({ landing: false, sessions: true })
  })

  it('signs itself out and is a visitor’s again', async () => {
    const computer = await atComputer()
    const phone = await confirmOnPhone('colleague', await codeOn(computer))
    await button(phone, '是这台，确认登录').click()
    await button(computer, /就是这台/).click()
    await button(computer, '退出').last().click()
    await heading(computer, '青衿市人民医院').last().waitFor()
    expect(await computer.evaluate(() => sessionStorage.getItem('staff-session'))).toBeNull()
  })

  it('shows a new code when nobody confirmed in time', async () => {
    const computer = await atComputer()
    const code = await codeOn(computer)
    passed += 5 * MINUTE
    await button(computer, '换一个登录码').click()
    await computer.getByRole('group', { name: /^登录码/ }).waitFor()
    expect(await codeOn(computer)).not.toBe(code)
    const phone = await confirmOnPhone('officer', code)
    await phone.getByText('没有这个登录码').waitFor()
    await accessible(phone)
  })

  it('keeps waiting while the network is gone', async () => {
    const computer = await atComputer()
    const code = await codeOn(computer)
    await computer.route('**/api/fn/**', (route) => route.abort())
    await computer.getByText('没连上网').waitFor()
    const phone = await confirmOnPhone('officer', code)
    await button(phone, '是这台，确认登录').click()
    await heading(phone, '电脑登录好了').waitFor()
    await computer.unroute('**/api/fn/**')
    await button(computer, /就是这台/).waitFor()
  })

  it('is not signed in by somebody who does not work here', async () => {
    const computer = await atComputer()
    const page = await (await browser.phone()).newPage()
    await page.goto(hospital.page(CONFIRM))
    await page.getByRole('textbox', { name: '登录码' }).fill(await codeOn(computer))
    await button(page, '看看是哪台电脑').click()
    await page.getByText('这一步只能在手机上做').waitFor()
  })

  it('says which code is none before it asks anybody', async () => {
    const page = await (await browser.phone()).newPage()
    await page.goto(hospital.signIn('officer', CONFIRM))
    await page.getByRole('textbox', { name: '登录码' }).fill('1234')
    await button(page, '看看是哪台电脑').click()
    await page.getByText('登录码是 8 位字母和数字').waitFor()
    await accessible(page)
  })
})

describe('the way back from signing in', () => {
  it.each(['https://evil.example', '//evil.example', '/nowhere', SIGN_IN])('never leads to %s', async (to) => {
    const page = await (await browser.desktop()).newPage()
    await page.goto(hospital.page(`/packages/staff/sign-in/index?to=${encodeURIComponent(to)}`))
    await page.getByRole('group', { name: /^登录码/ }).waitFor()
    const phone = await confirmOnPhone('officer', await codeOn(page))
    await button(phone, '是这台，确认登录').click()
    await page.waitForURL(/packages\/staff\/inbox/)
    expect(new URL(page.url()).origin).toBe(hospital.url)
  })
})
