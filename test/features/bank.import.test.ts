import { QuizQuestionId } from '#domain/ids'
import { readGift } from '#domain/integrity/gift.read'
import { writeGift } from '#domain/integrity/gift.write'
import { ReadQuestion } from '#domain/integrity/question.contract'
import { QuestionContent } from '#domain/integrity/question.model'
import { readSheet, writeSheet } from '#domain/integrity/question.sheet'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type FilePart, partsOfFile } from '../../src/features/bank/import.parts'
import {
  alikeIn,
  batchesOf,
  chosenIn,
  headingsMissingInWords,
  planHeadline,
  planOf,
  repeatedIn,
  titleOf,
} from '../../src/features/bank/import.plan'

const PLACED = { topic: 'rule6', difficulty: 2, evidence: 'M' } as const
const EXPLAINED = {
  point: '',
  explanation: '按条款原文。',
  practice: '',
  rule: { document: '九项准则', article: '第六条' },
}

const aJudgement = (stem: string): QuestionContent =>
  v.parse(QuestionContent, { ...PLACED, ...EXPLAINED, kind: 'true_false', stem, isTrue: true })

const aCase = (stem: string): QuestionContent =>
  v.parse(QuestionContent, {
    ...PLACED,
    kind: 'case',
    stem,
    parts: ['p1', 'p2'].map((id) => ({
      ...EXPLAINED,
      id,
      kind: 'true_false',
      stem: `${stem}，${id} 对不对？`,
      isTrue: false,
    })),
  })

const aBank = (pattern: readonly boolean[]) =>
  pattern.map((isCase, at) => ({
    title: `T-${at + 1}`,
    content: isCase ? aCase(`第 ${at + 1} 件事的经过`) : aJudgement(`第 ${at + 1} 句话对不对？`),
  }))

const bytesIn = ({ file }: FilePart): number => new TextEncoder().encode(JSON.stringify(file)).length

describe('a file that is larger than a request', () => {
  const patterns = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 })
  const sizes = fc.integer({ min: 200, max: 4000 })

  it('is read in parts as it is read whole, line by line: a spreadsheet', () => {
    fc.assert(
      fc.property(patterns, sizes, (pattern, most) => {
        const table = writeSheet(aBank(pattern))
        const whole = readSheet(table)
        const parts = partsOfFile({ kind: 'sheet', table }, most)
        const inParts = parts.flatMap(({ file, linesBefore }) => {
          const read = file.kind === 'sheet' ? readSheet(file.table) : null
          if (read?.kind !== 'read') throw new Error('a part lost its headings')
          return read.questions.map((question) => ({ ...question, line: question.line + linesBefore }))
        })
        expect({ kind: 'read', questions: inParts }).toEqual(whole)
      }),
      { numRuns: 15 },
    )
  })

  it('is read in parts as it is read whole, line by line: GIFT', () => {
    fc.assert(
      fc.property(patterns, sizes, (pattern, most) => {
        const text = writeGift(aBank(pattern))
        const inParts = partsOfFile({ kind: 'gift', text }, most).flatMap(({ file, linesBefore }) =>
          (file.kind === 'gift' ? (readGift(file.text) ?? []) : []).map((question) => ({
            ...question,
            line: question.line + linesBefore,
          })),
        )
        expect(inParts).toEqual(readGift(text))
      }),
      { numRuns: 10 },
    )
  })

  it('comes in parts that a request holds', () => {
    const bank = aBank(Array.from({ length: 600 }, (_, at) => at % 5 === 0))
    const files = [
      { kind: 'sheet' as const, table: writeSheet(bank) },
      { kind: 'gift' as const, text: writeGift(bank) },
    ]
    for (const file of files) {
      const parts = partsOfFile(file)
      expect(parts.length).toBeGreaterThan(1)
      expect(Math.max(...parts.map(bytesIn))).toBeLessThan(64 * 1024)
    }
  })

  it('keeps its headings where there is nothing under them', () => {
    expect(partsOfFile({ kind: 'sheet', table: [['题型', '题干']] })).toEqual([
      { file: { kind: 'sheet', table: [['题型', '题干']] }, linesBefore: 0 },
    ])
  })
})

const NEAR = v.parse(ReadQuestion.entries.nearly, [
  { id: 'f'.repeat(32), number: 7, stem: '差不多的一题', state: 'published', likeness: 0.81 },
])
const STEMS: Readonly<Record<number, string>> = {
  2: '收了红包可以先放着',
  3: '转诊不得收介绍费',
  5: '捐赠由医院统一接受',
}
const aRead = (line: number, part: Partial<ReadQuestion> = {}): ReadQuestion => ({
  line,
  content: aJudgement(STEMS[line] ?? `第 ${line} 行的话对不对？`),
  faults: [],
  lacks: [],
  nearly: [],
  ...part,
})
const ids = Array.from({ length: 60 }, (_, at) => v.parse(QuizQuestionId, at.toString(16).padStart(32, '0')))

describe('the dry run of an import', () => {
  const plan = planOf(
    [
      aRead(2),
      aRead(3, { nearly: NEAR }),
      aRead(4, {
        content: null,
        faults: [
          { column: '答案', sentence: '请写正确选项的字母。' },
          { column: '主题', sentence: '没有这个主题。' },
        ],
      }),
      aRead(5, { lacks: ['没有写依据的条款'] }),
    ],
    ids,
  )

  it('says of every row what becomes of it', () => {
    expect(plan.incoming.map(({ line, id }) => [line, id])).toEqual([
      [2, ids[0]],
      [3, ids[1]],
      [5, ids[2]],
    ])
    expect(plan.unread).toEqual([
      { line: 4, column: '答案', sentence: '请写正确选项的字母。' },
      { line: 4, column: '主题', sentence: '没有这个主题。' },
    ])
    expect(planHeadline(plan, true)).toBe('会进来 2 题，1 题和题库里的很像，先不导。还有 1 题没读懂。')
    expect(planHeadline(plan, false)).toBe('会进来 3 题，1 题和题库里的很像。还有 1 题没读懂。')
    expect(planHeadline(planOf([], []), true)).toBe('没有要进来的题。')
  })

  it('leaves out what is much like one that is there, until somebody wants it', () => {
    expect(alikeIn(plan).map(({ line }) => line)).toEqual([3])
    expect(chosenIn(plan, true).map(({ line }) => line)).toEqual([2, 5])
    expect(chosenIn(plan, false).map(({ line }) => line)).toEqual([2, 3, 5])
  })

  it('leaves out what the file itself has asked before, and says where', () => {
    const twice = planOf([aRead(2), aRead(5), aRead(6, { content: aRead(2).content })], ids)
    expect(twice.incoming.map(({ twin }) => twin)).toEqual([
      null,
      null,
      { line: 2, title: '收了红包可以先放着', likeness: 1 },
    ])
    expect([alikeIn(twice), repeatedIn(twice).map(({ line }) => line)]).toEqual([[], [6]])
    expect(chosenIn(twice, true).map(({ line }) => line)).toEqual([2, 5])
    expect(planHeadline(twice, true)).toBe('会进来 2 题，1 题和文件里前面的很像，先不导。')
    expect(planHeadline(twice, false)).toBe('会进来 3 题，1 题和文件里前面的很像。')
  })

  it('is written in batches that lose nothing, twenty at the most', () => {
    const many = planOf(
      Array.from({ length: 45 }, (_, at) => aRead(at + 2)),
      ids,
    ).incoming
    const batches = batchesOf(many)
    expect(batches.flat()).toEqual(many)
    expect(batches.map(({ length }) => length)).toEqual([20, 20, 5])
    expect(batchesOf([])).toEqual([])
  })

  it('names a question in one line, and the columns that are missing', () => {
    const [first] = planOf([aRead(2, { content: aCase('一'.repeat(60)) })], ids).incoming
    expect(first && titleOf(first)).toBe(`${'一'.repeat(40)}…`)
    expect(headingsMissingInWords(['题干', '答案'])).toBe(
      '表格第一行缺这几列：题干、答案。请照模板补上列名，再选一次。',
    )
  })
})
