import { beijingDay, type Day, type Instant } from '#domain/instant'
import { daysOf } from '#domain/metrics/month.arithmetic'
import { monthsOf, quarterAfter, quarterOf } from '#domain/survey/quarter'
import type { Cell, Results } from '#domain/survey/results.contract'
import { Sheet, Survey, SurveyVersion } from '#domain/survey/survey.model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aForm, aNumber, aScale, aSheet, aSurvey, aVersion, someWords } from '../builders/survey.builder'
import { readerOf } from '../domain/linear.reader'
import { dice } from '../rollup/folding.stage'
import { openDatabase } from '../rollup/opened.database'
import { founded, OPENIDS } from './opened.cloud'
import { asStaff, surveyorIn } from './survey.staff'
import { importVisits } from './visit.import'

const TODAY = beijingDay(Date.now() as Instant)
/** The last quarter that is over, whatever today is, and the months of its year. */
const OVER = quarterAfter(quarterOf(TODAY), -1)
const MONTHS = monthsOf(OVER)
const lowFloor = { floor: 80 }

const first = aForm(
  [
    aScale('qtalk', 'talk', lowFloor),
    aScale('qlook', 'talk'),
    aNumber('qdrug', 'drug'),
    aScale('qall', null),
    someWords('qsay'),
  ],
  {
    overall: 'qall',
  },
)
const second = aForm(
  [
    aScale('qtalk', 'talk', { ...lowFloor, text: '讲得清楚吗' }),
    aNumber('qdrug', 'drug'),
    aScale('qall', null),
    someWords('qsay'),
  ],
  { overall: 'qall', title: '住院体验评价 2' },
)

let database: Awaited<ReturnType<typeof openDatabase>>
let made = 0

const sheets = () => database.documents('survey_sheets', Sheet)

const put = async (answers: object, about: Parameters<typeof aSheet>[2] = {}): Promise<void> => {
  made += 1
  expect(await sheets().insert(aSheet(made, answers, { day: `${MONTHS[0]}-05`, ...about }))).toBe('inserted')
}

const fold = () => database.cloud.fireTimer('rollup')

const results = async (input: object = {}, openid = asStaff.surveyor) => {
  const asked = { rater: 'inpatient', period: { unit: 'quarter', value: OVER }, departmentId: null, ...input }
  const reply = await database.cloud.call('survey', 'results', asked, openid)
  expect(reply).toMatchObject({ ok: true })
  return reply.value as unknown as Results
}

const figureIn = (cell: Cell | undefined) => (cell?.state === 'shown' ? cell.figure : null)

const texts = (input: object = {}, openid = asStaff.surveyor) =>
  database.cloud.call(
    'survey',
    'texts',
    { rater: 'inpatient', theme: null, unread: false, after: null, ...input },
    openid,
  )

type Rows = {
  rows: { id: string; rev: number; text: string; departmentName: string | null }[]
  next: string | null
  themes: unknown
}

const emptied = async () => {
  for (const name of ['survey_sheets', 'survey_days', 'survey_months', 'survey_department_months', 'survey_texts']) {
    await database.documents(name, Sheet).removeAll({ hospitalId: 'h1' })
  }
}

beforeAll(async () => {
  database = await openDatabase()
  await founded(database.cloud)
  await surveyorIn(database.cloud)
  await database.cloud.call('hospital', 'addDepartment', { id: '10', name: '眼科' }, OPENIDS.administrator)
  await database.documents('surveys', Survey).insert(aSurvey(second, { version: 2 }))
  await database.documents('survey_versions', SurveyVersion).insert(aVersion(first))
  await database.documents('survey_versions', SurveyVersion).insert(aVersion(second, { version: 2 }))
})
afterAll(() => database.cloud.close())

describe('results', () => {
  it('know of nothing where nobody answered', async () => {
    expect(await results({ period: null })).toMatchObject({ known: null, overall: { state: 'none' }, waiting: 0 })
  })

  it('come to what was reckoned by hand, once every sheet is folded', async () => {
    // 16 times talk (100 + 66.667)/2 = 83.333, drug 90: 86.667; the overall question at its best.
    for (let at = 0; at < 16; at += 1) await put({ qtalk: 's3', qlook: 's2', qdrug: 9, qall: 's3' })
    // 4 times talk 33.333 alone: 33.333; and 不适用 of the overall question.
    for (let at = 0; at < 4; at += 1) await put({ qtalk: 's1', qlook: 'na', qall: 'na' }, { day: `${MONTHS[0]}-06` })
    // Of the next version, in another department: talk 66.667, drug 50: 58.333; overall second best; 12 of them.
    for (let at = 0; at < 12; at += 1) {
      await put({ qtalk: 's2', qdrug: 5, qall: 's2' }, { version: 2, departmentId: '10', day: `${MONTHS[1]}-20` })
    }
    // Apart from all that: somebody asked on the phone, and a browser.
    await put({ qtalk: 's3', qall: 's3' }, { way: 'assisted' })
    for (let at = 0; at < 30; at += 1) await put({ qtalk: 's0', qall: 's0' }, { way: 'web' })

    // Not folded: the quarter is not over for anybody.
    expect(await results()).toMatchObject({ waiting: 63, isOver: false, overall: { state: 'none' }, departments: [] })
    await fold()
    const page = await results({ period: null })
    expect(page).toMatchObject({
      title: '住院体验评价 2',
      versions: [1, 2],
      raters: ['inpatient'],
      period: { unit: 'quarter', value: OVER },
      known: { from: OVER, to: OVER },
      isOver: true,
      waiting: 0,
      received: { self: 32, assisted: 1, web: 30 },
      scans: 0,
      visits: null,
      assisted: { state: 'few' },
    })
    const overall = figureIn(page.overall)
    // (16·86.67 + 4·33.33 + 12·58.33) / 32 = 69.375; 16 of 28 at their best.
    expect(overall).toMatchObject({ n: 32, top: 16, of: 28 })
    expect(overall?.mean).toBeCloseTo(69.375, 2)
    // s² = Σ(x − x̄)²/31 = (16·299.0 + 4·1299.0 + 12·121.9)/31 = 369.08…; t(31) = 2.0395; ± 6.927
    expect(overall?.lower).toBeCloseTo(62.45, 1)
    expect(overall?.upper).toBeCloseTo(76.3, 1)
    const [talking, drugs] = page.dimensions
    expect(talking).toMatchObject({ id: 'talk', name: '维度 talk', cell: { figure: { n: 32, top: 0, of: 32 } } })
    expect(figureIn(talking?.cell)?.mean).toBeCloseTo((16 * 83.33 + 4 * 33.33 + 12 * 66.67) / 32, 8)
    // Made of one question: its spread would tell how often each answer was given.
    expect(drugs).toMatchObject({ id: 'drug', cell: { figure: { n: 28, lower: null, upper: null } } })
    expect(figureIn(drugs?.cell)?.mean).toBeCloseTo((16 * 90 + 12 * 50) / 28, 8)
    const [talk, drug, all, say, look] = page.questions
    expect(talk).toMatchObject({ id: 'qtalk', text: '讲得清楚吗', na: 0, floor: 80, isBelow: true })
    expect(figureIn(talk?.cell)?.mean).toBeCloseTo((16 * 100 + 4 * 33.33 + 12 * 66.67) / 32, 2)
    // 4 of s1: under five.
    expect(talk?.options?.map(({ count }) => count)).toEqual([null, null, null, null, null])
    expect(figureIn(drug?.cell)).toMatchObject({ n: 28, top: 0, of: 28 })
    expect(all?.options?.map(({ count }) => count)).toEqual([16, 12, 0, 0, 4])
    expect(all?.na).toBe(4)
    expect(say).toMatchObject({ kind: 'text', cell: { state: 'none' } })
    // Dropped by the second version, and answered in the period all the same.
    expect(look).toMatchObject({ id: 'qlook', cell: { state: 'shown', figure: { n: 16 } } })
    expect(page.departments.map(({ id, cell }) => [id, figureIn(cell)?.n])).toEqual([
      ['03.01', 20],
      ['10', 12],
    ])
    expect(page.departments[0]?.cell).toMatchObject({ comparable: false })
    expect(page.trend.points.map(({ month, numerator, denominator }) => [month, numerator, denominator])).toEqual([
      [MONTHS[0], 16, 16],
      [MONTHS[1], 0, 12],
      [MONTHS[2], null, null],
    ])
  })

  it('of a department are its own, with its codes', async () => {
    const page = await results({ departmentId: '03.01' })
    expect(page.departmentId).toBe('03.01')
    expect(figureIn(page.questions[0]?.cell)).toMatchObject({ n: 20 })
    expect(page.questions[0]?.options).toBeNull()
    expect(page.touchpoints).toMatchObject([
      { id: 'W-1', name: '12 层东病区 护士站', cell: { state: 'shown', figure: { n: 20 } } },
    ])
  })

  it('stand beside the visits that were reported', async () => {
    await importVisits(
      database.cloud,
      MONTHS.map((month) => ({ month, departments: { '03.01': [100, 40] as [number, number] } })),
    )
    await fold()
    expect(await results()).toMatchObject({ visits: 120 })
  })

  it('name the questions below their limit for whoever works on them', async () => {
    const { value } = await database.cloud.call('survey', 'improvements', {}, asStaff.surveyor)
    expect(JSON.stringify(value)).toContain('qtalk')
  })

  it.each([
    ['the survey office', asStaff.surveyor, true, true],
    ['a leader, who reads no words', asStaff.leader, true, false],
    ['somebody who rings the discharged', asStaff.caller, false, false],
    ['a supervisor', asStaff.supervisor, false, false],
    ['the complaint office', OPENIDS.officer, false, false],
    ['a case handler', OPENIDS.handler, false, false],
    ['the administrator', OPENIDS.administrator, false, false],
    ['nobody in particular', 'openid-of-somebody', false, false],
  ])('are shown to %s or not', async (_, openid, figures, words) => {
    const asked = { rater: 'inpatient', period: null, departmentId: null }
    expect((await database.cloud.call('survey', 'results', asked, openid)).ok).toBe(figures)
    expect((await texts({}, openid)).ok).toBe(words)
    const themes = { id: '0'.repeat(64), rev: 0, themes: ['态度'] }
    const reply = await database.cloud.call('survey', 'setThemes', themes, openid)
    expect(reply).toMatchObject({ ok: false, code: words ? 'survey.text_unknown' : 'auth.forbidden' })
  })
})

describe('words', () => {
  it('are read page by page, newest month first, named where their department’s quarter is shown', async () => {
    for (let at = 0; at < 60; at += 1) {
      const about = { day: `${MONTHS[at % 2]}-07`, departmentId: at % 2 === 0 ? '03.01' : '10' }
      await put({ qtalk: 's3', qall: 's3', qsay: `第 ${at} 句` }, { version: 2, ...about })
    }
    await put({ qsay: '刚写的' }, { version: 2, day: TODAY })
    await put({ qsay: '谁知道是谁写的' }, { version: 2, way: 'web' })
    await fold()
    const one = (await texts()).value as unknown as Rows
    const two = (await texts({ after: one.next })).value as unknown as Rows
    const all = [...one.rows, ...two.rows]
    expect([one.rows.length, two.rows.length, two.next]).toEqual([50, 11, null])
    expect(new Set(all.map(({ id }) => id)).size).toBe(61)
    expect(all[0]).toMatchObject({ text: '刚写的', departmentName: null })
    expect(all.slice(1, 31).every(({ departmentName }) => departmentName === '眼科')).toBe(true)
    expect(JSON.stringify(all)).not.toContain('谁知道')
    expect(Object.keys(all[0] ?? {}).sort()).toEqual([
      'departmentName',
      'id',
      'month',
      'question',
      'rev',
      'text',
      'themes',
    ])
  })

  it('are given themes by people, once, and by nobody who saw an older one', async () => {
    const [row] = ((await texts()).value as unknown as Rows).rows
    if (!row) throw new Error('no words')
    const set = (rev: number, themes: string[]) =>
      database.cloud.call('survey', 'setThemes', { id: row.id, rev, themes }, asStaff.surveyor)
    expect(await set(row.rev, ['态度', '等候'])).toMatchObject({ ok: true, value: { rev: 1 } })
    expect(await set(row.rev, ['等候', '态度'])).toMatchObject({ ok: true, value: { rev: 1 } })
    expect(await set(row.rev, ['环境'])).toMatchObject({ ok: false, code: 'data.changed' })
    const themed = (await texts({ theme: '态度' })).value as unknown as Rows
    expect(themed.rows.map(({ id }) => id)).toEqual([row.id])
    expect(themed.themes).toEqual(
      expect.arrayContaining([
        { theme: '态度', count: 1 },
        { theme: '等候', count: 1 },
      ]),
    )
    const unread = (await texts({ unread: true })).value as unknown as Rows
    expect(unread.rows.some(({ id }) => id === row.id)).toBe(false)
  })
})

describe('what anybody can ask', () => {
  it('tells of no department or month with fewer than ten answers, reckoned through all of it', async () => {
    await emptied()
    const chance = dice(5)
    const year = String(Number(TODAY.slice(0, 4)) - 1)
    const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
    const units = ['03.01', '10']
    const real = new Map<string, number>()
    for (const month of months) {
      for (const [at, departmentId] of units.entries()) {
        const count = chance.below([9, 4][at] ?? 1)
        real.set(`${departmentId}|${month}`, count)
        const day = chance.pick(daysOf(month)) as Day
        for (let each = 0; each < count; each += 1) {
          await put({ qtalk: chance.pick(['s3', 's2']), qdrug: 9, qall: 's3' }, { version: 2, departmentId, day })
        }
      }
    }
    await fold()
    const periods = [
      ...[1, 2, 3, 4].map((number) => ({ unit: 'quarter', value: `${year}-Q${number}` })),
      { unit: 'year', value: year },
    ]
    const inPeriod = (value: string) => months.filter((month) => value === year || quarterOf(month) === value)
    const unknowns = [...real.keys()].filter((key) => (real.get(key) ?? 0) > 0)
    const vector = (unit: string | null, within: readonly string[]) =>
      unknowns.map((key) => {
        const [departmentId, month] = key.split('|')
        return (unit === null || unit === departmentId) && within.includes(month ?? '') ? 1 : 0
      })
    const numberOf = (unit: string | null, within: readonly string[]) =>
      vector(unit, within).reduce<number>((sum, part, at) => sum + part * (real.get(unknowns[at] ?? '') ?? 0), 0)
    const published: number[][] = []
    const isShown = (cell: Cell | undefined, unit: string | null, value: string) => {
      if (cell?.state !== 'shown') return
      expect(cell.figure.n).toBe(numberOf(unit, inPeriod(value)))
      published.push(vector(unit, inPeriod(value)))
    }
    for (const period of periods) {
      for (const departmentId of [null, ...units]) {
        const page = await results({ period, departmentId })
        isShown(page.overall, null, period.value)
        for (const { id, cell } of page.departments) isShown(cell, id, period.value)
        for (const { cell } of [...page.dimensions, ...page.questions]) isShown(cell, departmentId, period.value)
        for (const { month, denominator } of page.trend.points) {
          if (denominator !== null) published.push(vector(null, [month]))
        }
      }
    }
    const reader = readerOf(published)
    let small = 0
    const asked = [null, ...units].flatMap((unit) => [
      ...periods.map(({ value }) => ({ unit, within: inPeriod(value) })),
      ...months.map((month) => ({ unit, within: [month] })),
    ])
    for (const { unit, within } of asked) {
      const number = numberOf(unit, within)
      if (number === 0 || number >= 10) continue
      small += 1
      expect({ unit, within, told: reader.tells(vector(unit, within)) }).toEqual({ unit, within, told: false })
    }
    expect(small).toBeGreaterThan(10)
    expect(published.length).toBeGreaterThan(10)
  }, 60_000)
})
