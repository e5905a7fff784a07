import type { ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ComplaintDraft, loadDraft, newDraft, saveDraft } from '../../src/features/complaint/complaint.draft'
import { keptReceipts } from '../../src/features/complaint/receipt.store'
import { sendComplaint, settleSent } from '../../src/features/complaint/send-complaint'

const phone = vi.hoisted(() => ({
  storage: new Map<string, string>(),
  /** What left the phone. */
  sent: [] as { action: string; input: Record<string, unknown> }[],
  /** What comes back, in turn. */
  answers: [] as (() => Promise<unknown>)[],
}))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => JSON.parse(phone.storage.get(key) ?? '""') as unknown,
    setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void phone.storage.delete(key),
  },
}))

vi.mock('#cloud/transport', () => ({
  send: (_name: string, event: (typeof phone.sent)[number]) => {
    phone.sent.push(structuredClone(event))
    const answer = phone.answers.shift()
    if (!answer) throw new Error('nothing was expected to be sent')
    return answer()
  },
}))

const ACKNOWLEDGED = {
  hospitalName: '青衿市人民医院',
  receivedAt: 1,
  replyWithinWorkingDays: 5,
  dueAt: 2,
  whenLate: '0000-555-0112',
  reminderTemplateId: 'template-of-reminder',
}

const acknowledged = () => Promise.resolve({ ok: true, value: ACKNOWLEDGED })
const refused = (code: ErrorCode, fields?: string[]) => () => Promise.resolve({ ok: false, code, message: '…', fields })
const offline = () => Promise.reject(new Error('fetch failed'))
const answering = (...answers: (typeof phone.answers)[number][]) => {
  phone.answers = answers
}

const words: Partial<ComplaintDraft> = {
  kind: 'complaint',
  category: 'F',
  careSetting: 'inpatient',
  text: '问了三次，都说等着。',
  happened: '2026-11-17',
  forWhom: 'relative',
  named: false,
  healthConsent: true,
}

const aDraft = async (about: Partial<ComplaintDraft> = {}): Promise<ComplaintDraft> => {
  const draft = { ...(await newDraft({ touchpointId: null, place: null, kind: null })), ...words, ...about }
  saveDraft(draft)
  return draft
}

beforeEach(() => {
  phone.storage.clear()
  phone.sent = []
  phone.answers = []
})

describe('handing a draft in', () => {
  it('keeps the receipt and deletes the draft once it is acknowledged', async () => {
    const draft = await aDraft()
    answering(acknowledged)
    expect(await sendComplaint(draft)).toMatchObject({ ok: true, value: { selector: draft.selector } })
    expect(await loadDraft()).toBeNull()
    expect(keptReceipts()).toMatchObject([
      { complaintId: draft.complaintId, selector: draft.selector, secret: draft.secret, named: false },
    ])
    expect(phone.sent).toMatchObject([
      {
        action: 'file',
        input: { contact: null, category: 'F', happenedOn: '2026-11-17', forWhom: 'relative', healthConsent: true },
      },
    ])
  })

  it('without a network keeps every word, and the next attempt is the same complaint', async () => {
    const draft = await aDraft({ photos: [] })
    answering(offline)
    expect(await sendComplaint(draft)).toMatchObject({ ok: false, code: 'network.offline' })
    const left = await loadDraft()
    expect(left).toEqual({ ...draft, sent: true })
    answering(acknowledged)
    expect(await sendComplaint(left ?? draft)).toMatchObject({ ok: true })
    expect(phone.sent[1]).toEqual(phone.sent[0])
  })

  it('after an answer that was lost or broken keeps it as sent, under the same number', async () => {
    const draft = await aDraft()
    answering(refused('system.failed'))
    await sendComplaint(draft)
    expect(await loadDraft()).toEqual({ ...draft, sent: true })
  })

  it('after a refusal is free to be changed, and tells which field it was', async () => {
    const draft = await aDraft()
    answering(refused('input.invalid', ['text']))
    expect(await sendComplaint(draft)).toMatchObject({ ok: false, code: 'input.invalid', fields: ['text'] })
    expect(await loadDraft()).toEqual(draft)
  })

  it('stays as sent when it may have arrived earlier, whatever is refused now', async () => {
    const draft = await aDraft({ sent: true })
    answering(refused('system.busy'))
    await sendComplaint(draft)
    expect(await loadDraft()).toEqual(draft)
  })

  it('takes another number where the number was taken, three times at most', async () => {
    const draft = await aDraft()
    answering(refused('receipt.taken'), acknowledged)
    expect(await sendComplaint(draft)).toMatchObject({ ok: true })
    expect(phone.sent[1]?.input.selector).not.toBe(draft.selector)
    expect(phone.sent[1]?.input.text).toBe(draft.text)

    const unlucky = await aDraft()
    answering(refused('receipt.taken'), refused('receipt.taken'), refused('receipt.taken'))
    expect(await sendComplaint(unlucky)).toMatchObject({ ok: false, code: 'receipt.taken' })
    expect((await loadDraft())?.text).toBe(unlucky.text)
  })

  it('goes by name inside WeChat, and with the number alone from an ordinary browser', async () => {
    const named = { named: true, name: ' ', phone: '13800000001' }
    answering(acknowledged)
    const inWechat = await sendComplaint(await aDraft(named))
    expect(inWechat).toMatchObject({ ok: true, value: { named: true, reminderTemplateId: 'template-of-reminder' } })
    answering(refused('auth.required'), acknowledged)
    await sendComplaint(await aDraft(named))
    expect(phone.sent.map(({ action }) => action)).toEqual(['fileNamed', 'fileNamed', 'file'])
    expect(phone.sent[2]?.input.contact).toEqual({ name: null, phone: '13800000001' })
  })

  it('hands in nothing that its kind does not ask for', async () => {
    answering(acknowledged)
    await sendComplaint(await aDraft({ kind: 'praise' }))
    expect(phone.sent[0]?.input).toMatchObject({
      kind: 'praise',
      category: null,
      happenedOn: null,
      forWhom: 'self',
      healthConsent: false,
    })
  })

  it('sends a day nobody remembers as none, and consent nobody gave as none', async () => {
    answering(acknowledged)
    await sendComplaint(await aDraft({ happened: 'unknown', healthConsent: null }))
    expect(phone.sent[0]?.input).toMatchObject({ happenedOn: null, healthConsent: false })
  })

  it('sends nothing that is not whole', async () => {
    for (const about of [{ kind: null }, { careSetting: null }, { named: null }] as const) {
      expect(await sendComplaint(await aDraft(about))).toMatchObject({ ok: false, code: 'input.invalid' })
    }
    expect(phone.sent).toEqual([])
  })
})

describe('a draft that was sent without an answer', () => {
  it('turns out to have arrived', async () => {
    const draft = await aDraft({ sent: true, named: true })
    answering(acknowledged)
    expect(await settleSent(draft)).toMatchObject({ kind: 'arrived', receipt: { secret: draft.secret, named: true } })
    expect(await loadDraft()).toBeNull()
  })

  it('is free under new numbers when nobody knows its number', async () => {
    const draft = await aDraft({ sent: true })
    answering(refused('receipt.unknown'))
    const settled = await settleSent(draft)
    expect(settled.kind).toBe('free')
    const free = await loadDraft()
    expect(free).toMatchObject({ text: draft.text, sent: false })
    expect(free?.selector).not.toBe(draft.selector)
  })

  it('stays untouched while there is no network', async () => {
    const draft = await aDraft({ sent: true })
    answering(offline)
    expect(await settleSent(draft)).toEqual({ kind: 'unknown' })
    expect(await loadDraft()).toEqual(draft)
  })
})

describe('a draft of another version', () => {
  it('keeps what still reads, field by field, and its numbers', async () => {
    const { complaintId, selector, secret } = await aDraft()
    const old = { complaintId, selector, secret, sent: true, text: '旧版写的话', careSetting: 'inpatient', named: true }
    phone.storage.set(
      'complaint.draft',
      JSON.stringify({ ...old, name: '陈', phone: 7, kind: 'lawsuit', happened: 'x' }),
    )
    expect(await loadDraft()).toMatchObject({ ...old, name: '陈', phone: '', kind: null, happened: null, photos: [] })
  })

  it('gets new numbers where the old ones do not read', async () => {
    phone.storage.set('complaint.draft', JSON.stringify({ text: '只有字', selector: '1', sent: true }))
    expect(await loadDraft()).toMatchObject({ text: '只有字', sent: false })
  })

  it('is none at all where nothing was left', async () => {
    expect(await loadDraft()).toBeNull()
  })

  it('keeps an older receipt readable', () => {
    const receivedAt = 5 as Instant
    phone.storage.set(
      'complaint.receipts',
      JSON.stringify([
        { complaintId: 'b'.repeat(32), selector: '12345678', secret: `${'0'.repeat(21)}79444`, receivedAt },
      ]),
    )
    expect(keptReceipts()).toMatchObject([{ receivedAt, named: false, reminderTemplateId: null }])
  })
})
