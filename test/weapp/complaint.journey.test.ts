import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aJpeg } from '../builders/photo.builder'
import { officeAt } from '../functions/office.desk'
import { asCulture, cultureIn } from '../functions/culture.staff'
import { aFiling, founded, OPENIDS, type OpenedCloud, openCloud } from '../functions/opened.cloud'
import { asStaff, surveyorIn } from '../functions/survey.staff'
import { nameOf, roleOf } from './element.query'
import { openPhone, type Phone } from './harness'
import type { Element } from './wxml.render'

const LIU = 'openid-of-liu-7c41e9'
const SCANNED = '/pages/landing/index?scene=t%3DW-1'
const INBOX = '/packages/staff/inbox/index'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud({
    personas: Object.entries({ ...OPENIDS, ...asStaff, ...asCulture, liu: LIU }).map(([id, openid]) => ({
      id,
      name: id,
      says: id,
      openid,
      landing: '/',
    })),
  })
  await founded(cloud)
  await surveyorIn(cloud)
  await cultureIn(cloud)
})
afterAll(() => cloud.close())

const opened = (open: string, more: Partial<Parameters<typeof openPhone>[0]> = {}) =>
  openPhone({ cloud: cloud.url, open, ...more })

const press = (phone: Phone, name: string | RegExp) => phone.tap({ role: 'button', name })
const choose = (phone: Phone, name: RegExp) => phone.tap({ role: 'radio', name })

/** From the ward's page to the photos. */
const writeToPhotos = async (phone: Phone, words: string, look = () => {}) => {
  await phone.tap({ role: 'link', name: /^投诉/ })
  look()
  await choose(phone, /^态度/)
  await press(phone, '下一步：在哪个环节')
  look()
  await choose(phone, /^住院/)
  await press(phone, '下一步：写下来')
  await phone.input({ name: '发生了什么' }, words)
  look()
  expect(phone.text()).toContain('草稿已存在这台手机里')
  await press(phone, '下一步：添照片')
  look()
}

/** From the photos to the receipt. */
const handIn = async (phone: Phone, words: string, look = () => {}) => {
  await press(phone, /^(没有照片，下一步|下一步：哪天、谁的事)$/)
  await choose(phone, /^今天/)
  await choose(phone, /^家里人/)
  look()
  await press(phone, '下一步：怎么联系您')
  await choose(phone, /^不留名/)
  look()
  await press(phone, '下一步：病情怎么用')
  await choose(phone, /^同意/)
  look()
  await press(phone, '下一步：看一遍再交')
  expect(phone.text()).toContain(words)
  look()
  await press(phone, '交给医患办')
  expect(phone.route()).toBe('/pages/receipt/index')
  expect(phone.text()).toContain('收到了，谢谢您说出来')
  look()
}

/** The receipt as this phone keeps it. */
const receiptOf = ({ storage }: Pick<Phone, 'storage'>) => {
  const [receipt] = JSON.parse(storage.get('complaint.receipts') ?? '[]') as {
    complaintId: string
    selector: string
    secret: string
  }[]
  if (!receipt) throw new Error('no receipt is kept')
  return receipt
}

const asked = ({ calls }: Phone, api: string) => calls.filter(({ name }) => name === api)

/** Taro binds everything of a canvas, and of a sheet that holds the page below it still. */
const isBoundAnyway = ({ tag, handlers }: Element) => tag === 'canvas' || handlers.get('touchmove')?.stops === true

/** Elements that answer a tap and cannot be told by ear. */
const unnamed = (phone: Phone) => {
  const touched = phone.elements().filter((element) => element.handlers.has('tap') && !isBoundAnyway(element))
  expect(touched.length).toBeGreaterThan(0)
  return touched
    .filter((element) => !roleOf(element) || nameOf(element) === '')
    .map((element) => String(element.attributes.class))
}

/** Who may open a page: staff pages by their package, everything else a visitor. */
const PERSONAS: Record<string, string> = {
  'packages/staff': 'officer',
  'packages/figures': 'officer',
  'packages/satisfaction': 'surveyor',
  'packages/staff/supervise': 'supervisor',
  'packages/admin': 'administrator',
  'packages/culture/checkin': 'officer',
  'packages/publicity': 'publicist',
  'packages/learning': 'officer',
  'packages/exams': 'discipline',
}
const personaFor = (route: string) =>
  PERSONAS[route.split('/').slice(0, 3).join('/')] ?? PERSONAS[route.split('/').slice(0, 2).join('/')]

const rootClass = (phone: Phone): string =>
  phone
    .elements()
    .map(({ attributes }) => String(attributes.class ?? ''))
    .find((name) => name.split(' ').includes('page-root')) ?? ''

describe('a patient with the built mini-program', () => {
  const words = '小程序里写的：报告出来了没有人告诉我们。'
  const pages: string[] = []
  let storage: Phone['storage']
  let office: ReturnType<typeof officeAt>

  /** Each page of the way can be told by ear and is nobody else's. */
  const look = (phone: Phone) => () => {
    pages.push(phone.route())
    expect(unnamed(phone)).toEqual([])
    if (phone.route() !== '/pages/landing/index') expect(phone.isShared()).toBe(false)
  }

  it('is asked before their photos are touched, may say no, and files with a photo', async () => {
    const album = { pictures: [aJpeg({ bytes: 120_000 })] }
    const phone = await opened(SCANNED, { persona: 'liu', agreed: false, album })
    expect(phone.text()).toContain('呼吸科')
    await writeToPhotos(phone, words, look(phone))
    await press(phone, '拍照或选图')
    expect(phone.text()).toContain('用之前，讲明白')
    expect(phone.text()).toContain('您自己拍的、自己选中的照片，别的照片看不到')
    expect(unnamed(phone)).toEqual([])
    await press(phone, '不同意')
    expect(phone.text()).not.toContain('用之前，讲明白')
    expect(phone.text()).toContain('您没有同意用照片，那就不添；文字照样交')
    expect(asked(phone, 'chooseMedia')).toEqual([])

    await press(phone, '拍照或选图')
    await press(phone, '同意')
    expect(asked(phone, 'chooseMedia')).toHaveLength(1)
    expect(phone.text()).toContain('已传好')
    await handIn(phone, words, look(phone))
    expect([...phone.storage.keys()].join()).not.toMatch(/complaint\.(draft|album)/)
    expect([...phone.files.keys()].filter((file) => file.startsWith('http://usr/'))).toEqual([])
    // Agreed to once, it is not asked again.
    await press(phone, '复制编号和查询码')
    expect(asked(phone, 'setClipboardData')).toHaveLength(1)
    await press(phone, '看进度')
    look(phone)()
    expect(phone.text()).toContain('等医患办受理')
    expect(phone.text()).toContain(words)
    expect(phone.findAll({ role: 'button', name: /^照片 1，共 1 张/ })).toHaveLength(1)
    phone.close()
    storage = phone.storage
    office = officeAt(cloud, receiptOf(phone).complaintId)
    expect(phone.calls.map(({ name }) => name).join()).not.toMatch(/share/i)
  })

  it('leaves neither who they are nor the query code with the hospital', () => {
    const { secret } = receiptOf({ storage })
    expect(cloud.exportAll()).toContain(words)
    for (const hidden of [LIU, secret]) {
      expect(cloud.exportAll()).not.toContain(hidden)
      expect(cloud.log('complaint')).not.toContain(hidden)
    }
  })

  it('answers the office from the receipt that the phone kept', async () => {
    await office.ask('是哪一项检查？')
    const phone = await opened('/pages/progress/index', { persona: 'liu', storage })
    look(phone)()
    await press(phone, /^编号/)
    expect(phone.text()).toContain('是哪一项检查？')
    await press(phone, '回答，或补一张照片')
    await phone.input({ name: '您的回答' }, '胸部 CT。')
    look(phone)()
    await press(phone, '交给医患办')
    expect(phone.text()).toContain('胸部 CT。')
    phone.close()
  })

  it('reads the reply, agrees and rates', async () => {
    await office.reply('对不起，报告中午就出来了，以后一出来就打电话。')
    const phone = await opened('/pages/progress/index', { persona: 'liu', storage })
    await press(phone, /^编号/)
    expect(phone.text()).toContain('有答复了')
    expect(phone.text()).toContain('以后一出来就打电话')
    look(phone)()
    await press(phone, '认可，办结')
    expect(phone.text()).toContain('认可这个答复，办结？')
    await phone.tap({ role: 'button', name: '认可，办结', within: { role: 'alertdialog' } })
    expect(phone.text()).toContain('这次办得怎么样')
    await choose(phone, /^满意/)
    look(phone)()
    await press(phone, '交上评价')
    expect(phone.text()).toContain('您的评价：满意')
    phone.close()
    expect(new Set(pages)).toEqual(new Set(['/pages/complaint/index', '/pages/receipt/index', '/pages/progress/index']))
  })

  it('never sees the query code in an address', async () => {
    const phone = await opened(SCANNED)
    await writeToPhotos(phone, '查询码不进地址，这一件也要查得到。')
    await handIn(phone, '查询码不进地址')
    const { secret } = receiptOf(phone)
    await press(phone, '看进度')
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
    const phone = await opened(SCANNED)
    for (let touch = 0; touch < 12; touch += 1) {
      await phone.tap({ role: 'link', name: touch % 2 === 0 ? '清廉文化' : '首页' })
      expect(phone.depth()).toBeLessThanOrEqual(2)
    }
    phone.close()
  })

  it('is an elder when the phone’s letters are large, until they say otherwise', async () => {
    const phone = await opened(SCANNED, { device: { fontSize: 23.8 } })
    expect(rootClass(phone)).toContain('mode-elder')
    await press(phone, '普通版')
    expect(rootClass(phone)).not.toContain('mode-elder')
    await press(phone, '长辈版')
    expect(rootClass(phone)).toContain('mode-elder')
    phone.close()
  })
})

describe('the office with the built mini-program', () => {
  it('sees its cases and accepts one', async () => {
    const filing = aFiling({ text: '出院带药没讲怎么吃。' })
    expect(await cloud.call('complaint', 'file', filing)).toMatchObject({ ok: true })
    const phone = await opened(INBOX, { persona: 'officer' })
    expect(phone.text()).toMatch(/待办 \d+ 件/)
    await press(phone, /^出院带药没讲怎么吃/)
    expect(unnamed(phone)).toEqual([])
    await press(phone, '受理')
    expect(phone.text()).toContain('已受理，投诉人凭查询码能看到')
    phone.close()
  })
})

describe('the built mini-program', () => {
  it('draws every page it declares, and says what everything is that can be touched', async () => {
    const { pages, close } = await openPhone({ cloud: cloud.url })
    close()
    expect(pages.length).toBeGreaterThanOrEqual(7)
    for (const route of pages) {
      const phone = await opened(`/${route}`, { persona: personaFor(route) })
      expect(phone.route()).toBe(`/${route}`)
      expect(phone.text().length, route).toBeGreaterThan(20)
      expect(phone.text(), route).not.toMatch(/看不到这里|要知道您是谁|没连上网/)
      expect(unnamed(phone), route).toEqual([])
      expect(phone.findAll({ role: 'button' }).length, route).toBeGreaterThan(0)
      phone.close()
    }
  })
})
