import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSurveyForm, surveyOffice } from '../builders/answering.builder'
import { founded, OPENIDS, type OpenedCloud, openCloud } from '../functions/opened.cloud'
import { nameOf, roleOf } from './element.query'
import { openPhone, type Phone } from './harness'

const LIU = 'openid-of-liu-7c41e9'
const SCANNED = '/pages/landing/index?scene=t%3DW-1'
const BY_CODE = '/packages/voice/survey/index?rater=inpatient&scene=t%3DW-1'

let cloud: OpenedCloud
let office: Awaited<ReturnType<typeof surveyOffice>>
beforeAll(async () => {
  cloud = await openCloud({
    personas: Object.entries({ ...OPENIDS, liu: LIU }).map(([id, openid]) => ({
      id,
      name: id,
      says: id,
      openid,
      landing: '/',
    })),
  })
  await founded(cloud)
  office = await surveyOffice(cloud)
  await office.ask('outpatient', aSurveyForm())
  await office.ask('inpatient', aSurveyForm({ title: '住院体验评价' }))
  await office.ask('staff', aSurveyForm({ title: '职工满意度' }))
})
afterAll(() => cloud.close())

const opened = (open: string, more: Partial<Parameters<typeof openPhone>[0]> = {}) =>
  openPhone({ cloud: cloud.url, open, persona: 'liu', ...more })

const press = (phone: Phone, name: string | RegExp) => phone.tap({ role: 'button', name })
const choose = (phone: Phone, name: RegExp) => phone.tap({ role: 'radio', name })

/** Elements that answer a tap and cannot be told by ear. */
const unnamed = (phone: Phone) =>
  phone
    .elements()
    .filter((element) => element.handlers.has('tap') && (!roleOf(element) || nameOf(element) === ''))
    .map((element) => String(element.attributes.class))

interface StoredSheet {
  rater: string
  way: string
  answers: string
}

const sheets = (): StoredSheet[] =>
  cloud
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { collection: string; document: StoredSheet })
    .flatMap(({ collection, document }) => (collection === 'survey_sheets' ? [document] : []))

const sheetsOf = (rater: string) => sheets().filter((sheet) => sheet.rater === rater)

/** To the last question, past the branch that is not taken. */
const answerAll = async (phone: Phone, overall: RegExp) => {
  await press(phone, '开始')
  expect(phone.text()).toContain('第 1 题，共 7 题')
  await choose(phone, /^经常如此/)
  await press(phone, '下一题')
  await choose(phone, /^没有做/)
  expect(phone.text()).toContain('第 2 题，共 6 题')
  expect(unnamed(phone)).toEqual([])
  await press(phone, '下一题')
  await phone.tap({ role: 'checkbox', name: /^排队/ })
  await phone.tap({ role: 'checkbox', name: /^都没有/ })
  await press(phone, '下一题')
  await choose(phone, overall)
  await press(phone, '下一题')
  await choose(phone, /^没有$/)
  await press(phone, '下一题')
  await phone.input({ name: '还有什么想告诉我们的？' }, '等得有点久。')
  expect(unnamed(phone)).toEqual([])
}

describe('a patient with the built mini-program', () => {
  it('answers from the code on the wall, and the sheet knows nobody', async () => {
    const phone = await opened(SCANNED)
    await phone.tap({ role: 'link', name: /^满意度评价/ })
    expect(phone.text()).toContain('这次是看门诊，还是住院？')
    expect(unnamed(phone)).toEqual([])
    await phone.tap({ role: 'link', name: /^看门诊/ })
    expect(phone.text()).toContain('同一个微信一个月计一份，记号对不回答案')
    expect(phone.text()).toContain('呼吸科')
    await answerAll(phone, /^比较满意/)
    await press(phone, '交上评价')
    expect(phone.text()).toContain('谢谢，6 道题都收到了')
    expect(phone.text()).toContain('满 10 份以后，科室才看得到汇总')
    expect(unnamed(phone)).toEqual([])
    const [sheet, ...others] = sheetsOf('outpatient')
    expect(others).toEqual([])
    expect(sheet).toMatchObject({ way: 'self', departmentId: '03.01', touchpointId: 'W-1' })
    expect(JSON.parse(sheet?.answers ?? '')).toEqual({
      q1: 's2',
      q2: 'no',
      q4: ['none'],
      q5: 's2',
      q6: 'no',
      q7: '等得有点久。',
    })
    expect(cloud.exportAll()).not.toContain(LIU)
    expect(cloud.log('survey')).not.toContain(LIU)
    expect([...phone.storage.values()].join()).not.toContain('等得有点久')
    expect(phone.isShared()).toBe(false)
    phone.close()
  })

  it('goes on where they stopped, and a complaint is begun with what was low', async () => {
    const first = await opened(BY_CODE)
    await press(first, '开始')
    await choose(first, /^从未如此/)
    await press(first, '下一题')
    await choose(first, /^做了/)
    await press(first, '下一题')
    expect(first.text()).toContain('0 是很不满意')
    await choose(first, /^10，很满意/)
    first.close()

    const phone = await opened(BY_CODE, { storage: first.storage })
    expect(phone.text()).toContain('上次答到第 3 题')
    await press(phone, '接着答')
    expect(phone.text()).toContain('检查的安排，您打几分？')
    await press(phone, '上一题')
    await choose(phone, /^没有做/)
    await press(phone, '下一题')
    await press(phone, '没遇到这种情况，跳过')
    await choose(phone, /^非常不满意/)
    await press(phone, '下一题')
    await press(phone, '没遇到这种情况，跳过')
    await press(phone, '交上评价')
    expect(phone.text()).toContain('谢谢，答了的 3 道题都收到了')
    expect(sheetsOf('inpatient').map(({ answers }) => JSON.parse(answers))).toEqual([{ q1: 's0', q2: 'no', q5: 's0' }])
    await press(phone, '写成投诉')
    expect(phone.route()).toBe('/pages/complaint/index')
    await choose(phone, /^态度/)
    await press(phone, '下一步：在哪个环节')
    await choose(phone, /^住院/)
    await press(phone, '下一步：写下来')
    const words = phone.find({ name: '发生了什么' })
    expect(String(words.attributes.value)).toContain('我答的是“非常不满意”')
    expect(cloud.exportAll()).not.toContain('当时的情况是')
    phone.close()
  })

  it('is told kindly that one a month counts', async () => {
    const phone = await opened('/packages/voice/survey/index?rater=outpatient&scene=t%3DW-1')
    await answerAll(phone, /^比较满意/)
    await press(phone, '交上评价')
    expect(phone.text()).toContain('已经收到过一份了')
    expect(sheetsOf('outpatient')).toHaveLength(1)
    phone.close()
  })
})

describe('a member of staff with the built mini-program', () => {
  it('says how it is to work here', async () => {
    const phone = await opened('/packages/staff/surveys/index', { persona: 'handler' })
    expect(phone.text()).toContain('科里没人看得到是谁评的')
    await press(phone, /^评医院/)
    await answerAll(phone, /^比较满意/)
    await press(phone, '交上评价')
    expect(phone.text()).toContain('谢谢，6 道题都收到了')
    await press(phone, '完成')
    expect(phone.text()).toContain('评过了')
    expect(sheetsOf('staff')).toHaveLength(1)
    phone.close()
  })
})
