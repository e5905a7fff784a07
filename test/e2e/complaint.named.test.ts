import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aPicture } from '../builders/photo.builder'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openCase } from './office.steps'
import { MY_DATA, openWard, PATIENTS, SCANNED, type Ward } from './opened.ward'
import { button, entry, field, heading, notice, said } from './page.parts'
import { isSound } from './page.sound'
import { choosePhoto, complain, photoThat, writeToPhotos } from './patient.steps'

const NAME = '陈先生'

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

/** An officer rings: that the number was looked at is recorded. */
const lookAtPhone = async (title: string, phone: string) => {
  const context = await browser.desktop()
  const page = await context.newPage()
  await page.goto(ward.as('officer'))
  await openCase(page, title)
  await page.getByRole('region', { name: '详情' }).getByText(NAME).waitFor()
  expect(await page.getByText(phone).count()).toBe(0)
  await button(page, '看电话（会留记录）').click()
  await page.getByRole('link', { name: `拨打 ${phone}` }).waitFor()
  await entry(page, '看了联系电话').waitFor()
  await context.close()
}

const exported = async (page: Page) => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, /^导出一份/).click()])
  expect(download.suggestedFilename()).toBe('我的信息.txt')
  return readFile(await download.path(), 'utf8')
}

const takeConsentBack = async (page: Page) => {
  await button(page, /^撤回同意/).click()
  const dialog = page.getByRole('alertdialog', { name: '撤回同意？' })
  await dialog.waitFor()
  await isSound(page)
  await dialog.getByRole('button', { name: '撤回' }).click()
  await notice(page, '已撤回，不会再打给您').waitFor()
}

describe('somebody who leaves a telephone number', () => {
  it('inside WeChat agrees first, sees what is stored and who looked, takes it along and takes it back', async () => {
    const phone = '13900001234'
    const title = '押金条丢了窗口不给退'
    const context = await browser.phone({ reducedMotion: 'reduce', acceptDownloads: true })
    const page = await context.newPage()
    await page.goto(ward.as('chen', SCANNED))
    const story = { words: `${title}，跑了三趟。`, contact: { name: NAME, phone } }
    // The other screens are those of every complaint.
    const look = async () => {
      const asks = page.getByRole('alertdialog').or(field(page, '电话'))
      if ((await asks.count()) > 0) await isSound(page)
    }
    const { selector } = await complain(page, story, look)
    expect(ward.holding(PATIENTS.chen)).toHaveLength(1)
    await lookAtPhone(title, phone)

    await page.goto(ward.as('chen', MY_DATA))
    await said(page, '139 **** 1234').waitFor()
    await said(page, '电话被看过 1 次').waitFor()
    await isSound(page)
    const text = await exported(page)
    expect(text).toContain(`姓名：${NAME}`)
    expect(text).toContain(`电话：${phone}`)
    expect(text).toContain(story.words)

    await takeConsentBack(page)
    await page.getByText('139 **** 1234').waitFor({ state: 'detached' })
    await isSound(page)
    expect([...ward.holding(phone), ...ward.holding(PATIENTS.chen), ...ward.holding(NAME)]).toEqual([])
    // The case goes on, and the receipt still opens it.
    await button(page, new RegExp(`^编号 ${selector.slice(0, 4)}`)).click()
    await heading(page, /工作日/).waitFor()
    await entry(page, '您的姓名和电话已经删掉').waitFor()
    await isSound(page)
    await context.close()
  })

  it('in an ordinary browser takes it back with the receipt alone', async () => {
    const phone = '13900005678'
    const title = '加床在走廊里没有帘子'
    const context = await browser.desktop({ reducedMotion: 'reduce', acceptDownloads: true })
    const page = await context.newPage()
    await page.goto(ward.page(SCANNED))
    await complain(page, { words: `${title}，换衣服没处躲。`, contact: { name: NAME, phone } })
    await lookAtPhone(title, phone)
    await page.goto(ward.page(MY_DATA))
    await heading(page, '您在我们这儿的信息').waitFor()
    expect(await exported(page)).toContain('电话：有')
    await takeConsentBack(page)
    expect([...ward.holding(phone), ...ward.holding(NAME)]).toEqual([])
    await context.close()
  })

  it('takes it back on the page of the case itself, in one step, as the notice says', async () => {
    const phone = '13900003456'
    const context = await browser.phone({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(ward.page(SCANNED))
    await complain(page, { words: '输液架的轮子坏了，推不动。', contact: { name: NAME, phone } })
    await button(page, '看进度').click()
    await button(page, '撤回同意，删掉姓名和电话').click()
    await page.getByRole('alertdialog', { name: '撤回同意？' }).getByRole('button', { name: '撤回' }).click()
    await entry(page, '您的姓名和电话已经删掉').waitFor()
    expect(await button(page, '撤回同意，删掉姓名和电话').count()).toBe(0)
    await isSound(page)
    expect([...ward.holding(phone), ...ward.holding(NAME)]).toEqual([])
    await context.close()
  })

  it('has everything deleted, and nothing of it stays on the phone', async () => {
    const phone = '13900009012'
    const context = await browser.phone({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(ward.page(SCANNED))
    await complain(page, { words: '夜里走廊灯太亮，睡不着。', contact: { name: NAME, phone } })
    // Another one is begun and not handed in.
    await page.goto(ward.page(SCANNED))
    await writeToPhotos(page, { words: '热水只供到晚上八点。' })
    await choosePhoto(page, aPicture())
    await photoThat(page, '已传好').waitFor()
    await page.goto(ward.page(MY_DATA))
    await button(page, /^删掉我的信息/).click()
    const dialog = page.getByRole('alertdialog', { name: '删掉我的信息？' })
    await dialog.waitFor()
    await isSound(page)
    await dialog.getByRole('button', { name: '删掉' }).click()
    await heading(page, '这里没有您的信息').waitFor()
    expect([...ward.holding(phone), ...ward.holding(NAME)]).toEqual([])
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('complaint.')))
    expect(kept.filter((key) => key !== 'complaint.receipts')).toEqual([])
    expect(await page.evaluate(() => localStorage.getItem('complaint.receipts'))).not.toMatch(/\d{26}/)
    await context.close()
  })

  it('reads beforehand what is done with it, and how to have it deleted', async () => {
    const context = await browser.phone({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(ward.page('/pages/privacy/index'))
    await heading(page, /./).first().waitFor()
    await isSound(page)
    await page.goto(ward.page(MY_DATA))
    await heading(page, '这里没有您的信息').waitFor()
    await isSound(page)
    await context.close()
  })
})
