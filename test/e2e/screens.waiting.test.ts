import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'
import { leave, STILL } from './screen.faults'
import { SCREENS } from './screens.list'

let browser: RunningBrowser
let hospital: Hospital
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({ seed: true, years: true })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

/** More than a heading. */
const WORDS = 80

const ASKS_WITHIN_MS = 400

const asking: string[] = []
let page: Page
beforeAll(async () => {
  page = await (await browser.phone(STILL)).newPage()
})

describe('while the answer is under way', () => {
  it.each(SCREENS.filter(({ steps }) => !steps))('$name shows where the words will be', async (screen) => {
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    let asked = false
    const hear = (request: Request) => {
      asked ||= request.url().includes('/api/fn/')
    }
    page.on('request', hear)
    await page.route('**/api/fn/**', async (route) => {
      await held
      await route.continue()
    })
    try {
      await page.goto(hospital.signIn(screen.persona ?? 'nobody', screen.route))
      await page.getByRole('main').filter({ visible: true }).first().waitFor()
      // A page asks as it appears.
      await page.waitForTimeout(asked ? 0 : ASKS_WITHIN_MS)
      if (asked) {
        asking.push(screen.name)
        const skeleton = page.getByRole('status').filter({ hasText: '正在', visible: true })
        const waits = await skeleton
          .first()
          .waitFor({ timeout: 1000 })
          .then(
            () => true,
            () => false,
          )
        // A page that does not show where the words will be has words of its own, or something to fill in.
        const asksItself = (await page.getByRole('textbox').filter({ visible: true }).count()) > 0
        if (!waits && !asksItself) {
          expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(WORDS)
        }
        expect(await axe(page)).toEqual([])
        answer()
        await skeleton.first().waitFor({ state: 'hidden' })
      }
    } finally {
      page.off('request', hear)
      answer()
      await leave(page)
    }
  })

  it('was looked at on pages that are known to ask', () => {
    expect(asking).toEqual(
      expect.arrayContaining(['landing', 'complaint-category', 'channels', 'inbox', 'touchpoints']),
    )
  })
})
