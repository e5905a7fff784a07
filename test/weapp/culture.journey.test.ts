import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anArticle, asCulture, cultureIn, hex } from '../functions/culture.staff'
import { founded, type OpenedCloud, openCloud } from '../functions/opened.cloud'
import { nameOf, roleOf } from './element.query'
import { openPhone, type Phone } from './harness'

const ID = hex()
const PRICES = 'https://example.com/price'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  await cultureIn(cloud)
  const desk = async (who: keyof typeof asCulture, action: string, input: object) => {
    const reply = await cloud.call('culture', action, input, asCulture[who])
    if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
    return { id: ID, rev: Number(reply.value?.rev) }
  }
  const spans = [{ text: '收费怎么定，' }, { text: '看公布的价格', href: PRICES }, { text: '。' }]
  const quiz = { kind: 'link', to: { page: 'quiz', topic: 'rule8' }, label: '第八条，遇上了怎么做' }
  const content = anArticle({ blocks: [...anArticle().blocks, { kind: 'paragraph', spans }, quiz] })
  const written = await desk('editor', 'saveDraft', { id: ID, rev: null, content, keep: true })
  let at = await desk('editor', 'sendForReview', written)
  for (const [who, step] of [
    ['head', 'department'],
    ['publicist', 'publicity'],
    ['discipline', 'discipline'],
  ] as const) {
    at = await desk(who, 'approveDraft', { ...at, step, deidentified: false })
  }
  await desk('publicist', 'publishDraft', { ...at, publishAt: null, goneAt: null })
})
afterAll(() => cloud.close())

/** Elements that answer a tap and cannot be told by ear. */
const unnamed = (phone: Phone) =>
  phone
    .elements()
    .filter((element) => element.handlers.has('tap') && (!roleOf(element) || nameOf(element) === ''))
    .map((element) => String(element.attributes.class))

describe('somebody who reads in the built mini-program', () => {
  it('opens a story by the code on a poster, copies what leads outside, keeps it, and is told whom the quiz is for', async () => {
    const phone = await openPhone({ cloud: cloud.url, open: `/packages/culture/article/index?scene=${ID}` })
    expect(phone.text()).toContain('门口的那盏灯')
    expect(phone.text()).toContain('她把信封退了回去')
    expect(unnamed(phone)).toEqual([])
    expect(phone.isShared()).toBe(true)
    await phone.tap({ role: 'link', name: /^看公布的价格/ })
    expect(phone.text()).toContain('网址复制好了，请到浏览器里粘贴打开')
    await phone.tap({ role: 'button', name: '收藏' })
    expect([...phone.storage.keys()]).toContain('culture.kept')
    await phone.tap({ role: 'link', name: /^本院职工来做几道题/ })
    expect(phone.route()).toBe('/packages/learning/home/index')
    expect(phone.text()).toContain('您是来看病的，不用做什么')
    expect(unnamed(phone)).toEqual([])
    phone.close()
  })

  it('comes to it from the first page by its tab', async () => {
    const phone = await openPhone({ cloud: cloud.url, open: '/pages/landing/index?scene=t%3DW-1' })
    await phone.tap({ role: 'link', name: '清廉文化' })
    expect(phone.text()).toContain('夜里两点，护士长把退回来的红包放进登记本。')
    expect(unnamed(phone)).toEqual([])
    await phone.tap({ role: 'link', name: /^找文章|找文章$/ })
    await phone.input({ name: '找文章' }, '信封')
    expect(unnamed(phone)).toEqual([])
    phone.close()
  })
})
