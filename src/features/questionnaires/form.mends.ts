import { checkForm, type FormFault } from '#domain/survey/form.checker'
import { questionName } from '#domain/survey/form.words'
import { type Form, NA_OPTION, type OptionId, type QuestionId } from '#domain/survey/question.model'
import {
  changeOption,
  hasOptions,
  OPTIONS_LEAST,
  removeDimension,
  removeOption,
  removeQuestion,
  setDimension,
  setNext,
  setOverall,
} from './form.edit'

/** One tap that puts a fault right, in words, and what comes of it. */
export interface Mend {
  text: string
  mended: Form
}

const ledTo = (form: Form, question: QuestionId, option: OptionId | null, next: 'end' | null): Form =>
  option === null ? setNext(form, question, next) : changeOption(form, question, option, { next })

/** What is wrong, each thing once: whoever goes round in a loop never comes to an end either. */
export const faultsToTell = (form: Form): readonly FormFault[] => {
  const faults = checkForm(form)
  return faults.some(({ kind }) => kind === 'loop') ? faults.filter(({ kind }) => kind !== 'dead_end') : faults
}

/** The obvious ways out of a fault; empty where only its author knows. */
export const mendsFor = (form: Form, fault: FormFault): Mend[] => {
  switch (fault.kind) {
    case 'unknown_target':
    case 'loop':
      return [
        { text: '改成接着往下问', mended: ledTo(form, fault.question, fault.option, null) },
        { text: '改成到这里结束', mended: ledTo(form, fault.question, fault.option, 'end') },
      ]
    case 'unreachable':
      return [...wayTo(form, fault.question, fault.after), ...withoutQuestion(form, fault.question)]
    case 'overall_unknown':
    case 'overall_unscored':
      return [{ text: '不设总体满意', mended: setOverall(form, null) }]
    case 'dimension_unknown':
      return [{ text: '改成不归维度', mended: setDimension(form, fault.question, null) }]
    case 'dimension_empty':
      return [{ text: '删掉这个维度', mended: removeDimension(form, fault.dimension) }]
    case 'option_twice':
      return withoutOption(form, fault.question, fault.option)
    case 'na_mixed':
      return [{ text: '改成不计分', mended: withoutScore(form, fault.question, fault.option) }]
    // A way that never ends goes round: the loop is what is to be broken.
    case 'dead_end':
    case 'nothing_asked':
      return []
  }
}

/** Where the question above jumps over it whatever is answered, that jump is what there is to undo. */
const wayTo = (form: Form, id: QuestionId, after: QuestionId): Mend[] => {
  const above = form.questions.find((question) => question.id === after)
  return above && above.next !== null && above.next !== id
    ? [{ text: `改成${questionName(form, after)}以后问它`, mended: setNext(form, after, id) }]
    : []
}

const withoutQuestion = (form: Form, id: QuestionId): Mend[] => {
  const mended = removeQuestion(form, id)
  return mended === form ? [] : [{ text: `删掉${questionName(form, id)}`, mended }]
}

const withoutOption = (form: Form, id: QuestionId, option: OptionId): Mend[] => {
  const question = form.questions.find((each) => each.id === id)
  return question && question.kind !== 'scale' && hasOptions(question) && question.options.length > OPTIONS_LEAST
    ? [{ text: '删掉这个选项', mended: removeOption(form, id, option) }]
    : []
}

const withoutScore = (form: Form, id: QuestionId, option: OptionId): Form => ({
  ...form,
  questions: form.questions.map((question) => {
    if (question.id !== id || (question.kind !== 'single' && question.kind !== 'scale')) return question
    const isNa = question.kind === 'single' || option === NA_OPTION
    return {
      ...question,
      options: question.options.map((each) =>
        each.id === option ? { ...each, na: isNa, score: isNa ? null : each.score } : each,
      ),
    }
  }),
})
