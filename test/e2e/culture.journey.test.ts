import { MEDIA_PART_BYTES } from '#domain/culture/desk.contract'
import { mediaPartsOf } from '#domain/culture/media.model'
import { readFile } from 'node:fs/promises'
import jsQR from 'jsqr'
import type { BrowserContext, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anMp3 } from '../builders/media.builder'
import { anArticle, asCulture, cultureIn, hex } from '../functions/culture.staff'
import { type RunningBrowser, sharedBrowser } from './browser'
import { openWard, type Ward } from './opened.ward'
import { button, heading, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const HOME = '/packages/culture/home/index'
const SEARCH = '/packages/culture/search/index'
const KEPT = '/packages/culture/kept/index'
// A colour that is still on its way to another has neither one's contrast.
const STILL = { reducedMotion: 'reduce' } as const

const LAMP = hex()
const VOICE = hex()
const BOOK = hex()
const RULE = hex()

const paragraph = (text: string) => ({ kind: 'paragraph', spans: [{ text }] })

const lamp = anArticle({
  title: '夜里亮着的那盏灯',
  summary: '写病历的医生，一直在等一个化验结果。',
  cover: { kind: 'plate', name: 'story-night-lamp' },
  series: '夜班故事',
  blocks: [
    { kind: 'audio', mediaId: VOICE, title: '念给您听', seconds: 230 },
    paragraph('夜里十一点，病房都暗了，走廊尽头还有一盏灯。'),
    ...Array.from({ length: 12 }, (_, at) =>
      paragraph(`第 ${at + 1} 次巡房。${'她走得很轻，怕吵醒刚睡着的人。'.repeat(4)}`),
    ),
    { kind: 'heading', level: 2, text: '结果出来以后' },
    { kind: 'quote', text: '“先等这一个结果，够不够，看了再定。”', from: '值班医生' },
    {
      kind: 'list',
      ordered: true,
      items: [[{ text: '少开两样检查。' }], [{ text: '把结果当面讲清，', strong: true }, { text: '不等家属来问。' }]],
    },
    {
      kind: 'paragraph',
      spans: [
        { text: '收费怎么定，' },
        { text: '看发展改革部门的公布', href: 'https://example.com/price' },
        { text: '。' },
      ],
    },
    { kind: 'link', to: { page: 'article', articleId: BOOK }, label: '父亲的账本' },
  ],
})
const book = anArticle({
  title: '父亲的账本',
  summary: '口腔科一位医生的家风。',
  cover: { kind: 'plate', name: 'story-account-book' },
  blocks: [paragraph('账本第一页写着：不是自己的，一分也不记。')],
})
const rule = anArticle({
  column: 'education',
  title: '第八条：不收受患方红包',
  summary: '礼金、购物卡、请吃饭，算不算红包？',
  cover: { kind: 'plate', name: 'rule-8-returned' },
  blocks: [paragraph('当面退不掉的红包，交到护士长那里登记，再抵进住院账户。')],
})

let browser: RunningBrowser
let ward: Ward
let phone: BrowserContext

interface OnDesk {
  id: string
  rev: number
}

const desk = async (who: keyof typeof asCulture, action: string, input: unknown): Promise<OnDesk> => {
  const reply = await ward.call('culture', action, input, asCulture[who])
  if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
  return reply.value as unknown as OnDesk
}

const seen = ({ id, rev }: OnDesk) => ({ id, rev })

/** Written, passed by three and published. */
const published = async (id: string, content: unknown): Promise<OnDesk> => {
  const written = await desk('editor', 'saveDraft', { id, rev: null, content, keep: true })
  let at = await desk('editor', 'sendForReview', seen(written))
  for (const [who, step] of [
    ['head', 'department'],
    ['publicist', 'publicity'],
    ['discipline', 'discipline'],
  ] as const) {
    at = await desk(who, 'approveDraft', { ...seen(at), step, deidentified: false })
  }
  return desk('publicist', 'publishDraft', { ...seen(at), publishAt: null, goneAt: null })
}

const recorded = async (mediaId: string, content: Buffer) => {
  for (let part = 0; part < mediaPartsOf(content.length); part += 1) {
    const data = content.subarray(part * MEDIA_PART_BYTES, (part + 1) * MEDIA_PART_BYTES).toString('base64')
    await desk('editor', 'sendMediaPart', { mediaId, kind: 'audio', name: '', part, bytes: content.length, data })
  }
}

let lampOnDesk: OnDesk
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  ward = await openWard()
  await ward.found()
  await cultureIn(ward)
  // Ten seconds: it still plays while the page is looked at.
  await recorded(VOICE, anMp3(400))
  await published(RULE, rule)
  await published(BOOK, book)
  lampOnDesk = await published(LAMP, lamp)
  phone = await browser.phone({ ...STILL, acceptDownloads: true })
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

const onPhone = async (route: string): Promise<Page> => {
  const page = await phone.newPage()
  await page.goto(ward.page(route))
  return page
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).filter({ visible: true })

const inElder = async (page: Page) => {
  await button(page, '长辈版').click()
  await isSound(page, ELDER_SIZE)
  await button(page, '普通版').click()
}

describe('清廉文化', () => {
  it('is read from its first page to the end of a story, large and small', async () => {
    const page = await onPhone(HOME)
    await link(page, /^夜里亮着的那盏灯/).waitFor()
    await isSound(page)
    await inElder(page)
    await button(page, '教育').click()
    await link(page, /^第八条/).waitFor()
    await button(page, '故事').click()
    await button(page, '全部清廉故事，2 篇').click()
    await heading(page, '清廉故事').first().waitFor()
    await button(page, '筛一筛').click()
    await button(page, '夜班故事').click()
    await said(page, '只看：夜班故事').waitFor()
    await isSound(page)
    await inElder(page)
    await said(page, '就这些了').waitFor()
    await link(page, /^夜里亮着的那盏灯/).click()
    await heading(page, '夜里亮着的那盏灯').first().waitFor()
    await said(page, '够不够，看了再定').waitFor()
    await button(page, '听：念给您听').click()
    await button(page, '进 15 秒').waitFor()
    await isSound(page)
    await inElder(page)

    // Somebody stops half way, and is led back there.
    await page.getByText('第 7 次巡房。').scrollIntoViewIfNeeded()
    await page.waitForFunction(() => (localStorage.getItem('culture.places') ?? '').includes('巡房'))
    await page.reload()
    await said(page, /^上次读到“第/).waitFor()
    await button(page, '接着读').click()
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.article-paragraph')].some((part) => {
        const { top } = part.getBoundingClientRect()
        return top > 0 && top < 300 && /^第 [4-7] 次巡房/.test(part.textContent ?? '')
      }),
    )
    await link(page, /^接着读：父亲的账本/).click()
    await heading(page, '父亲的账本').first().waitFor()
    await link(page, /^下一篇：/).waitFor()
  })

  it('is kept, found again, and read without a network', async () => {
    const page = await onPhone(`/packages/culture/article/index?id=${LAMP}`)
    await button(page, '收藏').click()
    await said(page, /^收藏好了/).waitFor()
    const kept = await onPhone(KEPT)
    await link(kept, /^夜里亮着的那盏灯/).waitFor()
    await isSound(kept)
    await inElder(kept)

    const search = await onPhone(SEARCH)
    const field = search.getByRole('textbox', { name: '找文章' }).filter({ visible: true })
    await field.fill('红包')
    await said(search, /^1 篇/).waitFor()
    expect(await search.locator('.found-words').allTextContents()).toContain('红包')
    await isSound(search)
    await inElder(search)
    await field.fill('没有这样的词')
    await heading(search, '没有写到“没有这样的词”的文章').waitFor()
    await button(search, '清掉').click()
    await button(search, '再找“红包”').waitFor()
    await isSound(search)
    await button(search, '再找“红包”').click()
    await link(search, /^第八条/).click()
    await heading(search, /^第八条/)
      .first()
      .waitFor()

    await phone.route('**/api/fn/**', (route) => route.abort())
    await page.reload()
    await said(page, /^没连上网，这是您上次看时/).waitFor()
    await said(page, '够不够，看了再定').waitFor()
    await isSound(page)
    const home = await onPhone(HOME)
    await heading(home, '看过的，没有网也能看').waitFor()
    await isSound(home)
    await phone.unroute('**/api/fn/**')
  })

  it('is sent on as a picture whose code opens the story, and says when it was taken down', async () => {
    const page = await onPhone(`/packages/culture/article/index?id=${LAMP}`)
    await button(page, '分享').click()
    await page.getByRole('img', { name: /^分享图：《夜里亮着的那盏灯》/ }).waitFor()
    await isSound(page)
    await inElder(page)
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '存成图片').click()])
    expect(download.suggestedFilename()).toBe('夜里亮着的那盏灯.png')
    const { data, width, height } = PNG.sync.read(await readFile(await download.path()))
    const address = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? ''
    expect(address).toBe(ward.page(`/packages/culture/article/index?id=${LAMP}`))
    const scanned = await phone.newPage()
    await scanned.goto(address)
    await heading(scanned, '夜里亮着的那盏灯').first().waitFor()

    await desk('publicist', 'withdrawArticle', { ...seen(lampOnDesk), reason: '有一处时间写错了，改好再发' })
    await scanned.reload()
    await said(scanned, '原因：有一处时间写错了，改好再发').waitFor()
    await isSound(scanned)
    await inElder(scanned)
    const kept = await onPhone(KEPT)
    await button(kept, /^夜里亮着的那盏灯.*从收藏里拿掉/).click()
    await heading(kept, '还没有收藏').waitFor()
  })

  it('is walked through by keyboard on a wide screen', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await page.goto(ward.page(HOME))
    await link(page, /^父亲的账本/).waitFor()
    await isSound(page)
    const reach = async (name: string) => {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        )
        if (focused.startsWith(name)) return
      }
      throw new Error(`${name} is not reached by Tab`)
    }
    await reach('教育')
    await page.keyboard.press('Enter')
    await link(page, /^第八条/).waitFor()
    await reach('第八条')
    await page.keyboard.press('Enter')
    await heading(page, /^第八条/)
      .first()
      .waitFor()
    await isSound(page)
    await reach('分享')
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: /^分享图/ }).waitFor()
  })
})
