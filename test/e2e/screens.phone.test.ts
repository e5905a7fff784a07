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

const asking: string[] = []

it.each(MEASURED)('$name can be read, reached and understood, also by elders and in the dark', async (screen) => {
  if (await isFit(hospital, page, screen, PHONES)) asking.push(screen.name)
})

const LOOKED_AT_ONLY_WHILE_WAITING = SCREENS.filter((screen) => !screen.steps && !MEASURED.includes(screen))

it.each(LOOKED_AT_ONLY_WHILE_WAITING)('$name shows where the words will be', async (screen) => {
  const { name, persona = 'nobody', route } = screen
  try {
    if (await showsThatItWaits(page, hospital.signIn(persona, route))) asking.push(name)
  } finally {
    await leave(page)
  }
})

it('waited on the pages that are known to ask', () => {
  expect(asking).toEqual(expect.arrayContaining(['landing', 'complaint-category', 'channels', 'inbox', 'touchpoints']))
})
