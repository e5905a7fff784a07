import type { Form, DimensionId, OptionId, QuestionId } from '#domain/survey/question.model'
import { NA_OPTION, SCALE_OPTIONS } from '#domain/survey/question.model'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 8

/** Of questions and options deleted long ago too: an id that comes back would join answers to different questions. */
const drawn = (random: () => number): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('')

const untaken = (random: () => number, taken: ReadonlySet<string>, prefix = ''): string => {
  const id = prefix + drawn(random)
  return taken.has(id) ? untaken(random, taken, prefix) : id
}

export const freshQuestionId = (form: Form, random: () => number): QuestionId =>
  untaken(random, new Set(form.questions.map(({ id }) => id)), 'q') as QuestionId

export const freshOptionId = (form: Form, random: () => number): OptionId => {
  const given = form.questions.flatMap((question) =>
    'options' in question ? question.options.map(({ id }) => id) : [],
  )
  return untaken(random, new Set<string>([...given, ...SCALE_OPTIONS, NA_OPTION])) as OptionId
}

export const freshDimensionId = (form: Form, random: () => number): DimensionId =>
  untaken(random, new Set(form.dimensions.map(({ id }) => id))) as DimensionId
