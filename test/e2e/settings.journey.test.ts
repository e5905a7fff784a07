import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { NOTICE_TEXT_OF_2027 } from '../functions/calendar.notice.sample'
import { type RunningBrowser, sharedBrowser } from './browser'
import { button, field, heading, notice, radio } from './page.parts'
import { isSound } from './page.sound'

const SETTINGS = '/packages/admin/settings/index'
const SETUP_CODE = 'OPEN-FOR-THIS-JOURNEY'
const STILL = { reducedMotion: 'reduce' } as const

let browser: RunningBrowser
let hospital: Hospital
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  const startedAt = Date.now()
  const december = Date.parse('2026-12-01T09:00:00+08:00')
  hospital = await openHospital({
    seed: false,
    functionEnvironment: { hospital: { SETUP_CODE } },
    clock: () => december + (Date.now() - startedAt),
  })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const item = (page: Page, name: RegExp) =>
  page.getByRole('listitem').filter({ visible: true }).filter({ hasText: name })
const opens = (page: Page, name: RegExp) => item(page, name).getByRole('button').first().click()
const saved = (page: Page) => notice(page, '存好了').waitFor()

describe('the first day of a hospital', () => {
  it('begins at the landing page, with the one-time code', async () => {
    const page = await (await browser.phone(STILL)).newPage()
    await page.goto(hospital.signIn('administrator'))
    await heading(page, '还没有开通').waitFor()
    await isSound(page)
    await button(page, '我是管理员，来开通').click()

    await field(page, '开通码').fill('GUESS')
    await button(page, '下一步').click()
    await page.getByText('请写您的姓名').filter({ visible: true }).waitFor()
    await field(page, '您的姓名').fill('韩工')
    await isSound(page)
    await button(page, '下一步').click()
    await field(page, '医院名称').fill('青衿市人民医院')
    await button(page, '下一步').click()
    await heading(page, '医院承诺什么').waitFor()
    await button(page, '下一步').click()
    await button(page, '下一步').click()
    await page.getByText('电话和邮箱至少写一个。').filter({ visible: true }).waitFor()
    await field(page, '电话').fill('0000-555-0120')
    await isSound(page)
    await button(page, '下一步').click()
    await heading(page, '就这些').waitFor()
    await isSound(page)
    await button(page, '开通医院').click()

    // The code was wrong: everything else is still there.
    await notice(page, '开通码不对').waitFor()
    await field(page, '开通码').fill(SETUP_CODE)
    for (const _ of [1, 2, 3, 4]) await button(page, '下一步').click()
    await button(page, '开通医院').click()

    await heading(page, '开通还差 5 步').waitFor()
    await isSound(page)
    await page.context().close()
  })
})

describe('the settings', () => {
  it('take departments one by one and by pasting, and say what they did not understand', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await page.goto(hospital.signIn('administrator', SETTINGS))
    await opens(page, /^加科室/)
    await heading(page, '还没有科室').waitFor()
    await isSound(page)
    await button(page, '加一个科室').click()
    await field(page, '科室名称').fill('医患关系办公室')
    await opens(page, /F01$/)
    await button(page, '保存').click()
    await heading(page, '1 个科室').waitFor()

    await button(page, '一次加许多').click()
    await field(page, '粘贴在这里').fill('03.01 呼吸内科\n99 没有这个\nF01 医患办\n20 急诊科')
    await heading(page, '看不懂 1 行').waitFor()
    await item(page, /第 2 行：99/).waitFor()
    await heading(page, '新加 2 个').waitFor()
    await heading(page, '改名 1 个').waitFor()
    await isSound(page)
    await button(page, '写入这 3 个').click()
    await heading(page, '3 个科室').waitFor()
    await isSound(page)

    await opens(page, /^急诊科/)
    await button(page, '停用这个科室').click()
    await heading(page, '2 个科室').waitFor()
    await item(page, /停用了/).waitFor()
    await page.context().close()
  })

  it('are saved by section; two administrators do not overwrite each other, and nothing typed is lost', async () => {
    const [one, other] = await Promise.all([browser.desktop(STILL), browser.phone(STILL)])
    const [desk, phone] = [await one.newPage(), await other.newPage()]
    await desk.goto(hospital.signIn('administrator', SETTINGS))
    await opens(desk, /^医院名称/)
    await field(desk, '医院名称').fill('青衿市第一人民医院')

    await phone.goto(hospital.signIn('administrator', SETTINGS))
    await opens(phone, /^期限/)
    await field(phone, '答复投诉').fill('6')
    await button(phone, '保存').click()
    await phone.getByText('请写 1 到 5 之间的整数。').filter({ visible: true }).waitFor()
    await field(phone, '答复投诉').fill('4')
    await isSound(phone)
    await button(phone, '保存').click()
    await saved(phone)

    await button(desk, '保存').click()
    await notice(desk, '您写的还在').waitFor()
    expect(await field(desk, '医院名称').inputValue()).toBe('青衿市第一人民医院')
    await isSound(desk)
    await button(desk, '保存').click()
    await saved(desk)

    await opens(desk, /^监督电话和邮箱/)
    await button(desk, '再加一个').click()
    await radio(desk, /^纪检监察/).click()
    await field(desk, '部门名称').fill('纪检监察室')
    await field(desk, '邮箱').fill('jijian@example.org')
    await isSound(desk)
    await button(desk, '保存').click()
    await saved(desk)

    await desk.goto(hospital.page('/packages/supervision/channels/index'))
    await desk.getByText('jijian@example.org').filter({ visible: true }).waitFor()
    await one.close()
    await other.close()
  })

  it('say what the complaint rates count, and have everything counted anew', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await page.goto(hospital.signIn('administrator', SETTINGS))
    await opens(page, /^投诉率/)
    const counted = (name: RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true })
    await counted(/^建议，.*默认不算$/).click()
    await radio(page, /^每万出院人次多少件$/).click()
    await isSound(page)
    await button(page, '保存').click()
    await saved(page)
    await page.reload()
    await opens(page, /^投诉率/)
    await counted(/^建议/)
      .and(page.getByRole('checkbox', { checked: true }))
      .waitFor()
    await radio(page, /^每万出院人次多少件$/)
      .and(page.getByRole('radio', { checked: true }))
      .waitFor()

    await button(page, '重新统计').click()
    await notice(page, '已经排上，一分钟内开始').waitFor()
    await isSound(page)
    await hospital.fireTimer('rollup')
    await page.reload()
    await opens(page, /^投诉率/)
    await notice(page, /统计好的，一共 \d+ 个月/).waitFor()
    await page.context().close()
  })

  it('take next year’s notice as it was published, and can give it back', async () => {
    const page = await (await browser.phone(STILL)).newPage()
    await page.goto(hospital.signIn('administrator', SETTINGS))
    await opens(page, /^日历/)
    await page.getByText('还没有 2027 年的放假安排').filter({ visible: true }).waitFor()
    await isSound(page)
    await button(page, '加一年的放假安排').click()
    await field(page, '通知全文').fill(NOTICE_TEXT_OF_2027.replace('1月1日（周五）', '1月1日（周四）'))
    await item(page, /第 2 行.*星期和日期对不上/).waitFor()
    await field(page, '通知全文').fill(NOTICE_TEXT_OF_2027)
    await page.getByRole('img', { name: /^2027 年 10 月：10 月 1 日至 7 日放假，10 月 9 日上班$/ }).waitFor()
    await field(page, '通知的网址').fill('https://www.gov.cn/zhengce/2027.htm')
    await isSound(page)
    await button(page, '对照过了，保存').click()
    await heading(page, /^2027 年$/).waitFor()
    await isSound(page)
    await button(page, '撤回 2027 年的安排').click()
    await button(page, '撤回').click()
    await page.getByText('还没有 2027 年的放假安排').filter({ visible: true }).waitFor()
    await page.context().close()
  })
})
