import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aPicture } from '../builders/photo.builder'
import { OPENIDS } from '../functions/opened.cloud'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, PATIENTS, type Ward } from './opened.ward'
import { button, field, heading, radio, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'
import { choosePhoto, photoThat } from './patient.steps'

const PAPER = '/packages/voice/praise/index?scene=t%3DW-1'
const WALL = '/packages/voice/praises/index'
const CHANGED = '/packages/voice/changed/index'
const DESK = '/packages/satisfaction/praise/index'
const BOARD = '/packages/satisfaction/improvements/index'
// A colour that is still on its way to another has neither one's contrast.
const STILL = { reducedMotion: 'reduce' } as const

const WHOM = '12 层东病区夜班护士'
const WORDS = '我妈夜里咳，王小妹每次都来扶她坐起来。'
const REVIEWED = '我妈夜里咳，夜班护士每次都来扶她坐起来。'

const dayAhead = (days: number) => daysAfter(beijingDay(Date.now() as Instant), days)

let browser: RunningBrowser
let ward: Ward
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
  await ward.found()
  const person = { staffId: 'S11', number: 'QJ-S11', name: '叶主任', departmentId: null, roles: ['survey_officer'] }
  const code = '0123456789ABCDEJ'
  for (const [action, input, openid] of [
    ['addPerson', person, OPENIDS.administrator],
    ['invite', { people: [{ staffId: 'S11', code }] }, OPENIDS.administrator],
    ['join', { number: 'QJ-S11', code }, PATIENTS.chen],
  ] as const) {
    expect(await ward.call('hospital', action, input, openid)).toMatchObject({ ok: true })
  }
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

const onDesk = async (route: string): Promise<Page> => {
  const page = await (await browser.desktop(STILL)).newPage()
  await page.goto(ward.as('chen', route))
  return page
}

const check = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true })

const inElder = async (page: Page) => {
  await button(page, '长辈版').click()
  await isSound(page, ELDER_SIZE)
  await button(page, '普通版').click()
}

describe('thanks', () => {
  it('go from a phone to the office and, in reviewed words, to the wall', async () => {
    const phone = await onPhone(PAPER)
    await heading(phone, '想谢谢谁？').waitFor()
    await said(phone, '请写上想谢谢谁').waitFor()
    await isSound(phone)
    await inElder(phone)
    await field(phone, '谢谁').fill(WHOM)
    await field(phone, '感谢的话').fill(WORDS)
    await choosePhoto(phone, aPicture({ width: 640, height: 480, grain: true }))
    await photoThat(phone, '已传好').waitFor()
    await radio(phone, /^可以登出来/).click()
    await said(phone, '3 天内把话带到，带到了告诉您').waitFor()

    // What was written waits on this phone for whoever comes back.
    await phone.reload()
    await heading(phone, '想谢谢谁？').waitFor()
    await photoThat(phone, '已传好').waitFor()
    expect(await field(phone, '感谢的话').inputValue()).toBe(WORDS)
    await button(phone, '送出').click()
    await heading(phone, '收到了，谢谢您说出来。').waitFor()
    await isSound(phone)
    await inElder(phone)

    const desk = await onDesk(DESK)
    await heading(desk, '1 条要带到').waitFor()
    await button(desk, new RegExp(`^${WHOM}`)).click()
    await heading(desk, WHOM).waitFor()
    await field(desk, '带给了谁').fill('呼吸科夜班护士')
    await isSound(desk)
    await button(desk, '带到了').click()
    await button(desk, '登到感谢墙上').click()
    await field(desk, '登到墙上的话').fill(REVIEWED)
    await check(desk, '登第 1 张').click()
    await button(desk, /^登出来，请先看照片/).waitFor()
    await check(desk, '照片里的姓名和脸都盖住了').click()
    await isSound(desk)
    await button(desk, '登出来').click()
    await heading(desk, '墙上写的').waitFor()

    const wall = await onPhone(WALL)
    await said(wall, REVIEWED).waitFor()
    await button(wall, /^看照片/).click()
    await button(wall, /^照片 1，共 1 张/).waitFor()
    expect(await wall.getByText('王小妹').count()).toBe(0)
    await isSound(wall)
    await inElder(wall)

    await phone.goto(ward.page(PAPER))
    await phone.reload()
    await said(phone, /带给了呼吸科夜班护士/).waitFor()
    await button(phone, /^不要登出来/).click()
    await button(phone, '不要登了').click()
    await said(phone, '带到了').waitFor()
    await wall.reload()
    await heading(wall, '墙上还没有').waitFor()
  })

  it('are counted for whoever asks', async () => {
    const desk = await onDesk(DESK)
    await button(desk, '按月、按科室数一数').click()
    await desk.getByRole('dialog', { name: '近十二个月的表扬' }).getByText('呼吸科').waitFor()
    await isSound(desk)
  })
})

describe('what was said', () => {
  it('is taken on, moved in the open, changed and told to everybody', async () => {
    const desk = await onDesk(BOARD)
    await heading(desk, '您说的，我们改了').first().waitFor()
    await button(desk, '写一条').click()
    const form = desk.getByRole('dialog', { name: '写一条' })
    await button(desk, '存下来').click()
    await form.getByText('写谁负责，最多 20 个字。').waitFor()
    await field(desk, '您说的').fill('陪护椅硬，坐一夜腰疼。')
    await field(desk, '几个人说过').fill('9')
    await field(desk, '准备怎么改').fill('换第一批 20 把')
    await field(desk, '谁负责').fill('设备科贾科长')
    await form.getByLabel('哪一天以前').fill(dayAhead(10))
    await isSound(desk)
    await button(desk, '存下来').click()
    await button(desk, /^改日子/).click()
    await desk.getByLabel('哪一天以前').fill(dayAhead(30))
    await field(desk, '原因').fill('招标晚了一个月')
    await button(desk, '存下来').click()
    await said(desk, /^原定 /).waitFor()
    await isSound(desk)

    const open = await onPhone(CHANGED)
    await said(open, '还没改').waitFor()
    await said(open, /招标晚了一个月/).waitFor()
    expect(await open.getByText('贾科长').count()).toBe(0)
    await isSound(open)
    await inElder(open)

    await button(desk, /^改好了/).click()
    await desk.getByLabel('从哪一天起').fill(dayAhead(0))
    await field(desk, '改成了什么样').fill('陪护椅换了 20 把')
    await field(desk, '谁看过、怎么看的').fill('护理部和家属一起坐过')
    await button(desk, '改好了').last().click()
    await said(desk, /1 件里改了 1 件/).waitFor()
    await open.reload()
    await said(open, '陪护椅换了 20 把。').waitFor()
    await button(open, '我也想说一件').click()
    await open.waitForURL(/complaint\/index\?kind=suggestion/)
  })
})
