import { randomBytes } from 'node:crypto'
import type { DeskEntry, DisclosureFigures, EntryRow, EntryView, SlotBoard } from '#domain/culture/disclosure.contract'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { asStaff, surveyorIn } from './survey.staff'

const hex = () => randomBytes(16).toString('hex')
const today = beijingDay(Date.now() as Instant)
const before = (days: number) => daysAfter(today, -days)

const who = {
  editor: 'openid-editor',
  head: 'openid-head',
  stranger: 'openid-other-editor',
  publicist: 'openid-publicist',
  second: 'openid-second-publicist',
  discipline: 'openid-discipline',
}
type Who = keyof typeof who

const PEOPLE = [
  ['editor', 'D1', '宋', 'F07', 'editor', '0'],
  ['head', 'D2', '陶', 'F07', 'department_head', '1'],
  ['stranger', 'D3', '孟', '03.01', 'editor', '2'],
  ['publicist', 'D4', '卢', null, 'publicity', '3'],
  ['second', 'D5', '裴', null, 'publicity', '4'],
  ['discipline', 'D6', '贺', null, 'discipline', '5'],
] as const

let cloud: OpenedCloud
const culture = (action: string, input: unknown, openid?: string) => cloud.call('culture', action, input, openid)
const as = (person: Who, action: string, input: unknown) => culture(action, input, who[person])

const must = async <T = DeskEntry>(person: Who, action: string, input: unknown): Promise<T> => {
  const reply = await as(person, action, input)
  expect(reply).toMatchObject({ ok: true })
  return reply.value as unknown as T
}

const settings = (slot: string, about: object = {}) => ({
  slot,
  rev: null as number | null,
  audience: 'public',
  ownerId: 'F07',
  withinWorkingDays: 20,
  everyMonths: null,
  basis: '《医疗卫生机构信息公开管理办法》',
  basisChecked: false,
  ...about,
})

beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  await surveyorIn(cloud)
  const office = async (action: string, input: unknown, openid: string = OPENIDS.administrator) =>
    expect(await cloud.call('hospital', action, input, openid)).toMatchObject({ ok: true })
  await office('addDepartment', { id: 'F07', name: '采购办' })
  for (const [person, staffId, name, departmentId, role, digit] of PEOPLE) {
    const [number, code] = [`QJ-${staffId}`, `0123456789ABCDY${digit}`]
    await office('addPerson', { staffId, number, name, departmentId, roles: [role] })
    await office('invite', { people: [{ staffId, code }] })
    await office('join', { number, code }, who[person])
  }
  for (const slot of ['procurement-results', 'donations', 'prices']) await must('publicist', 'keepSlot', settings(slot))
  await must('publicist', 'keepSlot', settings('titles', { audience: 'staff' }))
})
afterAll(() => cloud.close())

const WORDS = { title: '轮椅二十台', text: '向本市一家供应商购买，每台 640 元。', attachments: [] }

const writing = (about: object = {}) => ({
  id: hex(),
  rev: null as number | null,
  slot: 'procurement-results',
  occurredOn: before(3),
  content: WORDS,
  correction: null as string | null,
  ...about,
})

const sent = async (about: object = {}, person: Who = 'editor') => {
  const input = writing(about)
  const { rev } = await must(person, 'writeDisclosure', input)
  return must(person, 'sendDisclosure', { id: input.id, rev })
}

const published = async (about: object = {}) => {
  const { id, rev } = await sent(about)
  return must('publicist', 'confirmDisclosure', { id, rev })
}

const read = async (id: string, version: number | null = null) =>
  (await culture('disclosureEntry', { id, version })).value as unknown as EntryView
const board = async () => (await culture('disclosures', {})).value as unknown as SlotBoard
const cardOf = async (slot: string) => (await board()).slots.find((card) => card.slot === slot)
const slotPage = async (slot: string, after: unknown = null) =>
  (await culture('disclosureSlot', { slot, after })).value as unknown as { rows: EntryRow[]; next: unknown }
const found = async (words: string, action = 'findDisclosures', openid?: string) => {
  const { value } = await culture(action, { words, after: null }, openid)
  return (value as unknown as { rows: { id: string }[] }).rows.map(({ id }) => id)
}

describe('what the owner writes', () => {
  it('is public once a second person confirmed it, with its days', async () => {
    const one = await sent()
    expect(await culture('disclosureEntry', { id: one.id, version: null })).toMatchObject({
      code: 'disclosure.unknown',
    })
    await must('discipline', 'confirmDisclosure', { id: one.id, rev: one.rev })
    expect(await read(one.id)).toMatchObject({
      slotName: '采购结果',
      ownerName: '采购办',
      occurredOn: before(3),
      publishedOn: today,
      words: { title: WORDS.title, text: WORDS.text, attachments: [] },
      version: 1,
      versions: [{ version: 1, on: today, correction: null }],
      withdrawn: null,
    })
    expect(await cardOf('procurement-results')).toMatchObject({ lastOn: today, lastTitle: '轮椅二十台', basis: null })
    expect(await found('轮椅')).toContain(one.id)
    // Nobody outside learns who wrote or confirmed it.
    expect(JSON.stringify(await culture('disclosureEntry', { id: one.id, version: null }))).not.toMatch(/宋|贺|D1|D6/)
  })

  it('is sent only when there is something to read, and says what is missing', async () => {
    const input = writing({ content: { title: '', text: '', attachments: [] } })
    const { rev } = await must('editor', 'writeDisclosure', input)
    expect(await as('editor', 'sendDisclosure', { id: input.id, rev })).toMatchObject({
      code: 'disclosure.unfinished',
      fields: ['content.title', 'content.text'],
    })
    expect(await as('editor', 'confirmDisclosure', { id: input.id, rev })).toMatchObject({ code: 'auth.forbidden' })
    expect(await as('discipline', 'confirmDisclosure', { id: input.id, rev })).toMatchObject({
      code: 'disclosure.not_sent',
    })
    await must('editor', 'dropDisclosureDraft', { id: input.id, rev })
    expect(await must('editor', 'dropDisclosureDraft', { id: input.id, rev })).toEqual({ entry: null })
    expect(cloud.exportAll()).not.toContain(input.id)
  })

  it('is of a day that was', async () => {
    for (const occurredOn of [daysAfter(today, 1), '2010-01-01']) {
      expect(await as('editor', 'writeDisclosure', writing({ occurredOn }))).toMatchObject({
        code: 'disclosure.day_wrong',
      })
    }
  })

  it('comes back with a word why, and goes again', async () => {
    const one = await sent()
    const back = { id: one.id, rev: one.rev, reason: '请写明是哪一家' }
    const returned = await must('publicist', 'sendDisclosureBack', back)
    expect(await must('publicist', 'sendDisclosureBack', back)).toEqual(returned)
    expect(returned.draft?.sentBack).toMatchObject({ by: { name: '卢' }, reason: '请写明是哪一家' })
    expect(await as('publicist', 'confirmDisclosure', { id: one.id, rev: returned.rev })).toMatchObject({
      code: 'disclosure.not_sent',
    })
    const again = await must('editor', 'sendDisclosure', { id: one.id, rev: returned.rev })
    expect(again.draft).toMatchObject({ sentBack: null, sent: { by: { name: '宋', mine: true } } })
  })
})

describe('nobody makes public alone', () => {
  it('what they wrote themselves, first words and corrections alike', async () => {
    const own = await sent({}, 'publicist')
    const refusal = { code: 'disclosure.own_words' }
    expect(await as('publicist', 'confirmDisclosure', { id: own.id, rev: own.rev })).toMatchObject(refusal)
    expect(await as('publicist', 'sendDisclosureBack', { id: own.id, rev: own.rev, reason: '自己退' })).toMatchObject(
      refusal,
    )
    const shown = await must('second', 'confirmDisclosure', { id: own.id, rev: own.rev })
    const correction = {
      ...writing(),
      id: own.id,
      rev: shown.rev,
      correction: '单价打错了',
      content: { ...WORDS, text: '每台 460 元。' },
    }
    const draft = await must('second', 'writeDisclosure', correction)
    const waiting = await must('second', 'sendDisclosure', { id: own.id, rev: draft.rev })
    expect(await as('second', 'confirmDisclosure', { id: own.id, rev: waiting.rev })).toMatchObject(refusal)
    expect((await read(own.id)).words?.text).toBe(WORDS.text)
    await must('publicist', 'confirmDisclosure', { id: own.id, rev: waiting.rev })
    expect((await read(own.id)).words?.text).toBe('每台 460 元。')
  })

  it('nor what they had a hand in, whoever sent it', async () => {
    const one = await sent()
    const touched = await must('publicist', 'writeDisclosure', {
      ...writing(),
      id: one.id,
      rev: one.rev,
      content: { ...WORDS, title: '轮椅 20 台' },
    })
    expect(touched.draft?.sent).toBeNull()
    const again = await must('editor', 'sendDisclosure', { id: one.id, rev: touched.rev })
    expect(await as('publicist', 'confirmDisclosure', { id: one.id, rev: again.rev })).toMatchObject({
      code: 'disclosure.own_words',
    })
    await must('discipline', 'confirmDisclosure', { id: one.id, rev: again.rev })
  })

  it('nor other words than those that were looked at', async () => {
    const one = await sent()
    const changed = await must('editor', 'writeDisclosure', {
      ...writing(),
      id: one.id,
      rev: one.rev,
      content: { ...WORDS, text: '别的。' },
    })
    await must('editor', 'sendDisclosure', { id: one.id, rev: changed.rev })
    expect(await as('publicist', 'confirmDisclosure', { id: one.id, rev: one.rev })).toMatchObject({
      code: 'data.changed',
    })
  })

  it('and nobody takes back alone what they announced themselves', async () => {
    const input = { id: hex(), slot: 'prices', what: '护理项目调价', occurredOn: before(1) }
    const one = await must('publicist', 'announceDisclosure', input)
    const back = { id: input.id, rev: one.rev, reason: '报错了，没有调价' }
    expect(await as('publicist', 'takeAnnouncementBack', back)).toMatchObject({ code: 'disclosure.own_announcement' })
    expect(await as('editor', 'takeAnnouncementBack', back)).toMatchObject({ code: 'auth.forbidden' })
    const taken = await must('discipline', 'takeAnnouncementBack', back)
    expect(await must('discipline', 'takeAnnouncementBack', back)).toEqual(taken)
    expect(
      await as('editor', 'writeDisclosure', { ...writing({ slot: 'prices' }), id: input.id, rev: taken.rev }),
    ).toMatchObject({
      code: 'disclosure.finished',
    })
  })
})

describe('who does what', () => {
  const draft = writing({ id: 'd0'.repeat(16) })
  const seen = { id: draft.id, rev: 0 }
  const ALLOWED: [string, object, Who[]][] = [
    ['disclosureDesk', {}, ['editor', 'head', 'stranger', 'publicist', 'discipline']],
    ['disclosureHistory', { slot: 'prices', after: null }, ['editor', 'head', 'stranger', 'publicist', 'discipline']],
    ['disclosureFigures', { from: before(30), to: today }, ['editor', 'head', 'stranger', 'publicist', 'discipline']],
    ['disclosureOnDesk', { id: draft.id }, ['editor', 'head', 'publicist', 'discipline']],
    ['writeDisclosure', draft, ['editor', 'head', 'publicist']],
    ['sendDisclosure', seen, ['editor', 'head', 'publicist']],
    ['sendDisclosureBack', { ...seen, reason: '请补' }, ['publicist', 'discipline']],
    ['confirmDisclosure', seen, ['publicist', 'discipline']],
    ['withdrawDisclosure', { ...seen, reason: '撤下' }, ['publicist', 'discipline']],
    ['takeAnnouncementBack', { ...seen, reason: '报错' }, ['publicist', 'discipline']],
    ['dropDisclosureDraft', seen, ['editor', 'head', 'publicist']],
    ['promiseDisclosure', { slot: 'procurement-results', on: today }, ['editor', 'head', 'publicist']],
    [
      'announceDisclosure',
      { id: hex(), slot: 'donations', what: '收到捐赠', occurredOn: daysAfter(today, 1) },
      ['editor', 'head', 'publicist', 'discipline'],
    ],
    ['keepSlot', settings('donations', { rev: 99 }), ['publicist']],
  ]
  const CALLERS: Record<string, string | undefined> = {
    ...who,
    visitor: undefined,
    nobody: 'openid-nobody',
    officer: OPENIDS.officer,
    handler: OPENIDS.handler,
    administrator: OPENIDS.administrator,
    ...asStaff,
  }
  const NOT_THEIRS = new Set(['auth.required', 'auth.forbidden', 'disclosure.not_owner', 'disclosure.unknown'])

  it('is decided for every caller and every act of the desk', async () => {
    await must('editor', 'writeDisclosure', draft)
    const stored = cloud.exportAll()
    for (const [action, input, allowed] of ALLOWED) {
      for (const [caller, openid] of Object.entries(CALLERS)) {
        if (caller === 'second' || (action === 'dropDisclosureDraft' && allowed.includes(caller as Who))) continue
        // Each is refused for what it asks in the end, by a reason that is not who asks.
        const rev = {
          ...(input as { rev?: number }),
          ...('rev' in input && action !== 'keepSlot' && action !== 'writeDisclosure' ? { rev: 77 } : {}),
        }
        const reply = await culture(action, rev, openid)
        // What is not there for somebody is gone already.
        const isGone = action === 'dropDisclosureDraft' && reply.value?.['entry'] === null
        const isTheirs = reply.ok ? !isGone : !NOT_THEIRS.has(reply.code ?? '')
        expect([action, caller, isTheirs]).toEqual([action, caller, allowed.includes(caller as Who)])
      }
    }
    expect(cloud.exportAll()).toBe(stored)
    await must('editor', 'dropDisclosureDraft', seen)
  })

  it('a slot is given to no department that is unknown or out of use', async () => {
    const office = (action: string, input: unknown) => cloud.call('hospital', action, input, OPENIDS.administrator)
    expect(await office('addDepartment', { id: 'F08', name: '旧科室' })).toMatchObject({ ok: true })
    expect(await office('changeDepartment', { id: 'F08', name: '旧科室', rev: 0, retired: true })).toMatchObject({
      ok: true,
    })
    for (const ownerId of ['F08', 'F99']) {
      expect(await as('publicist', 'keepSlot', settings('insurance', { ownerId }))).toMatchObject({
        code: 'hospital.department_unknown',
        fields: ['ownerId'],
      })
    }
  })
})

describe('what is for staff', () => {
  const SECRET = '拟聘副主任医师公示名单'

  it('is in no public answer, and in those of everybody who works here', async () => {
    const one = await published({ slot: 'titles', content: { ...WORDS, title: SECRET, text: `${SECRET}：某某。` } })
    await must('editor', 'announceDisclosure', {
      id: hex(),
      slot: 'titles',
      what: '职称评聘通知',
      occurredOn: before(60),
    })
    const answers = [
      await culture('disclosures', {}),
      await culture('findDisclosures', { words: '公示', after: null }),
      await culture('findDisclosures', { words: '职称', after: null }),
      await culture('disclosureTimeliness', { from: before(120), to: today }),
      ...(await Promise.all((await board()).slots.map(({ slot }) => culture('disclosureSlot', { slot, after: null })))),
      await culture('disclosureSlot', { slot: 'titles', after: null }),
      await culture('disclosureEntry', { id: one.id, version: null }),
      await culture('disclosureEntry', { id: one.id, version: 1 }),
    ]
    const everything = JSON.stringify(answers)
    for (const word of [SECRET, '副主任', 'titles', '职称', one.id]) expect(everything).not.toContain(word)
    expect((await board()).slots.every(({ audience }) => audience === 'public')).toBe(true)
    expect((await board()).slots).toHaveLength(17)

    for (const openid of [OPENIDS.handler, OPENIDS.administrator, who.stranger]) {
      const { value } = await culture('staffDisclosures', {}, openid)
      const slots = (value as unknown as SlotBoard).slots
      expect(slots).toHaveLength(20)
      expect(slots.find(({ slot }) => slot === 'titles')).toMatchObject({ standing: 'overdue', lastTitle: SECRET })
      expect(await found('副主任', 'findStaffDisclosures', openid)).toEqual([one.id])
      expect(await culture('staffDisclosureSlot', { slot: 'titles', after: null }, openid)).toMatchObject({ ok: true })
      expect(await culture('staffDisclosureEntry', { id: one.id, version: null }, openid)).toMatchObject({ ok: true })
    }
    for (const action of ['staffDisclosures', 'staffDisclosureSlot', 'staffDisclosureEntry', 'findStaffDisclosures']) {
      const inputs: Record<string, object> = {
        staffDisclosures: {},
        staffDisclosureSlot: { slot: 'titles', after: null },
        staffDisclosureEntry: { id: one.id, version: null },
        findStaffDisclosures: { words: '副主任', after: null },
      }
      expect(await culture(action, inputs[action])).toMatchObject({ code: 'auth.required' })
      // Known to the platform, and nobody who works here; from outside the hospital.
      for (const openid of ['openid-nobody', asStaff.supervisor]) {
        expect(await culture(action, inputs[action], openid)).toMatchObject({ code: 'auth.forbidden' })
      }
    }
  })

  it('stays for staff when its slot opens to everybody', async () => {
    const one = await published({ slot: 'titles', content: { ...WORDS, title: '只给职工看过' } })
    const desk = await must<{ slots: { slot: string; rev: number }[] }>('publicist', 'disclosureDesk', {})
    const rev = desk.slots.find(({ slot }) => slot === 'titles')?.rev ?? null
    const opened = await must<{ rev: number }>('publicist', 'keepSlot', settings('titles', { rev }))
    expect(await culture('disclosureEntry', { id: one.id, version: null })).toMatchObject({
      code: 'disclosure.unknown',
    })
    expect(JSON.stringify(await culture('disclosureSlot', { slot: 'titles', after: null }))).not.toContain(
      '只给职工看过',
    )
    const later = await published({ slot: 'titles', content: { ...WORDS, title: '这一条对社会' } })
    expect(await found('对社会')).toEqual([later.id])
    // What everybody could read is not hidden by a switch.
    expect(await as('publicist', 'keepSlot', settings('titles', { rev: opened.rev, audience: 'staff' }))).toMatchObject(
      {
        code: 'disclosure.already_public',
      },
    )
  })
})

describe('what is public', () => {
  it('is put right in a new version, and the old one stays readable', async () => {
    const { id, rev } = await published()
    expect(await as('editor', 'writeDisclosure', { ...writing(), id, rev })).toMatchObject({
      code: 'disclosure.reason_missing',
    })
    const content = { ...WORDS, text: '每台 460 元。' }
    const draft = await must('editor', 'writeDisclosure', { ...writing(), id, rev, content, correction: '单价打错了' })
    expect((await read(id)).words?.text).toBe(WORDS.text)
    const waiting = await must('editor', 'sendDisclosure', { id, rev: draft.rev })
    await must('publicist', 'confirmDisclosure', { id, rev: waiting.rev })
    expect(await read(id)).toMatchObject({
      publishedOn: today,
      version: 2,
      words: { text: '每台 460 元。' },
      versions: [
        { version: 1, correction: null },
        { version: 2, correction: '单价打错了' },
      ],
    })
    expect(await read(id, 1)).toMatchObject({ version: 1, words: { text: WORDS.text } })
    expect(await culture('disclosureEntry', { id, version: 3 })).toMatchObject({ code: 'disclosure.unknown' })
  })

  it('leaves a word why where it stood when it is withdrawn', async () => {
    // Due already, so that it is among the counted.
    const content = { ...WORDS, title: '某某家属补偿', text: '供应商联系人某某。' }
    const { id, rev } = await published({ content, occurredOn: before(60) })
    const input = { id, rev, reason: '里面有个人电话' }
    const gone = await must('discipline', 'withdrawDisclosure', input)
    expect(await must('discipline', 'withdrawDisclosure', input)).toEqual(gone)
    for (const version of [null, 1]) {
      expect(await read(id, version)).toMatchObject({
        words: null,
        publishedOn: today,
        withdrawn: { on: today, reason: '里面有个人电话' },
      })
    }
    expect(await found('轮椅')).not.toContain(id)
    expect(await must('stranger', 'disclosureOnDesk', { id })).toMatchObject({ words: null, draft: null })
    const { rows } = await slotPage('procurement-results')
    expect(rows.find((row) => row.id === id)).toMatchObject({
      title: '',
      withdrawn: { on: today, reason: '里面有个人电话' },
    })
    const counted = await culture('disclosureTimeliness', { from: before(120), to: today })
    expect((counted.value as unknown as DisclosureFigures).rows.find((row) => row.id === id)).toMatchObject({
      title: '',
      publishedOn: today,
      inTime: false,
    })
    const everything = [rows, counted, await culture('findDisclosures', { words: '补偿', after: null })]
    expect(JSON.stringify(everything)).not.toContain('某某家属')
    expect(await as('editor', 'writeDisclosure', { ...writing(), id, rev: gone.rev })).toMatchObject({
      code: 'disclosure.finished',
    })
  })

  it('is listed a page at a time, each once', async () => {
    for (let count = 0; count < 22; count += 1)
      await published({ slot: 'donations', content: { ...WORDS, title: `捐赠第 ${count} 笔` } })
    const seen: string[] = []
    for (let after: unknown = null; ; ) {
      const page = await slotPage('donations', after)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
      if (!after) break
    }
    expect(seen).toHaveLength(22)
    expect(new Set(seen).size).toBe(22)
  })
})

describe('a change that must be made public', () => {
  it('starts the clock in public without its words, and is overdue in public', async () => {
    const id = hex()
    await must('editor', 'announceDisclosure', { id, slot: 'prices', what: '内部说法不外传', occurredOn: before(5) })
    expect(await cardOf('prices')).toMatchObject({ standing: 'waiting', dueOn: expect.any(String), late: null })
    expect(JSON.stringify(await board())).not.toContain('内部说法')
    expect(await as('editor', 'promiseDisclosure', { slot: 'prices', on: today })).toMatchObject({
      code: 'disclosure.not_overdue',
    })

    const late = { id: hex(), slot: 'prices', what: '早就变了', occurredOn: before(60) }
    const one = await must('editor', 'announceDisclosure', late)
    const card = await cardOf('prices')
    expect(card).toMatchObject({ standing: 'overdue', dueOn: one.dueOn, promisedOn: null })
    expect(card?.late).toBeGreaterThan(5)
    expect(await as('editor', 'promiseDisclosure', { slot: 'prices', on: before(1) })).toMatchObject({
      code: 'disclosure.day_wrong',
    })
    for (let time = 0; time < 2; time += 1)
      await must('head', 'promiseDisclosure', { slot: 'prices', on: daysAfter(today, 5) })
    expect(await cardOf('prices')).toMatchObject({ promisedOn: daysAfter(today, 5) })

    const draft = await must('editor', 'writeDisclosure', {
      ...writing({ slot: 'prices', occurredOn: today }),
      id: one.id,
      rev: one.rev,
    })
    // An announced day is not moved by writing.
    expect(draft).toMatchObject({ occurredOn: before(60), dueOn: one.dueOn })
    const waiting = await must('editor', 'sendDisclosure', { id: one.id, rev: draft.rev })
    await must('publicist', 'confirmDisclosure', { id: one.id, rev: waiting.rev })
    expect(await cardOf('prices')).toMatchObject({ standing: 'waiting', promisedOn: null, lastOn: today })
  })

  it('is counted with its numerator, its denominator and their rows', async () => {
    const year = { from: before(120), to: today }
    const earlier = await must<DisclosureFigures>('publicist', 'disclosureFigures', year)
    await must('editor', 'announceDisclosure', {
      id: hex(),
      slot: 'donations',
      what: '还没有写',
      occurredOn: before(70),
    })
    const late = await published({ slot: 'donations', occurredOn: before(80) })
    const after = await must<DisclosureFigures>('publicist', 'disclosureFigures', year)
    expect([after.inTime - earlier.inTime, after.due - earlier.due]).toEqual([0, 2])
    expect(after.due).toBe(after.rows.length)
    expect(after.rows.find(({ id }) => id === late.id)).toMatchObject({
      slotName: '捐赠公示',
      inTime: false,
      publishedOn: today,
    })
    // Another department sees that something is due, and not in which words.
    const others = await must<DisclosureFigures>('stranger', 'disclosureFigures', year)
    expect(others.due).toBe(after.due)
    expect(JSON.stringify(others)).not.toContain('还没有写')
    // Everybody sees the same two numbers of what is for everybody.
    const forAll = (await culture('disclosureTimeliness', year)).value as unknown as DisclosureFigures
    const open = after.rows.filter(({ slot }) => slot !== 'titles')
    expect([forAll.inTime, forAll.due]).toEqual([open.filter(({ inTime }) => inTime).length, open.length])
    expect(JSON.stringify(forAll)).not.toContain('还没有写')
    for (const action of ['disclosureFigures', 'disclosureTimeliness']) {
      expect(await as('publicist', action, { from: '2001-01-01', to: '2001-12-31' })).toMatchObject({
        value: { inTime: 0, due: 0, rows: [] },
      })
      expect(await as('publicist', action, { from: '2001-01-01', to: '2002-01-01' })).toMatchObject({
        code: 'input.invalid',
        fields: ['to'],
      })
    }
  })
})

describe('files', () => {
  const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
  const aFile = async () => {
    const mediaId = hex()
    const part = {
      mediaId,
      kind: 'file',
      name: '中标通知.pdf',
      part: 0,
      bytes: PDF.length,
      data: PDF.toString('base64'),
    }
    await must('editor', 'sendMediaPart', part)
    return { mediaId, name: '中标通知.pdf' }
  }

  it('stand beside the words, and one that is not there is not taken', async () => {
    const attachments = [await aFile()]
    const { id } = await published({ content: { ...WORDS, text: '', attachments } })
    const [link] = (await read(id)).words?.attachments ?? []
    expect(link).toMatchObject({ ...attachments[0], bytes: PDF.length })
    expect(Buffer.from(await (await fetch(link?.url ?? '')).arrayBuffer()).equals(PDF)).toBe(true)
    const missing = writing({ content: { ...WORDS, attachments: [{ mediaId: hex(), name: '没有传.pdf' }] } })
    expect(await as('editor', 'writeDisclosure', missing)).toMatchObject({ code: 'media.unknown' })
    expect(cloud.exportAll()).not.toContain(missing.id)
  })

  it('are let go when nothing names them any more', async () => {
    const [kept, dropped] = [await aFile(), await aFile()]
    const input = writing({ content: { ...WORDS, attachments: [kept, dropped] } })
    const { rev } = await must('editor', 'writeDisclosure', input)
    const owned = () =>
      cloud
        .exportAll()
        .split('\n')
        .filter((line) => line.includes(`disclosure:${input.id}`))
    expect(owned()).toHaveLength(2)
    const next = await must('editor', 'writeDisclosure', { ...input, rev, content: { ...WORDS, attachments: [kept] } })
    expect(owned()).toHaveLength(1)
    await must('editor', 'dropDisclosureDraft', { id: input.id, rev: next.rev })
    expect(owned()).toHaveLength(0)

    const mistaken = { id: input.id, slot: 'donations', what: '报错的', occurredOn: before(1) }
    const { rev: announced } = await must('editor', 'announceDisclosure', mistaken)
    const again = { ...input, slot: 'donations', rev: announced }
    const written = await must('editor', 'writeDisclosure', again)
    expect(owned()).toHaveLength(2)
    await must('publicist', 'takeAnnouncementBack', { id: input.id, rev: written.rev, reason: '报错了' })
    expect(owned()).toHaveLength(0)
  })
})

describe('a request that is sent again', () => {
  it('does nothing twice, from the first save to the confirmation', async () => {
    const input = writing({ content: { ...WORDS, title: '重发五次' } })
    const first = await must('editor', 'writeDisclosure', input)
    const all = await Promise.all(Array.from({ length: 5 }, () => must('editor', 'writeDisclosure', input)))
    for (const again of all) expect(again).toEqual(first)
    expect(await as('editor', 'writeDisclosure', { ...input, content: WORDS })).toMatchObject({
      code: 'request.reused',
    })
    const seen = { id: input.id, rev: first.rev }
    const waiting = await must('editor', 'sendDisclosure', seen)
    expect(await must('editor', 'sendDisclosure', seen)).toEqual(waiting)
    const confirming = { id: input.id, rev: waiting.rev }
    const shown = await Promise.all(Array.from({ length: 4 }, () => as('publicist', 'confirmDisclosure', confirming)))
    expect(shown.some(({ ok }) => ok)).toBe(true)
    expect((await must('publicist', 'confirmDisclosure', confirming)).versions).toHaveLength(1)

    const announcement = { id: hex(), slot: 'donations', what: '报两次', occurredOn: before(2) }
    const one = await must('editor', 'announceDisclosure', announcement)
    expect(await must('editor', 'announceDisclosure', announcement)).toEqual(one)
    expect(await as('editor', 'announceDisclosure', { ...announcement, what: '另一件' })).toMatchObject({
      code: 'request.reused',
    })
  })

  it('and a slower colleague hears that somebody was first', async () => {
    const one = await sent()
    const other = { ...writing(), id: one.id, rev: one.rev }
    await must('head', 'writeDisclosure', { ...other, content: { ...WORDS, text: '先写的。' } })
    expect(await as('editor', 'writeDisclosure', { ...other, content: { ...WORDS, text: '后写的。' } })).toMatchObject({
      code: 'data.changed',
    })
    expect(await as('publicist', 'keepSlot', settings('donations', { withinWorkingDays: 10 }))).toMatchObject({
      code: 'data.changed',
    })
  })
})
