import {
  faulty,
  fitted,
  IMPORT_MOST,
  type ImportedQuestion,
  type ImportFault,
  optionsOf,
  topicFrom,
} from './question.import'
import {
  type Difficulty,
  difficultyNames,
  type Evidence,
  evidenceNames,
  FALSE_OPTION,
  OPTIONS_MOST,
  type QuestionContent,
  type QuestionKind,
  questionKindNames,
  TRUE_OPTION,
} from './question.model'
import { type AskedPart, partsOf } from './question.parts'
import { topicNames } from './question.topics'
import { LETTERS } from './starter.question'

/** Columns of a question file (题库表), in the order in which they are written. */
const COLUMNS = [
  '编号',
  '题型',
  '主题',
  '难度',
  '题干',
  ...Array.from(LETTERS, (letter) => `选项${letter}`),
  '答案',
  '固定顺序',
  '要点',
  '解析',
  '在科里',
  '依据文件',
  '依据条款',
  '核原文',
  '案例号',
] as const

export const SHEET_HEADINGS: readonly string[] = COLUMNS

/** What other files call them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  序号: '编号',
  题号: '编号',
  类型: '题型',
  题目: '题干',
  题目内容: '题干',
  试题: '题干',
  正确答案: '答案',
  标准答案: '答案',
  难易: '难度',
  难度等级: '难度',
  分类: '主题',
  题目解析: '解析',
  答案解析: '解析',
  依据: '依据文件',
  出处: '依据文件',
  条款: '依据条款',
  案例: '案例号',
}

type Cells = Readonly<Record<string, string>>

const plain = (written: string): string => written.normalize('NFKC').replace(/\s/g, '')

const columnOf = (heading: string): string => {
  const said = plain(heading)
  // 「A」 and 「选项 a」 as well.
  const letter = /^(?:选项|答案选项)?([A-Ha-h])$/.exec(said)?.[1]
  if (letter) return `选项${letter.toUpperCase()}`
  return OTHER_NAMES[said] ?? said
}

interface Row {
  readonly line: number
  readonly cells: Cells
}

/** Rows below the headings, by column; empty rows are left out. */
const rowsOf = (table: readonly (readonly string[])[]): Row[] => {
  const [headings = [], ...rows] = table
  const columns = headings.map(columnOf)
  return rows.flatMap((row, at) => {
    const cells = Object.fromEntries(columns.map((column, place) => [column, (row[place] ?? '').trim()]))
    return Object.values(cells).every((cell) => cell === '') ? [] : [{ line: at + 2, cells }]
  })
}

type Read<T> = { readonly value: T } | ImportFault

const isFault = (read: Read<unknown>): read is ImportFault => 'sentence' in read

const fault = (column: string, sentence: string): ImportFault => ({ column, sentence })

const KINDS: Readonly<Record<string, QuestionKind>> = {
  单选: 'single',
  单选题: 'single',
  单项选择题: 'single',
  多选: 'multiple',
  多选题: 'multiple',
  多项选择题: 'multiple',
  判断: 'true_false',
  判断题: 'true_false',
  是非题: 'true_false',
  案例: 'case',
  案例题: 'case',
  案例分析: 'case',
}

const kindIn = (cells: Cells): Read<QuestionKind> => {
  const value = KINDS[plain(cells['题型'] ?? '')]
  return value ? { value } : fault('题型', '请写“单选”“多选”“判断”或“案例”。')
}

const topicIn = (cells: Cells) => {
  const value = topicFrom(cells['主题'] ?? '')
  return value ? { value } : fault('主题', '没有这个主题，请照主题表里的名称写。')
}

const difficultyIn = (cells: Cells): Read<Difficulty> => {
  const written = plain(cells['难度'] ?? '')
  if (written === '') return { value: 2 }
  const levels: readonly Difficulty[] = [1, 2, 3]
  const value = levels.find((level) => written === String(level) || written === difficultyNames[level])
  return value ? { value } : fault('难度', '请写“易”“中”“难”，或者 1、2、3。')
}

const evidenceIn = (cells: Cells): Read<Evidence> => {
  const written = plain(cells['核原文'] ?? '').toUpperCase()
  if (['V', '是', '已核', plain(evidenceNames.V)].includes(written)) return { value: 'V' }
  if (['', 'M', '否', '待核', plain(evidenceNames.M)].includes(written)) return { value: 'M' }
  return fault('核原文', '对过原文的写“是”，还没有的写“否”。')
}

const TRUE_WORDS: ReadonlySet<string> = new Set(['对', '正确', '是', '√', 'T', 'TRUE'])
const FALSE_WORDS: ReadonlySet<string> = new Set(['错', '错误', '否', '×', 'X', 'F', 'FALSE'])

const judgedIn = (cells: Cells): Read<object> => {
  const letter = plain(cells['答案'] ?? '').toUpperCase()
  // Some files write 对 and 错 as options A and B.
  const option = /^[AB]$/.test(letter) ? cells[`选项${letter}`] || { A: '对', B: '错' }[letter] : undefined
  const written = plain(option ?? letter).toUpperCase()
  if (TRUE_WORDS.has(written)) return { value: { isTrue: true } }
  if (FALSE_WORDS.has(written)) return { value: { isTrue: false } }
  return fault('答案', '判断题请写“对”或“错”。')
}

const isYes = (written: string): boolean => ['是', '1', 'Y', 'YES', '√'].includes(plain(written).toUpperCase())

const chosenIn = (cells: Cells): Read<object> => {
  const texts = Array.from(LETTERS, (letter) => cells[`选项${letter}`] ?? '')
  const count = texts.reduce((last, text, place) => (text === '' ? last : place + 1), 0)
  const letters = Array.from(
    plain(cells['答案'] ?? '')
      .toUpperCase()
      .replace(/[,、;]/g, ''),
  )
  const places = letters.map((letter) => LETTERS.indexOf(letter))
  if (places.length === 0) return fault('答案', '请写正确选项的字母，多选连着写，比如“ACD”。')
  if (places.some((place) => place < 0))
    return fault('答案', `只能写 A 到 ${LETTERS.charAt(OPTIONS_MOST - 1)} 的字母。`)
  if (places.some((place) => place >= count)) return fault('答案', '答案里有一个字母没有对应的选项，请核对。')
  const options = optionsOf(texts.slice(0, count))
  const key = [...new Set(places)].flatMap((place) => options[place]?.id ?? [])
  return { value: { options, key, fixedOrder: isYes(cells['固定顺序'] ?? '') } }
}

const explainedIn = (cells: Cells) => ({
  stem: cells['题干'] ?? '',
  point: cells['要点'] ?? '',
  explanation: cells['解析'] ?? '',
  practice: cells['在科里'] ?? '',
  rule: { document: cells['依据文件'] ?? '', article: cells['依据条款'] ?? '' },
})

const partIn = (cells: Cells, kind: QuestionKind): Read<object> => {
  if (kind === 'case') return fault('题型', '同一个案例号里已经有了案例，小题请写“单选”“多选”或“判断”。')
  const answered = kind === 'true_false' ? judgedIn(cells) : chosenIn(cells)
  return isFault(answered) ? answered : { value: { ...explainedIn(cells), kind, ...answered.value } }
}

const placedIn = (cells: Cells): { placed: object; faults: ImportFault[] } => {
  const read = { topic: topicIn(cells), difficulty: difficultyIn(cells), evidence: evidenceIn(cells) }
  const faults = Object.values(read).filter(isFault)
  const values = Object.entries(read).flatMap(([name, each]) => (isFault(each) ? [] : [[name, each.value] as const]))
  return { placed: Object.fromEntries(values), faults }
}

const questionIn = ({ line, cells }: Row): ImportedQuestion => {
  const { placed, faults } = placedIn(cells)
  const kind = kindIn(cells)
  if (isFault(kind)) return faulty(line, [kind, ...faults])
  const part = partIn(cells, kind.value)
  if (isFault(part)) return faulty(line, [...faults, part])
  return faults.length > 0 ? faulty(line, faults) : fitted(line, { ...placed, ...part.value })
}

const caseIn = (rows: readonly Row[]): ImportedQuestion[] => {
  const [story, ...asked] = rows
  if (!story) return []
  const kind = kindIn(story.cells)
  if (isFault(kind) || kind.value !== 'case') {
    return [faulty(story.line, [fault('题型', '带案例号的第一行请写“案例”，题干里写经过，下面各行写小题。')])]
  }
  const { placed, faults } = placedIn(story.cells)
  const parts = asked.map(({ line, cells }) => {
    const ownKind = kindIn(cells)
    return { line, part: isFault(ownKind) ? ownKind : partIn(cells, ownKind.value) }
  })
  const wrong = parts.flatMap(({ line, part }) => (isFault(part) ? [faulty(line, [part])] : []))
  if (faults.length + wrong.length > 0) return [...(faults.length > 0 ? [faulty(story.line, faults)] : []), ...wrong]
  return [
    fitted(story.line, {
      ...placed,
      kind: 'case',
      stem: story.cells['题干'] ?? '',
      parts: parts.map(({ part }, place) => ({ ...(isFault(part) ? {} : part.value), id: `p${place + 1}` })),
    }),
  ]
}

/** Rows of one case, which stand below each other under one 案例号; every other row by itself. */
const groupsOf = (rows: readonly Row[]): Row[][] => {
  const groups: Row[][] = []
  for (const row of rows) {
    const name = row.cells['案例号'] ?? ''
    const last = groups[groups.length - 1]
    if (name !== '' && last?.[0]?.cells['案例号'] === name) last.push(row)
    else groups.push([row])
  }
  return groups
}

export type SheetReading =
  | { readonly kind: 'read'; readonly questions: ImportedQuestion[] }
  | { readonly kind: 'headings_missing'; readonly missing: string[] }
  | { readonly kind: 'too_long' }

const NEEDED = ['题型', '主题', '题干', '答案']

/** Questions out of a table as a spreadsheet gives it: text by row and column, headings first. Row numbers count from 1. */
export const readSheet = (table: readonly (readonly string[])[]): SheetReading => {
  const columns = new Set((table[0] ?? []).map(columnOf))
  const missing = NEEDED.filter((column) => !columns.has(column))
  if (missing.length > 0) return { kind: 'headings_missing', missing }
  const groups = groupsOf(rowsOf(table))
  if (groups.length > IMPORT_MOST) return { kind: 'too_long' }
  return {
    kind: 'read',
    questions: groups.flatMap((rows) => {
      const [first] = rows
      if (!first) return []
      return (first.cells['案例号'] ?? '') === '' ? [questionIn(first)] : caseIn(rows)
    }),
  }
}

const answerOf = ({ kind, options, key }: AskedPart): string => {
  if (kind === 'true_false') return key.map((id) => ({ [TRUE_OPTION]: '对', [FALSE_OPTION]: '错' })[id] ?? '').join('')
  return options.flatMap(({ id }, place) => (key.includes(id) ? [LETTERS.charAt(place)] : [])).join('')
}

const cellsOf = (part: AskedPart): Record<string, string> => ({
  题型: questionKindNames[part.kind],
  题干: part.stem,
  ...(part.kind === 'true_false'
    ? {}
    : Object.fromEntries(part.options.map(({ text }, place) => [`选项${LETTERS.charAt(place)}`, text]))),
  答案: answerOf(part),
  固定顺序: part.fixedOrder && part.kind !== 'true_false' ? '是' : '',
  要点: part.point,
  解析: part.explanation,
  在科里: part.practice,
  依据文件: part.rule.document,
  依据条款: part.rule.article,
})

/** The same questions as a table, headings first, that `readSheet` reads. */
export const writeSheet = (
  questions: readonly { readonly title: string; readonly content: QuestionContent }[],
): string[][] => {
  const rows = questions.flatMap(({ title, content }): Record<string, string>[] => {
    const placed = {
      主题: topicNames[content.topic],
      难度: difficultyNames[content.difficulty],
      核原文: content.evidence === 'V' ? '是' : '否',
    }
    const parts = partsOf(content).map(cellsOf)
    if (content.kind !== 'case') return parts.map((cells) => ({ ...cells, ...placed, 编号: title }))
    const story = { ...placed, 编号: title, 题型: questionKindNames.case, 题干: content.stem, 案例号: title }
    return [story, ...parts.map((cells) => ({ ...cells, 案例号: title }))]
  })
  return [[...COLUMNS], ...rows.map((cells) => COLUMNS.map((column) => cells[column] ?? ''))]
}
