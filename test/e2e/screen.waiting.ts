import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from './axe'

/** More than a heading. */
const WORDS = 80

const ASKS_WITHIN_MS = 400

/**
 * Opens a page whose answers are held back, expects that it shows where the words will be, and lets the answers come.
 * Says whether it asked for anything.
 */
export const showsThatItWaits = async (page: Page, address: string): Promise<boolean> => {
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
    await page.goto(address)
    await page.getByRole('main').filter({ visible: true }).first().waitFor()
    // A page asks as it appears.
    await page.waitForTimeout(asked ? 0 : ASKS_WITHIN_MS)
    if (!asked) return false
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
    if (!waits && !asksItself) expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(WORDS)
    expect(await axe(page), 'while the answer is under way').toEqual([])
    answer()
    await skeleton.first().waitFor({ state: 'hidden' })
    return true
  } finally {
    page.off('request', hear)
    answer()
    await page.unrouteAll({ behavior: 'wait' })
  }
}
