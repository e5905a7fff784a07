import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aPicture } from '../builders/photo.builder'
import { officeAt } from '../functions/office.desk'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, PROGRESS, SCANNED, type Ward } from './opened.ward'
import { button, entry, field, heading, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'
import { choosePhoto, complain, followUp, photoThat } from './patient.steps'

let browser: RunningBrowser
let ward: Ward
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
  await ward.found()
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

const isForElders = (page: Page) => isSound(page, ELDER_SIZE)

describe('the elder version', () => {
  it('takes a patient from the code on the wall to the end of the case', async () => {
    const context = await browser.phone({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(ward.page(SCANNED))
    await heading(page, '呼吸科').waitFor()
    await button(page, '长辈版').click()
    await button(page, '普通版').waitFor()
    await isForElders(page)
    const words = '护士站的台子太高，坐轮椅够不着。'
    const { selector } = await complain(page, { words, photo: aPicture() }, () => isForElders(page))
    const office = officeAt(ward, await ward.caseOf(selector))
    await office.ask('是几层的护士站？')

    // Chosen once, it is so on every page afterwards.
    await followUp(page, ward.page(PROGRESS))
    await said(page, '是几层的护士站？').waitFor()
    await isForElders(page)
    await button(page, '回答，或补一张照片').click()
    await field(page, '您的回答').fill('12 层东边。')
    await choosePhoto(page, aPicture({ width: 200 }))
    await photoThat(page, '已传好').waitFor()
    await isForElders(page)
    await button(page, '交给医患办').click()
    await entry(page, '12 层东边。').waitFor()
    await isForElders(page)

    await office.reply('谢谢您提出来，台子已经改低了一截。')
    await page.reload()
    await button(page, /^编号/).click()
    await heading(page, '有答复了').waitFor()
    await isForElders(page)
    await button(page, '认可，办结').click()
    const dialog = page.getByRole('alertdialog', { name: '认可这个答复，办结？' })
    await dialog.waitFor()
    await isForElders(page)
    await dialog.getByRole('button', { name: '认可，办结' }).click()
    await heading(page, '这次办得怎么样').first().waitFor()
    await isForElders(page)
    await button(page, '不评了').click()
    await entry(page, '您认可了').waitFor()
    expect(await button(page, '认可，办结').count()).toBe(0)
    await context.close()
  })
})
