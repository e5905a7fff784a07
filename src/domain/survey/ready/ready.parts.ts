import type * as v from 'valibot'
import {
  type Form,
  NA_OPTION,
  type Question,
  type Scale,
  SCALE_OPTIONS,
  scaleScore,
  scaleWords,
} from '../question.model'

/** A form before it is read by its schema. */
export type WrittenForm = v.InferInput<typeof Form>
type Written = v.InferInput<typeof Question>
type WrittenOption = Extract<Written, { kind: 'single' }>['options'][number]

/** Below this mean a question is proposed for improvement, until the office sets its own limit. */
const FLOOR = 60

const asked = { hint: null, required: false, next: null }

interface ScaleExtras {
  readonly dimension?: string
  /** 不适用 in the words of the question: 「没有用药」. */
  readonly na?: string
  readonly hint?: string
}

const scale = (id: string, text: string, of: Scale, { dimension, na, hint }: ScaleExtras = {}): Written => {
  const steps = SCALE_OPTIONS.map((step, at) => ({
    ...plain(step, scaleWords[of][at] ?? ''),
    score: scaleScore(step),
  }))
  return {
    ...asked,
    kind: 'scale',
    id,
    text,
    hint: hint ?? null,
    dimension: dimension ?? null,
    floor: FLOOR,
    scale: of,
    options: na === undefined ? steps : [...steps, { ...plain(NA_OPTION, na), na: true }],
  }
}

const plain = (id: string, text: string): WrittenOption => ({
  id,
  text,
  score: null,
  na: false,
  concern: null,
  next: null,
})

/** 总是如此 … 从未如此 */
export const howOften = (id: string, text: string, extras?: ScaleExtras) => scale(id, text, 'S4', extras)

/** 非常满意 … 非常不满意 */
export const howPleased = (id: string, text: string, extras?: ScaleExtras) => scale(id, text, 'D4', extras)

/** The headline; its worst answer offers a complaint. It alone has to be answered. */
export const overall = (text: string, offersComplaint: boolean): Written => {
  const question = scale('qoverall', text, 'D4') as Extract<Written, { kind: 'scale' }>
  const worst = question.options.length - 1
  const options = question.options.map((option, at) =>
    offersComplaint && at === worst ? { ...option, concern: 'complaint' as const } : option,
  )
  return { ...question, required: true, options }
}

type Choices = readonly (readonly [id: string, text: string, score: number | null])[]

/** Several answers with scores of their own, best first or last as it reads best. */
export const choice = (id: string, text: string, choices: Choices, extras: ScaleExtras = {}): Written => ({
  ...asked,
  kind: 'single',
  id,
  text,
  hint: extras.hint ?? null,
  dimension: extras.dimension ?? null,
  floor: choices.some(([, , score]) => score !== null) ? FLOOR : null,
  options: [
    ...choices.map(([option, words, score]) => ({ ...plain(option, words), score })),
    ...(extras.na === undefined ? [] : [{ ...plain(NA_OPTION, extras.na), na: true }]),
  ],
})

/** Who answers `yes` is asked what follows; everybody else goes on at `otherwise`. */
export const fork = (id: string, text: string, yes: string, no: string, way: { yes: string; otherwise: string }) => ({
  ...(choice(id, text, [
    ['yes', yes, null],
    ['no', no, null],
  ]) as Extract<Written, { kind: 'single' }>),
  next: way.otherwise,
  options: [
    { ...plain('yes', yes), next: way.yes },
    { ...plain('no', no), next: null },
  ],
})

/** Asks for a red packet (红包) or worse: whoever says yes is offered to report it. */
export const integrity = (): Written => ({
  ...(choice('qgift', '有人向您要红包、物品，或让您去院外指定的地方买药、检查吗？', []) as Extract<
    Written,
    { kind: 'single' }
  >),
  options: [plain('no', '没有'), { ...plain('yes', '有'), concern: 'report' }],
})

export const words = (id: string, text: string, hint: string | null = null): Written => ({
  ...asked,
  kind: 'text',
  id,
  text,
  hint,
})
