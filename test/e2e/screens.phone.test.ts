import type { Page } from 'playwright-core'
import { afterAll, beforeAll, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { type RunningBrowser, sharedBrowser } from './browser'
import { isFit, STILL } from './screen.faults'
import { MEASURED } from './screens.list'

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
const PHONES = { widths: [320, 430], dark: true }

let page: Page
beforeAll(async () => {
  page = await (await browser.phone(STILL)).newPage()
})

it.each(MEASURED)('$name can be read, reached and understood, also by elders and in the dark', (screen) =>
  isFit(hospital, page, screen, PHONES),
)
