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

const DESKTOP = { widths: [1280], dark: false, waiting: false }

let page: Page
beforeAll(async () => {
  page = await (await browser.desktop(STILL)).newPage()
})

it.each(MEASURED.filter(({ onPhones }) => !onPhones))(
  '$name can be read, reached and understood, also by elders',
  async (screen) => {
    await isFit(hospital, page, screen, DESKTOP)
  },
)
