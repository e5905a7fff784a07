import { type QuestionContent, TRUE_OPTION } from './question.model'
import { type AskedPart, partsOf } from './question.parts'
import { topicNames } from './question.topics'

/** What stands before the parts of an explanation, which GIFT has one text for. */
export const HEADS = { point: '【要点】', explanation: '【解析】', practice: '【在科里】', rule: '【依据】' } as const

const escaped = (text: string): string => text.replace(/[\\:#={}~]/g, '\\$&').replace(/\n/g, '\\n')

// A first bracket would be taken for a format, a first percent sign for a weight.
const guarded = (text: string): string => (/^[[%]/.test(text) ? `[plain]${escaped(text)}` : escaped(text))

const feedbackOf = ({ point, explanation, practice, rule }: AskedPart): string => {
  const { document, article } = rule
  const said: [string, string][] = [
    [HEADS.point, point],
    [HEADS.explanation, explanation],
    [HEADS.practice, practice],
    [HEADS.rule, document === '' && article === '' ? '' : `${document}|${article}`],
  ]
  return said.flatMap(([head, text]) => (text === '' ? [] : [`${head}${escaped(text)}`])).join('\\n')
}

const choicesOf = ({ kind, options, key }: AskedPart): string[] => {
  // To five places, as Moodle writes a third.
  const share = Number((100 / Math.max(1, key.length)).toFixed(5))
  return options.map(({ id, text }) => {
    const isKey = key.includes(id)
    if (kind === 'multiple') return `\t~%${isKey ? share : -100}%${guarded(text)}`
    // An arrow behind an equals sign would be taken for a matching question.
    if (isKey && text.includes('->')) return `\t~%100%${guarded(text)}`
    return `\t${isKey ? '=' : '~'}${guarded(text)}`
  })
}

const blockOf = (part: AskedPart, title: string, tags: readonly string[]): string => {
  const head = `// ${[...tags, ...(part.fixedOrder && part.kind !== 'true_false' ? ['fixed'] : [])].map((tag) => `[tag:${tag}]`).join(' ')}`
  const feedback = feedbackOf(part)
  const after = feedback === '' ? [] : [`\t####${feedback}`]
  const [answer] = part.key
  const answers = part.kind === 'true_false' ? [`\t${answer === TRUE_OPTION ? 'TRUE' : 'FALSE'}`] : choicesOf(part)
  return [head, `::${escaped(title)}::[plain]${escaped(part.stem)}{`, ...answers, ...after, '}'].join('\n')
}

/** The same questions as a GIFT file that `readGift` and Moodle read. Titles name them: 「T-0131」. */
export const writeGift = (
  questions: readonly { readonly title: string; readonly content: QuestionContent }[],
): string => {
  const blocks = questions.flatMap(({ title, content }) => {
    const tags = [`difficulty-${content.difficulty}`, `evidence-${content.evidence}`]
    const category = `$CATEGORY: ${topicNames[content.topic]}`
    if (content.kind !== 'case') return [category, ...partsOf(content).map((part) => blockOf(part, title, tags))]
    const ofCase = [...tags, `case-${title}`]
    const story = `// ${ofCase.map((tag) => `[tag:${tag}]`).join(' ')}\n::${escaped(title)}::[plain]${escaped(content.stem)}`
    return [category, story, ...partsOf(content).map((part, at) => blockOf(part, `${title}-${at + 1}`, ofCase))]
  })
  return `${blocks.join('\n\n')}\n`
}
