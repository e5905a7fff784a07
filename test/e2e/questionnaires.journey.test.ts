import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { type RunningBrowser, sharedBrowser } from './browser'
import { button, field, heading, notice, radio, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const QUESTIONNAIRES = '/packages/satisfaction/questionnaires/index'
const STILL = { reducedMotion: 'reduce' } as const

let browser: RunningBrowser
let hospital: Hospital
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({ seed: true })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const saved = (page: Page) => notice(page, /^已保存$/).waitFor()
const row = (page: Page, text: RegExp) =>
  page.getByRole('list', { name: '题目' }).getByRole('button', { name: text }).filter({ visible: true })
const offered = (page: Page, list: string, text: RegExp) =>
  page.getByRole('list', { name: list, exact: true }).getByRole('button', { name: text }).filter({ visible: true })
const preview = (page: Page, which: string) => page.getByRole('group', { name: `${which}预览` })

const signedIn = async (page: Page) => {
  await page.goto(hospital.signIn('surveyor', QUESTIONNAIRES))
  await heading(page, /份问卷/).waitFor()
}

/** Begins a questionnaire for these raters with the set that is there, or with one question. */
const begin = async (page: Page, rater: string, beginning: RegExp) => {
  await button(page, '新建一份问卷').click()
  await radio(page, new RegExp(`^${rater}$`)).click()
  await radio(page, beginning).click()
  await isSound(page)
  await button(page, '建好，去改').click()
  await heading(page, /第 1 稿$/).waitFor()
}

const publish = async (page: Page, version: number) => {
  await button(page, `发布第 ${version} 版`).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('新版只问之后的人，旧答案不动').waitFor()
  await isSound(page)
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await heading(page, new RegExp(`第 ${version + 1} 稿$`)).waitFor()
}

describe('the survey office', () => {
  it('makes a questionnaire from a ready set, mends a branch, previews and publishes it', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await signedIn(page)
    await isSound(page)
    await begin(page, '住院患者', /^写好的一份/)
    await isSound(page)

    // The first question's words; what is typed is saved by itself, and one step back takes all of it.
    const first = '讲病情、讲治疗，您都听懂了吗？'
    const before = await field(page, '题目').inputValue()
    await field(page, '题目').fill(first)
    await saved(page)
    await button(page, '撤销').click()
    await expect.poll(() => field(page, '题目').inputValue()).toBe(before)
    await button(page, '重做').click()
    await expect.poll(() => field(page, '题目').inputValue()).toBe(first)
    await saved(page)

    // Those without pain go on to question 5: without it there is nowhere to go.
    await row(page, /^5\D/).click()
    await button(page, '删掉这一题').click()
    await notice(page, '第 3 题以后没有地方可去').waitFor()
    await button(page, /^发布第 1 版，.*先定下来/).waitFor()
    await isSound(page)
    await page.keyboard.press('Control+z')
    await expect.poll(() => notice(page, '没有地方可去').count()).toBe(0)
    await row(page, /^5\D/).click()
    await button(page, '删掉这一题').click()
    await button(page, '改成接着往下问').click()
    // It was the only one of its dimension.
    await button(page, '删掉这个维度').click()
    await expect.poll(() => notice(page, '没有地方可去').count()).toBe(0)

    // Whatever is answered to the first, it ends: nobody comes to the others.
    await row(page, /^1\D/).click()
    await button(page, /^选项没有另说的，/).click()
    await offered(page, '选项没有另说的，改成', /^到这里结束/).click()
    await notice(page, '没人走得到').first().waitFor()
    await isSound(page)
    await button(page, '撤销').click()
    await expect.poll(() => notice(page, '没人走得到').count()).toBe(0)

    // Walked in the elder version, by the branches: nothing of it is stored.
    await row(page, /^3\D/).click()
    const versions = page.getByRole('group', { name: '用哪一版看' })
    await versions.getByRole('button', { name: '长辈版' }).click()
    const elder = preview(page, '长辈版')
    await elder.getByRole('heading', { name: '您疼过吗' }).waitFor()
    expect(await elder.getByRole('heading').evaluate((lead) => getComputedStyle(lead).fontSize)).toBe('38px')
    await elder.getByRole('radio', { name: '没有疼过' }).click()
    await elder.getByRole('button', { name: '预览里的下一题' }).click()
    await versions.getByRole('button', { name: '普通版' }).click()
    await preview(page, '普通版').getByRole('button', { name: '预览里的上一题' }).click()
    await isSound(page)

    // Only one questionnaire at a time is asked of the same people: this one waits for its days.
    await button(page, '什么时候收').click()
    await isSound(page)
    await field(page, '一共最多收').fill('300')
    await button(page, '保存').click()
    await notice(page, '存好了').waitFor()
    await publish(page, 1)
    await button(page, /^发布第 2 版，和第 1 版一样/).waitFor()

    await button(page, '‹ 所有问卷').click()
    await button(page, /第 1 版.*收满 300 份为止/).waitFor()
    await isSound(page)
    await page.context().close()
  })

  it('edits a live one: its words as the same question, its answers as another, as version 2', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await signedIn(page)
    await button(page, /^职工满意度/).click()
    await heading(page, /第 2 稿$/).waitFor()
    await row(page, /^1\D/).click()
    await field(page, '题目').fill('医生讲病情，您听得懂吗？')
    await button(page, '多久一次').click()
    await notice(page, '第 1 题换了答法').waitFor()
    await isSound(page)
    await button(page, '当成新题').click()
    await expect.poll(() => notice(page, '换了答法').count()).toBe(0)
    await row(page, /^2\D/).click()
    await field(page, '题目').fill('按了铃，有人很快来吗？')
    await button(page, '这一题下移').click()
    await button(page, '和第 1 版比').click()
    await heading(page, '加了 1 题').waitFor()
    await heading(page, '删了 1 题').waitFor()
    await heading(page, '改了字 1 题').waitFor()
    await heading(page, '换了位置 1 题').waitFor()
    await isSound(page)
    await button(page, '关上').click()
    await saved(page)
    await publish(page, 2)

    await button(page, '‹ 所有问卷').click()
    await button(page, /^职工满意度.*第 2 版/).waitFor()
    await isSound(page)
    await page.context().close()
  })

  it('closes the open days of a questionnaire, takes it out of use, and has it back', async () => {
    const page = await (await browser.phone(STILL)).newPage()
    await signedIn(page)
    await isSound(page)
    await button(page, /^门诊就诊评价/).click()
    await heading(page, /第 2 稿$/).waitFor()
    await isSound(page)
    await button(page, '什么时候收').click()
    await isSound(page)
    await button(page, '第 1 段今天收完就结束').click()
    await button(page, '保存').click()
    await notice(page, '存好了').waitFor()
    await button(page, '什么时候收').click()
    await button(page, '停用这份问卷').click()
    await said(page, /停用了：/).waitFor()
    await button(page, '什么时候收').click()
    await button(page, '恢复使用').click()
    await said(page, /正在用：/).waitFor()
    await page.context().close()
  })

  it('edits on a phone, in the elder version too', async () => {
    const page = await (await browser.phone(STILL)).newPage()
    await signedIn(page)
    await begin(page, '职工', /^空白/)
    await button(page, '加一题').click()
    await offered(page, '加在第 1 题后面', /^多选/).click()
    await field(page, '题目').fill('平时在哪里吃午饭？')
    await notice(page, '写完这些就存').waitFor()
    await field(page, '选项 1').fill('食堂')
    await saved(page)
    await button(page, '选项 2，设置').click()
    await button(page, '和别的不能同选').waitFor()
    await isSound(page)
    await button(page, '预览').click()
    await isSound(page)
    await page.getByRole('button', { name: '长辈版' }).filter({ visible: true }).first().click()
    await isSound(page, ELDER_SIZE)
    await button(page, '题目').click()
    await isSound(page, ELDER_SIZE)
    await row(page, /^2\D/).click()
    await isSound(page, ELDER_SIZE)
    await page.context().close()
  })

  it('loses nothing without a network, nor when a colleague was faster', async () => {
    const context = await browser.desktop(STILL)
    const page = await context.newPage()
    await signedIn(page)
    await begin(page, '科室互评', /^写好的一份/)
    await page.route('**/api/fn/survey', (route) => route.abort())
    await field(page, '题目').fill('一线有难处，他们会帮忙吗？')
    await notice(page, '没连上网').waitFor()
    await isSound(page)
    await page.unroute('**/api/fn/survey')
    await saved(page)

    const other = await context.newPage()
    const address = hospital.signIn('surveyor', QUESTIONNAIRES)
    await other.goto(address)
    await button(other, /^科室互评.*还没有发布/).click()
    await field(other, '题目').fill('一线有难处，他们肯搭把手吗？')
    await saved(other)
    await field(page, '题目').fill('一线有难处，他们会想办法吗？')
    await notice(page, '同事刚才先改了这份草稿').waitFor()
    expect(await field(page, '题目').inputValue()).toBe('一线有难处，他们会想办法吗？')
    await isSound(page)
    await button(page, /^用同事的/).click()
    await expect.poll(() => field(page, '题目').inputValue()).toBe('一线有难处，他们肯搭把手吗？')
    await button(page, '撤销').click()
    await expect.poll(() => field(page, '题目').inputValue()).toBe('一线有难处，他们会想办法吗？')
    await saved(page)
    await context.close()
  })
})

const SETTLED_MS = 100

/** Gives it the keyboard, once it keeps it: what has just come in moves once more, and a dialog takes the keyboard first. */
const reach = (target: Locator) =>
  expect
    .poll(async () => {
      await target.focus()
      await pause(SETTLED_MS)
      return target.evaluate((element) => element === document.activeElement)
    })
    .toBe(true)

describe('by keyboard alone', () => {
  it('a question is added, written, moved and undone', async () => {
    const page = await (await browser.desktop(STILL)).newPage()
    await signedIn(page)
    const press = async (name: string | RegExp) => {
      await reach(button(page, name).first())
      await page.keyboard.press('Enter')
    }
    await press('新建一份问卷')
    await reach(radio(page, /^门诊患者$/))
    await page.keyboard.press('ArrowUp')
    await radio(page, /^职工$/)
      .and(page.getByRole('radio', { checked: true }))
      .waitFor()
    await reach(radio(page, /^写好的一份/))
    await page.keyboard.press('ArrowDown')
    await press('建好，去改')
    await heading(page, /^职工问卷，第 1 稿$/).waitFor()

    await press('加一题')
    await reach(offered(page, '加在第 1 题后面', /^填写/))
    await page.keyboard.press('Enter')
    await row(page, /^2\D/).waitFor()
    await reach(field(page, '题目'))
    await page.keyboard.type('最想改的一件事是什么？')
    await saved(page)
    await reach(row(page, /^2\D/))
    await page.keyboard.press('Alt+ArrowUp')
    await row(page, /^1\s*最想改的/).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('最想改的一件事')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => field(page, '题目').inputValue()).toBe('总的来说，您满意吗？')
    await page.keyboard.press('Control+z')
    await row(page, /^1\s*总的来说/).waitFor()
    await page.keyboard.press('Control+Shift+z')
    await row(page, /^1\s*最想改的/).waitFor()
    await saved(page)
    await press(/^发布第 1 版$/)
    await page.getByRole('alertdialog').waitFor()
    // The dialog has the keyboard once it stands still.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('先不')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await heading(page, /^职工问卷，第 2 稿$/).waitFor()
    await page.context().close()
  })
})
