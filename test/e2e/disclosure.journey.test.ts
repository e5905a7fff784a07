import { beijingDay, dayInWords, daysAfter, type Instant } from '#domain/instant'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { OPENIDS } from '../functions/opened.cloud'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, PATIENTS, type Ward } from './opened.ward'
import { button, field, heading, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const INDEX = '/packages/culture/disclosures/index'
const DESK = '/packages/publicity/disclosures/index'
const STILL = { reducedMotion: 'reduce' } as const

const now = Date.now() as Instant
const today = beijingDay(now)
const todayInWords = dayInWords(now, now)

const TITLE = '轮椅二十台采购结果'
const WRONG = '每台 460 元。'
const RIGHT = '每台 640 元。'

let browser: RunningBrowser
let ward: Ward
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
  await ward.found()
  const must = async (name: string, action: string, input: unknown, openid: string) =>
    expect(await ward.call(name, action, input, openid)).toMatchObject({ ok: true })
  await must('hospital', 'addDepartment', { id: 'F07', name: '采购办' }, OPENIDS.administrator)
  for (const [staffId, name, departmentId, role, code, openid] of [
    ['D1', '宋医生', 'F07', 'editor', '0123456789ABCDYA', PATIENTS.liu],
    ['D4', '卢干事', null, 'publicity', '0123456789ABCDYB', PATIENTS.chen],
  ] as const) {
    const number = `QJ-${staffId}`
    const person = { staffId, number, name, departmentId, roles: [role] }
    await must('hospital', 'addPerson', person, OPENIDS.administrator)
    await must('hospital', 'invite', { people: [{ staffId, code }] }, OPENIDS.administrator)
    await must('hospital', 'join', { number, code }, openid)
  }
  for (const slot of ['procurement-results', 'donations']) {
    const settings = {
      audience: 'public',
      ownerId: 'F07',
      withinWorkingDays: 20,
      everyMonths: null,
      basis: '',
      basisChecked: false,
    }
    await must('culture', 'keepSlot', { slot, rev: null, ...settings }, PATIENTS.chen)
  }
  const late = { id: 'ab'.repeat(16), slot: 'donations', what: '收到一批捐赠', occurredOn: daysAfter(today, -60) }
  await must('culture', 'announceDisclosure', late, PATIENTS.chen)
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

const onPhone = async (route: string): Promise<Page> => {
  const page = await (await browser.phone(STILL)).newPage()
  await page.goto(ward.page(route))
  return page
}

const onDesk = async (who: keyof typeof PATIENTS): Promise<Page> => {
  const page = await (await browser.desktop(STILL)).newPage()
  await page.goto(ward.as(who, DESK))
  return page
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).filter({ visible: true })

const inElder = async (page: Page) => {
  await button(page, '长辈版').click()
  await isSound(page, ELDER_SIZE)
  await button(page, '普通版').click()
}

/** To a control by the keyboard alone, and on it. */
const press = async (page: Page, name: string | RegExp) => {
  await button(page, name).focus()
  await page.keyboard.press('Enter')
}

describe('what must be made public', () => {
  it('is written by its owner, confirmed by somebody else, read with its dates, put right and kept', async () => {
    const owner = await onDesk('liu')
    await heading(owner, '1 项逾期').waitFor()
    await press(owner, /^采购结果/)
    await heading(owner, '采购结果').waitFor()
    await isSound(owner)
    await press(owner, '写一条')
    await press(owner, '送去确认')
    await said(owner, '写一个标题，至少两个字。').waitFor()
    await field(owner, '标题').fill(TITLE)
    await field(owner, '内容').fill(WRONG)
    // What is not saved lies on this computer.
    await owner.reload()
    await press(owner, /^采购结果/)
    await press(owner, '写一条')
    await said(owner, /上次写到一半的字还在这里/).waitFor()
    expect(await field(owner, '内容').inputValue()).toBe(WRONG)
    await isSound(owner)
    await press(owner, '送去确认')
    await said(owner, /您写过这一条，请另一位/).waitFor()
    expect(await button(owner, '确认，公开').count()).toBe(0)

    const reader = await onPhone(INDEX)
    await said(reader, '1 项逾期').waitFor()
    await link(reader, /^捐赠公示.*已晚 \d+ 个工作日，还没有说明/).waitFor()
    expect(await reader.getByText('收到一批捐赠').count()).toBe(0)
    expect(await reader.getByText(TITLE).count()).toBe(0)
    await isSound(reader)
    await inElder(reader)

    const second = await onDesk('chen')
    await said(second, /条等您办/).waitFor()
    await press(second, new RegExp(`^${TITLE}`))
    await press(second, '确认，公开')
    await isSound(second)
    await press(second, '公开')
    await said(second, '宋医生写，卢干事确认').waitFor()
    await isSound(second)

    await reader.reload()
    await link(reader, new RegExp(`^采购结果.*${TITLE}.*${todayInWords}`)).click()
    await heading(reader, '采购结果').last().waitFor()
    await isSound(reader)
    await inElder(reader)
    await link(reader, new RegExp(`^${TITLE}`)).click()
    await said(reader, WRONG).waitFor()
    await said(reader, '最晚应公开').waitFor()
    await isSound(reader)

    await press(second, '更正')
    await field(second, '为什么更正').fill('单价写反了')
    await field(second, '内容').fill(RIGHT)
    await press(second, '送去确认')
    await said(second, /您写过这一条/).waitFor()
    // Nobody is left who may confirm what the publicity officer wrote: the reader still sees the first words.
    await reader.reload()
    await said(reader, WRONG).waitFor()
    await press(second, '不更正了')
    await second.getByRole('alertdialog').getByRole('button', { name: '不更正了' }).press('Enter')
    await press(owner, /^采购结果/)
    await press(owner, new RegExp(`^${TITLE}`))
    await press(owner, '更正')
    await field(owner, '为什么更正').fill('单价写反了')
    await field(owner, '内容').fill(RIGHT)
    await press(owner, '送去确认')
    await said(owner, /您写过这一条/).waitFor()
    await second.reload()
    await press(second, new RegExp(`^${TITLE}.*更正`))
    await press(second, '确认，公开')
    await press(second, '公开')
    await said(second, '更正：单价写反了').waitFor()

    await reader.reload()
    await said(reader, RIGHT).waitFor()
    await button(reader, /^旧版/).click()
    await said(reader, /这是旧版/).waitFor()
    await said(reader, WRONG).waitFor()
    await isSound(reader)
    await inElder(reader)
    await button(reader, '看现在的').click()
    await said(reader, RIGHT).waitFor()
  })

  it('is found by its title, counted with its rows, and promised where it is late', async () => {
    const owner = await onDesk('liu')
    await press(owner, /^捐赠公示/)
    await press(owner, '说哪天补上')
    await owner.getByLabel('答应哪天补上').fill(daysAfter(today, 5))
    await press(owner, '答应这一天')
    await said(owner, /采购办答应/).waitFor()
    await press(owner, '看公开及时率')
    await said(owner, /应当公开 1 条，按时 0 条，0\.0%/).waitFor()
    await isSound(owner)

    const reader = await onPhone(INDEX)
    await link(reader, /^捐赠公示.*采购办答应/).waitFor()
    await button(reader, '长辈版').click()
    await button(reader, '看公开及时率').click()
    await said(reader, /应当公开 1 条，按时 0 条，0\.0%/).waitFor()
    expect(await reader.getByText('收到一批捐赠').count()).toBe(0)
    await isSound(reader, ELDER_SIZE)
    await button(reader, /^还没有公开的一条，捐赠公示/).click()
    await heading(reader, '捐赠公示').last().waitFor()
    await reader.goBack()
    await button(reader, '关上').click()
    await button(reader, '普通版').click()
    await button(reader, '查找').click()
    await field(reader, '找事项、标题里的字').fill('轮椅')
    await button(reader, '找一找').click()
    await link(reader, new RegExp(`^${TITLE}，采购结果`)).waitFor()
    // A slot is found where nothing was ever public in it.
    await field(reader, '找事项、标题里的字').fill('捐赠')
    await button(reader, '找一找').click()
    await reader
      .getByRole('list', { name: '哪一项里' })
      .getByRole('link', { name: /^捐赠公示/ })
      .waitFor()
    await isSound(reader)
    await link(reader, '对职工').click()
    await said(reader, /请先登录/).waitFor()
    expect(await reader.getByText('职称评聘').count()).toBe(0)
    await isSound(reader)
  })
})
