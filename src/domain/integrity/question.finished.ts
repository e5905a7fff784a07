import { lengthOf } from '../text'
import { OPTIONS_LEAST, PARTS_LEAST, type QuestionContent } from './question.model'
import { type AskedPart, partsOf } from './question.parts'

const STEM_LEAST = 4
const EXPLANATION_LEAST = 6
const DOCUMENT_LEAST = 2

const isShort = (text: string, least: number): boolean => lengthOf(text) < least

const compared = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

const optionsUnfinished = ({ kind, options, key }: AskedPart): string[] => {
  if (kind === 'true_false') return key.length === 1 ? [] : ['key']
  const empty = options.flatMap(({ text }, place) => (isShort(text, 1) ? [`options.${place}`] : []))
  const said = options.map(({ text }) => compared(text))
  const repeated = said.flatMap((text, place) =>
    text !== '' && said.indexOf(text) < place ? [`options.${place}`] : [],
  )
  const ids = new Set(options.map(({ id }) => id))
  const isSound = new Set(key).size === key.length && key.every((id) => ids.has(id))
  const isKeyed = kind === 'single' ? key.length === 1 : key.length >= 2
  return [
    ...(options.length < OPTIONS_LEAST ? ['options'] : []),
    ...empty,
    ...repeated,
    ...(isSound && isKeyed ? [] : ['key']),
  ]
}

const partUnfinished = (part: AskedPart): string[] => [
  ...(isShort(part.stem, STEM_LEAST) ? ['stem'] : []),
  ...optionsUnfinished(part),
  ...(isShort(part.explanation, EXPLANATION_LEAST) ? ['explanation'] : []),
  ...(isShort(part.rule.document, DOCUMENT_LEAST) ? ['rule.document'] : []),
  ...(isShort(part.rule.article, 1) ? ['rule.article'] : []),
]

/**
 * Paths of what is missing or does not go together before a second person is asked to look: 'stem', 'options.2', 'key',
 * 'parts.1.rule.article'. A single choice has one right option, a multiple one at least two; options differ; every
 * question explains itself and cites its rule.
 */
export const unfinishedIn = (content: QuestionContent): string[] => {
  const parts = partsOf(content)
  if (content.kind !== 'case') return parts.flatMap(partUnfinished)
  return [
    ...(isShort(content.stem, STEM_LEAST) ? ['stem'] : []),
    ...(parts.length < PARTS_LEAST ? ['parts'] : []),
    ...parts.flatMap((part, place) => partUnfinished(part).map((path) => `parts.${place}.${path}`)),
  ]
}

const fieldNames: Readonly<Record<string, string>> = {
  stem: '题干没有写好',
  options: '选项不够两个',
  key: '答案没有定好（单选一个，多选至少两个，判断选对或错）',
  explanation: '解析没有写',
  'rule.document': '没有写依据的文件',
  'rule.article': '没有写依据的条款',
  parts: '案例至少要两个小题',
}

/** One of `unfinishedIn`, in words: 「第 2 小题：没有写依据的条款」. */
export const unfinishedInWords = (path: string): string => {
  const part = /^parts\.(\d+)\.(.+)$/.exec(path)
  if (part) return `第 ${Number(part[1]) + 1} 小题：${unfinishedInWords(part[2] ?? '')}`
  const option = /^options\.(\d+)$/.exec(path)
  if (option) return `选项 ${String.fromCharCode(65 + Number(option[1]))} 空着，或者和前面的一样`
  return fieldNames[path] ?? path
}
