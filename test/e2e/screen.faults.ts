import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Hospital } from '../builders/hospital'
import { axe } from './axe'
import { misfits } from './layout'
import { showsThatItWaits } from './screen.waiting'
import type { Screen } from './screens.list'

const PLAIN = { target: 44, text: 13 }
const ELDER = { target: 80, text: 24 }
// A colour that is still on its way to another has neither one's contrast.
export const STILL = { reducedMotion: 'reduce' } as const

// Keeps no storage: a page that could not be opened fails for its own reason.
const NOWHERE = 'about:blank'

const answered = async (page: Page) => {
  await page.getByRole('main').filter({ visible: true }).waitFor()
  for (const busy of await page.locator('[aria-busy=true]').all()) await busy.waitFor({ state: 'hidden' })
}

const open = async (
  hospital: Hospital,
  page: Page,
  { persona = 'nobody', route, steps }: Screen,
  { waiting }: Looks,
): Promise<boolean> => {
  const address = hospital.signIn(persona, route)
  // A screen that takes steps is the same page while it waits.
  const waits = waiting && !steps
  const asked = waits && (await showsThatItWaits(page, address))
  if (!waits) await page.goto(address)
  await answered(page)
  await steps?.(page)
  await answered(page)
  return asked
}

/**
 * The next screen in the same tab finds nothing that this one left on the phone. A tab that stays open has read the
 * program already: half of the time of opening a page.
 */
export const leave = async (page: Page) => {
  await page.unrouteAll()
  if (page.url() === NOWHERE) return
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto(NOWHERE)
}

export interface Looks {
  /** px */
  widths: readonly number[]
  /** Colours know nothing of the width: one device is enough. */
  dark: boolean
  /** Looked at before the answers come, too. */
  waiting: boolean
}

/** Everything that is wrong in this version of the page: in the light, in the dark and at every width. */
const faults = async (page: Page, { widths, dark }: Looks, least: typeof PLAIN): Promise<unknown[]> => {
  const found: unknown[] = await axe(page)
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' })
    // Only the colours differ in the dark.
    found.push(...(await axe(page, { runOnly: ['color-contrast'] })))
    await page.emulateMedia({ colorScheme: 'light' })
  }
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

/**
 * Expects nothing wrong with a screen: plain and elder, in the light and in the dark, at every width. Says whether it
 * was seen to wait for an answer.
 */
export const isFit = async (hospital: Hospital, page: Page, screen: Screen, looks: Looks): Promise<boolean> => {
  try {
    const asked = await open(hospital, page, screen, looks)
    expect(await faults(page, looks, PLAIN)).toEqual([])
    // The switch lies under an open sheet.
    if (screen.covered) return asked
    await turnElder(page)
    expect(await faults(page, looks, ELDER), 'the elder version').toEqual([])
    return asked
  } finally {
    await leave(page)
  }
}
