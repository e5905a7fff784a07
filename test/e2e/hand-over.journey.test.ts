import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openCase } from './office.steps'
import { button, heading, radio, said } from './page.parts'
import { isSound } from './page.sound'

const STAFF = '/packages/admin/staff/index'
const INBOX = '/packages/staff/inbox/index'
/** Given to 白专员 in the demonstration. */
const HELD = '候诊两小时没人解释'

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

const openedAs = async (persona: string, route: string): Promise<Page> => {
  const page = await (await browser.desktop()).newPage()
  await page.goto(hospital.signIn(persona, route))
  return page
}

describe('somebody who leaves', () => {
  it('has their open cases taken over by a colleague, whom the administrator chooses without seeing a case', async () => {
    const admin = await openedAs('administrator', STAFF)
    await button(admin, /^白专员/).click()
    await said(admin, /经办的投诉 1 件/).waitFor()
    expect(await admin.getByText(HELD).count()).toBe(0)
    await radio(admin, /^交给 沈专员/).click()
    await isSound(admin)
    await button(admin, '交接').click()
    await said(admin, '手里没有没办完的投诉').waitFor()
  })

  it('is named in the history, with whoever took over; the date stays', async () => {
    const office = await openedAs('officer', INBOX)
    await button(office, /^我经办 1$/).waitFor()
    await openCase(office, HELD)
    await heading(office, new RegExp(HELD)).waitFor()
    const history = office.getByRole('list', { name: '办理经过' })
    await history.getByRole('listitem').filter({ hasText: '白专员' }).filter({ hasText: '沈专员' }).first().waitFor()
    await said(office, /已超期|还有|今天/).waitFor()
  })
})
