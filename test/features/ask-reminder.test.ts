import { makeReceipt, RECEIPT_RANDOM_BYTES } from '#domain/complaint/receipt'
import { ComplaintId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import * as v from 'valibot'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askReminder } from '../../src/features/complaint/ask-reminder'
import { type KeptReceipt, keepReceipt, keptReceipts } from '../../src/features/complaint/receipt.store'

const phone = vi.hoisted(() => ({
  storage: new Map<string, unknown>(),
  sent: [] as unknown[],
  asked: [] as unknown[],
  wechat: () => Promise.resolve({} as object),
  cloud: { ok: true, value: { remind: true } } as object,
}))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, value),
    requestSubscribeMessage: (question: unknown) => {
      phone.asked.push(question)
      return phone.wechat()
    },
  },
}))

vi.mock('#cloud/transport', () => ({
  send: (_name: string, event: unknown) => {
    phone.sent.push(event)
    return Promise.resolve(phone.cloud)
  },
}))

const TEMPLATE = 'template-of-reminder'

const receipt: KeptReceipt = {
  complaintId: v.parse(ComplaintId, 'a'.repeat(32)),
  ...makeReceipt(new Uint8Array(RECEIPT_RANDOM_BYTES).fill(7)),
  hospitalName: '青衿市人民医院',
  receivedAt: 1 as Instant,
  replyWithinWorkingDays: 5,
  dueAt: null,
  whenLate: null,
  named: true,
  reminderTemplateId: TEMPLATE,
}

beforeEach(() => {
  phone.storage.clear()
  phone.sent = []
  phone.asked = []
  phone.cloud = { ok: true, value: { remind: true } }
  keepReceipt(receipt)
})

const answering = (answer: unknown) => {
  phone.wechat = () => Promise.resolve({ errMsg: 'requestSubscribeMessage:ok', [TEMPLATE]: answer })
}

describe('asking to be reminded', () => {
  it('asks WeChat for the template alone, then the hospital, and is not asked again', async () => {
    answering('accept')
    expect(await askReminder(receipt, TEMPLATE)).toMatchObject({ kind: 'asked', receipt: { reminderTemplateId: null } })
    expect(phone.asked).toEqual([{ tmplIds: [TEMPLATE], entityIds: [] }])
    expect(phone.sent).toEqual([{ action: 'remindMe', input: { selector: receipt.selector, secret: receipt.secret } }])
    expect(keptReceipts()).toMatchObject([{ reminderTemplateId: null }])
  })

  it.each([
    ['reject', '您刚才没有同意'],
    ['ban', '微信里关着'],
    ['filter', '微信里关着'],
  ])('says in words what %s means, and tells the hospital nothing', async (answer, words) => {
    answering(answer)
    const reminder = await askReminder(receipt, TEMPLATE)
    expect(reminder).toMatchObject({ kind: 'not_asked', because: expect.stringContaining(words) })
    expect(phone.sent).toEqual([])
    expect(keptReceipts()).toMatchObject([{ reminderTemplateId: TEMPLATE }])
  })

  it('says so where all messages are switched off', async () => {
    phone.wechat = () => Promise.reject(Object.assign(new Error('x'), { errCode: 20004 }))
    expect(await askReminder(receipt, TEMPLATE)).toMatchObject({ because: expect.stringContaining('订阅消息') })
  })

  it('can be asked again when the hospital was not reached', async () => {
    answering('accept')
    phone.cloud = { ok: false, code: 'system.busy', message: '…' }
    expect(await askReminder(receipt, TEMPLATE)).toMatchObject({ because: expect.stringContaining('请过几秒') })
    expect(keptReceipts()).toMatchObject([{ reminderTemplateId: TEMPLATE }])
  })
})
