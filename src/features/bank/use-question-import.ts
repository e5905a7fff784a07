import { randomHex } from '#cloud/random.bytes'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { QuizQuestionId } from '#domain/ids'
import type { QuestionFile, ReadQuestion } from '#domain/integrity/question.contract'
import { IMPORT_MOST } from '#domain/integrity/question.import'
import { useState } from 'react'
import * as v from 'valibot'
import { readSheetOf } from '../../files/spreadsheet'
import { textIn } from '../../files/text.read'
import { bankApi } from './bank.api'
import { partsOfFile } from './import.parts'
import { batchesOf, chosenIn, headingsMissingInWords, type ImportPlan, planOf, readFailureInWords } from './import.plan'

interface Planned {
  readonly fileName: string
  readonly plan: ImportPlan
  readonly leavesAlikeOut: boolean
}

export type QuestionImporting =
  /** `failure`: why the last file could not be read, in a sentence. */
  | { readonly step: 'choosing'; readonly failure: string | null }
  | { readonly step: 'reading' }
  | ({ readonly step: 'planned' } & Planned)
  | ({ readonly step: 'writing'; readonly done: number } & Planned)
  | ({ readonly step: 'stopped'; readonly done: number; readonly code: ErrorCode } & Planned)
  | ({ readonly step: 'written'; readonly imported: number } & Planned)

/** No file of questions has more; what stands beside them is not read. */
const COLUMNS_MOST = 60
const TEXT_MOST_BYTES = 2 * 1024 * 1024

const isGift = (fileName: string): boolean => /\.(gift|txt)$/i.test(fileName)

const fileOf = async (chosen: Blob, fileName: string): Promise<QuestionFile | string> => {
  if (isGift(fileName)) {
    if (chosen.size > TEXT_MOST_BYTES) return readFailureInWords.too_large
    const text = textIn(new Uint8Array(await chosen.arrayBuffer()))
    return text.trim() === '' ? readFailureInWords.empty : { kind: 'gift', text }
  }
  const read = await readSheetOf(chosen)
  if (typeof read === 'string') return readFailureInWords[read]
  const table = read.sheet.map((row) => row.slice(0, COLUMNS_MOST))
  return table.length < 2 ? readFailureInWords.empty : { kind: 'sheet', table }
}

/** Every row of it as the server reads it, part after part; a sentence where it cannot be read at all. */
const readAll = async (file: QuestionFile): Promise<readonly ReadQuestion[] | string> => {
  const questions: ReadQuestion[] = []
  for (const { file: part, linesBefore } of partsOfFile(file)) {
    const answer = await bankApi.readQuestions({ file: part })
    if (!answer.ok) return sentenceFor(answer.code)
    if (answer.value.kind === 'headings_missing') return headingsMissingInWords(answer.value.missing)
    questions.push(...answer.value.questions.map((read) => ({ ...read, line: read.line + linesBefore })))
  }
  if (questions.length > IMPORT_MOST) return sentenceFor('question.import_too_long')
  return questions.length === 0 ? readFailureInWords.empty : questions
}

/** Made once for a file: sending it again after an interruption brings nothing in twice. */
const freshIds = async (count: number): Promise<QuizQuestionId[]> => {
  const ids: QuizQuestionId[] = []
  while (ids.length < count) ids.push(v.parse(QuizQuestionId, await randomHex()))
  return ids
}

/** Questions from a file: read, looked at, and only then written, as drafts. */
export const useQuestionImport = (onWritten: () => void) => {
  const [importing, setImporting] = useState<QuestionImporting>({ step: 'choosing', failure: null })

  const choose = async (chosen: Blob, fileName: string) => {
    setImporting({ step: 'reading' })
    const file = await fileOf(chosen, fileName)
    const read = typeof file === 'string' ? file : await readAll(file)
    if (typeof read === 'string') return setImporting({ step: 'choosing', failure: read })
    const plan = planOf(read, await freshIds(read.length))
    setImporting({ step: 'planned', fileName, plan, leavesAlikeOut: true })
  }

  const write = async ({ fileName, plan, leavesAlikeOut }: Planned) => {
    const planned: Planned = { fileName, plan, leavesAlikeOut }
    const chosen = chosenIn(plan, leavesAlikeOut)
    let done = 0
    for (const batch of batchesOf(chosen)) {
      setImporting({ step: 'writing', ...planned, done })
      const answer = await bankApi.importQuestions({ questions: batch.map(({ id, content }) => ({ id, content })) })
      // Those before are there already: going on sends them again, and none is there twice.
      if (!answer.ok) return setImporting({ step: 'stopped', code: answer.code, ...planned, done })
      done += batch.length
    }
    setImporting({ step: 'written', ...planned, imported: done })
    onWritten()
  }

  const leaveAlikeOut = (leavesAlikeOut: boolean) =>
    setImporting((before) => (before.step === 'planned' ? { ...before, leavesAlikeOut } : before))

  const reset = () => setImporting({ step: 'choosing', failure: null })
  return { importing, choose, write, leaveAlikeOut, reset }
}
