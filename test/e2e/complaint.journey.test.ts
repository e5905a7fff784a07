import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aPicture } from '../builders/photo.builder'
import { SETUP_CODE } from '../functions/opened.cloud'
import { type RunningBrowser, sharedBrowser } from './browser'
import { act, openCase, recordFinding, reply } from './office.steps'
import { openWard, PATIENTS, PROGRESS, SCANNED, type Ward, type Who } from './opened.ward'
import { button, entry, field, heading, notice, radio, said } from './page.parts'
import { isSound } from './page.sound'
import { choosePhoto, complain, followUp, photoThat, type Receipt } from './patient.steps'

// A colour that is still on its way to another has neither one's contrast.
const STILL = { reducedMotion: 'reduce' } as const

let browser: RunningBrowser
let ward: Ward
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

describe('from an empty database', () => {
  it('the hospital is opened with its one-time code, and the patient who waited comes in', async () => {
    const patient = await (await browser.phone(STILL)).newPage()
    await patient.goto(ward.page(SCANNED))
    await notice(patient, '医院还没有开通').waitFor()
    await isSound(patient)

    const administrator = await (await browser.desktop(STILL)).newPage()
    await administrator.goto(ward.as('administrator', SCANNED))
    await button(administrator, '我是管理员，来开通').click()
    const next = () => button(administrator, '下一步').click()
    await field(administrator, '开通码').fill(SETUP_CODE)
    await field(administrator, '您的姓名').fill('韩工')
    await next()
    await field(administrator, '医院名称').fill('青衿市人民医院')
    await next()
    await next()
    await field(administrator, '电话').fill('0000-555-0120')
    await next()
    await isSound(administrator)
    await button(administrator, '开通医院').click()
    await heading(administrator, /^开通还差/).waitFor()
    await administrator.context().close()

    await ward.furnish()
    await button(patient, '再试一次').click()
    await heading(patient, '呼吸科').waitFor()
    await patient.context().close()
  })
})

/** A photo that came along is really there to be looked at. */
const photoIsShown = async (page: Page) => {
  const photo = page.getByRole('img', { name: /^照片 1/ }).filter({ visible: true })
  await photo.first().waitFor()
  await expect
    .poll(() =>
      photo.first().evaluate((shown) => (shown.querySelector('img') ?? (shown as HTMLImageElement)).naturalWidth),
    )
    .toBeGreaterThan(0)
}

const widths = [
  ['a phone, inside WeChat', '手机', (route: string) => ward.as('liu', route), () => browser.phone(STILL)],
  ['a desktop, by nobody known', '电脑', (route: string) => ward.page(route), () => browser.desktop(STILL)],
] as const

describe.each(widths)('on %s', (_device, device, address, open) => {
  const title = `${device}上写的：夜里按了三次铃`
  const words = `${title}。过了四十分钟才有人来，老人一夜没睡。`
  const staff = new Map<Who, Page>()
  let context: BrowserContext
  let receipt: Receipt

  beforeAll(async () => {
    context = await open()
  })
  afterAll(async () => {
    for (const page of staff.values()) await page.context().close()
    await context.close()
  })

  const patient = async (): Promise<Page> => {
    const page = await context.newPage()
    await followUp(page, address(PROGRESS))
    return page
  }
  /** A member of staff at the list. */
  const atTheList = async (who: Who): Promise<Page> => {
    const seated = staff.get(who)
    const page = seated ?? (await (await open()).newPage())
    staff.set(who, page)
    await page.goto(ward.as(who))
    await heading(page, /^待办 \d+ 件$/).waitFor()
    if (!seated) await isSound(page)
    return page
  }
  /** And on to the case. */
  const atTheCase = async (who: Who): Promise<Page> => {
    const page = await atTheList(who)
    await openCase(page, title)
    await heading(page, title).waitFor()
    return page
  }

  it('a patient scans the code, files with a photo and without a name, and keeps the receipt', async () => {
    const page = await context.newPage()
    await page.goto(address(SCANNED))
    await heading(page, '呼吸科').waitFor()
    await isSound(page)
    receipt = await complain(page, { words, photo: aPicture() }, () => isSound(page))
    expect(receipt.selector).toMatch(/^\d{8}$/)
    expect(receipt.secret).toMatch(/^\d{26}$/)
    await button(page, '看进度').click()
    await heading(page, /工作日/).waitFor()
    await entry(page, words).waitFor()
    await photoIsShown(page)
    await isSound(page)
    await page.close()
  })

  it('the office accepts it and gives it to the department, where a question arises', async () => {
    const officer = await atTheCase('officer')
    await photoIsShown(officer)
    await act(officer, '受理')
    await entry(officer, '受理').waitFor()
    await act(officer, '交人核查')
    await radio(officer, /^顾/).click()
    await isSound(officer)
    await button(officer, '交过去').click()
    await entry(officer, '交给 顾 核查').waitFor()

    const handler = await atTheCase('handler')
    await act(handler, '问投诉人')
    await field(handler, '要问的话').fill('是 16 号夜里，还是 17 号夜里？')
    await isSound(handler)
    await button(handler, '问出去').click()
    await entry(handler, '是 16 号夜里，还是 17 号夜里？').waitFor()
  })

  it('the patient answers with another photo', async () => {
    const page = await patient()
    await entry(page, '是 16 号夜里，还是 17 号夜里？').waitFor()
    await isSound(page)
    await button(page, '回答，或补一张照片').click()
    await field(page, '您的回答').fill('16 号夜里，手环上有时间。')
    await choosePhoto(page, aPicture({ width: 200 }))
    await photoThat(page, '已传好').waitFor()
    await isSound(page)
    await button(page, '交给医患办').click()
    await entry(page, '16 号夜里，手环上有时间。').waitFor()
    await page.close()
  })

  it('the department finds it out, the office replies', async () => {
    const handler = await atTheCase('handler')
    await entry(handler, '16 号夜里，手环上有时间。').waitFor()
    await recordFinding(handler, '属实', '呼叫记录上有三次，隔了 41 分钟。')
    await isSound(handler)
    const officer = await atTheCase('officer')
    await reply(officer, '对不起，那天夜里只有一个人当班，现在加了一个。', () => isSound(officer))
  })

  it('the patient reads the reply and asks for another look', async () => {
    const page = await patient()
    await heading(page, '有答复了').waitFor()
    await said(page, '现在加了一个').waitFor()
    await isSound(page)
    await button(page, '再查一次').click()
    await field(page, '哪里不对，或者有什么新情况').fill('那天是两个人当班，排班表上写着。')
    await isSound(page)
    await button(page, '要求再查一次').click()
    await entry(page, '您要求再查一次').waitFor()
    await page.close()
  })

  it('somebody else looks again, and the office replies once more', async () => {
    const other = await atTheCase('colleague')
    await recordFinding(other, '部分属实', '排班是两个人，一个被叫去急救。')
    const officer = await atTheCase('officer')
    await reply(officer, '您说得对，是两个人当班，一个去急救了，没有人替。', () => isSound(officer))
  })

  it('the patient agrees and rates, the office files the case away', async () => {
    const page = await patient()
    await button(page, '认可，办结').click()
    const dialog = page.getByRole('alertdialog', { name: '认可这个答复，办结？' })
    await dialog.waitFor()
    await isSound(page)
    await dialog.getByRole('button', { name: '认可，办结' }).click()
    await heading(page, '这次办得怎么样').first().waitFor()
    await page.getByRole('radio').filter({ visible: true }).first().click()
    await isSound(page)
    await button(page, '交上评价').click()
    await entry(page, '您的评价').waitFor()

    const officer = await atTheList('officer')
    await button(officer, /^已答复 \d+$/).click()
    await openCase(officer, title)
    await act(officer, '归档')
    await officer.getByRole('region', { name: '归档' }).getByRole('button', { name: '归档' }).click()
    await entry(officer, '归档，投诉人认可过').waitFor()
    await isSound(officer)

    await page.close()
    const after = await patient()
    await heading(after, '已办结').waitFor()
    await isSound(after)
    await after.close()
  })

  it('leaves neither who it was nor the query code in the database, in storage or in a log', () => {
    const grouped = receipt.secret.replace(/(\d{4})(?=\d)/g, '$1 ')
    const secrets = [PATIENTS.liu, receipt.secret, grouped]
    const exported = ward.exportAll()
    expect(exported).toContain(words)
    expect(secrets.filter((secret) => exported.includes(secret))).toEqual([])
    const files = readdirSync(ward.dataDir, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => path.join(each.parentPath, each.name))
    expect(files.some((file) => file.includes('storage'))).toBe(true)
    const holding = (secret: string) => files.filter((file) => readFileSync(file).includes(secret))
    expect(secrets.flatMap(holding)).toEqual([])
    // The words are where the case is kept, and in no log.
    const logs = files.filter((file) => file.startsWith(path.join(ward.dataDir, 'logs')))
    expect(logs.length).toBeGreaterThan(0)
    expect(logs.filter((file) => readFileSync(file).includes(title))).toEqual([])
    expect(logs.filter((file) => readFileSync(file).includes(receipt.selector))).toEqual([])
  })
})
