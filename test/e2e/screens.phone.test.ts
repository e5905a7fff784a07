import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { type RunningBrowser, sharedBrowser } from './browser'
import { isFit, leave, STILL } from './screen.faults'
import { showsThatItWaits } from './screen.waiting'
import { MEASURED, SCREENS } from './screens.list'

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

/** The narrowest and the widest phones in use. */
const PHONES = { widths: [320, 430], dark: true, waiting: true }

let page: Page
beforeAll(async () => {
  page = await (await browser.phone(STILL)).newPage()
})

it.each(MEASURED)('$name can be read, reached and understood, also by elders and in the dark', (screen) =>
  isFit(hospital, page, screen, PHONES),
)

const LOOKED_AT_ONLY_WHILE_WAITING = SCREENS.filter((screen) => !screen.steps && !MEASURED.includes(screen))

it.each(LOOKED_AT_ONLY_WHILE_WAITING)('$name shows where the words will be', async ({ persona = 'nobody', route }) => {
  try {
    await showsThatItWaits(page, hospital.signIn(persona, route))
  } finally {
    await leave(page)
  }
})

it.each(['/pages/landing/index', '/packages/supervision/channels/index'])('%s is known to ask', async (route) => {
  try {
    expect(await showsThatItWaits(page, hospital.signIn('patient', route))).toBe(true)
  } finally {
    await leave(page)
  }
})
