import {
  type Concern,
  type DimensionId,
  type Form,
  isScored,
  NA_OPTION,
  type Next,
  type OptionId,
  type Question,
  QUESTIONS_MOST,
  type QuestionId,
  type Scale,
  SCALE_OPTIONS,
  scaleScore,
  scaleWords,
} from '#domain/survey/question.model'

/** What can be added: a scale comes with its words. */
export type NewKind = 'S4' | 'D4' | 'single' | 'multiple' | 'number' | 'text' | 'section'

/** An option of either kind of list, with what only one of them has. */
export interface OptionChange {
  text?: string
  score?: number | null
  na?: boolean
  alone?: boolean
  concern?: Concern | null
  next?: Next | null
}

type Choosing = Extract<Question, { options: unknown }>
type SingleOption = Extract<Question, { kind: 'single' }>['options'][number]

export const OPTIONS_LEAST = 2
export const OPTIONS_MOST = { single: 12, multiple: 20 } as const
export const DIMENSIONS_MOST = 20

export const NA_WORDS = '不适用'

export const hasOptions = (question: Question): question is Choosing => 'options' in question

const naOption = (): SingleOption => ({
  id: NA_OPTION as OptionId,
  text: NA_WORDS,
  score: null,
  na: true,
  concern: null,
  next: null,
})

/** The four steps in the words of the scale; the worst answer offers a complaint. */
const scaleOptions = (scale: Scale): SingleOption[] =>
  SCALE_OPTIONS.map((id, place) => ({
    id: id as OptionId,
    text: scaleWords[scale][place] ?? '',
    score: scaleScore(id),
    na: false,
    concern: id === SCALE_OPTIONS.at(-1) ? 'complaint' : null,
    next: null,
  }))

const plainOption = (id: string, text: string): SingleOption => ({
  id: id as OptionId,
  text,
  score: null,
  na: false,
  concern: null,
  next: null,
})

/** A question as it is added: its words are still to be written. */
export const newQuestion = (kind: NewKind, id: QuestionId): Question => {
  const asked = { id, text: '', hint: null, next: null, required: false }
  const scored = { ...asked, dimension: null, floor: null }
  switch (kind) {
    case 'S4':
    case 'D4':
      return { ...scored, kind: 'scale', scale: kind, options: [...scaleOptions(kind), naOption()] }
    case 'single':
      return { ...scored, kind, options: [plainOption('yes', '是'), plainOption('no', '否')] }
    case 'multiple':
      return {
        ...asked,
        kind,
        options: [
          { id: 'a' as OptionId, text: '', alone: false, concern: null },
          { id: 'none' as OptionId, text: '都没有', alone: true, concern: null },
        ],
      }
    case 'number':
      return { ...scored, kind, low: '很不满意', high: '很满意', concernAt: null }
    case 'text':
      return { ...asked, kind }
    case 'section':
      return { id, text: '', hint: null, next: null, kind }
  }
}

export const placeOf = (form: Form, id: QuestionId): number => form.questions.findIndex((each) => each.id === id)

const withQuestions = (form: Form, questions: Question[]): Form => ({ ...form, questions })

/** After the question with this id; at the head for null. A full form stays as it is. */
export const addQuestion = (form: Form, question: Question, after: QuestionId | null): Form => {
  if (form.questions.length >= QUESTIONS_MOST) return form
  const place = after === null ? 0 : placeOf(form, after) + 1
  return withQuestions(form, [...form.questions.slice(0, place), question, ...form.questions.slice(place)])
}

export const duplicateQuestion = (form: Form, id: QuestionId, newId: QuestionId): Form => {
  const question = form.questions[placeOf(form, id)]
  return question ? addQuestion(form, { ...question, id: newId }, id) : form
}

/** What leads here stays as it is, for the checker to name: where it should lead now is not known. */
export const removeQuestion = (form: Form, id: QuestionId): Form =>
  form.questions.length > 1
    ? withQuestions(
        form,
        form.questions.filter((each) => each.id !== id),
      )
    : form

const swapped = <T>(items: readonly T[], place: number, other: number): T[] => {
  const [one, two] = [items[place], items[other]]
  if (one === undefined || two === undefined) return [...items]
  return items.map((item, at) => (at === place ? two : at === other ? one : item))
}

/** One place up (-1) or down (1); at the edge it stays. */
export const moveQuestion = (form: Form, id: QuestionId, by: 1 | -1): Form => {
  const place = placeOf(form, id)
  return form.questions[place + by] && place >= 0
    ? withQuestions(form, swapped(form.questions, place, place + by))
    : form
}

const changed = (form: Form, id: QuestionId, change: (question: Question) => Question): Form =>
  withQuestions(
    form,
    form.questions.map((question) => (question.id === id ? change(question) : question)),
  )

export const writeQuestion = (form: Form, id: QuestionId, text: string): Form =>
  changed(form, id, (question) => ({ ...question, text }))

export const writeHint = (form: Form, id: QuestionId, hint: string): Form =>
  changed(form, id, (question) => ({ ...question, hint: hint === '' ? null : hint }))

export const setRequired = (form: Form, id: QuestionId, required: boolean): Form =>
  changed(form, id, (question) => (question.kind === 'section' ? question : { ...question, required }))

/** Where it leads whatever is answered; null: to the question below. */
export const setNext = (form: Form, id: QuestionId, next: Next | null): Form =>
  changed(form, id, (question) => ({ ...question, next }))

export const setFloor = (form: Form, id: QuestionId, floor: number | null): Form =>
  changed(form, id, (question) => (isScored(question) ? { ...question, floor } : question))

export const setDimension = (form: Form, id: QuestionId, dimension: DimensionId | null): Form =>
  changed(form, id, (question) => (isScored(question) ? { ...question, dimension } : question))

export const writeEnds = (form: Form, id: QuestionId, ends: { low?: string; high?: string }): Form =>
  changed(form, id, (question) => (question.kind === 'number' ? { ...question, ...ends } : question))

export const setConcernAt = (form: Form, id: QuestionId, concernAt: number | null): Form =>
  changed(form, id, (question) => (question.kind === 'number' ? { ...question, concernAt } : question))

/** The other scale's words; what was set on its steps stays. */
export const setScale = (form: Form, id: QuestionId, scale: Scale): Form =>
  changed(form, id, (question) =>
    question.kind === 'scale' && question.scale !== scale
      ? {
          ...question,
          scale,
          options: question.options.map((option) => ({
            ...option,
            text: scaleOptions(scale).find((step) => step.id === option.id)?.text ?? option.text,
          })),
        }
      : question,
  )

/** Whether 不适用 can be answered. */
export const offerNa = (form: Form, id: QuestionId, offered: boolean): Form =>
  changed(form, id, (question) => {
    if (question.kind !== 'scale' && question.kind !== 'single') return question
    const others = question.options.filter((option) => !option.na)
    if (question.options.length > others.length === offered) return question
    if (offered && others.length >= OPTIONS_MOST.single) return question
    if (others.length < OPTIONS_LEAST) return question
    return { ...question, options: offered ? [...others, naOption()] : others }
  })

/** A list of its own answers: those of a scale are given. */
export const addOption = (form: Form, id: QuestionId, optionId: OptionId): Form =>
  changed(form, id, (question) => {
    if (question.kind === 'multiple' && question.options.length < OPTIONS_MOST.multiple) {
      return { ...question, options: [...question.options, { id: optionId, text: '', alone: false, concern: null }] }
    }
    if (question.kind === 'single' && question.options.length < OPTIONS_MOST.single) {
      const tail = question.options.filter(({ na }) => na)
      const others = question.options.filter(({ na }) => !na)
      return { ...question, options: [...others, plainOption(optionId, ''), ...tail] }
    }
    return question
  })

export const removeOption = (form: Form, id: QuestionId, optionId: OptionId): Form =>
  changed(form, id, (question) => {
    if (question.kind === 'single' && question.options.length > OPTIONS_LEAST) {
      return { ...question, options: question.options.filter((option) => option.id !== optionId) }
    }
    if (question.kind === 'multiple' && question.options.length > OPTIONS_LEAST) {
      return { ...question, options: question.options.filter((option) => option.id !== optionId) }
    }
    return question
  })

export const moveOption = (form: Form, id: QuestionId, optionId: OptionId, by: 1 | -1): Form =>
  changed(form, id, (question) => {
    if (question.kind !== 'single' && question.kind !== 'multiple') return question
    const place = question.options.findIndex((option) => option.id === optionId)
    if (place < 0 || !question.options[place + by]) return question
    return question.kind === 'single'
      ? { ...question, options: swapped(question.options, place, place + by) }
      : { ...question, options: swapped(question.options, place, place + by) }
  })

/** Takes of the change what the question's options have; a scale's score is given by its place. */
export const changeOption = (form: Form, id: QuestionId, optionId: OptionId, change: OptionChange): Form =>
  changed(form, id, (question) => {
    if (!hasOptions(question)) return question
    if (question.kind === 'multiple') {
      const { text, alone, concern } = change
      const options = question.options.map((option) =>
        option.id === optionId
          ? {
              ...option,
              text: text ?? option.text,
              alone: alone ?? option.alone,
              ...(concern === undefined ? {} : { concern }),
            }
          : option,
      )
      return { ...question, options }
    }
    const { text, score, na, concern, next } = change
    const isScale = question.kind === 'scale'
    const options = question.options.map((option) => {
      if (option.id !== optionId) return option
      const isNa = isScale ? option.na : (na ?? option.na)
      const scored = isScale || score === undefined ? option.score : score
      return {
        ...option,
        text: text ?? option.text,
        na: isNa,
        score: isNa ? null : scored,
        ...(concern === undefined ? {} : { concern }),
        ...(next === undefined ? {} : { next }),
      }
    })
    return { ...question, options }
  })

/** The question under a new id, so that what is answered now is not counted with what was answered before. */
export const asNewQuestion = (form: Form, id: QuestionId, newId: QuestionId): Form => {
  const led = (next: Next | null): Next | null => (next === id ? newId : next)
  return {
    ...form,
    overall: form.overall === id ? newId : form.overall,
    questions: form.questions.map((question) => {
      const moved = { ...question, id: question.id === id ? newId : question.id, next: led(question.next) }
      return moved.kind === 'single' || moved.kind === 'scale'
        ? { ...moved, options: moved.options.map((option) => ({ ...option, next: led(option.next) })) }
        : moved
    }),
  }
}

export const writeTitle = (form: Form, title: string): Form => ({ ...form, title })

export const writeOpening = (form: Form, opening: string): Form => ({
  ...form,
  opening: opening === '' ? null : opening,
})

export const setOverall = (form: Form, overall: QuestionId | null): Form => ({ ...form, overall })

export const addDimension = (form: Form, id: DimensionId, name: string): Form =>
  form.dimensions.length < DIMENSIONS_MOST ? { ...form, dimensions: [...form.dimensions, { id, name }] } : form

export const renameDimension = (form: Form, id: DimensionId, name: string): Form => ({
  ...form,
  dimensions: form.dimensions.map((dimension) => (dimension.id === id ? { id, name } : dimension)),
})

/** Its questions belong to none afterwards. */
export const removeDimension = (form: Form, id: DimensionId): Form => ({
  ...form,
  dimensions: form.dimensions.filter((dimension) => dimension.id !== id),
  questions: form.questions.map((question) =>
    isScored(question) && question.dimension === id ? { ...question, dimension: null } : question,
  ),
})
