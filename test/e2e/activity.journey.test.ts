import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aPicture } from '../builders/photo.builder'
import { OPENIDS } from '../functions/opened.cloud'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, PATIENTS, type Ward, type Who } from './opened.ward'
import { button, field, heading, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'
import { choosePhoto } from './patient.steps'

const DESK = '/packages/publicity/activities/index'
const CHECK_IN = '/packages/culture/checkin/index'
const OPEN = '/packages/culture/activities/index'
const WORKS = '/packages/culture/works/index'
// A colour that is still on its way to another has neither one's contrast.
const STILL = { reducedMotion: 'reduce' } as const

const TITLE = '病人要转院，该怎么转'

let browser: RunningBrowser
let ward: Ward
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
  await ward.found()
  for (const [staffId, name, departmentId, roles, openid] of [
    ['S31', '宋医生', '03.01', ['editor'], PATIENTS.chen],
    ['S35', '罗护士', '03.01', [], PATIENTS.liu],
  ] as const) {
    const [number, code] = [`QJ-${staffId}`, `0123456789ABC${staffId}`]
    for (const [action, input, caller] of [
      ['addPerson', { staffId, number, name, departmentId, roles: [...roles] }, OPENIDS.administrator],
      ['invite', { people: [{ staffId, code }] }, OPENIDS.administrator],
      ['join', { number, code }, openid],
    ] as const) {
      expect(await ward.call('hospital', action, input, caller)).toMatchObject({ ok: true })
    }
  }
  const { value } = await ward.call('hospital', 'people', {}, OPENIDS.administrator)
  const { rev } = (value as unknown as { rows: { id: string; rev: number }[] }).rows.find(({ id }) => id === 'S2') ?? {}
  const person = { staffId: 'S2', rev, number: 'QJ-S2', name: '卢干事', departmentId: null, roles: ['publicity'] }
  expect(await ward.call('hospital', 'changePerson', person, OPENIDS.administrator)).toMatchObject({ ok: true })
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

const onDesk = async (who: Who, route = DESK): Promise<Page> => {
  const page = await (await browser.desktop(STILL)).newPage()
  await page.goto(ward.as(who, route))
  return page
}

const onPhone = async (route: string, who?: Who): Promise<Page> => {
  const page = await (await browser.phone(STILL)).newPage()
  await page.goto(who ? ward.as(who, route) : ward.page(route))
  return page
}

const check = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).filter({ visible: true })

const inElder = async (page: Page) => {
  await button(page, '长辈版').click()
  await isSound(page, ELDER_SIZE)
  await button(page, '普通版').click()
}

const codeOn = async (page: Page): Promise<string> => {
  const code = page.getByRole('group', { name: /^签到码 \d/ }).filter({ visible: true })
  return ((await code.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
}

describe('an activity', () => {
  it('is planned, checked in to by code, held, looked at by another and told to everybody', async () => {
    const desk = await onDesk('chen')
    await heading(desk, '这个月还没有排').waitFor()
    await button(desk, '排一场').click()
    await button(desk, '存下来').click()
    await said(desk, /^请写题目/).waitFor()
    await field(desk, '题目').fill(TITLE)
    await field(desk, '几点开始').fill('740')
    await field(desk, '几点结束').fill('8：00')
    await field(desk, '地点').fill('12 层东病区示教室')
    await field(desk, '应到几人').fill('43')
    await isSound(desk)
    await button(desk, '存下来').click()
    await heading(desk, TITLE).waitFor()
    await said(desk, '今天 7:40–8:00').waitFor()
    await isSound(desk)
    await button(desk, '打开签到码').click()
    await said(desk, /秒后换一个/).waitFor()
    await isSound(desk)

    const phone = await onPhone(CHECK_IN, 'liu')
    await field(phone, '6 位签到码').waitFor()
    await isSound(phone)
    await inElder(phone)
    await field(phone, '6 位签到码').fill('12')
    await button(phone, '看看是哪一场').click()
    await said(phone, /^签到码是 6 位数字/).waitFor()
    await field(phone, '6 位签到码').fill(await codeOn(desk))
    await button(phone, '看看是哪一场').click()
    await heading(phone, TITLE).waitFor()
    await said(phone, /不取位置，不拍照/).waitFor()
    await isSound(phone)
    await inElder(phone)
    await button(phone, '签到').click()
    await said(phone, /^签到好了/).waitFor()
    await inElder(phone)
    await said(desk, '到了 1 人').waitFor()

    await button(desk, '收起签到').click()
    await button(desk, '谁来了').click()
    await desk.getByRole('dialog', { name: '谁来了' }).getByText('罗护士').waitFor()
    await isSound(desk)
    await desk.keyboard.press('Escape')
    // The list and the one beside it, by the keyboard alone.
    await button(desk, new RegExp(`^${TITLE}`)).focus()
    await desk.keyboard.press('Enter')
    await button(desk, '办完了').focus()
    await desk.keyboard.press('Enter')
    const form = desk.getByRole('dialog', { name: '办完了' })
    await form.getByText('签到的：1 人').waitFor()
    await field(desk, '给大家看的几句话').fill('讲了转院的规矩：病情需要才转，转到哪里由病情定。')
    await choosePhoto(desk, aPicture({ width: 640, height: 480 }))
    await form.getByText('已传好').waitFor()
    await check(desk, '第 1 张给大家看').click()
    await said(desk, '给大家看的照片，请写一句画面里是什么').waitFor()
    await field(desk, '第 1 张画面里是什么').fill('示教室里坐满了人')
    await isSound(desk)
    await form.getByRole('button', { name: '办完了' }).click()
    await said(desk, '1 人，按签到的').waitFor()
    await said(desk, '宣传科或纪检的同事看过以后，大家才看得到。').waitFor()
    expect(await button(desk, '给大家看').count()).toBe(0)

    const open = await onPhone(OPEN)
    await heading(open, '还没有登出来的活动').waitFor()
    await isSound(open)
    const publicist = await onDesk('colleague')
    await button(publicist, new RegExp(`^${TITLE}`)).click()
    await button(publicist, '给大家看').click()
    await button(publicist, '从公开页拿下来').waitFor()
    expect(await button(publicist, '谁来了').count()).toBe(0)
    await button(publicist, '月历').click()
    await isSound(publicist)

    await open.reload()
    await link(open, new RegExp(TITLE)).waitFor()
    await isSound(open)
    await inElder(open)
    await link(open, new RegExp(TITLE)).click()
    await said(open, /^讲了转院的规矩/).waitFor()
    await button(open, '示教室里坐满了人，放大看').waitFor()
    await isSound(open)
    await inElder(open)
    expect(await open.getByText(/罗护士|宋医生|卢干事/).count()).toBe(0)

    await button(publicist, '清单').click()
    await heading(publicist, '各科清单').waitFor()
    await isSound(publicist)
    await button(publicist, '统计').click()
    await heading(publicist, /办了 1 场$/).waitFor()
    await isSound(publicist)
    const [file] = await Promise.all([
      publicist.waitForEvent('download'),
      button(publicist, '存成表格（XLSX）').click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^活动 \d{4} 年 青衿市人民医院\.xlsx$/)

    await desk.reload()
    await button(desk, new RegExp(`^${TITLE}`)).click()
    await button(desk, '记错了，作废').click()
    await field(desk, '原因').fill('和晨会记重了')
    await button(desk, '作废').click()
    await said(desk, '作废了：和晨会记重了').waitFor()
    await open.goto(ward.page(OPEN))
    await open.reload()
    await heading(open, '还没有登出来的活动').waitFor()
  })
})

describe('a work', () => {
  it('is handed in, looked at by another, hung and taken down by its author', async () => {
    const phone = await onPhone(WORKS, 'liu')
    await heading(phone, '还没有挂出来的作品').waitFor()
    await isSound(phone)
    await button(phone, '本院职工，交一件').click()
    await button(phone, '交一件作品').click()
    await field(phone, '题目').fill('夜里的一盏灯')
    await field(phone, '怎么署名').fill('呼吸科一位护士')
    await field(phone, '文字').fill('凌晨三点，走廊的灯还亮着。\n她把信封退了回去。')
    await choosePhoto(phone, aPicture({ width: 480, height: 640 }))
    await said(phone, '已传好').waitFor()
    await field(phone, '第 1 张画面里是什么').fill('走廊尽头的一盏灯')
    await button(phone, /请先勾上同意展出$/).waitFor()
    await check(phone, /^同意挂出来/).click()
    await isSound(phone)
    await inElder(phone)
    await button(phone, '交上去').click()
    await said(phone, '等人看').waitFor()
    await isSound(phone)

    const desk = await onDesk('colleague')
    await button(desk, '作品').click()
    await button(desk, /^夜里的一盏灯/).click()
    await said(desk, '罗护士 · 呼吸科').waitFor()
    await isSound(desk)
    await button(desk, '挂出来').click()
    await button(desk, '拿下来').waitFor()

    const open = await onPhone(WORKS)
    await isSound(open)
    await inElder(open)
    await link(open, /夜里的一盏灯/).click()
    await said(open, '她把信封退了回去。').waitFor()
    await isSound(open)
    expect(await open.getByText('罗护士').count()).toBe(0)

    await button(phone, '撤下《夜里的一盏灯》').click()
    await phone.getByRole('alertdialog').getByRole('button', { name: '撤下' }).click()
    await said(phone, '撤下了').waitFor()
    await open.goto(ward.page(WORKS))
    await open.reload()
    await heading(open, '还没有挂出来的作品').waitFor()
  })
})
