import { type GIFTQuestion, parse, SyntaxError, type TextChoice, type TextFormat } from 'gift-pegjs'
import { faulty, fitted, IMPORT_MOST, type ImportedQuestion, optionsOf, topicFrom } from './question.import'
import { HEADS } from './gift.write'
import type { Difficulty, Evidence } from './question.model'
import { type Topic, topicNames } from './question.topics'

/** Characters of one file, and of one question in it. */
export const GIFT_MOST = 1_000_000
const BLOCK_MOST = 20_000

interface Block {
  readonly line: number
  readonly text: string
}

/** Questions are parted by empty lines; each is read by itself, so that one that cannot be read spoils no other. */
const blocksOf = (file: string): Block[] => {
  const blocks: { line: number; lines: string[] }[] = []
  let isOpen = false
  for (const [at, line] of file
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (line.trim() === '') isOpen = false
    else if (isOpen) blocks[blocks.length - 1]?.lines.push(line)
    else {
      blocks.push({ line: at + 1, lines: [line] })
      isOpen = true
    }
  }
  const isCommentAlone = (lines: string[]) => lines.every((line) => line.trimStart().startsWith('//'))
  return blocks
    .filter(({ lines }) => !isCommentAlone(lines))
    .map(({ line, lines }) => ({ line, text: lines.join('\n') }))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" }

/** Words alone, as a reader sees them; the pages draw no markup out of a file. */
const readable = (text: TextFormat | null): string => {
  if (!text) return ''
  // The parser leaves the end of its own sign for a line feed behind.
  if (text.format !== 'html') return text.text.replace(/\n;/g, '\n').trim()
  return text.text
    .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim()
}

type Head = keyof typeof HEADS

/** What stands behind each of our headings; without any, everything is the explanation. */
const explanationIn = (feedback: string) => {
  const found: Record<Head, string> = { point: '', explanation: '', practice: '', rule: '' }
  const heads = Object.entries(HEADS) as [Head, string][]
  const places = heads
    .map(([head, sign]) => ({ head, sign, at: feedback.indexOf(sign) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
  if (places.length === 0) found.explanation = feedback
  for (const [order, { head, sign, at }] of places.entries()) {
    found[head] = feedback.slice(at + sign.length, places[order + 1]?.at).trim()
  }
  const [document = '', ...article] = found.rule.split('|')
  const { point, explanation, practice } = found
  return { point, explanation, practice, rule: { document: document.trim(), article: article.join('|').trim() } }
}

type Asked = Extract<GIFTQuestion, { type: 'MC' | 'TF' | 'Short' }>

const isRight = ({ isCorrect, weight }: TextChoice): boolean => (weight === null ? isCorrect : weight > 0)

/** What a question asks, in the fields of a part; null where it is of a kind that the bank does not have. */
const askedIn = (question: Asked) => {
  const feedback = readable(question.globalFeedback)
  const words = { stem: readable(question.stem), ...explanationIn(feedback) }
  if (question.type === 'TF') return { ...words, kind: 'true_false', isTrue: question.isTrue }
  // The parser calls a choice whose every option is right a short answer; a short answer has no marks to tell it by.
  const rights = question.choices.filter(isRight)
  if (question.choices.length < 2 || (question.type === 'Short' && rights.length === question.choices.length))
    return null
  const options = optionsOf(question.choices.map(({ text }) => readable(text)))
  const isMultiple = question.choices.some(({ weight }) => weight !== null && weight !== 100 && weight > 0)
  return {
    ...words,
    kind: isMultiple || rights.length > 1 ? 'multiple' : 'single',
    options,
    key: question.choices.flatMap((choice, place) => (isRight(choice) ? (options[place]?.id ?? []) : [])),
    fixedOrder: question.tags?.includes('fixed') ?? false,
  }
}

const tagged = (tags: readonly string[] | null | undefined, name: string): string | null =>
  tags?.find((tag) => tag.startsWith(`${name}-`))?.slice(name.length + 1) ?? null

const difficultyIn = (tags: readonly string[] | null | undefined): Difficulty => {
  const written = tagged(tags, 'difficulty')
  if (written === '1') return 1
  return written === '3' ? 3 : 2
}

// What says nothing of having been compared has yet to be.
const evidenceIn = (tags: readonly string[] | null | undefined): Evidence =>
  tagged(tags, 'evidence') === 'V' ? 'V' : 'M'

const strangers: Partial<Record<GIFTQuestion['type'], string>> = {
  Matching: '匹配题',
  Numerical: '数字题',
  Short: '简答题',
  Essay: '问答题',
}

const NOT_READ = '这一题的写法读不懂'

const syntaxInWords = ({ location }: SyntaxError, line: number): string =>
  `${NOT_READ}，停在第 ${line + location.start.line - 1} 行第 ${location.start.column} 个字。` +
  '请看大括号有没有成对，冒号、等号、井号、波浪号前面要不要加反斜杠。'

const parsed = ({ line, text }: Block): GIFTQuestion[] | string => {
  if (text.length > BLOCK_MOST) return `${NOT_READ}：一题太长，多半是中间少了空行。请补上空行。`
  try {
    return parse(`${text}\n\n`)
  } catch (error) {
    if (error instanceof SyntaxError) return syntaxInWords(error, line)
    throw error
  }
}

interface Reading {
  topic: Topic
  /** A case whose questions are still coming. */
  story: { line: number; name: string; stem: string; parts: unknown[]; about: Record<string, unknown> } | null
  readonly questions: ImportedQuestion[]
}

const endStory = (reading: Reading): void => {
  const { story } = reading
  if (!story) return
  const parts = story.parts.map((part, place) => ({ ...(part as object), id: `p${place + 1}` }))
  reading.questions.push(fitted(story.line, { ...story.about, kind: 'case', stem: story.stem, parts }))
  reading.story = null
}

const readQuestion = (reading: Reading, question: GIFTQuestion, line: number): void => {
  if (question.type === 'Category') {
    endStory(reading)
    const written = question.title.replace(/^.*\//, '')
    const topic = topicFrom(written)
    if (topic) reading.topic = topic
    else {
      const sentence = `没有“${written.trim()}”这个主题，下面的题先放进“${topicNames.conduct}”。`
      reading.topic = 'conduct'
      reading.questions.push(faulty(line, [{ column: '主题', sentence }]))
    }
    return
  }
  const name = tagged(question.tags, 'case')
  if (reading.story && reading.story.name !== name) endStory(reading)
  const placed = {
    topic: reading.topic,
    difficulty: difficultyIn(question.tags),
    evidence: evidenceIn(question.tags),
  }
  if (question.type === 'Description') {
    if (name === null) {
      const sentence = '只有一段文字，没有题。是案例的话，请给它和它的小题写上同一个 [tag:case-名字]。'
      reading.questions.push(faulty(line, [{ column: null, sentence }]))
    } else reading.story = { line, name, stem: readable(question.stem), parts: [], about: placed }
    return
  }
  const asked = question.type === 'MC' || question.type === 'TF' || question.type === 'Short' ? askedIn(question) : null
  if (asked === null) {
    const sentence = `题库里没有${strangers[question.type] ?? '这种题'}，请改成单选、多选或判断。`
    reading.questions.push(faulty(line, [{ column: '题型', sentence }]))
  } else if (reading.story) reading.story.parts.push(asked)
  else reading.questions.push(fitted(line, { ...placed, ...asked }))
}

/**
 * Questions out of a GIFT file (docs.moodle.org/en/GIFT_format), each by itself, with what is wrong with it in a sentence.
 * `$CATEGORY:` names the topic by its last part; `[tag:difficulty-1]`, `[tag:evidence-V]`, `[tag:fixed]` and
 * `[tag:case-name]` stand in a comment before a question; the general feedback explains it, under 【要点】【解析】【在科里】
 * 【依据】document|article, or as a whole. null: the file is too long.
 */
export const readGift = (file: string): ImportedQuestion[] | null => {
  const blocks = file.length > GIFT_MOST ? [] : blocksOf(file)
  if (file.length > GIFT_MOST || blocks.length > IMPORT_MOST * 2) return null
  const reading: Reading = { topic: 'conduct', story: null, questions: [] }
  for (const block of blocks) {
    const questions = parsed(block)
    if (typeof questions === 'string') {
      endStory(reading)
      reading.questions.push(faulty(block.line, [{ column: null, sentence: questions }]))
    } else for (const question of questions) readQuestion(reading, question, block.line)
  }
  endStory(reading)
  return reading.questions
}
