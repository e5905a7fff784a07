import {
  type CitedRule,
  FALSE_OPTION,
  ONLY_PART,
  type Option,
  type OptionId,
  type Part,
  type PartId,
  type QuestionContent,
  type QuestionKind,
  TRUE_OPTION,
} from './question.model'

/** What is answered at once: a question, or one of a case's, with 对 and 错 as options like any others. */
export interface AskedPart {
  readonly id: PartId
  readonly kind: Exclude<QuestionKind, 'case'>
  readonly stem: string
  readonly options: readonly Option[]
  readonly key: readonly OptionId[]
  readonly fixedOrder: boolean
  readonly point: string
  readonly explanation: string
  readonly practice: string
  readonly rule: CitedRule
}

const TRUE_FALSE_OPTIONS: readonly Option[] = [
  { id: TRUE_OPTION, text: '对' },
  { id: FALSE_OPTION, text: '错' },
]

/** What may be answered to 对 or 错. */
const judgement = (isTrue: boolean): OptionId => (isTrue ? TRUE_OPTION : FALSE_OPTION)

type Written = Part | (Exclude<QuestionContent, { kind: 'case' }> & { readonly id: PartId })

const askedOf = (part: Written): AskedPart => {
  const { id, stem, point, explanation, practice, rule } = part
  const words = { id, stem, point, explanation, practice, rule }
  if (part.kind !== 'true_false')
    return { ...words, kind: part.kind, options: part.options, key: part.key, fixedOrder: part.fixedOrder }
  const key = part.isTrue === null ? [] : [judgement(part.isTrue)]
  return { ...words, kind: part.kind, options: TRUE_FALSE_OPTIONS, key, fixedOrder: true }
}

/** One for most questions, several for a case. */
export const partsOf = (content: QuestionContent): AskedPart[] =>
  content.kind === 'case' ? content.parts.map(askedOf) : [askedOf({ ...content, id: ONLY_PART })]

/** Everything a question says before it is answered, for looking it up and comparing it. */
export const askedText = (content: QuestionContent): string =>
  content.kind === 'case' ? [content.stem, ...content.parts.map(({ stem }) => stem)].join('\n') : content.stem
