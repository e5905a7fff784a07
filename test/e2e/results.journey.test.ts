import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type AnsweredWard, LAST, LAST_NAME, LAST_SHORT, openAnsweredWard, WORDS } from './answered.ward'
import { type RunningBrowser, sharedBrowser } from './browser'
import { button, field, heading, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const RESULTS = '/packages/satisfaction/results/index'
const STILL = { reducedMotion: 'reduce' } as const

let browser: RunningBrowser
let ward: AnsweredWard
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openAnsweredWard()
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

const onDesk = async (persona: string, route = RESULTS): Promise<Page> => {
  const page = await (await browser.desktop(STILL)).newPage()
  await page.goto(ward.signIn(persona, route))
  return page
}

const headline = (page: Page) => heading(page, new RegExp(`^${LAST_SHORT}住院，68\\.2% 的人答“非常满意”`))
const rowOf = (page: Page, table: string, name: string) =>
  page.getByRole('table', { name: table }).filter({ visible: true }).getByRole('row').filter({ hasText: name })

describe('the results before anybody was asked', () => {
  it('lead the survey officer to a questionnaire, and tell a leader whom to ask', async () => {
    const office = await onDesk('surveyor')
    await heading(office, '还没有问卷').waitFor()
    await isSound(office)
    await button(office, '去做一份问卷').click()
    await heading(office, /问卷/).first().waitFor()

    const leader = await onDesk('leader')
    await said(leader, '请满意度专员先发布问卷').waitFor()
    expect(await button(leader, '去做一份问卷').count()).toBe(0)
    await isSound(leader)
  })
})

describe('the results of a quarter', () => {
  beforeAll(() => ward.answer())

  it('say in one sentence how it stands, and keep the assisted and the browser answers apart', async () => {
    const leader = await onDesk('leader')
    await headline(leader).waitFor()
    await said(leader, '饭菜质量的 95% 区间在全院线以下').waitFor()
    await said(leader, '180 / 264 份').waitFor()
    await said(leader, '有人代填 20 份，另列').waitFor()
    await said(leader, '网页里填的 3 份只记个数').waitFor()
    await said(leader, '出院人次暂无数据').waitFor()
    await isSound(leader)
  })

  it('hide what is too few and what would give it away, in the order of the hospital', async () => {
    const leader = await onDesk('leader')
    await rowOf(leader, '各科室', '呼吸科').getByText('75.0').waitFor()
    await rowOf(leader, '各科室', '疼痛科').getByText('不足 10 份，不显示').waitFor()
    await leader.getByRole('table', { name: '各科室' }).getByText('一并不显示，免得倒推').first().waitFor()
    const names = await leader
      .getByRole('table', { name: '各科室' })
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(1).map((row) => row.firstElementChild?.textContent))
    expect(names).toEqual(['呼吸科', '骨科', '妇产科', '康复医学科', '疼痛科'])
  })

  it('lead down to a department and its questions by keys alone', async () => {
    const leader = await onDesk('leader')
    await button(leader, '骨科，往下看').focus()
    await leader.keyboard.press('Enter')
    const panel = leader.getByRole('dialog', { name: `骨科，${LAST_SHORT}住院` })
    await panel.getByText(/答“非常满意” 60\.0%/).waitFor()
    await panel.getByRole('list', { name: '题目' }).getByText('医院的饭菜，您满意吗？').waitFor()
    await isSound(leader)
    await leader.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })

    const months = leader.getByRole('listbox', { name: '每月一个' })
    await months.getByRole('option', { selected: true }).focus()
    await leader.keyboard.press('Home')
    await months.getByRole('option', { selected: true }).and(leader.locator(':focus')).waitFor()
    await button(leader, '看成表格').focus()
    await leader.keyboard.press('Enter')
    await leader.getByRole('table', { name: '答最好的比例，按月' }).waitFor()
    await isSound(leader)

    await button(leader, '怎么算的 ›').focus()
    await leader.keyboard.press('Enter')
    await leader
      .getByRole('dialog', { name: '怎么算的' })
      .getByText(/Wilson 区间/)
      .waitFor()
    await isSound(leader)
  })

  it('show no department of a quarter that runs, and say why', async () => {
    const page = await onDesk('surveyor', `${RESULTS}?period=${new Date().getUTCFullYear()}`)
    await button(page, '科室').click()
    await page
      .getByRole('dialog', { name: '看哪个科室' })
      .getByText(/没完，先不分科室：前后两天一减，就知道是谁答的/)
      .waitFor()
    await isSound(page)
  })

  it('open on the period that is chosen', async () => {
    const page = await onDesk('leader')
    await headline(page).waitFor()
    await button(page, `${LAST_NAME}，换一段`).click()
    const panel = page.getByRole('dialog', { name: '看哪一段' })
    await isSound(page)
    await panel.getByRole('button', { name: `${LAST.slice(0, 4)} 年全年` }).click()
    await button(page, `${LAST.slice(0, 4)} 年，换一段`).waitFor()
  })

  it('are unfolded option by option, and lead to what is done about a question below its limit', async () => {
    const page = await onDesk('surveyor')
    await button(page, /^医院的饭菜，您满意吗？，看选项/).click()
    const options = page.getByRole('list', { name: '选项' })
    await options.getByText('180 份', { exact: true }).waitFor()
    await isSound(page)
    await page.getByRole('link', { name: /^医院的饭菜.*去“我们改了”/ }).click()
    await page.waitForURL(/improvements/)
  })
})

describe('what people wrote', () => {
  it('is sorted into themes, counted and found again by them', async () => {
    const page = await onDesk('surveyor')
    await headline(page).waitFor()
    await button(page, '留言').click()
    const panel = page.getByRole('dialog', { name: '住院的留言' })
    const item = (words: string) => panel.getByRole('listitem').filter({ hasText: words })
    await item(WORDS[0] ?? '')
      .getByText('骨科')
      .waitFor()
    await item(WORDS[0] ?? '')
      .getByRole('button', { name: /^归到主题/ })
      .click()
    await isSound(page)
    await field(page, '新主题').fill('热水')
    await panel.getByRole('button', { name: '加上' }).click()
    await panel.getByRole('button', { name: '存好' }).click()
    await panel.getByRole('button', { name: '主题“热水”，1 条' }).waitFor()

    await item(WORDS[1] ?? '')
      .getByRole('button', { name: /^归到主题/ })
      .click()
    await panel
      .getByRole('group', { name: /^主题，最多/ })
      .getByRole('button', { name: '热水' })
      .click()
    await field(page, '新主题').fill('饭菜')
    await panel.getByRole('button', { name: '存好' }).click()
    await panel.getByRole('button', { name: '主题“热水”，2 条' }).click()
    await item(WORDS[1] ?? '').waitFor()
    expect(await item(WORDS[2] ?? '').count()).toBe(0)

    await panel.getByRole('button', { name: '还没归类' }).click()
    await item(WORDS[2] ?? '').waitFor()
    expect(await panel.getByRole('listitem').count()).toBe(1)
    await isSound(page)
  })

  it('says that the network is gone, and goes on when it is back', async () => {
    const page = await onDesk('surveyor')
    await headline(page).waitFor()
    await page.route('**/api/fn/survey', (route) => route.abort())
    await button(page, '留言').click()
    const panel = page.getByRole('dialog', { name: '住院的留言' })
    await panel.getByText(/没连上网/).waitFor()
    await isSound(page)
    await page.unroute('**/api/fn/survey')
    await panel.getByRole('button', { name: '再试一次' }).click()
    await panel.getByText(WORDS[2] ?? '').waitFor()
  })

  it('is not for a leader, by no way', async () => {
    const leader = await onDesk('leader')
    await headline(leader).waitFor()
    expect(await button(leader, '留言').count()).toBe(0)
    await button(leader, '导出').click()
    expect(await button(leader, '知道了，留言另存一份').count()).toBe(0)
    const body = { action: 'texts', input: { rater: 'inpatient', theme: null, unread: false, after: null } }
    const answer = await ward.invoke('survey', body, { openid: 'demo-openid-leader-fang' })
    expect(answer).toMatchObject({ ok: false, code: 'auth.forbidden' })
  })
})

describe('the results are taken along', () => {
  const taken = async (page: Page, name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const sheetsIn = async (bytes: Buffer) => new Map((await readWorkbook(bytes)).map(({ sheet, data }) => [sheet, data]))

  it('as a workbook whose numbers are numbers and whose hidden cells are words', async () => {
    const page = await onDesk('surveyor')
    await headline(page).waitFor()
    await button(page, '导出').click()
    await isSound(page)
    const { name, bytes } = await taken(page, '存成表格（XLSX）')
    expect(name).toMatch(/^满意度 住院患者 .*\.xlsx$/)
    const sheets = await sheetsIn(bytes)
    expect([...sheets.keys()]).toEqual(['概要', '方面', '题目', '科室', '走势', '口径'])
    const row = (sheet: string, first: string) => sheets.get(sheet)?.find(([cell]) => cell === first)
    expect(row('概要', '自己填的')?.slice(5, 7)).toEqual([180, 264])
    expect(row('科室', '呼吸科')?.slice(5, 8)).toEqual([90, 120, 75])
    expect(new Set(row('科室', '疼痛科')?.slice(1))).toEqual(new Set(['不足 10 份，不显示']))
    expect(
      sheets
        .get('走势')
        ?.slice(1)
        .map((cells) => cells[2]),
    ).toContain(80)
  })

  it('as a picture, and, for the office, the words in a file of their own', async () => {
    const page = await onDesk('surveyor')
    await headline(page).waitFor()
    await button(page, '导出').click()
    const picture = await taken(page, '存成图片')
    expect(PNG.sync.read(picture.bytes).width).toBeGreaterThan(700)
    await said(page, '看得出是谁写的').waitFor()
    const words = await sheetsIn((await taken(page, '知道了，留言另存一份')).bytes)
    const rows = words.get('留言')?.slice(1) ?? []
    expect(rows.map((cells) => cells[3]).sort()).toEqual([...WORDS].sort())
    expect(rows.find((cells) => cells[3] === WORDS[1])?.[4]).toBe('热水、饭菜')
  })
})

describe('on a phone', () => {
  it('the results are read with large letters, a few parts at a time', async () => {
    const page = await (await browser.phone(STILL)).newPage()
    await page.goto(ward.signIn('leader', RESULTS))
    await headline(page).waitFor()
    await isSound(page)
    await button(page, '长辈版').first().click()
    await button(page, '再看题目和科室').click()
    await rowOf(page, '各科室', '疼痛科').waitFor()
    await isSound(page, ELDER_SIZE)
  })

  it('are refused to whoever they are not for, with the words whom to ask', async () => {
    const handler = await onDesk('handler')
    await handler.getByRole('alert').first().waitFor()
    expect(await headline(handler).count()).toBe(0)
    await isSound(handler)
  })
})
