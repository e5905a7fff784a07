import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { readySet } from '#domain/survey/ready/ready.sets'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { type Hospital, openHospital } from '../builders/hospital'
import { type RunningBrowser, sharedBrowser } from './browser'
import { button, field, heading, notice, radio, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const OWN = '/packages/staff/supervise/index'
const OFFICE = '/packages/satisfaction/supervisors/index'
const SETUP_CODE = 'OPEN-FOR-THIS-JOURNEY'
const STILL = { reducedMotion: 'reduce' } as const

let browser: RunningBrowser
let hospital: Hospital

const openidOf = (persona: string) => personas.find(({ id }) => id === persona)?.openid ?? ''
const ask = async (persona: string, name: string, action: string, input: unknown) => {
  const answer = await hospital.invoke(name, { action, input }, { openid: openidOf(persona) })
  const { ok, code, value } = answer as { ok: boolean; code?: string; value?: { rev: number } }
  if (!ok) throw new Error(`${name}.${action}: ${code}`)
  return value
}

/** The ready questionnaire for supervisors, asked from now on. */
const openRating = async () => {
  const id = randomBytes(16).toString('hex')
  await ask('surveyor', 'survey', 'addSurvey', { id, rater: 'supervisor', draft: readySet('supervisor') })
  const published = await ask('surveyor', 'survey', 'publish', { id, rev: 0 })
  const open = { periods: [{ from: '2020-01-01', to: null }], quota: { total: null, perDepartment: null } }
  await ask('surveyor', 'survey', 'schedule', { id, rev: published?.rev, ...open, retired: false })
}

beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({
    seed: false,
    functionEnvironment: { hospital: { SETUP_CODE }, survey: { SURVEY_KEY: 'k'.repeat(40) } },
  })
  await ask('administrator', 'hospital', 'found', {
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
  for (const [id, name] of [
    ['03.01', '呼吸与危重症医学科'],
    ['04.03', '骨科'],
  ]) {
    await ask('administrator', 'hospital', 'addDepartment', { id, name })
  }
  for (const [persona, staffId, name, role, code] of [
    ['surveyor', 'S7', '叶主任', 'survey_officer', '0123456789ABCDEJ'],
    ['supervisor', 'S8', '魏监督员', 'supervisor', '0123456789ABCDEK'],
    ['handler', 'S9', '顾护士长', 'case_handler', '0123456789ABCDEM'],
  ] as const) {
    const number = `QJ-${staffId}`
    const departmentId = persona === 'handler' ? '03.01' : null
    const person = { staffId, number, name, departmentId, roles: [role] }
    await ask('administrator', 'hospital', 'addPerson', person)
    await ask('administrator', 'hospital', 'invite', { people: [{ staffId, code }] })
    await ask(persona, 'hospital', 'join', { number, code })
  }
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const phone = async (elder = false) => {
  const page = await (await browser.phone(STILL)).newPage()
  if (elder) {
    await page.goto(hospital.signIn('supervisor', OWN))
    await button(page, '长辈版').first().click()
  }
  return page
}

/** Rates one item; below the middle with what was seen. */
const rate = async (page: Page, step: RegExp, seen?: string) => {
  await radio(page, step).click()
  if (seen)
    await page
      .getByRole('textbox', { name: /^看到了什么/ })
      .filter({ visible: true })
      .fill(seen)
}

/** The remaining items, all of them at their best, and the words at the end. */
const rateTheRest = async (page: Page, from: number) => {
  for (let item = from; item <= 8; item += 1) {
    await said(page, `第 ${item} 项，共 9 项`).waitFor()
    await rate(page, /^5 分/)
    await button(page, '下一项').click()
  }
  await heading(page, '座谈时听到的、还想说的').waitFor()
}

describe('before anybody is appointed', () => {
  it('the page of a supervisor says whom to ask', async () => {
    const page = await phone()
    await page.goto(hospital.signIn('supervisor', OWN))
    await said(page, '本院还没有登记您的聘期').waitFor()
    expect(await button(page, '记一次履职').count()).toBe(0)
    await isSound(page)
    await page.context().close()
  })

  it('the office appoints them', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await page.goto(hospital.signIn('surveyor', OFFICE))
    await heading(page, '现在没有聘着的监督员').waitFor()
    await isSound(page)
    await button(page, '魏监督员，聘期').click()
    await button(page, '聘').click()
    await isSound(page)
    await field(page, '备注').fill('市人大代表，第一次聘')
    await button(page, '聘').click()
    await notice(page, '聘好了').waitFor()
    await said(page, '市人大代表，第一次聘').waitFor()
    await isSound(page)
    await button(page, '关上').click()
    await heading(page, '聘着 1 位监督员，这一聘期履职 0 次，评议 0 次').waitFor()
    await page.context().close()
  })
})

describe('a supervisor', () => {
  it('waits until rating is open', async () => {
    const page = await phone()
    await page.goto(hospital.signIn('supervisor', OWN))
    await heading(page, '现在没有开评').waitFor()
    await isSound(page)
    await openRating()
    await page.reload()
    await button(page, /^呼吸与危重症医学科/).waitFor()
    await isSound(page)
    await page.context().close()
  })

  it('rates a department with what was seen, and finds it again after the phone was put away', async () => {
    const page = await phone()
    await page.goto(hospital.signIn('supervisor', OWN))
    await button(page, /^呼吸与危重症医学科/).click()
    await said(page, '上次没有评得低的').waitFor()
    await isSound(page)
    await button(page, '开始评').click()
    await heading(page, '廉洁承诺公示到位吗？').waitFor()
    await rate(page, /^4 分/)
    await button(page, '下一项').click()

    await heading(page, '投诉的地方，病人看得见吗？').waitFor()
    await rate(page, /^2 分，要问人/)
    await isSound(page)
    expect(await button(page, /^下一项，打 1、2、3 分请写一句/).getAttribute('aria-disabled')).toBe('true')
    await rate(page, /^2 分/, '码牌贴在开水房里面，走廊上没有。')
    await page.reload()
    await button(page, '接着评').click()
    await heading(page, '投诉的地方，病人看得见吗？').waitFor()
    expect(
      await page
        .getByRole('textbox', { name: /^看到了什么/ })
        .filter({ visible: true })
        .inputValue(),
    ).toBe('码牌贴在开水房里面，走廊上没有。')
    await button(page, '下一项').click()
    await rateTheRest(page, 3)

    await page.route('**/api/fn/**', (route) => route.abort())
    await button(page, '交上评议').click()
    await notice(page, /没连上网/).waitFor()
    await page.unroute('**/api/fn/**')
    await button(page, '再交一次').click()
    await heading(page, '呼吸与危重症医学科评好了，谢谢您').waitFor()
    await isSound(page)
    await button(page, '回到行风监督').click()
    await said(page, '评了 1 个，共 2 个').waitFor()
    await said(page, '评过了').waitFor()
    await page.context().close()
  })

  it('writes down a meeting with its minutes, and takes back what was wrong', async () => {
    const page = await phone()
    await page.goto(hospital.signIn('supervisor', OWN))
    await button(page, '记一次履职').click()
    await heading(page, '记一次履职').waitFor()
    await isSound(page)
    await radio(page, /^座谈/).click()
    await button(page, '记下来').click()
    await said(page, '座谈请写几句纪要').waitFor()
    await field(page, '座谈纪要').fill('和六位家属座谈：都说找不到投诉电话。')
    await field(page, '在哪个科室').fill('骨')
    await button(page, /^骨科/).click()
    await isSound(page)
    await button(page, '记下来').click()
    await said(page, '和六位家属座谈').waitFor()
    await said(page, '座谈 1 次').waitFor()

    await button(page, '记一次履职').click()
    await radio(page, /^培训/).click()
    await button(page, '记下来').click()
    await said(page, '座谈 1 次，培训 1 次').waitFor()
    await button(page, /^删掉 .*培训/).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '删掉' }).click()
    await notice(page, '删掉了').waitFor()
    await said(page, /^座谈 1 次$/).waitFor()
    await isSound(page)
    await page.context().close()
  })

  it('does the same in the elder version', async () => {
    const page = await phone(true)
    await button(page, /^骨科/).waitFor()
    await isSound(page, ELDER_SIZE)
    await button(page, /^骨科/).click()
    await button(page, '开始评').waitFor()
    await isSound(page, ELDER_SIZE)
    await button(page, '开始评').click()
    await heading(page, '廉洁承诺公示到位吗？').waitFor()
    await rate(page, /^3 分/, '承诺是前年的。')
    await isSound(page, ELDER_SIZE)
    await button(page, '下一项').click()
    await button(page, '这次没看到，跳过').click()
    await rateTheRest(page, 3)
    await field(page, '座谈时听到的、还想说的').fill('家属都说护士和气。')
    await isSound(page, ELDER_SIZE)
    await button(page, '交上评议').click()
    await heading(page, '骨科评好了，谢谢您').waitFor()
    await isSound(page, ELDER_SIZE)
    await button(page, '回到行风监督').click()
    await button(page, '记一次履职').click()
    await radio(page, /^接访/).waitFor()
    await isSound(page, ELDER_SIZE)
    await page.context().close()
  })
})

describe('the department', () => {
  it('reads what was found, and not who found it', async () => {
    const page = await (await browser.phone(STILL)).newPage()
    await page.goto(hospital.signIn('handler', '/packages/staff/me/index'))
    await button(page, '监督员看到的').click()
    await said(page, '码牌贴在开水房里面，走廊上没有。').waitFor()
    expect(await page.getByText('魏监督员').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByText('承诺是前年的').filter({ visible: true }).count()).toBe(0)
    await isSound(page)
    await page.context().close()
  })
})

describe('the office', () => {
  it('reads what was done and found, and ends the appointment', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await page.goto(hospital.signIn('surveyor', OFFICE))
    await heading(page, '聘着 1 位监督员，这一聘期履职 1 次，评议 2 次').waitFor()
    await isSound(page)
    await button(page, '评议').click()
    await said(page, '码牌贴在开水房里面，走廊上没有。').waitFor()
    await said(page, '魏监督员 · 评了 8 项，1 项低').waitFor()
    await isSound(page)
    await button(page, '只看这个科室，骨科').click()
    await said(page, '承诺是前年的。').waitFor()
    expect(await page.getByText('码牌贴在开水房里面').filter({ visible: true }).count()).toBe(0)
    await button(page, '履职记录').click()
    await said(page, '和六位家属座谈').waitFor()
    await isSound(page)

    await button(page, '监督员').click()
    await button(page, '魏监督员，聘期').click()
    await button(page, /^提前结束/).click()
    await page.getByRole('alertdialog').waitFor()
    await isSound(page)
    await button(page, '结束聘期').click()
    await notice(page, '聘期结束了').waitFor()
    await page.context().close()

    const own = await phone()
    await own.goto(hospital.signIn('supervisor', OWN))
    await said(own, '您今天不在聘期里').waitFor()
    await said(own, '和六位家属座谈').waitFor()
    expect(await button(own, '记一次履职').count()).toBe(0)
    await isSound(own)
    await own.context().close()
  })
})
