import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { axe } from './axe'
import { launchBrowser, type RunningBrowser } from './browser'
import { misfits } from './layout'
import { SCREENS, type Screen } from './screens.list'

const PLAIN = { target: 44, text: 13 }
const ELDER = { target: 80, text: 24 }
/** The narrowest and the widest phones in use, px. */
const PHONE_WIDTHS = [320, 430]
const DESKTOP_WIDTHS = [1280]

// A colour that is still on its way to another has neither one's contrast.
const STILL = { reducedMotion: 'reduce' } as const

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

const answered = async (page: Page) => {
  await page.getByRole('main').filter({ visible: true }).waitFor()
  for (const busy of await page.locator('[aria-busy=true]').all()) await busy.waitFor({ state: 'hidden' })
}

const open = async (context: BrowserContext, { persona = 'nobody', route, steps }: Screen): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(hospital.signIn(persona, route))
  await answered(page)
  await steps?.(page)
  await answered(page)
  return page
}

/** The next screen of the same visitor finds nothing that this one left on the phone. */
const leave = async (page: Page) => {
  await page.unrouteAll()
  await page.evaluate(() => localStorage.clear())
  await page.close()
}

/** Everything that is wrong in this version of the page: in the light, in the dark and at every width. */
const faults = async (page: Page, widths: number[], least: typeof PLAIN): Promise<unknown[]> => {
  const found: unknown[] = await axe(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  // Only the colours differ in the dark.
  found.push(...(await axe(page, { runOnly: ['color-contrast'] })))
  await page.emulateMedia({ colorScheme: 'light' })
  const usual = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: usual?.height ?? 800 })
    expect(await page.evaluate(() => document.documentElement.clientWidth)).toBe(width)
    found.push(...(await misfits(page, least)).map((fault) => `${width}: ${fault}`))
  }
  if (usual) await page.setViewportSize(usual)
  return found
}

const turnElder = (page: Page) =>
  page.getByRole('button', { name: '长辈版', exact: true }).filter({ visible: true }).first().click()

describe.each([
  ['a phone', PHONE_WIDTHS, () => browser.phone(STILL), SCREENS],
  ['a desktop', DESKTOP_WIDTHS, () => browser.desktop(STILL), SCREENS.filter(({ onPhones }) => !onPhones)],
] as const)('on %s', (_device, widths, visitor, screens) => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await visitor()
  })
  afterAll(() => context.close())

  it.each(screens)('$name can be read, reached and understood, also by elders and in the dark', async (screen) => {
    const page = await open(context, screen)
    try {
      expect(await faults(page, [...widths], PLAIN)).toEqual([])
      // The switch lies under an open sheet.
      if (screen.covered) return
      await turnElder(page)
      expect(await faults(page, [...widths], ELDER), 'the elder version').toEqual([])
    } finally {
      await leave(page)
    }
  })
})

describe('while the answer is under way', () => {
  it('every page that asks for one shows where the words will be', async () => {
    const context = await browser.phone(STILL)
    const asking: string[] = []
    for (const screen of SCREENS.filter(({ steps }) => !steps)) {
      let answer = () => {}
      const held = new Promise<void>((resolve) => {
        answer = resolve
      })
      const page = await context.newPage()
      const asked = page.waitForRequest('**/api/fn/**', { timeout: 1500 }).then(
        () => true,
        () => false,
      )
      await page.route('**/api/fn/**', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(hospital.signIn(screen.persona ?? 'nobody', screen.route))
      if (await asked) {
        asking.push(screen.name)
        const skeleton = page.getByRole('status').filter({ hasText: '正在', visible: true })
        await skeleton.first().waitFor()
        expect(await axe(page), screen.name).toEqual([])
        answer()
        await skeleton.first().waitFor({ state: 'hidden' })
      }
      await leave(page)
    }
    await context.close()
    expect(asking).toEqual(
      expect.arrayContaining(['landing', 'complaint-category', 'channels', 'inbox', 'touchpoints']),
    )
  })
})
