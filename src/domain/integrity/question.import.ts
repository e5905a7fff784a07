import * as v from 'valibot'
import type { OptionId, QuestionContent } from './question.model'
import { QuestionContent as Content } from './question.model'
import { unfinishedIn, unfinishedInWords } from './question.finished'
import { type Topic, topicNames, topics } from './question.topics'
import { chanceFrom, seedOf, shuffled } from './seeded'
import { optionAt } from './starter.question'

/** As many questions come in at once. */
export const IMPORT_MOST = 500

/** What is wrong with a row, for whoever made the file. */
export interface ImportFault {
  /** 「答案」; null: the row as a whole. */
  readonly column: string | null
  readonly sentence: string
}

/** One question out of a file. It comes in as a draft unless something in it cannot be read at all. */
export interface ImportedQuestion {
  /** The first line or row of it, from 1, as an editor or a spreadsheet counts. */
  readonly line: number
  /** null: `faults` say why. */
  readonly content: QuestionContent | null
  readonly faults: ImportFault[]
  /** What is still to be written before a second person can look at it, in sentences. */
  readonly lacks: string[]
}

export const faulty = (line: number, faults: ImportFault[]): ImportedQuestion => ({
  line,
  content: null,
  faults,
  lacks: [],
})

/** Options under ids that say nothing of which came first: many files name the right one first. */
export const optionsOf = (texts: readonly string[]): { id: OptionId; text: string }[] => {
  const ids = shuffled(
    texts.map((_, place) => optionAt(place)),
    chanceFrom(seedOf(texts.join('|'))),
  )
  return texts.flatMap((text, place) => {
    const id = ids[place]
    return id === undefined ? [] : [{ id, text }]
  })
}

const limitNames: Readonly<Record<string, string>> = {
  stem: '题干太长，或者有看不见的字符',
  options: '选项太多或太长',
  key: '答案对不上选项',
  point: '要点太长，或者换了行',
  explanation: '解析太长',
  practice: '“在科里”太长',
  rule: '依据太长，或者换了行',
  parts: '案例的小题太多，或者其中一题太长',
}

/** What was read, if it fits the model; otherwise which field is too long, in a sentence. */
export const fitted = (line: number, written: unknown): ImportedQuestion => {
  const parsed = v.safeParse(Content, written)
  if (parsed.success) {
    const lacks = unfinishedIn(parsed.output).map(unfinishedInWords)
    return { line, content: parsed.output, faults: [], lacks }
  }
  const fields = parsed.issues.map(({ path }) => String(path?.[0]?.key ?? ''))
  const sentences = [...new Set(fields)].map((field) => limitNames[field] ?? '这一题的写法读不懂')
  return faulty(
    line,
    sentences.map((sentence) => ({ column: null, sentence: `${sentence}，请改短或重写。` })),
  )
}

const plain = (written: string): string => written.normalize('NFKC').replace(/[\s·:：、,，.。-]/g, '')

const topicWords = new Map<string, Topic>(
  topics.flatMap((topic) => [
    [plain(topicNames[topic]), topic] as const,
    [plain(topicNames[topic].split(' ')[0] ?? ''), topic] as const,
    [topic, topic] as const,
  ]),
)

/** A topic by its name, the first word of it, or its key; null: none of them. */
export const topicFrom = (written: string): Topic | null => topicWords.get(plain(written)) ?? null
