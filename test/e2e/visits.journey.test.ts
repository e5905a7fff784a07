import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { type Hospital, openHospital } from '../builders/hospital'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'
import { button, heading, notice, said } from './page.parts'
import { chooseVisits, lastMonth } from './visits.steps'

const VISITS = '/packages/admin/visits/index'
const SETUP_CODE = 'OPEN-FOR-THIS-JOURNEY'
const MONTH = lastMonth()
const [YEAR = '', NUMBER = ''] = MONTH.split('-')
/** As their system writes it. */
const WRITTEN = `${YEAR}年${Number(NUMBER)}月`

let browser: RunningBrowser
let hospital: Hospital
const ask = async (action: string, input: unknown) => {
  const openid = personas.find(({ id }) => id === 'administrator')?.openid ?? ''
  const reply = await hospital.invoke('hospital', { action, input }, { openid })
  return (reply as { value: { rows: unknown[] } }).value
}
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({ seed: false, functionEnvironment: { hospital: { SETUP_CODE } } })
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
  await ask('addDepartment', { id: '04.03', name: '骨科' })
  await ask('addDepartment', { id: '07', name: '儿科' })
  await ask('addDepartment', { id: '20', name: '急诊医学科' })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const accessible = async (page: Page) => expect(await axe(page)).toEqual([])
const isHeld = async (page: Page, name: RegExp) =>
  expect(await button(page, name).getAttribute('aria-disabled')).toBe('true')

/** `{ '04.03': [1200, 90] }` */
const stored = async () => {
  const { rows } = (await ask('visits', { months: [MONTH] })) as {
    rows: { departments: { departmentId: string; outpatient: Series; discharges: Series }[] }[]
  }
  return Object.fromEntries(
    (rows[0]?.departments ?? []).map(({ departmentId, outpatient, discharges }) => [
      departmentId,
      [outpatient?.count ?? null, discharges?.count ?? null],
    ]),
  )
}
type Series = { count?: number } | null

const HEADING = ['统计年月', '开单科室名称', '门急诊人次', '出院人数', '其中：体检']
const FILE = [
  ['青衿市人民医院门急诊工作量统计表'],
  ['单位：人次', '', '', '', '制表：信息科'],
  HEADING,
  [WRITTEN, '骨科', '3,118', '292', '12'],
  [WRITTEN, '骨二科', '636', '57', '3'],
  [WRITTEN, '儿科', '２２２１', '210', '0'],
  [],
  [WRITTEN, '急诊医学科', '5,081', '—', '0'],
  ['合计', '', '11,056', '559', '15'],
]

const openVisits = async (options: { phone?: boolean } = {}) => {
  const context = await (options.phone ? browser.phone() : browser.desktop({ viewport: { width: 1280, height: 800 } }))
  const page = await context.newPage()
  await page.goto(hospital.signIn('administrator', VISITS))
  await button(page, '选择文件').waitFor()
  return { page, close: () => context.close() }
}

describe('the visits of a hospital', () => {
  it('come out of a file that is looked at before anything is written', async () => {
    const { page, close } = await openVisits()
    await heading(page, '还没有接诊人次').waitFor()
    await accessible(page)

    await chooseVisits(page, FILE)
    await heading(page, '会添 5 格。还有 1 处没读懂，先停在这里。').waitFor()
    await said(page, '第 5 行 · 开单科室名称').waitFor()
    await said(page, '差的 636、57 正好是没有归到科室的行').waitFor()
    expect(await said(page, '差 636').count()).toBe(1)
    await isHeld(page, /^导入，先定下没读懂的 1 处/)
    await accessible(page)
    expect(await stored()).toEqual({})

    await button(page, '“骨二科”归到骨科，记住').click()
    await heading(page, '会添 5 格。').waitFor()
    expect(await said(page, '差 636').count()).toBe(0)
    await accessible(page)
    await button(page, '导入').click()
    await heading(page, /^导入好了，.*一共 5 格$/).waitFor()
    await accessible(page)
    expect(await stored()).toEqual({ '04.03': [3754, 349], '07': [2221, 210], '20': [5081, null] })
    await close()
  })

  it('are not changed by the same file again, and its names are remembered', async () => {
    const { page, close } = await openVisits()
    await heading(page, /^人次导到/).waitFor()
    await chooseVisits(page, FILE)
    await heading(page, '和现在的数一样。').waitFor()
    await isHeld(page, /^导入，和现在的数一样，不用导/)
    await close()
  })

  it('are corrected by another file, with what looks wrong pointed out, and taken back whole', async () => {
    const { page, close } = await openVisits()
    await chooseVisits(
      page,
      [HEADING, [WRITTEN, '骨科', '1118', '347', ''], [WRITTEN, '儿科', '2230', '210', '']],
      '更正.csv',
    )
    await heading(page, '会改 3 格。').waitFor()
    await said(page, /^骨科 .*门急诊 3.754 → 1.118，少了 70%/).waitFor()
    await button(page, '导入').click()
    await heading(page, /一共 3 格$/).waitFor()
    expect(await stored()).toMatchObject({ '04.03': [1118, 347], '07': [2230, 210] })

    // The first one waits until what was written over it is gone.
    await said(page, /要先撤回 .*更正\.csv/).waitFor()
    await button(page, /更正\.csv.*撤回/).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.waitFor()
    await accessible(page)
    await dialog.getByRole('button', { name: '撤回' }).click()
    await said(page, /更正\.csv.*撤回了/).waitFor()
    expect(await stored()).toEqual({ '04.03': [3754, 349], '07': [2221, 210], '20': [5081, null] })
    await close()
  })

  it('are asked for what a file leaves open: a column nobody knows, and its month', async () => {
    const { page, close } = await openVisits()
    await chooseVisits(page, [
      ['科室', '接待数', '编外'],
      ['骨科', '3800', 'x'],
      ['儿科', '2300', 'y'],
    ])
    await heading(page, '先说清文件里的列').waitFor()
    await accessible(page)
    await page.getByRole('group', { name: '“接待数”是什么' }).getByRole('button', { name: '门急诊人次' }).click()
    await heading(page, '还差一句：是哪个月的？').waitFor()
    await accessible(page)
    await button(page, `${YEAR} 年 ${Number(NUMBER)} 月`).click()
    await heading(page, '会改 2 格。').waitFor()
    await button(page, '导入').click()
    await heading(page, /一共 2 格$/).waitFor()
    expect(await stored()).toMatchObject({ '04.03': [3800, 349], '07': [2300, 210] })
    const remembered = async () => ((await ask('visitMapping', {})) as unknown as { columns: unknown[] }).columns
    await expect.poll(remembered).toContainEqual({ heading: '接待数', field: 'outpatient' })
    await close()
  })

  it('are gone on with after the network failed, and not written twice', async () => {
    const { page, close } = await openVisits({ phone: true })
    await chooseVisits(page, [HEADING, [WRITTEN, '骨科', '3900', '350', '']], '网断.csv')
    await heading(page, '会改 2 格。').waitFor()
    await accessible(page)
    await page.route('**/api/fn/**', (route) => route.abort())
    await button(page, '导入').click()
    await notice(page, /没连上网/).waitFor()
    expect(await stored()).toMatchObject({ '04.03': [3800, 349] })
    await page.unroute('**/api/fn/**')
    await button(page, '接着导').click()
    await heading(page, /一共 2 格$/).waitFor()
    expect(await stored()).toMatchObject({ '04.03': [3900, 350] })
    await close()
  })

  it('are looked at again when a colleague was first', async () => {
    const { page, close } = await openVisits()
    await chooseVisits(page, [HEADING, [WRITTEN, '儿科', '2400', '220', '']])
    await heading(page, '会改 2 格。').waitFor()
    const { rows } = (await ask('visits', { months: [MONTH] })) as { rows: { rev: number }[] }
    const batchId = randomBytes(16).toString('hex')
    const departments = [{ departmentId: '07', outpatient: { by: 'month', count: 2400 } }]
    await ask('stageVisits', { batchId, fileName: '同事.csv', month: MONTH, seen: rows[0]?.rev ?? null, departments })
    await ask('commitVisits', { batchId, months: [MONTH] })
    await button(page, '导入').click()
    await notice(page, /刚才有同事改过/).waitFor()
    await heading(page, '会改 1 格。').waitFor()
    await button(page, '导入').click()
    await heading(page, /一共 1 格$/).waitFor()
    expect(await stored()).toMatchObject({ '07': [2400, 220] })
    await close()
  })

  it('are nobody else’s to import', async () => {
    const context = await browser.desktop()
    const page = await context.newPage()
    await page.goto(hospital.signIn('patient', VISITS))
    await said(page, /您的岗位看不到这里/).waitFor()
    expect(await button(page, '选择文件').count()).toBe(0)
    await context.close()
  })
})
