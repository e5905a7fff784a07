import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { type Hospital, openHospital } from '../builders/hospital'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'

const STAFF = '/packages/admin/staff/index'
const JOIN = '/packages/staff/join/index'
const ME = '/packages/staff/me/index'
const SETUP_CODE = 'OPEN-FOR-THIS-JOURNEY'

let browser: RunningBrowser
let hospital: Hospital
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({ seed: false, functionEnvironment: { hospital: { SETUP_CODE } } })
  const openid = personas.find(({ id }) => id === 'administrator')?.openid ?? ''
  const ask = (action: string, input: unknown) => hospital.invoke('hospital', { action, input }, { openid })
  await ask('found', {
    setupCode: SETUP_CODE,
    administrator: '韩工',
    hospital: {
      id: 'h1',
      name: '青衿市人民医院',
      pledge: '不收红包，每天的费用讲得清。',
      replyWithinWorkingDays: 5,
      contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
    },
  })
  await ask('addDepartment', { id: 'F01', name: '医患关系办公室' })
  await ask('addDepartment', { id: '03.01', name: '呼吸与危重症医学科' })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).filter({ visible: true })
const field = (page: Page, name: string) => page.getByRole('textbox', { name }).filter({ visible: true })

const accessible = async (page: Page) => expect(await axe(page)).toEqual([])

const choose = async (page: Page, rows: string[][]) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, /^选择文件|^换一个文件/).click()])
  const buffer = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer()
  await chooser.setFiles({ name: '职工名册.xlsx', mimeType: 'application/octet-stream', buffer })
}

const CODE = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/

describe('the staff of a hospital', () => {
  const codes = new Map<string, string>()

  it('comes out of a file that is looked at before anything is written', async () => {
    const context = await browser.desktop({ acceptDownloads: true })
    const page = await context.newPage()
    await page.goto(hospital.signIn('administrator', STAFF))
    await heading(page, '1 个人').waitFor()
    await heading(page, '谁能看到什么').waitFor()
    await accessible(page)

    await button(page, '导入名册').click()
    await choose(page, [
      ['青衿市人民医院职工名册'],
      ['姓名', '职工号', '所在科室', '权限'],
      ['沈专员', 'qj-02317', '医患关系办公室', '投诉管理专员'],
      ['顾护士长', 'QJ-01146', '03.01', '核查人'],
      ['白专员', 'QJ-02318', '骨二科', ''],
    ])
    await heading(page, '会新增 2 人。还有 1 行没读懂。').waitFor()
    await page.getByText('第 5 行 · 科室').waitFor()
    await accessible(page)
    expect(await button(page, /^导入，先把没读懂的定下来/).getAttribute('aria-disabled')).toBe('true')
    // Nothing is written yet.
    expect(await heading(page, '1 个人').count()).toBe(1)
    await page.getByRole('checkbox', { name: /^没读懂的 1 行先不导/ }).click()
    await button(page, '导入').click()
    await heading(page, '导入好了，写进 2 人').waitFor()
    await heading(page, '3 个人').waitFor()

    await button(page, '给还没有口令的 2 人生成口令').click()
    await heading(page, '生成了 2 份口令').waitFor()
    await accessible(page)
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载口令表').click()])
    for (const [number, , , code] of (await readSheet(readFileSync(await download.path()))).slice(1)) {
      expect(String(code)).toMatch(CODE)
      codes.set(String(number), String(code))
    }
    expect([...codes.keys()].sort()).toEqual(['QJ-01146', 'QJ-02317'])
    await context.close()
  })

  it('comes in with number and code, and sees what it is', async () => {
    const context = await browser.phone()
    const page = await context.newPage()
    await page.goto(hospital.signIn('officer', JOIN))
    await heading(page, '本院职工').waitFor()
    await page.getByText('您以患者或家属身份提交过的任何内容').waitFor()
    await accessible(page)
    await field(page, '工号').fill('qj 02317'.replace(' ', '-'))
    await field(page, '管理员给您的口令').fill('0000 0000 0000 0000')
    await button(page, '核对并进入').click()
    await page.getByText(/^工号和口令对不上/).waitFor()
    await field(page, '管理员给您的口令').fill((codes.get('QJ-02317') ?? '').toLowerCase().replace(/-/g, ' '))
    await button(page, '核对并进入').click()
    await page.waitForURL(/packages\/staff\/inbox/)
    await page.goto(hospital.signIn('officer', ME))
    await heading(page, '沈专员').waitFor()
    await page.getByText('投诉管理专员').filter({ visible: true }).first().waitFor()
    await accessible(page)
    await context.close()
  })

  it('is administered on a phone too: found, changed, let go', async () => {
    const context = await browser.phone()
    const page = await context.newPage()
    await page.goto(hospital.signIn('administrator', STAFF))
    await field(page, '找人').fill('医患 专员')
    await button(page, /^沈专员/).click()
    await heading(page, '沈专员').waitFor()
    await accessible(page)
    await field(page, '姓名').fill('沈主任')
    await button(page, '保存').click()
    await heading(page, '沈主任').waitFor()
    await button(page, '离开').click()
    const dialog = page.getByRole('alertdialog', { name: '沈主任离开本院吗？' })
    await dialog.waitFor()
    await accessible(page)
    await dialog.getByRole('button', { name: '离开' }).click()
    await button(page, '请回来').waitFor()

    await page.goto(hospital.signIn('officer', ME))
    await page.getByText('这个微信还没有绑定职工').waitFor()
    await accessible(page)
    await context.close()
  })

  it('keeps its last administrator', async () => {
    const context = await browser.desktop()
    const page = await context.newPage()
    await page.goto(hospital.signIn('administrator', STAFF))
    await button(page, /^韩工/).click()
    await button(page, '离开').click()
    await page.getByRole('alertdialog').getByRole('button', { name: '离开' }).click()
    await page.getByText(/^本院能进来的管理员只剩这一位了/).waitFor()
    await context.close()
  })
})
