import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import { BatchId } from '#domain/hospital/staff.contract'
import { MONTHS_IN_AN_IMPORT } from '#domain/hospital/visits.contract'
import { readVisits } from '#domain/hospital/visits.file'
import type { MappedField } from '#domain/hospital/visits.model'
import type { ReadingChoices, Sheet, TotalCheck, Unreadable, VisitReading } from '#domain/hospital/visits.reading'
import { type Day, type Month, monthOf } from '#domain/instant'
import { useMemo, useState } from 'react'
import * as v from 'valibot'
import { type ReadFailure, type ReadSheet, readSheetOf } from '../../files/spreadsheet'
import type { VisitWays } from './use-visit-mapping'
import { earliestAskedFrom, monthsToCompare, planVisits, type PlannedMonth, type VisitPlan } from './visit.plan'
import { countedMonths, earliestStored, storedMonths, visitsApi } from './visits.api'
import { columnsWanted } from './visits.words'

interface OpenFile {
  readonly fileName: string
  readonly sheet: Sheet
  readonly origin: Pick<ReadSheet, 'name' | 'others'>
  /** Made once for a file: sending it again after an interruption is the same import. */
  readonly batchId: BatchId
  readonly chosen: ReadonlyMap<number, MappedField>
  readonly wholeMonth: Month | null
  /** Whether what was remembered of the columns is passed over, because it does not fit this file. */
  readonly anew: boolean
}

type Chosen =
  | { readonly step: 'choosing'; readonly failure: ReadFailure | null }
  | { readonly step: 'reading' }
  | { readonly step: 'open'; readonly file: OpenFile }

/** How far writing has come. */
export type Writing =
  | { readonly step: 'looking'; readonly changedMeanwhile: boolean }
  | { readonly step: 'writing'; readonly done: number; readonly total: number }
  | { readonly step: 'stopped'; readonly code: ErrorCode; readonly done: number; readonly total: number }

export interface Written {
  readonly months: readonly Month[]
  readonly changed: number
}

const LOOKING: Writing = { step: 'looking', changedMeanwhile: false }
const NO_FILE: Chosen = { step: 'choosing', failure: null }

const readAs = (file: OpenFile, ways: VisitWays, today: Day, leftOut: readonly string[]) => {
  const settled = ways.departments.map(({ name, departmentId }) => [name, departmentId] as const)
  const choices: ReadingChoices = {
    remembered: file.anew ? [] : ways.columns,
    chosen: file.chosen,
    aliases: new Map([...settled, ...leftOut.map((name) => [name, null] as const)]),
    wholeMonth: file.wholeMonth,
    today,
  }
  return readVisits(file.sheet, ways.known, choices)
}

const NOTHING_EXPLAINED: readonly TotalCheck[] = []

/** Totals that come out right once the rows of unknown names are counted: these are all that lacks. */
const explainedBy = (reading: VisitReading, whole: VisitReading | Unreadable): readonly TotalCheck[] => {
  if (typeof whole === 'string') return NOTHING_EXPLAINED
  const right = new Set(
    whole.totals.filter(({ stated, sum }) => stated === sum).map(({ row, measure }) => `${row}|${measure}`),
  )
  return reading.totals.filter(({ row, measure, stated, sum }) => stated !== sum && right.has(`${row}|${measure}`))
}

const toWrite = ({ months }: VisitPlan): PlannedMonth[] => months.filter(({ changes }) => changes.length > 0)

/** Why the import cannot begin; undefined: it can. */
const obstacleOf = (reading: VisitReading, plan: VisitPlan | null, groups: number): string | undefined => {
  const wanted = columnsWanted(reading.columns)
  if (wanted) return wanted
  if (groups > 0) return `先定下没读懂的 ${groups} 处`
  if (!plan) return '正在对照现在的数'
  if (plan.months.some(({ partial }) => partial.length > 0)) return '有的月按天没有报齐，请先看下面'
  if (plan.months.length > MONTHS_IN_AN_IMPORT) return `一次最多导 ${MONTHS_IN_AN_IMPORT} 个月，请分几个文件`
  return toWrite(plan).length === 0 ? '和现在的数一样，不用导' : undefined
}

interface VisitImportOptions {
  ways: VisitWays | null
  today: Day
  onWritten: () => void
  /** What was chosen of the columns has proved right. */
  onColumnsSettled: (columns: { heading: string; field: MappedField }[]) => void
}

/** Visits out of a file: read, looked at beside what is stored, and only then written, all months or none. */
export const useVisitImport = ({ ways, today, onWritten, onColumnsSettled }: VisitImportOptions) => {
  const [chosen, setChosen] = useState<Chosen>(NO_FILE)
  const [writing, setWriting] = useState<Writing>(LOOKING)
  const [written, setWritten] = useState<Written | null>(null)
  const file = chosen.step === 'open' ? chosen.file : null

  const answer = useMemo(() => (file && ways ? readAs(file, ways, today, []) : null), [file, ways, today])
  const reading = typeof answer === 'string' ? null : answer
  const explained = useMemo(() => {
    if (!file || !ways || !reading || reading.unknownDepartments.length === 0) return NOTHING_EXPLAINED
    return explainedBy(reading, readAs(file, ways, today, reading.unknownDepartments))
  }, [file, ways, today, reading])

  const months = useMemo(() => (reading ? monthsToCompare(reading.months) : []), [reading])
  const stored = useLoaded(storedMonths, { months })
  // What was there while it is asked for again may be of other months.
  const compared =
    stored.remote.status === 'done' && stored.remote.value.months.join() === months.join() ? stored.remote.value : null
  const from = reading ? earliestAskedFrom(reading.months, today) : null
  const found = useLoaded(earliestStored, { from, to: monthOf(today) })
  const earliest = found.remote.status === 'done' && found.remote.value.from === from ? found.remote.value.month : null
  const plan = useMemo(
    () =>
      reading && compared && reading.months.length > 0 ? planVisits(reading, compared.rows, today, earliest) : null,
    [reading, compared, today, earliest],
  )
  const changing = useMemo(() => (plan ? toWrite(plan).map(({ month }) => month) : []), [plan])
  const counted = useLoaded(countedMonths, { months: changing })

  const open = (change: Partial<OpenFile>) => {
    if (!file) return
    setWriting(LOOKING)
    setChosen({ step: 'open', file: { ...file, ...change } })
  }

  const choose = async (blob: Blob, fileName: string) => {
    setWritten(null)
    setWriting(LOOKING)
    setChosen({ step: 'reading' })
    const read = await readSheetOf(blob)
    if (typeof read === 'string') return setChosen({ step: 'choosing', failure: read })
    const { sheet, ...origin } = read
    const batchId = v.parse(BatchId, await randomHex())
    setChosen({
      step: 'open',
      file: { fileName, sheet, origin, batchId, chosen: new Map(), wholeMonth: null, anew: false },
    })
  }

  const write = async () => {
    if (!file || !plan || !reading) return
    const { batchId, fileName } = file
    const parts = toWrite(plan)
    const total = parts.length
    const stop = async (code: ErrorCode, done: number) => {
      if (code !== 'data.changed') return setWriting({ step: 'stopped', code, done, total })
      // A batch of its own: what was laid aside for the other one is not part of it.
      const fresh = v.parse(BatchId, await randomHex())
      setChosen({ step: 'open', file: { ...file, batchId: fresh } })
      await stored.reload()
      setWriting({ step: 'looking', changedMeanwhile: true })
    }
    for (const [done, { month, seen, reported }] of parts.entries()) {
      setWriting({ step: 'writing', done, total })
      const staged = await visitsApi.stageVisits({
        batchId,
        fileName: fileName.replace(/\s+/g, ' ').slice(-120),
        month,
        seen,
        departments: [...reported],
      })
      if (!staged.ok) return stop(staged.code, done)
    }
    setWriting({ step: 'writing', done: total, total })
    const committed = await visitsApi.commitVisits({ batchId, months: parts.map(({ month }) => month) })
    if (!committed.ok) return stop(committed.code, total)
    const settled = reading.columns.filter(({ by }) => by === 'chosen')
    if (settled.length > 0) onColumnsSettled(settled.map(({ heading, field }) => ({ heading, field })))
    setWritten({ months: parts.map(({ month }) => month), changed: committed.value.changed })
    setChosen(NO_FILE)
    setWriting(LOOKING)
    onWritten()
  }

  const reset = () => {
    setChosen(NO_FILE)
    setWriting(LOOKING)
    setWritten(null)
  }
  return {
    chosen,
    /** Why the file that is open cannot be read as it is; null: it can, or none is open. */
    unreadable: typeof answer === 'string' ? answer : null,
    reading,
    explained,
    plan,
    stored,
    counted: counted.remote,
    writing,
    written,
    obstacle: (groups: number) => (reading ? obstacleOf(reading, plan, groups) : undefined),
    choose,
    mapColumn: (column: number, field: MappedField) =>
      open({ chosen: new Map([...(file?.chosen ?? []), [column, field]]) }),
    setMonth: (wholeMonth: Month) => open({ wholeMonth }),
    readAnew: () => open({ chosen: new Map(), anew: true }),
    write,
    reset,
  }
}

export type VisitImporting = ReturnType<typeof useVisitImport>
