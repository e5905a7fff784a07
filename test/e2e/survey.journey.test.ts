import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { aSurveyForm, surveyOffice } from '../builders/answering.builder'
import { OPENIDS } from '../functions/opened.cloud'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, PATIENTS, SCANNED, type Ward } from './opened.ward'
import { button, field, heading, notice, radio, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'
import type { Look } from './patient.steps'

const SURVEY = '/packages/voice/survey/index'
const BY_CODE = `${SURVEY}?rater=outpatient&scene=t%3DW-1`
const STAFF = '/packages/staff/surveys/index'
const FUNCTION = '**/api/fn/survey'
// A colour that is still on its way to another has neither one's contrast.
const STILL = { reducedMotion: 'reduce' } as const

const CLEAR = '医生讲病情，会用您听得懂的话吗？'
const TESTED = '这次做检查了吗？'
const ARRANGED = '检查的安排，您打几分？'
const TROUBLE = '哪些地方费了周折？'
const OVERALL = '总的来说，这次看病您满意吗？'
const GIFT = '有人向您要红包吗？'
const MORE = '还有什么想告诉我们的？'

let browser: RunningBrowser
let ward: Ward
let office: Awaited<ReturnType<typeof surveyOffice>>
let asked: { id: string; rev: number }
let context: BrowserContext

/** Both are patients inside WeChat, and work in the respiratory department. */
const hire = async (openid: string, staffId: string, code: string) => {
  const number = `QJ-${staffId}`
  const person = { staffId, number, name: staffId, departmentId: '03.01', roles: [] }
  for (const [action, input, who] of [
    ['addPerson', person, OPENIDS.administrator],
    ['invite', { people: [{ staffId, code }] }, OPENIDS.administrator],
    ['join', { number, code }, openid],
  ] as const) {
    expect(await ward.call('hospital', action, input, who)).toMatchObject({ ok: true })
  }
}

beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
  await ward.found()
  office = await surveyOffice(ward)
  await ward.call('hospital', 'addDepartment', { id: '04.01', name: '骨科' }, OPENIDS.administrator)
  await hire(PATIENTS.liu, 'S21', '0123456789ABCDEK')
  await hire(PATIENTS.chen, 'S22', '0123456789ABCDEM')
  asked = await office.ask('outpatient', aSurveyForm())
  await office.ask('inpatient', aSurveyForm({ title: '住院体验评价' }))
  await office.ask('follow_up', aSurveyForm({ title: '出院随访' }))
  await office.ask('staff', aSurveyForm({ title: '职工满意度' }))
  await office.ask('peer', aSurveyForm({ title: '科室互评' }))
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})
beforeEach(async () => {
  context = await browser.phone(STILL)
})
afterEach(() => context.close())

const check = (page: Page, name: RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true })
const chosen = (page: Page, name: RegExp) => radio(page, name).and(page.getByRole('radio', { checked: true }))
const next = (page: Page) => button(page, '下一题').click()
const at = (page: Page, question: string) => heading(page, question).waitFor()

/** From the opening to the last question, past the branch that is not taken. */
const answerAll = async (page: Page, look: Look, { overall = /^比较满意/, gift = /^没有$/ } = {}) => {
  await button(page, '开始').click()
  await at(page, CLEAR)
  await said(page, '第 1 题，共 7 题').waitFor()
  await look()
  await radio(page, /^经常如此/).click()
  await next(page)
  await at(page, TESTED)
  await radio(page, /^没有做/).click()
  await said(page, '第 2 题，共 6 题').waitFor()
  await next(page)
  await at(page, TROUBLE)
  await check(page, /^排队/).click()
  await check(page, /^找路/).click()
  await look()
  await next(page)
  await at(page, OVERALL)
  await radio(page, overall).click()
  await look()
  await next(page)
  await at(page, GIFT)
  await radio(page, gift).click()
  await next(page)
  await at(page, MORE)
  await field(page, MORE).fill('等得有点久。')
  await look()
}

const handIn = async (page: Page) => {
  await button(page, '交上评价').click()
  await heading(page, '谢谢，6 道题都收到了').waitFor()
}

interface StoredSheet {
  rater: string
  way: string
  departmentId: string | null
  touchpointId: string | null
  answers: Record<string, unknown>
}

/** Filled-in questionnaires as the database holds them. */
const sheets = (): StoredSheet[] =>
  ward
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map(
      (line) =>
        JSON.parse(line) as { collection: string; document: Omit<StoredSheet, 'answers'> & { answers: string } },
    )
    .filter(({ collection }) => collection === 'survey_sheets')
    .map(({ document }) => ({ ...document, answers: JSON.parse(document.answers) as Record<string, unknown> }))

const sheetsOf = (rater: string, way = 'self') => sheets().filter((sheet) => sheet.rater === rater && sheet.way === way)

const complaints = () =>
  ward
    .exportAll()
    .split('\n')
    .filter((line) => line.includes('"collection":"complaints"'))

describe.each([
  ['the normal version', 'liu', false],
  ['the elder version', 'chen', true],
] as const)('in %s', (_version, who, elder) => {
  const look = async (page: Page) => isSound(page, elder ? ELDER_SIZE : { target: 44, text: 13 })
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(address)
    if (elder) {
      await button(page, '长辈版').click()
      await button(page, '普通版').waitFor()
    }
    return page
  }

  it('a patient answers the outpatient questionnaire by the code on the wall', async () => {
    const before = sheetsOf('outpatient').length
    const page = await open(ward.as(who, SCANNED))
    await page.getByRole('link', { name: /^满意度评价/ }).click()
    await heading(page, '这次是看门诊，还是住院？').waitFor()
    await look(page)
    await page.getByRole('link', { name: /^看门诊/ }).click()
    await heading(page, '门诊就诊评价').waitFor()
    await heading(page, '呼吸科').waitFor()
    await said(page, '不记名；满 10 份，科室才看到汇总').waitFor()
    await look(page)
    await answerAll(page, () => look(page))
    await handIn(page)
    await said(page, '满 10 份以后，科室才看得到汇总').waitFor()
    await look(page)
    expect(sheetsOf('outpatient')).toHaveLength(before + 1)
    expect(sheetsOf('outpatient').at(-1)).toMatchObject({ departmentId: '03.01', touchpointId: 'W-1' })
    // The branch that was not taken is not in it.
    for (const { answers } of sheetsOf('outpatient')) {
      expect(answers).toEqual({ q1: 's2', q2: 'no', q4: ['queue', 'road'], q5: 's2', q6: 'no', q7: '等得有点久。' })
    }
    await button(page, '完成').click()
    await page.getByRole('link', { name: /^投诉建议/ }).waitFor()

    // The second time in a month is answered kindly, and counted once.
    await page.goto(ward.as(who, BY_CODE))
    await answerAll(page, async () => {})
    await button(page, '交上评价').click()
    await heading(page, '已经收到过一份了').waitFor()
    await look(page)
    expect(sheetsOf('outpatient')).toHaveLength(before + 1)
  })

  it('a family answers the inpatient questionnaire', async () => {
    const before = sheetsOf('inpatient').length
    const page = await open(ward.as(who, `${SURVEY}?rater=inpatient&scene=t%3DW-1`))
    await heading(page, '住院体验评价').waitFor()
    await answerAll(page, () => look(page))
    await handIn(page)
    expect(sheetsOf('inpatient')).toHaveLength(before + 1)
  })

  it('somebody who was discharged answers by their link, once', async () => {
    const before = sheetsOf('follow_up').length
    const link = await office.discharge(elder ? '李明德' : '王秀兰')
    const page = await open(ward.page(`${SURVEY}?visit=${link}`))
    await heading(page, '出院随访').waitFor()
    await said(page, '这条链接只收一次').waitFor()
    await look(page)
    await answerAll(page, () => look(page))
    await handIn(page)
    expect(sheetsOf('follow_up')).toHaveLength(before + 1)
    await page.reload()
    await heading(page, '已经收到过一份了').waitFor()
    await look(page)
    await page.goto('about:blank')
    await page.goto(ward.page(`${SURVEY}?visit=${link.slice(0, -1)}`))
    await heading(page, '这个链接打不开').waitFor()
    await look(page)
  })

  it('a nurse says how it is to work here, and rates another department but not their own', async () => {
    const [staff, peer] = [sheetsOf('staff').length, sheetsOf('peer').length]
    const page = await open(ward.as(who, STAFF))
    await heading(page, '职工满意度').waitFor()
    await said(page, '科里没人看得到是谁评的').waitFor()
    await look(page)
    expect(await button(page, /^呼吸科/).count()).toBe(0)
    await button(page, /^评医院/).click()
    await answerAll(page, () => look(page))
    await handIn(page)
    await button(page, '完成').click()
    await said(page, '评过了').waitFor()
    expect(sheetsOf('staff')).toHaveLength(staff + 1)

    await button(page, /^骨科/).click()
    await heading(page, '骨科').waitFor()
    await look(page)
    await answerAll(page, () => look(page))
    await handIn(page)
    await button(page, '完成').click()
    await expect.poll(() => button(page, /^骨科/).count()).toBe(0)
    await look(page)
    expect(sheetsOf('peer')).toHaveLength(peer + 1)
    expect(sheetsOf('peer').at(-1)).toMatchObject({ departmentId: '04.01', touchpointId: null })
  })

  it('numbers from 0 to 10 fit the screen, and what excludes the others does so', async () => {
    await context.close()
    context = await browser.phone({ ...STILL, viewport: { width: 360, height: 780 } })
    const page = await open(ward.page(BY_CODE))
    await button(page, '开始').click()
    await button(page, '没遇到这种情况，跳过').click()
    await at(page, TESTED)
    await radio(page, /^做了/).click()
    await next(page)
    await at(page, ARRANGED)
    await look(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await look(page)
    await radio(page, /^10，很满意/).click()
    await chosen(page, /^10，很满意/).waitFor()
    await next(page)
    await check(page, /^排队/).click()
    await check(page, /^都没有/).click()
    const ticked = page.getByRole('checkbox', { checked: true }).filter({ visible: true })
    expect(await ticked.count()).toBe(1)
    await check(page, /^找路/).click()
    expect(await ticked.count()).toBe(1)
    await look(page)
  })
})

describe('answers', () => {
  const begun = async (): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(ward.page(BY_CODE))
    await button(page, '开始').click()
    await radio(page, /^经常如此/).click()
    await next(page)
    await radio(page, /^做了/).click()
    await next(page)
    await radio(page, /^4$/).click()
    await next(page)
    await at(page, TROUBLE)
    return page
  }

  it('are there when one goes back, and when one comes back another day', async () => {
    const page = await begun()
    await button(page, '上一题').click()
    await chosen(page, /^4$/).waitFor()
    await button(page, '上一题').click()
    await chosen(page, /^做了/).waitFor()
    await next(page)
    await next(page)
    await at(page, TROUBLE)
    await page.reload()
    await notice(page, '上次答到第 4 题').waitFor()
    await isSound(page)
    await button(page, '接着答').click()
    await at(page, TROUBLE)
    await button(page, '上一题').click()
    await chosen(page, /^4$/).waitFor()
    // Who chooses otherwise leaves the branch, and who chooses back finds it as it was.
    await button(page, '上一题').click()
    await radio(page, /^没有做/).click()
    await next(page)
    await at(page, TROUBLE)
    await button(page, '上一题').click()
    await radio(page, /^做了/).click()
    await next(page)
    await chosen(page, /^4$/).waitFor()
  })

  it('can be thrown away and begun anew', async () => {
    const page = await begun()
    await button(page, '返回').click()
    await button(page, '重新答').click()
    await page.getByRole('alertdialog').getByRole('button', { name: '删掉，重新答' }).click()
    await at(page, CLEAR)
    expect(await page.getByRole('radio', { checked: true }).filter({ visible: true }).count()).toBe(0)
  })

  it('that a newer version still asks for are kept', async () => {
    const page = await begun()
    const form = aSurveyForm()
    const questions = form.questions.filter(({ id }) => id !== 'q4')
    const newer = questions.map((one) =>
      one.kind === 'single' && one.id === 'q2'
        ? { ...one, options: one.options.map((option) => ({ ...option, next: null })) }
        : one,
    )
    asked = await office.change(asked, { ...form, questions: newer })
    await page.reload()
    await notice(page, '问卷后来改过，还用得上的答案都留着').waitFor()
    await button(page, '接着答').click()
    await at(page, OVERALL)
    await button(page, '上一题').click()
    await chosen(page, /^4$/).waitFor()
    asked = await office.change(asked, form)
  })

  it('arrive once when the network goes, and wait for it on the phone', async () => {
    const before = sheetsOf('outpatient', 'web').length
    const page = await context.newPage()
    await page.goto(ward.page(BY_CODE))
    await said(page, '网页里填的单列，不计入满意度').waitFor()
    await answerAll(page, async () => {})
    await context.setOffline(true)
    await button(page, '交上评价').click()
    await notice(page, '没连上网').waitFor()
    await isSound(page)
    await context.setOffline(false)
    const loseAnswer = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await page.route(FUNCTION, (route) =>
      (route.request().postDataJSON() as { action: string }).action === 'answerUnverified'
        ? loseAnswer(route)
        : route.continue(),
    )
    await button(page, '再交一次').click()
    await expect.poll(() => sheetsOf('outpatient', 'web').length, { timeout: 10_000 }).toBe(before + 1)
    await notice(page, '没连上网').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await notice(page, '上一次交出去没有等到回音').waitFor()
    await isSound(page)
    await button(page, '再交一次').click()
    await heading(page, '谢谢，6 道题都收到了').waitFor()
    await said(page, '不计入满意度').waitFor()
    expect(sheetsOf('outpatient', 'web')).toHaveLength(before + 1)
    // Nothing of it stays on the phone.
    await page.reload()
    await button(page, '开始').waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/nonce|等得有点久/)
  })

  it('are given with a keyboard alone', async () => {
    await context.close()
    context = await browser.desktop(STILL)
    const page = await context.newPage()
    await page.goto(ward.page(BY_CODE))
    await button(page, '开始').focus()
    await page.keyboard.press('Enter')
    await at(page, CLEAR)
    await radio(page, /^总是如此/).focus()
    await page.keyboard.press('ArrowDown')
    await chosen(page, /^经常如此/).waitFor()
    await button(page, '下一题').focus()
    await page.keyboard.press('Enter')
    await at(page, TESTED)
    await radio(page, /^做了/).focus()
    await page.keyboard.press('Space')
    await button(page, '下一题').focus()
    await page.keyboard.press('Enter')
    await radio(page, /^0，很不满意/).focus()
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight')
    await chosen(page, /^7$/).waitFor()
    await isSound(page)
  })
})

describe('after a low answer', () => {
  it('a complaint is offered and begun in the words that were low, and nothing is sent by itself', async () => {
    const before = complaints().length
    const page = await context.newPage()
    await page.goto(ward.page(BY_CODE))
    await answerAll(page, async () => {}, { overall: /^非常不满意/ })
    await handIn(page)
    await heading(page, '要不要把这件事说清楚？').waitFor()
    await isSound(page)
    await button(page, '写成投诉').click()
    await radio(page, /^态度/).click()
    await button(page, '下一步：在哪个环节').click()
    await said(page, '说的是：呼吸科').waitFor()
    await radio(page, /^门诊/).click()
    await button(page, '下一步：写下来').click()
    expect(await field(page, '发生了什么').inputValue()).toBe(
      `评价的时候，“${OVERALL}”我答的是“非常不满意”。\n当时的情况是：`,
    )
    expect(complaints()).toHaveLength(before)
    expect(ward.holding('评价的时候')).toEqual([])
  })

  it('no complaint is offered where nothing was low', async () => {
    const page = await context.newPage()
    await page.goto(ward.page(BY_CODE))
    await answerAll(page, async () => {})
    await handIn(page)
    expect(await heading(page, '要不要把这件事说清楚？').count()).toBe(0)
    expect(await heading(page, '要不要说说红包的事？').count()).toBe(0)
  })

  it('of a red packet, the discipline’s telephones are shown and nobody is told', async () => {
    const page = await context.newPage()
    await page.goto(ward.page(BY_CODE))
    await answerAll(page, async () => {}, { gift: /^有$/ })
    await handIn(page)
    await heading(page, '要不要说说红包的事？').waitFor()
    await page.getByRole('link', { name: /12388/ }).waitFor()
    await isSound(page)
    await page.getByRole('link', { name: '还可以找谁' }).click()
    await page.getByRole('link', { name: /^政务服务便民热线/ }).waitFor()
  })
})

describe('where nothing is asked', () => {
  it('it says so, and leads to where one is heard', async () => {
    const page = await context.newPage()
    await office.act('schedule', {
      id: asked.id,
      rev: asked.rev,
      periods: [],
      quota: { total: null, perDepartment: null },
      retired: false,
    })
    await page.goto(ward.page(BY_CODE))
    await heading(page, '现在没有在收的问卷').waitFor()
    await isSound(page)
    await button(page, '投诉建议').click()
    await heading(page, '您想说哪方面的事？').waitFor()
  })
})
