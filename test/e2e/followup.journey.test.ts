import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import { CALLER, withFollowUps } from '../builders/followup.builder'
import { gb18030Of } from '../builders/gb18030'
import { founded, openCloud, type OpenedCloud, OPENIDS } from '../functions/opened.cloud'
import { axe } from './axe'
import { type RunningBrowser, sharedBrowser } from './browser'
import { misfits } from './layout'
import { button, field, heading, notice, radio, said } from './page.parts'

const FOLLOW_UPS = '/packages/satisfaction/followups/index'
const STILL = { reducedMotion: 'reduce' } as const
const OVER_THE_WIRE = '**/api/fn/**'

let browser: RunningBrowser
let cloud: OpenedCloud
const opened: BrowserContext[] = []
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  const people = { caller: CALLER, administrator: OPENIDS.administrator }
  cloud = await openCloud({
    h5Dir: path.resolve('dist/h5'),
    functionProcess: path.resolve('dist/localcloud/function-process.cjs'),
    personas: Object.entries(people).map(([id, openid]) => ({ id, name: id, says: id, openid, landing: FOLLOW_UPS })),
  })
  await founded(cloud)
  await cloud.call('hospital', 'addDepartment', { id: '04.03', name: '骨科' }, OPENIDS.administrator)
  await withFollowUps(cloud)
})
afterEach(async () => {
  for (const context of opened.splice(0)) await context.close()
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
})

const open = async (context: Promise<BrowserContext>, address: string): Promise<Page> => {
  opened.push(await context)
  const page = await (await context).newPage()
  await page.goto(address)
  return page
}
const signedIn = `/as/caller?to=${encodeURIComponent(FOLLOW_UPS)}`
const onDesk = () => open(browser.desktop(STILL), `${cloud.url}${signedIn}`)
const onPhone = () => open(browser.phone(STILL), `${cloud.url}${signedIn}`)

const accessible = async (page: Page) => expect(await axe(page)).toEqual([])
const PLAIN = { target: 44, text: 13 }
const ELDER = { target: 80, text: 24 }
const fits = async (page: Page, least = PLAIN) => expect(await misfits(page, least)).toEqual([])

const daysAgo = (days: number) => daysAfter(beijingDay(Date.now() as Instant), -days)
const HEADING = ['姓名', '联系电话', '出院日期', '出院科室', '病程', '住院号']
const aLine = (name: string, phone: string, days = 7, department = '呼吸科', course = '一般') => [
  name,
  phone,
  daysAgo(days),
  department,
  course,
  '',
]

/** A file as a hospital's own system writes it: GB18030, parted by commas. */
const chooseFile = async (page: Page, lines: string[][]) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(page, /^(选择文件|换一个文件)$/).click(),
  ])
  const text = [HEADING, ...lines].map((line) => line.join(',')).join('\r\n')
  await chooser.setFiles({ name: '出院名单.csv', mimeType: 'text/csv', buffer: Buffer.from(gb18030Of(text)) })
}

const imported = async (page: Page, lines: string[][]) => {
  await button(page, '导入出院名单').click()
  await chooseFile(page, lines)
  await heading(page, /^会加/).waitFor()
  await button(page, '导入').click()
  await heading(page, /^导入好了/).waitFor()
  await button(page, '好了').click()
}

const line = (page: Page, words: RegExp) =>
  page.getByRole('list', { name: '随访名单' }).filter({ visible: true }).getByRole('button', { name: words })
const rateOf = (page: Page, month: string) => page.getByRole('group', { name: month }).filter({ visible: true })
/** A press and what it writes are not one moment. */
const WRITTEN = { timeout: 10_000 }
const outcomesOf = (name: string) =>
  cloud
    .exportAll()
    .split('\n')
    .filter((row) => row.includes(name))
    .map((row) => (JSON.parse(row) as { document: { outcome: string | null; attempts: unknown[] } }).document)
    .map(({ outcome, attempts }) => [outcome, attempts.length])
const sheets = () =>
  cloud
    .exportAll()
    .split('\n')
    .filter((row) => row.startsWith('{"collection":"survey_sheets"'))

describe('those who were discharged', () => {
  it('come out of a file that is looked at first, and the same file adds nobody', async () => {
    const page = await onDesk()
    await heading(page, '现在没有该打的').waitFor()
    await accessible(page)

    const lines = [
      aLine('李桂兰', '13800000001'),
      aLine('王建国', '13800000002', 9, '骨科'),
      aLine('赵铁柱', '1380000', 7),
      aLine('孙秀英', '13800000004', 7, '肝胆科'),
    ]
    await button(page, '导入出院名单').click()
    await accessible(page)
    await chooseFile(page, lines)
    await heading(page, '会加 2 人。还有 2 行没读懂。').waitFor()
    await said(page, /不像电话/).waitFor()
    await said(page, /本院没有这个科室/).waitFor()
    expect(await button(page, /^导入，先把没读懂的定下来/).getAttribute('aria-disabled')).toBe('true')
    await accessible(page)
    await expect.poll(() => outcomesOf('李桂兰'), WRITTEN).toEqual([])

    await page.getByRole('checkbox', { name: /^没读懂的 2 行先不导/ }).click()
    await button(page, '导入').click()
    await heading(page, '导入好了，加了 2 人').waitFor()
    await accessible(page)
    await button(page, '好了').click()

    await heading(page, '该打的 2 人').waitFor()
    await line(page, /^王\*\*.*骨科.*超期 2 天/).waitFor()
    await line(page, /^李\*\*.*呼吸科.*今天/).waitFor()
    await rateOf(page, '本月').filter({ hasText: '随访率0%0 / 2' }).waitFor()
    await accessible(page)

    await button(page, '导入出院名单').click()
    await chooseFile(page, lines.slice(0, 2))
    await heading(page, '2 人已经在名单里。').waitFor()
    expect(await button(page, /^导入，没有要加的/).getAttribute('aria-disabled')).toBe('true')
  })

  it('are rung and asked by keyboard alone, and the rates move', async () => {
    const page = await onDesk()
    await line(page, /^王\*\*/).waitFor()
    await page.keyboard.press('j')
    await heading(page, '王建国').waitFor()
    await page.keyboard.press('j')
    await heading(page, '李桂兰').waitFor()
    await page.getByRole('link', { name: '电话 13800000001，拨打' }).waitFor()
    await accessible(page)

    await button(page, '打通了，开始问').focus()
    await page.keyboard.press('Enter')
    await heading(page, '回家这几天，药是按说明吃的吗？').waitFor()
    await said(page, /^通话中 0:0\d$/).waitFor()
    await accessible(page)
    await radio(page, /^都按时吃/).focus()
    await page.keyboard.press('ArrowDown')
    await page
      .getByRole('radio', { name: /^偶尔漏/, checked: true })
      .filter({ visible: true })
      .waitFor()
    await button(page, '下一题').focus()
    await page.keyboard.press('Enter')
    await heading(page, '什么时候回来复查，知道吗？').waitFor()
    await button(page, '没遇到这种情况，跳过').focus()
    await page.keyboard.press('Enter')
    await field(page, '还有什么想说的？').fill('吸的那个药嫌麻烦，两天没用。')

    await button(page, '说到红包，告诉怎么举报').click()
    await page.getByRole('link', { name: /12388，拨打$/ }).waitFor()
    await accessible(page)
    await button(page, '记下，结束').focus()
    await page.keyboard.press('Enter')
    await said(page, '已接通').waitFor()
    await expect.poll(() => outcomesOf('李桂兰'), WRITTEN).toEqual([['reached', 1]])
    expect(sheets()).toHaveLength(1)
    expect(sheets()[0]).toContain('"assisted"')
    await rateOf(page, '本月').filter({ hasText: '随访率50%1 / 2及时率50%1 / 2' }).waitFor()
    await accessible(page)
  })

  it('may not pick up, may hang up half-way, may refuse; what was said stays for the next call', async () => {
    const page = await onPhone()
    await line(page, /^王\*\*/).click()
    await button(page, '未接通').click()
    await said(page, '打过的电话').waitFor()
    await fits(page)
    await accessible(page)

    await button(page, '打通了，开始问').click()
    await radio(page, /^偶尔漏/).click()
    await fits(page)
    await accessible(page)
    await button(page, '挂断了').click()
    await notice(page, /上次答了 1 题/).waitFor()

    await page.reload()
    await line(page, /^王\*\*.*打过 1 次/).click()
    await button(page, '打通了，接着问').click()
    await page
      .getByRole('radio', { name: /^偶尔漏/, checked: true })
      .filter({ visible: true })
      .waitFor()
    await button(page, '挂断了').click()

    await button(page, '拒访').click()
    await notice(page, '这一次没有记答案。').waitFor()
    await expect.poll(() => outcomesOf('王建国'), WRITTEN).toEqual([['refused', 2]])
    await button(page, '记错了，撤回').click()
    await button(page, '未接通').waitFor()
    await expect.poll(() => outcomesOf('王建国'), WRITTEN).toEqual([[null, 1]])

    await button(page, '转投诉').click()
    await accessible(page)
    await button(page, '这一位记为“转投诉”').click()
    await button(page, '打开投诉页，照着写').waitFor()
    await expect.poll(() => outcomesOf('王建国'), WRITTEN).toEqual([['to_complaint', 2]])
  })

  it('lose nothing while the network is away, and are recorded once', async () => {
    const desk = await onDesk()
    await imported(desk, [aLine('周大勇', '13800000006')])
    const page = await onPhone()
    await line(page, /^周\*\*/).click()
    await button(page, '打通了，开始问').click()
    await radio(page, /^都按时吃/).click()
    await button(page, '下一题').click()
    await radio(page, /^知道/).click()
    await button(page, '下一题').click()
    const before = sheets().length

    // It arrives, and its answer is lost.
    await page.route(OVER_THE_WIRE, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await button(page, '记下，结束').click()
    await notice(page, /没连上网/).waitFor()
    await accessible(page)
    await page.unroute(OVER_THE_WIRE)
    await button(page, '再记一次').click()
    await notice(page, /答案已经记下/).waitFor()
    await expect.poll(() => outcomesOf('周大勇'), WRITTEN).toEqual([['reached', 1]])
    expect(sheets()).toHaveLength(before + 1)
  })

  it('answer themselves by a link that works once', async () => {
    const desk = await onDesk()
    await imported(desk, [aLine('吴桂珍', '13800000007')])
    await line(desk, /^吴\*\*/).click()
    await button(desk, '发链接，请本人填').click()
    await desk.getByRole('img', { name: /二维码/ }).waitFor()
    await accessible(desk)

    const id = (
      JSON.parse(
        cloud
          .exportAll()
          .split('\n')
          .find((row) => row.includes('吴桂珍')) ?? '',
      ) as { document: { id: string } }
    ).document.id
    const { value } = await cloud.call('survey', 'followUp', { id }, CALLER)
    const link = `${cloud.url}/#/packages/voice/survey/index?visit=${value?.['link'] as string}`
    const before = sheets().length
    const patient = await open(browser.phone(STILL), link)
    await button(patient, '开始').click()
    await radio(patient, /^都按时吃/).click()
    await button(patient, '下一题').click()
    await radio(patient, /^知道/).click()
    await button(patient, '下一题').click()
    await button(patient, '交上评价').click()
    await heading(patient, /^谢谢，/).waitFor()
    expect(sheets()).toHaveLength(before + 1)
    await expect.poll(() => outcomesOf('吴桂珍'), WRITTEN).toEqual([['answered_link', 0]])

    await patient.reload()
    await said(patient, /已经评过了/).waitFor()
    await desk.reload()
    await button(desk, '打完的').click()
    await line(desk, /^吴\*\*.*自己填了/).waitFor()
  })

  it('are followed up in the elder version too, where everything is large', async () => {
    const desk = await onDesk()
    await imported(desk, [aLine('郑秀兰', '13800000008', 7, '骨科')])
    const page = await onPhone()
    await line(page, /^郑\*\*/).waitFor()
    await button(page, '长辈版').click()
    await fits(page, ELDER)
    await accessible(page)
    await line(page, /^郑\*\*/).click()
    await heading(page, '郑秀兰').waitFor()
    await fits(page, ELDER)
    await accessible(page)
    await button(page, '打通了，开始问').click()
    await radio(page, /^都按时吃/).click()
    await fits(page, ELDER)
    await accessible(page)
  })
})

describe('whoever may not ring', () => {
  it('is told which post may, and sees nobody', async () => {
    const page = await open(
      browser.desktop(STILL),
      `${cloud.url}/as/administrator?to=${encodeURIComponent(FOLLOW_UPS)}`,
    )
    await notice(page, /要开通的岗位是“随访员”或“满意度专员”/).waitFor()
    expect(await page.getByText(/李\*\*/).count()).toBe(0)
    await accessible(page)
  })
})
