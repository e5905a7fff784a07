import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { nameOf, roleOf } from './element.query'
import { openPhone, type Phone } from './harness'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital({ seed: true })
})
afterAll(() => hospital.close())

const SCANNED = '/pages/landing/index?scene=t%3DJQ-12E-01'
const words = '小程序里写的：报告出来了没有人告诉我们。'

/** From the landing page to the receipt. */
const complain = async (phone: Phone, story: string, look = () => {}) => {
  await phone.tap({ role: 'link', name: /^投诉/ })
  await phone.tap({ role: 'radio', name: /^住院/ })
  look()
  await phone.tap({ role: 'button', name: '下一步：写经过' })
  await phone.input({ name: '发生了什么' }, story)
  look()
  expect(phone.text()).toContain('草稿已存在这台手机里')
  await phone.tap({ role: 'button', name: '下一步：怎么联系您' })
  await phone.tap({ role: 'radio', name: /^不留名/ })
  look()
  await phone.tap({ role: 'button', name: '下一步：看一遍再提交' })
  expect(phone.text()).toContain(story)
  look()
  expect([...phone.storage.keys()].join()).toContain('complaint.draft')
  await phone.tap({ role: 'button', name: '交给医患办' })
}

/** Who may open a page: staff pages by their package, everything else a visitor. */
const PERSONAS: Record<string, string> = { 'packages/staff': 'officer', 'packages/admin': 'administrator' }
const personaFor = (route: string) => PERSONAS[route.split('/').slice(0, 2).join('/')]

const rootClass = (phone: Phone): string =>
  phone
    .elements()
    .map(({ attributes }) => String(attributes.class ?? ''))
    .find((name) => name.split(' ').includes('page-root')) ?? ''

/** Elements that answer a tap and cannot be told by ear. */
const unnamed = (phone: Phone) => {
  const touched = phone.elements().filter(({ handlers }) => handlers.has('tap'))
  expect(touched.length).toBeGreaterThan(0)
  return touched
    .filter((element) => !roleOf(element) || nameOf(element) === '')
    .map((element) => String(element.attributes.class))
}

describe('the built mini-program', () => {
  it('takes a patient from a scanned code to a receipt and on to the progress', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED, persona: 'supervisor' })
    expect(phone.text()).toContain('呼吸与危重症医学科')
    await complain(phone, words)
    expect(phone.route()).toBe('/pages/receipt/index')
    expect(phone.text()).toContain('收到了，谢谢您说出来')
    expect(phone.text()).toContain('最晚答复日')
    expect([...phone.storage.keys()].join()).not.toContain('complaint.draft')
    await phone.tap({ role: 'button', name: '看进度' })
    expect(phone.text()).toContain('等医患办受理')
    expect(phone.text()).toContain(words)
    phone.close()

    // WeChat knows who filed it; the hospital has no trace of them.
    expect(hospital.exportAll()).toContain(words)
    expect(hospital.exportAll()).not.toContain('demo-openid-supervisor-wei')
  })

  it('puts the query code in no address, up to the receipt, the progress and the next look at it', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED })
    await complain(phone, '查询码不进地址，这一件也要查得到。')
    const secret = /\d{26}/.exec(JSON.stringify([...phone.storage.values()]))?.[0] ?? ''
    expect(secret).toHaveLength(26)
    await phone.tap({ role: 'button', name: '看进度' })
    expect(phone.text()).toContain('这一件也要查得到')
    phone.close()
    const addresses = phone.calls
      .filter(({ name }) => /navigate|redirect|reLaunch/.test(name))
      .map(({ options }) => JSON.stringify(options))
    expect(addresses.join()).toMatch(/receipt.*progress/)
    // No two groups of it anywhere, wherever they begin; the number of the case is not secret and may stand there.
    const parts = Array.from({ length: 26 - 7 }, (_, from) => secret.slice(from, from + 8))
    expect(parts.filter((part) => addresses.join().includes(part))).toEqual([])
  })

  it('never has more pages open than WeChat allows, however often the tabs are touched', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED })
    for (let touch = 0; touch < 12; touch += 1) {
      await phone.tap({ role: 'link', name: touch % 2 === 0 ? '监督渠道' : '首页' })
      expect(phone.depth()).toBeLessThanOrEqual(2)
    }
    phone.close()
  })

  it('shows the office its cases and accepts one', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: '/packages/staff/inbox/index', persona: 'officer' })
    expect(phone.text()).toMatch(/待办 \d+ 件/)
    expect(phone.text()).toContain('已超期')
    await phone.tap({ role: 'button', name: /^出院带药没讲怎么吃/ })
    await phone.tap({ role: 'button', name: '受理' })
    expect(phone.text()).toContain('医患办受理')
    phone.close()
  })

  it('is for elders when the phone’s letters are large, until they say otherwise', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED, device: { fontSize: 23.8 } })
    expect(rootClass(phone)).toContain('mode-elder')
    await phone.tap({ role: 'button', name: '普通版' })
    expect(rootClass(phone)).not.toContain('mode-elder')
    await phone.tap({ role: 'button', name: '长辈版' })
    expect(rootClass(phone)).toContain('mode-elder')
    phone.close()
  })

  it('draws every page it declares, and says what everything is that can be touched', async () => {
    const { pages, close } = await openPhone({ cloud: hospital.url })
    close()
    expect(pages.length).toBeGreaterThanOrEqual(7)
    for (const route of pages) {
      const phone = await openPhone({ cloud: hospital.url, open: `/${route}`, persona: personaFor(route) })
      expect(phone.route()).toBe(`/${route}`)
      expect(phone.text().length, route).toBeGreaterThan(20)
      expect(phone.text(), route).not.toMatch(/看不到这里|要知道您是谁|没连上网/)
      expect(unnamed(phone), route).toEqual([])
      expect(phone.findAll({ role: 'button' }).length, route).toBeGreaterThan(0)
      phone.close()
    }
  })

  it('says what everything is that can be touched on each step to the receipt and at the desk', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED })
    await complain(phone, '每一步都要能听懂。', () => expect(unnamed(phone)).toEqual([]))
    expect(unnamed(phone)).toEqual([])
    await phone.tap({ role: 'button', name: '看进度' })
    expect(unnamed(phone)).toEqual([])
    phone.close()
    const office = await openPhone({ cloud: hospital.url, open: '/packages/staff/inbox/index', persona: 'officer' })
    await office.tap({ role: 'button', name: /^出院三周/ })
    expect(unnamed(office)).toEqual([])
    office.close()
  })
})
