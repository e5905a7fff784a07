import { randomHex } from '#cloud/random.bytes'
import type { ErrorCode } from '#domain/errors'
import { planImport, readRoster, type ReadRoster, type RosterPlan } from '#domain/hospital/roster'
import { BatchId, type ImportedRow, type ImportRow } from '#domain/hospital/staff.contract'
import { useState } from 'react'
import * as v from 'valibot'
import { readSheetOf } from '../../files/spreadsheet'
import { staffApi } from './staff.api'
import type { readFailureInWords } from './staff.words'
import type { People } from './use-people'

/** Small enough that the progress moves, far below what one call may carry. */
const ROWS_A_CALL = 50

/** A row that was not written, and why. */
export interface RefusedRow extends ImportedRow {
  readonly number: string
  readonly name: string
}

interface Planned {
  /** Made once for a file: sending it again after an interruption is the same import. */
  readonly batchId: BatchId
  readonly fileName: string
  readonly headings: ReadRoster['headings']
  readonly plan: RosterPlan
}

interface Counted {
  readonly done: number
  readonly total: number
}

export type RosterImporting =
  | { readonly step: 'choosing'; readonly failure: keyof typeof readFailureInWords | null }
  | { readonly step: 'reading' }
  | ({ readonly step: 'planned' } & Planned)
  | ({ readonly step: 'writing' } & Planned & Counted)
  | ({ readonly step: 'stopped'; readonly code: ErrorCode } & Planned & Counted)
  | ({ readonly step: 'written'; readonly refused: readonly RefusedRow[] } & Planned)

const refusedOf = (rows: readonly ImportRow[], answered: readonly ImportedRow[]): RefusedRow[] =>
  answered
    .filter(({ outcome }) => outcome === 'refused')
    .map((answer) => {
      const sent = rows.find(({ row }) => row === answer.row)
      return { ...answer, number: sent?.number ?? '', name: sent?.name ?? '' }
    })

/** A roster from a file: read, looked at, and only then written, part after part. */
export const useImport = (people: People | null, onWritten: () => void) => {
  const [importing, setImporting] = useState<RosterImporting>({ step: 'choosing', failure: null })

  const choose = async (file: Blob, fileName: string) => {
    if (!people) return
    setImporting({ step: 'reading' })
    const chosen = await readSheetOf(file)
    if (typeof chosen === 'string') return setImporting({ step: 'choosing', failure: chosen })
    const read = readRoster(chosen.sheet, people.departments)
    if (!read) return setImporting({ step: 'choosing', failure: 'no_heading' })
    if (read.rows.length + read.problems.length === 0) return setImporting({ step: 'choosing', failure: 'empty' })
    const batchId = v.parse(BatchId, await randomHex())
    setImporting({
      step: 'planned',
      batchId,
      fileName,
      headings: read.headings,
      plan: planImport(read, people.rows),
    })
  }

  const write = async ({ batchId, fileName, headings, plan }: Planned) => {
    const planned: Planned = { batchId, fileName, headings, plan }
    const { rows } = plan
    const answered: ImportedRow[] = []
    const total = rows.length
    for (let done = 0; done < total; done += ROWS_A_CALL) {
      setImporting({ step: 'writing', ...planned, done, total })
      const part = rows.slice(done, done + ROWS_A_CALL)
      const counts = { added: plan.added.length, changed: plan.changed.length }
      const answer = await staffApi.importRoster({ batchId, fileName: fileName.slice(-120), ...counts, rows: part })
      // The parts before are written already: going on sends them again, and nothing is written twice.
      if (!answer.ok) return setImporting({ step: 'stopped', code: answer.code, ...planned, done, total })
      answered.push(...answer.value.rows)
    }
    setImporting({ step: 'written', ...planned, refused: refusedOf(rows, answered) })
    onWritten()
  }

  const reset = () => setImporting({ step: 'choosing', failure: null })
  return { importing, choose, write, reset }
}
