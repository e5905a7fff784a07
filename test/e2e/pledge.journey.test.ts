import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import jsQR from 'jsqr'
import type { Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { beijingDay, type Instant } from '#domain/instant'
import { readyPledge } from '#domain/integrity/pledge.ready'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { type Hospital, openHospital } from '../builders/hospital'
import { type RunningBrowser, sharedBrowser } from './browser'
import { button, field, heading, notice, radio, said } from './page.parts'
import { ELDER_SIZE, isSound } from './page.sound'

const OWN = '/packages/staff/pledge/index'
const WALL = '/packages/culture/pledges/index'
const DESK = '/packages/publicity/pledges/index'
const SCANNED = `${WALL}?scene=t%3DJQ-12E-01`
const SETUP_CODE = 'OPEN-FOR-THIS-JOURNEY'
const STILL = { reducedMotion: 'reduce' } as const

let browser: RunningBrowser
let hospital: Hospital

const today = () => beijingDay(Date.now() as Instant)
const openidOf = (persona: string) => personas.find(({ id }) => id === persona)?.openid ?? ''
const ask = async (persona: string, name: string, action: string, input: unknown) => {
  const answer = await hospital.invoke(name, { action, input }, { openid: openidOf(persona) })
  const { ok, code } = answer as { ok: boolean; code?: string }
  if (!ok) throw new Error(`${name}.${action}: ${code}`)
}

beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({ seed: false, functionEnvironment: { hospital: { SETUP_CODE } } })
  const asAdministrator = (action: string, input: unknown) => ask('administrator', 'hospital', action, input)
  await asAdministrator('found', {
    setupCode: SETUP_CODE,
    administrator: '韩工',
    hospital: {
      id: 'h1',
      name: '青衿市人民医院',
      pledge: '不收红包，每天的费用讲得清。',
      replyWithinWorkingDays: 5,
      contacts: [
        { kind: 'discipline', label: '纪检监察室', note: null, phone: '0000-555-0112', email: null },
        { label: '医患办', note: null, phone: '0000-555-0120', email: null },
      ],
    },
  })
  await asAdministrator('addDepartment', { id: '03.01', name: '呼吸与危重症医学科' })
  await asAdministrator('addWard', { id: 'JQ-12E', departmentId: '03.01', name: '住院部 12 层东病区', pledge: null })
  const touchpoints = [{ id: 'JQ-12E-01', spot: '护士站', format: 'a4' }]
  await asAdministrator('addTouchpoints', { wardId: 'JQ-12E', touchpoints })
  for (const [persona, staffId, name, roles, departmentId, code] of [
    ['discipline', 'S1', '贺专员', ['discipline'], null, '0123456789ABCDEJ'],
    ['publicist', 'S2', '卢干事', ['publicity'], null, '0123456789ABCDEK'],
    ['head', 'S3', '陶主任', ['department_head'], '03.01', '0123456789ABCDEM'],
    ['handler', 'S4', '顾护士长', ['case_handler'], '03.01', '0123456789ABCDEN'],
  ] as const) {
    const number = `QJ-${staffId}`
    await asAdministrator('addPerson', { staffId, number, name, departmentId, roles })
    await asAdministrator('invite', { people: [{ staffId, code }] })
    await ask(persona, 'hospital', 'join', { number, code })
  }
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

const phone = async () => (await browser.phone(STILL)).newPage()
const desktop = async () => (await browser.desktop(STILL)).newPage()

/** Writes something on the paper that is shown. */
const write = async (page: Page) => {
  const paper = page.locator('.signature-canvas').filter({ visible: true })
  await paper.scrollIntoViewIfNeeded()
  const box = await paper.boundingBox()
  if (!box) throw new Error('no paper to write on')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  for (const line of [
    [at(0.2, 0.3), at(0.4, 0.25), at(0.3, 0.7)],
    [at(0.5, 0.3), at(0.8, 0.4), at(0.6, 0.75)],
  ]) {
    const [first, ...rest] = line
    await page.mouse.move(...(first as readonly [number, number]))
    await page.mouse.down()
    for (const place of rest) await page.mouse.move(...place, { steps: 5 })
    await page.mouse.up()
  }
}

/** Over the bar at the foot of the page. */
const inSight = async (page: Page, note: Locator) => {
  const foot = await button(page, '签下承诺').boundingBox()
  await expect.poll(async () => ((await note.boundingBox())?.y ?? Infinity) < (foot?.y ?? 0)).toBe(true)
}

const name = (page: Page, words: RegExp) => page.getByRole('button', { name: words }).filter({ visible: true })

describe('the pledge', () => {
  it('is written by one person', async () => {
    const page = await desktop()
    await page.goto(hospital.signIn('discipline', DESK))
    await heading(page, '还没有发布承诺书').waitFor()
    await isSound(page)
    await button(page, '承诺书').click()
    await heading(page, '还没有承诺书').waitFor()
    await button(page, '提一版新的').click()
    await field(page, '名称').fill('廉')
    await page.getByLabel('哪天起签这一版').filter({ visible: true }).fill(today())
    await button(page, '提上去，请同事发布').click()
    await said(page, '请写 2 到 20 个字').waitFor()
    await isSound(page)
    // It lies on this computer until it is handed in.
    await page.reload()
    await button(page, '承诺书').click()
    await button(page, '接着写没提完的一版').click()
    await field(page, '名称').fill('廉洁从业承诺')
    await button(page, '提上去，请同事发布').click()
    await heading(page, '1 版等人发布').waitFor()
    await button(page, /《廉洁从业承诺》第 1 版/).click()
    expect(await button(page, /^发布，您动过这一版/).getAttribute('aria-disabled')).toBe('true')
    await isSound(page)
    await page.context().close()
  })

  it('is read and published by another', async () => {
    const page = await desktop()
    await page.goto(hospital.signIn('publicist', DESK))
    await button(page, '承诺书').click()
    await button(page, /《廉洁从业承诺》第 1 版/).click()
    await said(page, '厂家的钱，一分不拿').waitFor()
    await button(page, '发布').click()
    await page.getByRole('alertdialog').getByRole('button', { name: '发布' }).click()
    await heading(page, '现在用的承诺书').waitFor()
    await button(page, '谁签了').click()
    await heading(page, /人里 0 人签了，亮诺率 0.0%/).waitFor()
    await page.context().close()
  })
})

describe('signing', () => {
  it('by hand is kept through a lost network, and leaves a certificate whose square checks it', async () => {
    const page = await phone()
    await page.goto(hospital.signIn('handler', '/packages/staff/me/index'))
    await button(page, '廉洁承诺').click()
    await heading(page, '廉洁从业承诺').waitFor()
    await said(page, '墙人人看得到').waitFor()
    expect(await button(page, /^签下承诺，请先在签名处写上名字/).getAttribute('aria-disabled')).toBe('true')
    await isSound(page)
    await write(page)
    await button(page, '擦掉重写').click()
    await said(page, '在这里写上名字').waitFor()
    await write(page)
    await page.route('**/api/fn/**', (route) => route.abort())
    await button(page, '签下承诺').click()
    await notice(page, /没连上网/).waitFor()
    await inSight(page, notice(page, /没连上网/))
    await page.unroute('**/api/fn/**')
    await button(page, '签下承诺').click()
    await heading(page, '廉洁承诺').first().waitFor()
    await page.getByRole('img', { name: '顾护士长的手写签名' }).waitFor()
    await isSound(page)

    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '存成图片').click()])
    expect(download.suggestedFilename()).toBe('廉洁承诺 顾护士长.png')
    const { data, width, height } = PNG.sync.read(await readFile(await download.path()))
    const address = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? ''
    await page.context().close()

    const visitor = await phone()
    await visitor.goto(address)
    await said(visitor, '这份承诺是真的，现在有效').waitFor()
    await said(visitor, '顾护士长').waitFor()
    await isSound(visitor)
    await field(visitor, '查验码').fill('0000 0000 0000')
    await button(visitor, '查').click()
    await notice(visitor, /对不上任何一份承诺/).waitFor()
    await visitor.context().close()
  })

  it('goes by keyboard alone, without drawing', async () => {
    const page = await desktop()
    await page.goto(hospital.signIn('head', OWN))
    await radio(page, /^手写签名/).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    const tick = page.getByRole('checkbox', { name: /^我是陶主任/ })
    expect(await tick.getAttribute('aria-checked')).toBe('true')
    await isSound(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await said(page, '本人确认签下').waitFor()
    await page.context().close()
  })
})

describe('the wall', () => {
  it('shows by the ward’s code who signed, and leads on to thanks or a complaint about them', async () => {
    const page = await phone()
    await page.goto(hospital.signIn('nobody', '/pages/landing/index?scene=t%3DJQ-12E-01'))
    await page.getByRole('link', { name: '这里谁承诺过' }).filter({ visible: true }).click()
    await said(page, '2 人里 2 人签了').waitFor()
    await name(page, /^陶主任.*科室负责人/).waitFor()
    await isSound(page)
    await name(page, /^顾护士长/).click()
    expect(await name(page, /^顾护士长/).getAttribute('aria-pressed')).toBe('true')
    await button(page, '做得好，谢谢呼吸与危重症医学科的顾护士长').click()
    await heading(page, '想谢谢谁？').waitFor()
    expect(await field(page, '谢谁').inputValue()).toBe('呼吸与危重症医学科的顾护士长')
    await page.goBack()
    await button(page, /^没做到，说说/).click()
    await radio(page, /./).first().click()
    const stored = await page.evaluate(() => JSON.stringify(localStorage))
    expect(stored).toContain('说的是呼吸与危重症医学科的顾护士长：')
    await page.context().close()
  })

  it('is a list in the elder version, and the hospital’s wall leads to its departments', async () => {
    const page = await phone()
    await page.goto(hospital.signIn('nobody', SCANNED))
    await button(page, '长辈版').first().click()
    await said(page, '2 人里 2 人签了').waitFor()
    await isSound(page, ELDER_SIZE)
    await page.getByRole('link', { name: '看别的科室' }).filter({ visible: true }).click()
    await button(page, /^呼吸与危重症医学科.*2 人里 2 人签了/).waitFor()
    await isSound(page, ELDER_SIZE)
    await page.getByRole('link', { name: '查一张承诺证书' }).filter({ visible: true }).click()
    await heading(page, '查一张承诺证书').waitFor()
    await isSound(page, ELDER_SIZE)
    await page.goto(hospital.signIn('handler', OWN))
    await heading(page, '廉洁承诺').first().waitFor()
    await isSound(page, ELDER_SIZE)
    await page.context().close()
  })
})

describe('the desk', () => {
  it('shows a head their own department, who is missing, and a workbook', async () => {
    const page = await desktop()
    await page.goto(hospital.signIn('head', DESK))
    await heading(page, '2 人里 2 人签了，亮诺率 100.0%').waitFor()
    expect(await button(page, '承诺书').count()).toBe(0)
    await button(page, '呼吸与危重症医学科，看名单').click()
    await said(page, '都签了').waitFor()
    await isSound(page)
    await button(page, '关上').click()
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '存成表格（XLSX）').click()])
    expect(download.suggestedFilename()).toBe('亮诺 青衿市人民医院.xlsx')
    await page.context().close()
  })

  it('asks everybody again when there is a new version; the old signature stays', async () => {
    const id = randomBytes(16).toString('hex')
    const text = { ...readyPledge, title: '廉洁行医承诺', effectiveOn: today() }
    await ask('publicist', 'integrity', 'proposePledge', { id, rev: null, text })
    await ask('discipline', 'integrity', 'publishPledge', { id, rev: 0 })
    const page = await phone()
    await page.goto(hospital.signIn('handler', OWN))
    await heading(page, '廉洁行医承诺').waitFor()
    await said(page, '您上次签的是《廉洁从业承诺》第 1 版，还留着').waitFor()
    await said(page, '以前签过的').waitFor()
    await button(page, '长辈版').first().click()
    await isSound(page, ELDER_SIZE)
    await page.goto(hospital.signIn('discipline', DESK))
    await button(page, '呼吸与危重症医学科，看名单').click()
    await said(page, '复制没签的名单').waitFor()
    await said(page, '陶主任').waitFor()
    await isSound(page, ELDER_SIZE)
    await page.goto(hospital.signIn('nobody', SCANNED))
    await said(page, '2 人里 0 人签了').waitFor()
    await heading(page, '还没有人签').waitFor()
    await page.context().close()
  })
})
