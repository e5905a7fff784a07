import type { QuizQuestionId } from '#domain/ids'
import { IMPORTED_AT_ONCE, type ReadQuestion } from '#domain/integrity/question.contract'
import type { QuestionContent } from '#domain/integrity/question.model'
import { askedText } from '#domain/integrity/question.parts'
import { nearPairs } from '#domain/integrity/question.similar'
import { PART_BYTES } from './import.parts'

/** A question out of a file that can come in, under the id it will have. */
export interface Incoming {
  readonly id: QuizQuestionId
  readonly line: number
  readonly content: QuestionContent
  readonly lacks: readonly string[]
  readonly nearly: ReadQuestion['nearly']
  /** What asks nearly the same above it in the file; null: nothing. */
  readonly twin: { readonly line: number; readonly title: string; readonly likeness: number } | null
}

export interface Unread {
  readonly line: number
  readonly column: string | null
  readonly sentence: string
}

export interface ImportPlan {
  readonly incoming: readonly Incoming[]
  readonly unread: readonly Unread[]
}

/** By line, the likest of those above it that ask nearly the same. */
const twinsIn = (read: readonly Pick<Incoming, 'line' | 'content'>[]): ReadonlyMap<number, Incoming['twin']> => {
  const twins = new Map<number, Incoming['twin']>()
  for (const { one, other, likeness } of nearPairs(read)) {
    if (!twins.has(other.line)) twins.set(other.line, { line: one.line, title: titleOf(one), likeness })
  }
  return twins
}

/** What would become of each row. `ids` are made by the caller, one for each that was read. */
export const planOf = (read: readonly ReadQuestion[], ids: readonly QuizQuestionId[]): ImportPlan => {
  const understood = read.flatMap(({ content, line, lacks, nearly }) =>
    content === null ? [] : [{ content, line, lacks, nearly }],
  )
  const twins = twinsIn(understood)
  return {
    incoming: understood.flatMap((question, at) => {
      const id = ids[at]
      return id === undefined ? [] : [{ id, ...question, twin: twins.get(question.line) ?? null }]
    }),
    unread: read.flatMap(({ line, content, faults }) =>
      content === null ? faults.map(({ column, sentence }) => ({ line, column, sentence })) : [],
    ),
  }
}

export const alikeIn = ({ incoming }: ImportPlan): Incoming[] => incoming.filter(({ nearly }) => nearly.length > 0)

/** Much like one above it in the file, and like none of the bank. */
export const repeatedIn = ({ incoming }: ImportPlan): Incoming[] =>
  incoming.filter(({ nearly, twin }) => nearly.length === 0 && twin !== null)

/** What is brought in once somebody has decided about those that are much like one that is there. */
export const chosenIn = (plan: ImportPlan, leavesAlikeOut: boolean): Incoming[] =>
  leavesAlikeOut ? plan.incoming.filter(({ nearly, twin }) => nearly.length === 0 && twin === null) : [...plan.incoming]

/** Of UTF-8, three bytes for a Chinese character: never less than it is. */
const BYTES_A_SIGN = 3

const sizeOf = ({ content }: Incoming): number => JSON.stringify(content).length * BYTES_A_SIGN

/** As they are sent: not too many and not too much at once. */
export const batchesOf = (questions: readonly Incoming[]): Incoming[][] => {
  const batches: Incoming[][] = []
  let size = 0
  for (const question of questions) {
    const bytes = sizeOf(question)
    const last = batches[batches.length - 1]
    if (last && last.length < IMPORTED_AT_ONCE && size + bytes <= PART_BYTES) {
      last.push(question)
      size += bytes
    } else {
      batches.push([question])
      size = bytes
    }
  }
  return batches
}

/** 「会进来 34 题，2 题和题库里的很像。还有 3 处没读懂。」 */
export const planHeadline = (plan: ImportPlan, leavesAlikeOut: boolean): string => {
  const coming = chosenIn(plan, leavesAlikeOut).length
  const alike = alikeIn(plan).length
  const repeated = repeatedIn(plan).length
  const out = leavesAlikeOut ? '，先不导' : ''
  const unread = new Set(plan.unread.map(({ line }) => line)).size
  const parts = [
    coming > 0 ? `会进来 ${coming} 题` : '没有要进来的题',
    alike > 0 ? `${alike} 题和题库里的很像${out}` : null,
    repeated > 0 ? `${repeated} 题和文件里前面的很像${out}` : null,
  ]
  return `${parts.filter(Boolean).join('，')}。${unread > 0 ? `还有 ${unread} 题没读懂。` : ''}`
}

const TITLE_MOST = 40

/** A question in one line. */
export const titleOf = ({ content }: Pick<Incoming, 'content'>): string => {
  const [first = ''] = askedText(content).split('\n')
  const signs = Array.from(first)
  return signs.length > TITLE_MOST ? `${signs.slice(0, TITLE_MOST).join('')}…` : first || '没有题干'
}

export const readFailureInWords = {
  too_large: '这个文件太大，不像题库。请分成几个再选。',
  old_excel: '这是旧版 Excel（.xls）。请在 Excel 里另存为 .xlsx，再选一次。',
  unreadable: '这个文件打不开。请选 .xlsx、.csv 的表格，或者 GIFT 的文本文件。',
  empty: '文件里没有题。表格请从第二行写起，GIFT 一题和一题之间空一行。',
} as const

export const headingsMissingInWords = (missing: readonly string[]): string =>
  `表格第一行缺这几列：${missing.join('、')}。请照模板补上列名，再选一次。`
