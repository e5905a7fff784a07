import { readFileSync } from 'node:fs'
import { beijingDay, type Instant, monthOf } from '#domain/instant'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { OPENIDS } from '../functions/opened.cloud'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, SCANNED, type Ward } from './opened.ward'
import { button, field, heading, said } from './page.parts'
import { complain } from './patient.steps'
import { chooseVisits } from './visits.steps'

const MONTH = monthOf(beijingDay(Date.now() as Instant))
const [YEAR = '', NUMBER = ''] = MONTH.split('-')
const RATES = `/packages/figures/rates/index?month=${MONTH}`
const VISITS = '/packages/admin/visits/index'
const WORDS = '护士站问了三次，都叫等着，没人说要等多久。'

let browser: RunningBrowser
let cloud: Ward
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  cloud = await openWard()
  await cloud.found()
  // Somebody who watches the watchers: figures, not words.
  const leader = { staffId: 'S9', number: 'QJ-S9', name: '方院长', departmentId: null, roles: ['leader'] }
  await cloud.call('hospital', 'addPerson', leader, OPENIDS.administrator)
  const code = '0123456789ABCDEJ'
  await cloud.call('hospital', 'invite', { people: [{ staffId: 'S9', code }] }, OPENIDS.administrator)
  await cloud.call('hospital', 'join', { number: 'QJ-S9', code }, 'openid-of-liu-7c41e9')
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

const onDesk = async (who: Parameters<Ward['as']>[0], route: string): Promise<Page> => {
  const page = await (await browser.desktop({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(cloud.as(who, route))
  return page
}

const accessible = async (page: Page) => expect(await axe(page)).toEqual([])

/** The tab of a rate, which says its numerator and denominator. */
const overall = (page: Page) => page.getByRole('tab', { name: /^综合投诉率/ })

const shows = (page: Page, numerator: number) =>
  overall(page)
    .filter({ hasText: new RegExp(`${numerator} / 10.000 人次`) })
    .waitFor()

describe('the complaint rate', () => {
  it('moves by exactly the complaint that was filed, before and after it is folded', async () => {
    const office = await onDesk('officer', RATES)
    await said(office, '还没有可算的数').waitFor()
    await accessible(office)

    const desk = await onDesk('administrator', VISITS)
    await chooseVisits(desk, [
      ['统计年月', '科室', '门急诊人次', '出院人次'],
      [`${YEAR}年${Number(NUMBER)}月`, '呼吸科', '9,500', '500'],
      ['合计', '', '9,500', '500'],
    ])
    await button(desk, '导入').click()
    await heading(desk, /^导入好了/).waitFor()

    await office.reload()
    await shows(office, 0)

    const phone = await (await browser.phone()).newPage()
    await phone.goto(cloud.page(SCANNED))
    await complain(phone, { words: WORDS })

    // Not folded yet: counted live.
    await office.reload()
    await shows(office, 1)
    expect(await cloud.fireTimer('rollup')).toMatchObject({ ok: true, done: { fold: 2 } })
    await office.reload()
    await shows(office, 1)
    await heading(office, /综合投诉率 1\.0 件\/万人次/).waitFor()
    await accessible(office)
  })

  it('leads down to the very case, which opens for the office and has no words for a leader', async () => {
    const office = await onDesk('officer', RATES)
    await button(office, '1 件，看是哪些').click()
    await said(office, WORDS.slice(0, 12)).waitFor()
    await accessible(office)

    const leader = await onDesk('liu', RATES)
    await button(leader, '1 件，看是哪些').click()
    await leader.getByRole('dialog').or(leader.getByRole('complementary')).first().waitFor()
    await accessible(leader)
    expect(await leader.getByText(WORDS.slice(0, 12)).count()).toBe(0)
  })

  it('is explained, noted and read as a table, by keys alone', async () => {
    const office = await onDesk('officer', RATES)
    await button(office, '看成表格').focus()
    await office.keyboard.press('Enter')
    const table = office.getByRole('table', { name: '综合投诉率，按月' })
    await table
      .getByRole('row')
      .filter({ hasText: `${Number(NUMBER)} 月` })
      .first()
      .waitFor()
    await accessible(office)
    await button(office, '看成图').click()

    await button(office, '怎么算的 ›').focus()
    await office.keyboard.press('Enter')
    const method = office.getByRole('dialog', { name: '怎么算的' })
    await method.getByText('综合投诉率＝有效投诉').first().waitFor()
    await method.getByText('不含建议').first().waitFor()
    await accessible(office)
    await office.keyboard.press('Escape')
    await method.waitFor({ state: 'hidden' })

    await button(office, '写说明').click()
    await field(office, '一句话').fill('候诊区在装修')
    await office.getByRole('dialog').getByRole('button', { name: '写上去' }).click()
    await said(office, '候诊区在装修').waitFor()
    await office.reload()
    await said(office, '候诊区在装修').waitFor()
  })

  it('says that the network is gone, keeps what it shows, and goes on when it is back', async () => {
    const office = await onDesk('officer', RATES)
    await shows(office, 1)
    await office.route('**/api/fn/metrics', (route) => route.abort())
    await button(office, '1 件，看是哪些').click()
    const drawer = office.getByRole('dialog')
    await drawer.getByText(/没连上网/).waitFor()
    await shows(office, 1)
    await accessible(office)
    await office.unroute('**/api/fn/metrics')
    await drawer.getByRole('button', { name: '再试一次' }).click()
    await drawer.getByText(WORDS.slice(0, 12)).waitFor()
    expect(await drawer.getByText(/没连上网/).count()).toBe(0)
  })

  it('is taken along as a workbook whose numbers are numbers, and as a picture', async () => {
    const office = await onDesk('officer', RATES)
    await button(office, '导出').click()
    const taken = async (name: string) => {
      const [download] = await Promise.all([office.waitForEvent('download'), button(office, name).click()])
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    }
    const workbook = await taken('存成表格（XLSX）')
    expect(workbook.name).toMatch(/\.xlsx$/)
    const rows = await readSheet(workbook.bytes)
    const overallRow = rows.find(([first]) => first === '综合投诉率')
    expect(overallRow).toEqual(expect.arrayContaining([1, 10_000]))
    const picture = await taken('存成图片')
    expect(picture.name).toMatch(/\.png$/)
    expect(PNG.sync.read(picture.bytes).width).toBeGreaterThan(700)
    await accessible(office)
  })

  it('is refused to whoever it is not for, with the words whom to ask', async () => {
    const handler = await onDesk('handler', RATES)
    await handler.getByRole('alert').first().waitFor()
    expect(await overall(handler).count()).toBe(0)
    await accessible(handler)
  })
})
