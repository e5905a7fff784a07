import type { Answers } from '#domain/survey/question.model'
import {
  bucketIn,
  type DepartmentSheetMonth,
  type SheetDay,
  type SheetDayKey,
  sheetDayKey,
  type SheetMonth,
  type SheetMonthKey,
  sheetMonthOf,
  type SurveyText,
} from '#domain/survey/survey.bucket'
import type { Sheet } from '#domain/survey/survey.model'
import { asStored, tally } from '#domain/survey/survey.tally'
import { describe, expect, it } from 'vitest'
import { foldSheets, type SheetStore } from '../../cloudfunctions/rollup/survey.fold'
import { aForm, aScale, aSheet, someWords } from '../builders/survey.builder'
import { type Dice, dice, LostReply, openStage, through } from './folding.stage'

const HISTORIES = 500
const DAYS = ['2026-09-29', '2026-09-30', '2026-10-01']
const form = aForm([aScale('q1', 'talk'), aScale('q2', null), someWords('q3')], { overall: 'q2' })

/** Collections in memory with the database's promises: a write is one document, and compares revisions. */
const openShelves = () => {
  const sheets = new Map<string, Sheet>()
  const days = new Map<SheetDayKey, SheetDay>()
  const months = new Map<SheetMonthKey, SheetMonth>()
  const departmentMonths = new Map<SheetMonthKey, DepartmentSheetMonth>()
  const texts = new Map<string, SurveyText>()

  const put = <T extends { id: string; rev: number }>(shelf: Map<string, T>, document: T, read: T | null): boolean => {
    const stored = shelf.get(document.id)
    if (read === null ? stored !== undefined : stored?.rev !== read.rev) return false
    shelf.set(document.id, { ...document, rev: read === null ? document.rev : read.rev + 1 })
    return true
  }

  const keyOf = ({ hospitalId, rater, day }: Sheet) => sheetDayKey(hospitalId, rater, day)
  const recount = (isCounted: (sheet: Sheet) => boolean) =>
    tally(
      [...sheets.values()]
        .filter(isCounted)
        .map((sheet) => ({ ...sheet, form, answers: JSON.parse(sheet.answers) as Answers })),
    )

  const operations = {
    pendingSheets: (limit: number) => [...sheets.values()].filter(({ pending }) => pending).slice(0, limit),
    formOf: () => form,
    recount: (key: SheetDayKey) => recount((sheet) => keyOf(sheet) === key),
    day: (key: SheetDayKey) => days.get(key) ?? null,
    daysOf: (key: SheetMonthKey) => [...days.values()].filter(({ id }) => sheetMonthOf(id) === key),
    month: (key: SheetMonthKey) => months.get(key) ?? null,
    departmentMonth: (key: SheetMonthKey) => departmentMonths.get(key) ?? null,
    putDay: (day: SheetDay, read: SheetDay | null) => put(days, day, read),
    putMonth: (page: SheetMonth, read: SheetMonth | null) => put(months, page, read),
    putDepartmentMonth: (page: DepartmentSheetMonth, read: DepartmentSheetMonth | null) =>
      put(departmentMonths, page, read),
    addText: (text: SurveyText) => void put(texts, text, null),
    release: (ids: readonly string[]) => {
      for (const id of ids) {
        const stored = sheets.get(id)
        if (stored) sheets.set(id, { ...stored, pending: false })
      }
    },
    insert: (sheet: Sheet) => put(sheets, sheet, null),
  }
  return { operations, recount, keyOf, sheets, days, months, departmentMonths, texts }
}

type Shelves = ReturnType<typeof openShelves>
type Asks = ReturnType<typeof through<Shelves['operations']>>

const asStore = (asks: Asks): SheetStore => asks as unknown as SheetStore
const atOnce = <T>(run: () => T) => Promise.resolve(run())

const aRandomSheet = (number: number, chance: Dice): Sheet =>
  aSheet(
    number,
    {
      q1: chance.pick(['s3', 's1', 'na']),
      q2: chance.pick(['s3', 's0']),
      ...(chance.next() < 0.3 ? { q3: '等得久' } : {}),
    },
    {
      day: chance.pick(DAYS),
      departmentId: chance.pick(['03.01', '10', null]),
      way: chance.pick(['self', 'self', 'assisted', 'web']),
    },
  )

/** Phones whose answers get lost and who send again. */
const phones = async (chance: Dice, from: number, asks: Asks) => {
  for (let number = from; number < from + 5; number += 1) {
    const sheet = aRandomSheet(number, chance)
    for (;;) {
      try {
        await asks.insert(sheet)
        break
      } catch (cause) {
        if (!(cause instanceof LostReply)) throw cause
      }
    }
  }
}

const folder = async (asks: Asks) => {
  for (let round = 0; round < 3; round += 1) {
    try {
      await foldSheets(asStore(asks))
    } catch (cause) {
      // The timer's function fails and comes again in a minute.
      if (!(cause instanceof LostReply)) throw cause
    }
  }
}

const stored = (one: ReturnType<typeof tally>) => ({
  hospital: asStored(one.hospital),
  totals: asStored(one.totals),
  details: asStored(one.details),
})

const expectRight = (seed: number, { recount, keyOf, sheets, days, months, departmentMonths, texts }: Shelves) => {
  const all = [...sheets.values()]
  expect({ seed, waiting: all.filter(({ pending }) => pending).length }).toEqual({ seed, waiting: 0 })
  for (const key of new Set(all.map(keyOf))) {
    expect({ seed, key, ...days.get(key) }).toMatchObject({
      seed,
      key,
      ...stored(recount((sheet) => keyOf(sheet) === key)),
    })
  }
  for (const key of new Set(all.map((sheet) => sheetMonthOf(keyOf(sheet))))) {
    const { hospital, ...departments } = stored(recount((sheet) => sheetMonthOf(keyOf(sheet)) === key))
    expect({ seed, key, hospital: months.get(key)?.hospital }).toEqual({ seed, key, hospital })
    expect(departmentMonths.get(key)).toMatchObject(departments)
  }
  const said = all.filter(({ way, answers }) => way !== 'web' && answers.includes('q3'))
  expect({ seed, texts: texts.size }).toEqual({ seed, texts: said.length })
}

const play = async (seed: number) => {
  const chance = dice(seed)
  const shelves = openShelves()
  const stage = openStage(chance)
  const asks = (actor: string) => through(shelves.operations, stage.doorOf(actor))
  const writers = [1, 100].map((from) => phones(chance, from, asks(`phone-${from}`)))
  const folders = ['folder-1', 'folder-2'].map((name) => folder(asks(name)))
  await stage.play({ lost: 0.1, die: 0.02, stall: 0.08 }, async () => {})
  await Promise.all(writers)
  void folders
  const quiet = asStore(through(shelves.operations, atOnce))
  while ((await foldSheets(quiet)) > 0);
  return shelves
}

describe('folding sheets', () => {
  it(`ends at a full recount after ${HISTORIES} random histories of lost answers, dying and stalling folders`, async () => {
    let sheets = 0
    let texts = 0
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const shelves = await play(seed)
      expectRight(seed, shelves)
      sheets += shelves.sheets.size
      texts += shelves.texts.size
    }
    expect(sheets).toBe(10 * HISTORIES)
    expect(texts).toBeGreaterThan(HISTORIES)
  }, 300_000)

  it.each(['putDay', 'putMonth', 'putDepartmentMonth'] as const)(
    'lets nobody who stalled before %s put an old count over a newer one',
    async (step) => {
      const shelves = openShelves()
      const { operations } = shelves
      operations.insert(aSheet(1, { q1: 's3' }, { day: DAYS[0] ?? '' }))
      let goOn = () => {}
      const gate = new Promise<void>((open) => {
        goOn = open
      })
      const stalling = {
        ...through(operations, atOnce),
        [step]: async (...given: [never, never]) => {
          await gate
          return operations[step](...given)
        },
      } as Asks
      const stalled = foldSheets(asStore(stalling))
      await new Promise(setImmediate)
      operations.insert(aSheet(2, { q1: 's0' }, { day: DAYS[0] ?? '' }))
      const quiet = asStore(through(operations, atOnce))
      while ((await foldSheets(quiet)) > 0);
      goOn()
      await stalled
      expectRight(0, shelves)
    },
  )

  it('counts a sheet that comes late into a month that is over', async () => {
    const shelves = openShelves()
    const quiet = asStore(through(shelves.operations, atOnce))
    shelves.operations.insert(aSheet(1, { q1: 's3' }, { day: DAYS[2] ?? '' }))
    while ((await foldSheets(quiet)) > 0);
    shelves.operations.insert(aSheet(2, { q1: 's0', q3: '晚了' }, { day: DAYS[0] ?? '' }))
    while ((await foldSheets(quiet)) > 0);
    expectRight(0, shelves)
    expect([...shelves.months.keys()].map((key) => bucketIn(key).period).sort()).toEqual(['2026-09', '2026-10'])
  })

  it('keeps of somebody’s words no sheet and no day', async () => {
    const shelves = openShelves()
    shelves.operations.insert(aSheet(1, { q3: '等得久' }, { day: DAYS[0] ?? '' }))
    await foldSheets(asStore(through(shelves.operations, atOnce)))
    const [text] = [...shelves.texts.values()]
    expect(JSON.stringify(text)).not.toContain([...shelves.sheets.keys()][0])
    expect(JSON.stringify(text)).not.toContain(DAYS[0] ?? '2026-09-29')
    expect(text).toMatchObject({ month: '2026-09', text: '等得久', unread: true })
  })
})
