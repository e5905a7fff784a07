import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hospital, openHospital } from '../e2e/hospital'
import { openPhone } from './harness'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital({ seed: true })
})
afterAll(() => hospital.close())

const SCANNED = '/pages/landing/index?scene=t%3DJQ-12E-01'
const words = '小程序里写的：报告出来了没有人告诉我们。'

describe('the built mini-program', () => {
  it('takes a patient from a scanned code to a receipt and on to the progress', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED, persona: 'supervisor' })
    expect(phone.text()).toContain('呼吸与危重症医学科')
    await phone.tap({ role: 'link', name: /^投诉建议/ })
    await phone.tap({ role: 'radio', name: /^住院/ })
    await phone.tap({ role: 'button', name: '下一步：写经过' })
    await phone.input({ name: '发生了什么' }, words)
    expect(phone.text()).toContain('草稿已存在这台手机里')
    await phone.tap({ role: 'button', name: '下一步：怎么联系您' })
    await phone.tap({ role: 'radio', name: /^不留名/ })
    await phone.tap({ role: 'button', name: '下一步：看一遍再提交' })
    expect(phone.text()).toContain(words)
    expect([...phone.storage.keys()].join()).toContain('complaint.draft')
    await phone.tap({ role: 'button', name: '交给医患办' })
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

  it('calls the cloud through its functions only, with the query code in no address', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED })
    await phone.tap({ role: 'link', name: /^监督渠道，/ })
    expect(phone.text()).toContain('谁在监督这家医院')
    expect(phone.text()).toContain('12388')
    await phone.back()
    await phone.tap({ role: 'link', name: /^投诉建议/ })
    phone.close()
    const urls = phone.calls
      .filter(({ name }) => /navigate|redirect|reLaunch/.test(name))
      .map(({ options }) => JSON.stringify(options))
    expect(urls.join()).not.toMatch(/\d{20}/)
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

  it('is for elders when the phone’s letters are large', async () => {
    const phone = await openPhone({ cloud: hospital.url, open: SCANNED, device: { fontSize: 23.8 } })
    await phone.tap({ role: 'button', name: '普通版' })
    await phone.tap({ role: 'button', name: '长辈版' })
    phone.close()
  })

  it('draws every page it declares', async () => {
    for (const [route, persona] of [
      ['pages/landing/index', undefined],
      ['pages/complaint/index', undefined],
      ['pages/receipt/index', undefined],
      ['pages/progress/index', undefined],
      ['packages/supervision/channels/index', undefined],
      ['packages/staff/inbox/index', 'officer'],
      ['packages/admin/touchpoints/index', 'administrator'],
    ] as const) {
      const phone = await openPhone({ cloud: hospital.url, open: `/${route}`, persona })
      expect(phone.pages).toContain(route)
      expect(phone.text().length).toBeGreaterThan(5)
      phone.close()
    }
  })
})
