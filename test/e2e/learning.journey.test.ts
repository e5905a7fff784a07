import { readFile } from 'node:fs/promises'
import type { PaperView } from '#domain/integrity/paper.view'
import jsQR from 'jsqr'
import type { BrowserContext, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { type RunningBrowser, sharedBrowser } from './browser'
import { type LearningRoom, openLearningRoom, rightWords, secrets } from './learning.room'
import { button, field, heading, notice, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const HOME = '/packages/learning/home/index'
const MISTAKES = '/packages/learning/mistakes/index'
const exam = (id: string) => `/packages/learning/exam/index?id=${id}`
const STILL = { reducedMotion: 'reduce' } as const
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let browser: RunningBrowser
let room: LearningRoom
let skippedMs = 0

beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  room = await openLearningRoom(() => Date.now() + skippedMs)
})
afterAll(async () => {
  await browser.close()
  await room.close()
})
beforeEach(() => {
  skippedMs = 0
})

const phone = async () => (await browser.phone(STILL)).newPage()

/** The question that is shown. */
const stemOn = (page: Page) =>
  page.getByRole('main').filter({ visible: true }).getByRole('heading', { level: 2 }).first().innerText()

const options = (page: Page) => page.getByRole('radio').or(page.getByRole('checkbox')).filter({ visible: true })

const namesOn = (page: Page) =>
  options(page).evaluateAll((shown) => shown.map((option) => option.getAttribute('aria-label') ?? ''))

/** By the words of an option, whatever its letter. */
const choose = async (page: Page, words: readonly string[]) => {
  const names = await namesOn(page)
  for (const name of names.filter((each) => words.includes(each.slice('A，'.length)))) {
    await options(page)
      .and(page.getByLabel(name, { exact: true }))
      .click()
  }
}

const answerRight = async (page: Page) => choose(page, rightWords(await stemOn(page)))

const answerWrong = async (page: Page) => {
  const right = rightWords(await stemOn(page))
  const wrong = (await namesOn(page)).map((name) => name.slice('A，'.length)).find((words) => !right.includes(words))
  await choose(page, [wrong ?? ''])
}

const cell = (page: Page, words: string) => button(page, words)

describe('the five of a morning', () => {
  it('are explained at once with their rule; a wrong one is kept in the book and comes back on its day', async () => {
    const page = await phone()
    await page.goto(room.signIn('handler', HOME))
    await heading(page, '今天的 5 题还没做').waitFor()
    await isSound(page)
    await button(page, '做今天的五题').click()
    expect(await button(page, /^看看对不对，请先选一项/).getAttribute('aria-disabled')).toBe('true')
    await isSound(page)
    const missed = await stemOn(page)
    await answerWrong(page)
    await button(page, '看看对不对').click()
    await said(page, /^依据：《/).waitFor()
    await said(page, '您选的').waitFor()
    await said(page, /^记进错题本了/).waitFor()
    await isSound(page)
    await button(page, '下一题').click()
    for (let number = 2; number <= 5; number += 1) {
      await said(page, `第 ${number} 题`).waitFor()
      await answerRight(page)
      if (number === 3) {
        // The answer that is sent is lost on the way: what was chosen stays chosen.
        await page.route('**/api/fn/integrity', (route) => route.abort())
        await button(page, '看看对不对').click()
        await notice(page, /没连上网/).waitFor()
        await page.unroute('**/api/fn/integrity')
      }
      await button(page, '看看对不对').click()
      await said(page, /^依据：《/).waitFor()
      await button(page, /^(下一题|看今天的结果)$/).click()
    }
    await heading(page, '5 题对了 4 题').waitFor()
    await isSound(page)
    await button(page, '看错题本').click()
    await heading(page, '错题本，1 题').waitFor()
    await page.getByRole('button', { name: missed }).filter({ visible: true }).click()
    await said(page, '正确').waitFor()
    await isSound(page)

    skippedMs = DAY_MS
    await page.goto(room.page(MISTAKES))
    await heading(page, '该再看了').waitFor()
    await button(page, '做今天的五题').click()
    await said(page, '第 1 题').waitFor()
    expect(await stemOn(page)).toBe(missed)
    await answerRight(page)
    await button(page, '看看对不对').click()
    await said(page, '选对了').waitFor()
    await page.goto(room.page(MISTAKES))
    await page
      .getByRole('button', { name: /连着对了 1 次/ })
      .filter({ visible: true })
      .waitFor()
    await page.context().close()
  })
})

describe('an exam', () => {
  /** Everything that any of these browsers was sent. */
  const heard: Promise<string>[] = []
  const listening = (context: BrowserContext) => {
    context.on('response', (response) => heard.push(response.text().catch(() => '')))
    return context
  }
  let examId: string
  const paper = () => room.ask<PaperView>('handler', 'integrity', 'openPaper', { examId, no: 1 })
  const answered = async () => (await paper()).saved.filter(({ chosen }) => chosen.length > 0).length

  it('is one paper whatever the phone’s clock says, on whichever device, through a lost network and a killed page', async () => {
    examId = await room.announce({ attempts: 1, keysShown: 'after_close' })
    const hand = listening(await browser.phone(STILL))
    let page = await hand.newPage()
    await page.clock.setSystemTime(Date.now() + HOUR_MS)
    await page.goto(room.signIn('handler', HOME))
    await button(page, /^2026 年第四季度应知应会.*等您来考/).click()
    await heading(page, '2026 年第四季度应知应会').first().waitFor()
    await isSound(page)
    await button(page, '开始').click()
    await said(page, /^还有 (40|39) 分钟$/).waitFor()
    await isSound(page)
    const { endsAt, questions } = await paper()

    const first = await stemOn(page)
    const order = await namesOn(page)
    await answerRight(page)
    await said(page, '答案已存').waitFor()
    expect(await answered()).toBe(1)
    await page.clock.setSystemTime(Date.now() - HOUR_MS)
    await button(page, '下一题').click()
    await button(page, '想再看，做个记号').click()
    await cell(page, '第 2 题，未答，想再看').waitFor()
    await said(page, /^还有 (40|39) 分钟$/).waitFor()

    // Nothing arrives: one goes on without waiting, and what was answered arrives later.
    await hand.route('**/api/fn/**', (route) => route.abort())
    await answerRight(page)
    await said(page, /^没送到，先存在这台设备里/).waitFor()
    await button(page, '下一题').click()
    await answerRight(page)
    await cell(page, '第 3 题，已答').waitFor()
    await isSound(page)
    expect(await answered()).toBe(1)
    await hand.unroute('**/api/fn/**')
    await said(page, '答案已存').waitFor()
    expect(await answered()).toBe(3)

    // Killed while an answer is on its way; what was chosen is on the phone, and that one left is told.
    await hand.route('**/api/fn/**', () => undefined)
    await button(page, '下一题').click()
    await answerRight(page)
    await page.close({ runBeforeUnload: false })
    await hand.unrouteAll()
    page = await hand.newPage()
    await page.goto(room.page(exam(examId)))
    await cell(page, '第 4 题，已答').waitFor()
    await said(page, '离开过这一页 1 次，记下了').waitFor()
    await said(page, '答案已存').waitFor()
    expect(await answered()).toBe(4)
    expect(await paper()).toMatchObject({ endsAt, questions, leaves: 1 })

    // At a desk, by keyboard alone: the same paper, further on.
    const desk = listening(await browser.desktop(STILL))
    const second = await desk.newPage()
    await second.goto(room.signIn('handler', HOME))
    await button(second, /^2026 年第四季度应知应会.*正在考/).press('Enter')
    await cell(second, '第 4 题，已答').waitFor()
    expect(await stemOn(second)).toBe(first)
    expect(await namesOn(second)).toEqual(order)
    await isSound(second)
    for (let turned = 0; turned < 4; turned += 1) await second.keyboard.press('j')
    await said(second, /^第 5 题/).waitFor()
    await options(second).first().focus()
    await second.keyboard.press('Space')
    await said(second, '答案已存').waitFor()
    await expect.poll(answered).toBe(5)
    expect(await room.ask<PaperView>('handler', 'integrity', 'beginExam', { examId })).toMatchObject({
      no: 1,
      questions,
    })
    await desk.close()

    // The phone hears of it with its next answer.
    await cell(page, '第 6 题，未答').click()
    await answerWrong(page)
    await cell(page, '第 5 题，已答').click()
    for (const name of await namesOn(page)) {
      const option = options(page).and(page.getByLabel(name, { exact: true }))
      const isRight = rightWords(await stemOn(page)).includes(name.slice('A，'.length))
      if (((await option.getAttribute('aria-checked')) === 'true') !== isRight) await option.click()
    }
    for (const place of ['7-1', '7-2']) {
      await cell(page, `第 ${place} 题，未答`).click()
      await answerRight(page)
    }
    await isSound(page)
    await said(page, '答案已存').waitFor()

    const sent = (await Promise.all(heard)).join('\n')
    expect(sent).toContain(first)
    for (const secret of secrets) expect(sent).not.toContain(secret)
    expect(sent).not.toMatch(/"(explained|explanation|isTrue|key|earned|verdict)":/)

    await button(page, '交卷').click()
    await said(page, /^1 处想再看。交了就不能再改/).waitFor()
    await isSound(page)
    await page.getByRole('alertdialog').getByRole('button', { name: '交卷' }).click()
    await heading(page, '合格').first().waitFor()
    await said(page, '9 分，满分 10，得分率 90%；到 80% 合格').waitFor()
    await page.getByRole('list', { name: '按主题看' }).getByText('准则一 不接受商业提成').waitFor()
    await said(page, /^对错和依据现在还看不到/).waitFor()
    await isSound(page)
    await hand.close()
  })

  it('tells what was right once it is over, and leaves a certificate that anybody can check', async () => {
    skippedMs = 4 * HOUR_MS
    const page = await phone()
    await page.goto(room.signIn('handler', MISTAKES))
    await page.getByRole('list', { name: '考试里没答对的' }).getByRole('button').click()
    await button(page, /^没答对的 1$/).waitFor()
    await page.getByRole('list', { name: '每一题' }).getByRole('button').click()
    await said(page, /^依据：《/).waitFor()
    await isSound(page)
    await button(page, '看合格证').click()
    await said(page, '成绩合格。').waitFor()
    await isSound(page)
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '存成图片').click()])
    expect(download.suggestedFilename()).toBe('合格证 顾护士长.png')
    const { data, width, height } = PNG.sync.read(await readFile(await download.path()))
    const address = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? ''

    await page.goto(room.page(`${HOME}?part=record`))
    await page.getByRole('list', { name: '合格证' }).getByText('2026 年第四季度应知应会').waitFor()
    await isSound(page)
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, '导出我的学习档案').click()])
    expect(file.suggestedFilename()).toMatch(/^学习档案 \d{4} 顾护士长\.xlsx$/)
    await page.context().close()

    const visitor = await phone()
    await visitor.goto(address)
    await said(visitor, '这张合格证是真的，现在有效').waitFor()
    await said(visitor, '顾护士长').waitFor()
    await isSound(visitor)
    await field(visitor, '查验码').fill('0000 0000 0000')
    await button(visitor, '查').click()
    await notice(visitor, /./).waitFor()
    await visitor.context().close()
  })
})

describe('in large letters', () => {
  it('everything of a learner’s day can be read and hit', async () => {
    const examId = await room.announce({ attempts: 1, keysShown: 'at_once', minutes: 5 })
    const page = await phone()
    const big = () => isSound(page, ELDER_SIZE)
    await page.goto(room.signIn('head', HOME))
    await button(page, '长辈版').first().click()
    await heading(page, '今天的 5 题还没做').waitFor()
    await big()
    await button(page, '做今天的五题').click()
    await said(page, '第 1 题').waitFor()
    await answerWrong(page)
    await big()
    await button(page, '看看对不对').click()
    await said(page, /^依据：《/).waitFor()
    await big()
    await page.goto(room.page(MISTAKES))
    await heading(page, '错题本，1 题').waitFor()
    await big()
    await page.goto(room.page(exam(examId)))
    await button(page, '开始').click()
    await button(page, '展开答题卡').click()
    await big()
    await cell(page, '第 7-1 题，未答').click()
    await button(page, '收起答题卡').click()
    await answerRight(page)
    await said(page, '答案已存').waitFor()
    await big()
    // Time is up by the hospital's clock: what was saved is taken in.
    skippedMs = 6 * 60_000
    await button(page, '想再看，做个记号').click()
    await heading(page, '还没有合格').first().waitFor()
    await said(page, /时间到，按存好的答案收卷/).waitFor()
    await big()
    await page.goto(room.page(HOME))
    await page.getByRole('link', { name: '档案' }).filter({ visible: true }).click()
    await heading(page, '学过的').waitFor()
    await big()
    await page.context().close()
  })

  it('a quiz that is sat together is answered in the hand', async () => {
    const id = 'ab'.repeat(16)
    const opening = { id, title: '周一晨课', topics: [], count: 1 }
    const { code } = await room.ask<{ code: string }>('head', 'integrity', 'openLive', opening)
    const turn = (stage: object) => room.ask('head', 'integrity', 'stepLive', { id, stage })
    const page = await phone()
    await page.goto(room.signIn('editor', '/packages/learning/live/index'))
    await button(page, '长辈版').first().click()
    await field(page, '6 位口令').fill('123')
    await button(page, '进去').click()
    await said(page, '口令是 6 位数字').waitFor()
    await field(page, '6 位口令').fill(code)
    await button(page, '进去').click()
    await heading(page, '进来了，等主持人开始').waitFor()
    await turn({ kind: 'asking', at: 0 })
    await button(page, /^就选这个/).waitFor()
    await answerWrong(page)
    await isSound(page, ELDER_SIZE)
    await button(page, '就选这个').click()
    await said(page, /^您选的是/).waitFor()
    await isSound(page, ELDER_SIZE)
    await turn({ kind: 'shown', at: 0 })
    await said(page, /^依据：《/).waitFor()
    await turn({ kind: 'ended' })
    await heading(page, '这一场结束了，1 题您对了 0 题').waitFor()
    await isSound(page, ELDER_SIZE)
    await page.context().close()
  })
})
