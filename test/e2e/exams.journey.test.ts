import type { BrowserContext, Page } from 'playwright-core'
import { Exam } from '#domain/integrity/exam.model'
import type { QuestionRow } from '#domain/integrity/question.contract'
import { QuestionVersion } from '#domain/integrity/question.model'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { handedIn } from '../builders/paper.builder'
import { DESKTOP, PHONE, type RunningBrowser, sharedBrowser } from './browser'
import { type LearningRoom, openLearningRoom } from './learning.room'
import { button, entry, field, heading, notice, radio, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const BANK = '/packages/exams/questions/index'
const EXAMS = '/packages/exams/exams/index'
const LIVE = '/packages/learning/live/index'
const STILL = { reducedMotion: 'reduce' } as const
const MINUTE = 60_000
const RULES = '医疗机构工作人员廉洁从业九项准则'

let browser: RunningBrowser
let room: LearningRoom
let desk: BrowserContext
let reviewing: BrowserContext
/** How far the hospital's clock is ahead of the browser's. */
let skippedMs = 0

beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  room = await openLearningRoom(() => Date.now() + skippedMs)
  desk = await browser.desktop({ ...STILL, acceptDownloads: true })
  reviewing = await browser.desktop(STILL)
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

const opened = async (context: BrowserContext, persona: string, route: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(room.signIn(persona, route))
  return page
}
/** In a hand, with everything large. */
const inElder = async (page: Page) => {
  await page.setViewportSize(PHONE.viewport)
  // Over the page a panel may lie: it is switched by whoever had it on before.
  await button(page, '长辈版').first().dispatchEvent('click')
  await isSound(page, ELDER_SIZE)
  await button(page, '普通版').first().dispatchEvent('click')
  await page.setViewportSize(DESKTOP.viewport)
}
const row = (page: Page, words: RegExp) => page.getByRole('button', { name: words }).filter({ visible: true })
const stored = <T>(collection: string): T[] =>
  room
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { collection: string; document: T })
    .flatMap(({ collection: own, document }) => (own === collection ? [document] : []))
const reason = async (page: Page, title: string, words: string, act: string) => {
  await field(page, title).fill(words)
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()
}
/** By keyboard alone. */
const reach = async (page: Page, name: string) => {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (focused.startsWith(name)) return page.keyboard.press('Enter')
  }
  throw new Error(`${name} is not reached by Tab`)
}

const STEM = '病人家属把购物卡塞进白大褂口袋，最先该做的是什么？'
const BETTER = '病人家属当面把购物卡塞进白大褂口袋，最先该做的是什么？'

describe('a question', () => {
  it('is written beside its preview, published by another hand, changed as a new version and retired', async () => {
    const page = await opened(desk, 'discipline', BANK)
    await heading(page, /^11 道题/).waitFor()
    await isSound(page)
    await inElder(page)
    await button(page, '出一道题').click()
    await radio(page, /^原文就在手边/).click()
    await button(page, '开始写').click()
    await heading(page, '写一道单选题').waitFor()
    await field(page, '题干').fill(STEM)
    await field(page, '选项 A').fill('当场退回')
    await field(page, '选项 B').fill('先收着')
    await button(page, '选项 A，定为正确').click()
    await said(page, /^送复核以前还差/).waitFor()
    await isSound(page)
    await inElder(page)
    await field(page, '解析').fill('退得掉的当场退，不先收着。')
    await field(page, '文件').fill(RULES)
    await field(page, '条款').fill('第八条')
    while (await button(page, /^删掉选项 C/).count()) await button(page, /^删掉选项 C/).click()
    await heading(page, '都写好了，可以送复核').waitFor()
    const preview = page.getByRole('region', { name: '手机上的样子' })
    await preview.getByRole('radio', { name: /^先收着/ }).click()
    await preview.getByRole('button', { name: '预览里看答案' }).click()
    await preview.getByText('退得掉的当场退').waitFor()
    await said(page, '已保存').waitFor()
    await button(page, '写好了，去送复核').click()
    await heading(page, STEM).first().waitFor()
    await button(page, '送复核').click()
    await said(page, '等没有动过这一题的同事复核').waitFor()
    expect(await button(page, '看过了，用').count()).toBe(0)
    await isSound(page)

    const reviewer = await opened(reviewing, 'officer', `${BANK}?queue=review`)
    await row(reviewer, /^病人家属把购物卡.*等您/).waitFor()
    await reach(reviewer, STEM)
    await button(reviewer, '看过了，用').waitFor()
    await isSound(reviewer)
    await inElder(reviewer)
    await reach(reviewer, '看过了，用')
    await said(reviewer, /^在用：/).waitFor()

    await page.reload()
    await row(page, /^病人家属把购物卡/).click()
    await button(page, '改这一题').click()
    await field(page, '题干').fill(BETTER)
    await said(page, '已保存').waitFor()
    await button(page, '写好了，去送复核').click()
    await said(page, /改完以前，抽的还是上一版$/).waitFor()
    await button(page, '送复核').click()
    await said(page, '等没有动过这一题的同事复核').waitFor()
    await reviewer.reload()
    await row(reviewer, /^病人家属当面把购物卡/).click()
    await button(reviewer, '看过了，用').click()
    await said(reviewer, /^在用：/).waitFor()
    await page.reload()
    await row(page, /^病人家属当面把购物卡/).click()
    await button(page, '看以前的版本').click()
    await heading(page, '第 2 版').waitFor()
    await heading(page, '第 1 版').waitFor()
    await isSound(page)
    await button(page, '关上').click()
    await button(page, '停用').click()
    await isSound(page)
    await reason(page, '为什么停用？', '本院另有规定，改好再用', '停用')
    await said(page, /停用：本院另有规定，改好再用。/).waitFor()
    await isSound(page)
  })

  it('comes in from a file row by row, and nobody publishes what no rule was read for', async () => {
    const page = await opened(desk, 'discipline', BANK)
    const [known] = await room
      .ask<{ rows: QuestionRow[] }>('discipline', 'integrity', 'questions', {
        queue: 'published',
        topic: null,
        kind: 'true_false',
        words: '',
        skip: 0,
      })
      .then(({ rows }) => rows)
    // As docs.moodle.org/en/GIFT_format has it: a title, a category, true or false, one choice, and one that breaks off.
    const gift = [
      '// 季度题',
      '$CATEGORY: 准则六 不牟利转介患者',
      '',
      `::好题:: 把病人介绍到亲戚的药店拿回扣，违反哪一条？ {`,
      `=第六条#介绍病人拿钱就是牟利转介。 ~第二条 ~第四条`,
      '}',
      '',
      `::像的:: ${known?.stem ?? ''} {T}`,
      '',
      '::坏的:: 这一题没有写完 {=对 ~',
    ].join('\r\n')
    const choose = async (name: string, content: string | Uint8Array) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        button(page, /^(选择文件|换一个文件)$/).click(),
      ])
      await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
    }
    await button(page, '从文件导入').click()
    await isSound(page)
    await choose('季度题.gift.txt', gift)
    await heading(page, /^没读懂的 1/).waitFor()
    await entry(page, /第 10 行/).waitFor()
    await heading(page, /^很像题库里的 1/).waitFor()
    await isSound(page)
    await inElder(page)
    await page.getByRole('checkbox', { name: /^很像的 1 题先不导/ }).click()
    const rows = [
      ['题型', '主题', '题干', '选项A', '选项B', '答案', '解析', '依据文件', '依据条款', '核原文'],
      ['判断', '红包礼品', '退不掉的红包，可以自己捐掉？', '', '', '错', '要登记上交。', RULES, '第八条', '否'],
      ['单选', '天气', '明天下不下雨？', '下', '不下', 'C', '', '', '', ''],
    ]
    const sheet = writeXlsxFile(rows.map((cells) => cells.map((value) => ({ value, type: String }))))
    await choose('季度题.xlsx', await sheet.toBuffer())
    await heading(page, /^没读懂的 2/).waitFor()
    await entry(page, /第 3 行 · 主题/).waitFor()
    await entry(page, /第 3 行 · 答案/).waitFor()
    await isSound(page)
    await button(page, '导入 1 题').click()
    await heading(page, '导入好了，进来 1 题').waitFor()
    await button(page, '去题库看').click()

    await button(page, /^在写 1/).click()
    await row(page, /^退不掉的红包/).click()
    await button(page, '送复核').click()
    await said(page, '等没有动过这一题的同事核原文').waitFor()
    expect(await button(page, '已核原文，写出处').count()).toBe(0)
    const reviewer = await opened(reviewing, 'officer', `${BANK}?queue=unconfirmed`)
    await row(reviewer, /^退不掉的红包.*待核原文/).click()
    await said(reviewer, '先找到条款原文核一遍，再定用不用').waitFor()
    await button(reviewer, '已核原文，写出处').waitFor()
    expect(await button(reviewer, '看过了，用').count()).toBe(0)
    await button(reviewer, '已核原文，写出处').click()
    await isSound(reviewer)
    await reason(reviewer, '在哪里核的原文？', '国家卫生健康委网站，文件原文第八条', '核过了，记下')
    await button(reviewer, '看过了，用').click()
    await said(reviewer, /^在用：/).waitFor()
  })
})

describe('an exam', () => {
  it('is planned by blueprint, refused where the bank is too small, and announced to departments by name', async () => {
    const page = await opened(desk, 'discipline', EXAMS)
    await heading(page, '还没有安排过考试').first().waitFor()
    await isSound(page)
    await inElder(page)
    await button(page, '安排一场考试').click()
    await notice(page, /差/).waitFor()
    await button(page, '存好').click()
    await said(page, /^还有 1 处要改/).waitFor()
    await isSound(page)
    await inElder(page)
    await field(page, '名称').fill('第四季度廉洁考试')
    await radio(page, /^选出来的人/).click()
    await button(page, /^呼吸与危重症医学科/).click()
    await button(page, '存好').click()
    await button(page, '发布').click()
    await button(page, '发布').last().click()
    await notice(page, /抽不出|不够|差/).waitFor()
    await said(page, /^呼吸与危重症医学科，一共 3 人/).waitFor()
    await isSound(page)
    await button(page, '改安排').click()
    await field(page, '第 1 行要几题').fill('6')
    await notice(page, /^题够抽/).waitFor()
    await button(page, '存好').click()
    await button(page, '发布').click()
    await isSound(page)
    await button(page, '发布').last().click()
    await said(page, /开考以前还能改$/).waitFor()
    await button(page, '取消这场考试').click()
    await reason(page, '为什么取消', '改到下个月一起考', '取消这场考试')
    await said(page, '取消了：改到下个月一起考').waitFor()
    await isSound(page)
  })

  it('is watched without names, and read afterwards: what misleads, what to teach, and a regrade with its reason', async () => {
    const everySingle = { blueprint: [{ topic: null, kind: 'single', difficulty: null, count: 6 }] }
    const id = await room.announce({ title: '任前廉政考试', purpose: 'appointment', ...everySingle, minutes: 20 })
    const exam = v.parse(
      Exam,
      stored<{ id: string }>('quiz_exams').find((one) => one.id === id),
    )
    const known = stored<unknown>('quiz_versions').flatMap((one) => {
      const version = v.parse(QuestionVersion, one)
      return version.content.kind === 'single' && version.content.stem !== STEM && version.content.stem !== BETTER
        ? [version]
        : []
    })
    const [first] = known
    if (!first || first.content.kind !== 'single') throw new Error('no question')
    // Thirty know the rest and miss one; the others know that one alone.
    const papers = handedIn(exam, known, 40, {
      now: Date.now() - 15 * MINUTE,
      knows: (person, { questionId }) => (questionId === first.questionId ? person >= 30 : person < 30),
    })
    await room.insertMissing('quiz_attempts', papers)
    const page = await opened(desk, 'discipline', EXAMS)
    await row(page, /^任前廉政考试.*正在考/).click()
    await heading(page, /^交了 40 份/).waitFor()
    await button(page, '开考场大屏').click()
    await heading(page, '任前廉政考试').waitFor()
    await page.getByRole('listitem').filter({ hasText: '人已交' }).filter({ hasText: '40' }).waitFor()
    expect(await page.getByRole('list', { name: '座位' }).getByRole('listitem').count()).toBe(46)
    await button(page, '叫还没开始的号').click()
    await notice(page, /^请 1、2、3、4、5、6 号开始$/).waitFor()
    expect(await page.getByRole('main', { name: '考场' }).textContent()).not.toMatch(/宋医生|顾护士长|QJ-/)
    await isSound(page)
    await button(page, '全场延长 5 分钟').click()
    await button(page, '延长').click()
    await isSound(page)
    await page.goBack()

    skippedMs = 5 * 60 * MINUTE
    await page.reload()
    await row(page, /^任前廉政考试.*考完了/).click()
    await row(page, new RegExp(`^${first.content.stem.slice(0, 8)}.*重新记分$`)).waitFor()
    await said(page, /−1\.00，越会越错/).waitFor()
    await button(page, '这些数怎么看').click()
    await said(page, /^这一题的得分和卷子其余部分的相关/).waitFor()
    await button(page, '各题选了什么').click()
    await page.getByRole('table', { name: `${first.content.stem}，选了什么` }).waitFor()
    await heading(page, '下一课讲什么').waitFor()
    await said(page, /投诉的看板由医患办和院领导看/).waitFor()
    await isSound(page)
    await inElder(page)
    await page
      .getByRole('link', { name: new RegExp(`^${first.content.stem.slice(0, 8)}.*去题库看$`) })
      .filter({ visible: true })
      .click()
    await button(page, '停用，去改').waitFor()
    await page.getByRole('table', { name: '选了什么' }).waitFor()
    await isSound(page)
    await inElder(page)
    await page.goBack()
    await row(page, new RegExp(`^${first.content.stem.slice(0, 8)}.*重新记分$`)).click()
    await radio(page, /^题本身有毛病/).click()
    await isSound(page)
    await inElder(page)
    await reason(page, '为什么重新记分', '题里没说按哪个规定，都算对', '重新记分')
    await entry(page, /题里没说按哪个规定，都算对.*算过 40 份，变了 30 份/).waitFor()
    await said(page, '延长了 5 分钟').waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, /^存成表格/).click()])
    expect(download.suggestedFilename()).toBe('任前廉政考试.xlsx')
  })

  it('stands in the year of everybody, of departments and of groups, as a file for the ethics review', async () => {
    const page = await opened(desk, 'discipline', EXAMS)
    await button(page, '重点人群').click()
    await button(page, '宋医生，年轻干部').click()
    await button(page, '年轻干部 1').waitFor()
    await isSound(page)
    await inElder(page)
    await button(page, '关上').click()
    await button(page, '学习档案').click()
    await page.getByRole('table', { name: '各科室的学习' }).waitFor()
    await entry(page, /^年轻干部0 \/ 1/).waitFor()
    await isSound(page)
    await inElder(page)
    await button(page, '按人').click()
    await field(page, '找人').fill('宋')
    await button(page, /^宋医生 QJ-S4/).click()
    await said(page, /^宋医生 · 呼吸与危重症医学科/).waitFor()
    await isSound(page)
    await inElder(page)
    await button(page, '关上').click()
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, /^医德考评用的表/).click()])
    expect(download.suggestedFilename()).toMatch(/^廉洁学习 \d{4}\.xlsx$/)
  })

  it('is sat together: what a phone answers stands on the screen of the room', async () => {
    const screen = await opened(reviewing, 'head', LIVE)
    await button(screen, '3 题').click()
    await button(screen, '开一场，亮口令').click()
    const code = await screen.getByRole('group', { name: /^口令 / }).textContent()
    const phone = await opened(await browser.phone(STILL), 'handler', LIVE)
    await field(phone, '6 位口令').fill(code ?? '')
    await button(phone, '进去').click()
    await said(screen, '进来了 1 人').waitFor()
    await button(screen, '开始第 1 题').click()
    await phone.getByRole('radio').or(phone.getByRole('checkbox')).filter({ visible: true }).first().click()
    await isSound(phone)
    await button(phone, '就选这个').click()
    await said(screen, '1 人里 1 人答了').waitFor()
    await isSound(screen)
    await button(screen, '公布答案').click()
    await said(screen, '答的人不到 5 个，不列每一项几个人选、几个人答对。').waitFor()
    expect(await screen.getByText(/^\d+ 人$|人答对$/).count()).toBe(0)
    await said(phone, /依据/).waitFor()
    await isSound(screen)
    await isSound(phone)
  })

  it('is still planned where the network is gone, and says what is old', async () => {
    const page = await opened(desk, 'discipline', EXAMS)
    await button(page, '安排一场考试').waitFor()
    await page.context().route('**/api/fn/**', (route) => route.abort())
    await button(page, '安排一场考试').click()
    await field(page, '名称').fill('断网时写的')
    await button(page, '存好').click()
    await notice(page, /没连上网/)
      .first()
      .waitFor()
    await isSound(page)
    await page.context().unroute('**/api/fn/**')
    await page.reload()
    await button(page, '接着安排没存的一场').click()
    expect(await field(page, '名称').inputValue()).toBe('断网时写的')
  })
})
