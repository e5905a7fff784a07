import { randomHex } from '#cloud/random.bytes'
import type { ErrorCode } from '#domain/errors'
import { beijingDay, type Instant } from '#domain/instant'
import {
  type DischargeRow,
  DISCHARGES_AT_ONCE,
  type FollowUpPage,
  type ImportedDischarge,
} from '#domain/survey/followup.contract'
import { type ReadDischarges, readDischarges } from '#domain/survey/followup.file'
import { useState } from 'react'
import { readSheetOf } from '../../files/spreadsheet'
import type { readFailureInWords } from './followup.words'
import { surveyApi } from './survey.api'

interface Planned {
  /** Made once for a file: sending it again after an interruption is the same import. */
  readonly batchId: string
  readonly fileName: string
  readonly read: ReadDischarges
  /** What would become of each line that was understood. */
  readonly answers: readonly ImportedDischarge[]
}

interface Counted {
  readonly done: number
}

export type DischargeImporting =
  | { readonly step: 'choosing'; readonly failure: keyof typeof readFailureInWords | ErrorCode | null }
  | { readonly step: 'reading' }
  | ({ readonly step: 'planned' } & Planned)
  | ({ readonly step: 'writing' } & Planned & Counted)
  | ({ readonly step: 'stopped'; readonly code: ErrorCode } & Planned & Counted)
  | ({ readonly step: 'written' } & Planned)

const FILE_NAME_MOST = 120

type Sent = Pick<Planned, 'batchId' | 'fileName'>

const send = ({ batchId, fileName }: Sent, rows: readonly DischargeRow[], dryRun: boolean) =>
  surveyApi.importFollowUps({ batchId, fileName: fileName.slice(-FILE_NAME_MOST), dryRun, rows: [...rows] })

/** Sends all lines, part after part; `onPart` hears how many have been. Stops at the first part that fails. */
const sendAll = async (
  file: Sent,
  rows: readonly DischargeRow[],
  dryRun: boolean,
  onPart: (done: number) => void,
): Promise<readonly ImportedDischarge[] | { code: ErrorCode; done: number }> => {
  const answers: ImportedDischarge[] = []
  for (let done = 0; done < rows.length; done += DISCHARGES_AT_ONCE) {
    onPart(done)
    const reply = await send(file, rows.slice(done, done + DISCHARGES_AT_ONCE), dryRun)
    if (!reply.ok) return { code: reply.code, done }
    answers.push(...reply.value.rows)
  }
  return answers
}

/** Discharges from a file: read, looked at, and only then written. */
export const useDischarges = (departments: FollowUpPage['departments'] | null, now: Instant, onWritten: () => void) => {
  const [importing, setImporting] = useState<DischargeImporting>({ step: 'choosing', failure: null })

  const choose = async (chosen: Blob, fileName: string) => {
    if (!departments) return
    setImporting({ step: 'reading' })
    const sheet = await readSheetOf(chosen)
    if (typeof sheet === 'string') return setImporting({ step: 'choosing', failure: sheet })
    const read = readDischarges(sheet.sheet, departments, beijingDay(now))
    if (!read) return setImporting({ step: 'choosing', failure: 'no_heading' })
    if (read.rows.length + read.problems.length === 0) return setImporting({ step: 'choosing', failure: 'empty' })
    const file = { batchId: await randomHex(), fileName }
    const answers = await sendAll(file, read.rows, true, () => undefined)
    if ('code' in answers) return setImporting({ step: 'choosing', failure: answers.code })
    setImporting({ step: 'planned', ...file, read, answers })
  }

  const write = async ({ batchId, fileName, read, answers }: Planned) => {
    const planned: Planned = { batchId, fileName, read, answers }
    const written = await sendAll(planned, read.rows, false, (done) =>
      setImporting({ step: 'writing', ...planned, done }),
    )
    // The parts before are written already: going on sends them again, and nobody is there twice.
    if ('code' in written) setImporting({ step: 'stopped', code: written.code, ...planned, done: written.done })
    else {
      setImporting({ step: 'written', ...planned, answers: written })
      onWritten()
    }
  }

  const reset = () => setImporting({ step: 'choosing', failure: null })
  return { importing, choose, write, reset }
}
