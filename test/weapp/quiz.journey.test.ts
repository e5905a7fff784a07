import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { founded, type OpenedCloud, openCloud } from '../functions/opened.cloud'
import { announced, hired, rightPlaces, stockedBank, wrongPlaces } from '../functions/quiz.room'
import { nameOf, roleOf } from './element.query'
import { openPhone, type Phone } from './harness'

const HOME = '/packages/learning/home/index'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud({
    personas: ['K1', 'K2'].map((id) => ({ id, name: id, says: id, openid: `openid-${id}`, landing: '/' })),
  })
  await founded(cloud)
  await hired(cloud, ['K1', 'K2'], '03.01')
  await stockedBank(cloud)
  await announced(cloud, Date.now() - 60_000, { planned: { title: '冬季廉洁考试', keysShown: 'at_once', attempts: 1 } })
})
afterAll(() => cloud.close())

const opened = (open: string, persona: string, storage?: Phone['storage']) =>
  openPhone({ cloud: cloud.url, open, persona, ...(storage ? { storage } : {}) })

const press = (phone: Phone, name: string | RegExp) => phone.tap({ role: 'button', name })

/** Elements that answer a tap and cannot be told by ear; Taro binds everything of a canvas. */
const unnamed = (phone: Phone) =>
  phone
    .elements()
    .filter(({ tag, handlers }) => tag !== 'canvas' && handlers.has('tap'))
    .filter((element) => !roleOf(element) || nameOf(element) === '')
    .map((element) => String(element.attributes.class))

type Asked = Parameters<typeof rightPlaces>[0]

const LETTER = /^[A-H]，/

/** The question that is on the screen, as somebody with the phone in hand reads it. */
const asked = (phone: Phone) => {
  const choices = [...phone.findAll({ role: 'radio' }), ...phone.findAll({ role: 'checkbox' })]
  const names = choices.map(nameOf)
  const [first] = names
  const isSeveral = phone.findAll({ role: 'checkbox' }).length > 0
  const kind: Asked['kind'] = isSeveral ? 'multiple' : first === 'A，对' ? 'true_false' : 'single'
  const stem = phone.text().includes('面额小就不要紧？') ? '面额小就不要紧？' : ''
  return { kind, stem, names, options: names.map((name) => name.replace(LETTER, '')) }
}

const answer = async (phone: Phone, right = true) => {
  const { names, ...question } = asked(phone)
  const places = right ? rightPlaces(question) : wrongPlaces(question)
  expect(places.length).toBeGreaterThan(0)
  const role = question.kind === 'multiple' ? 'checkbox' : 'radio'
  for (const place of places) await phone.tap({ role, name: names[place] ?? '' })
}

const look = (phone: Phone) => {
  expect(unnamed(phone)).toEqual([])
  expect(phone.isShared()).toBe(false)
}

const stored = <T>(collection: string): T[] =>
  cloud
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { collection: string; document: T })
    .flatMap((line) => (line.collection === collection ? [line.document] : []))

describe('a member of staff with the built mini-program', () => {
  it('does the five of the day, also where the phone put them away after two', async () => {
    const morning = await opened(HOME, 'K1')
    expect(morning.text()).toContain('今天的 5 题还没做')
    look(morning)
    await press(morning, '做今天的五题')
    for (const number of [1, 2]) {
      expect(morning.text()).toContain(`今日五题 · 第 ${number} 题`)
      expect(morning.text()).not.toContain('依据')
      await answer(morning)
      await press(morning, '看看对不对')
      expect(morning.text()).toContain('依据')
      look(morning)
      await press(morning, '下一题')
    }
    morning.close()

    const phone = await opened(HOME, 'K1', morning.storage)
    expect(phone.text()).toContain('今天做了 2 题，还有 3 题')
    await press(phone, '接着做')
    for (const right of [true, true, false]) {
      await answer(phone, right)
      await press(phone, '看看对不对')
      await press(phone, /^(下一题|看今天的结果)$/)
    }
    expect(phone.text()).toContain('5 题对了 4 题')
    look(phone)
    await press(phone, '看错题本')
    expect(phone.route()).toBe('/packages/learning/mistakes/index')
    look(phone)
    phone.close()
    expect(stored('quiz_learners')).toMatchObject([
      { mistakes: [{ rightInARow: 0 }], today: { answers: { length: 5 } } },
    ])
  })

  it('sits an exam to its certificate, killed on the way and met by a second phone', async () => {
    const first = await opened(HOME, 'K2')
    await press(first, /^冬季廉洁考试/)
    expect(first.text()).toContain('每个人的题和选项次序都不一样')
    look(first)
    await press(first, '开始')
    expect(first.text()).toContain('第 1 题，共 6 题')
    look(first)
    await answer(first)
    await press(first, /^想再看/)
    await press(first, '下一题')
    await answer(first)
    await press(first, '下一题')
    await answer(first)
    expect(first.text()).toContain('答案已存')
    expect(first.storage.get('learning.sheets')).toContain('QJ-K2')
    first.close()

    // Another phone has the same paper, and what was answered so far.
    const other = await opened(HOME, 'K2')
    await press(other, /^冬季廉洁考试/)
    expect(other.text()).toContain('已答 3')
    expect(other.text()).toContain('想再看 1')
    other.close()

    const phone = await opened(HOME, 'K2', first.storage)
    await press(phone, /^冬季廉洁考试/)
    expect(phone.text()).toContain('第 3 题，共 6 题')
    for (let place = 4; place <= 8; place += 1) {
      await press(phone, '下一题')
      await answer(phone, place !== 4)
    }
    look(phone)
    await press(phone, '交卷')
    expect(phone.text()).toContain('1 处想再看')
    await phone.tap({ role: 'button', name: '交卷', within: { role: 'alertdialog' } })
    expect(phone.route()).toBe('/packages/learning/result/index')
    expect(phone.text()).toMatch(/^合格/m)
    expect(phone.text()).toContain('没答对的 1')
    look(phone)
    const attempts = stored<{ answers: Record<string, unknown> }>('quiz_attempts')
    expect(attempts).toMatchObject([{ staffId: 'K2', no: 1, submitted: { how: 'by_hand' }, result: { passed: true } }])
    expect(Object.keys(attempts[0]?.answers ?? {})).toHaveLength(8)
    await press(phone, '看合格证')
    expect(phone.text()).toMatch(/查验码 [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    look(phone)
    // What was handed in is not kept on the phone.
    expect(phone.storage.get('learning.sheets')).toBe('{}')
    phone.close()
  })
})
