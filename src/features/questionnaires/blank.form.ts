import { Form } from '#domain/survey/question.model'
import { type Rater, raterNames } from '#domain/survey/survey.model'
import * as v from 'valibot'
import { newQuestion } from './form.edit'
import { freshQuestionId } from './form.ids'

/** One question that every questionnaire has, so that there is something to begin with. */
export const blankForm = (rater: Rater, random: () => number): Form => {
  const empty = { title: `${raterNames[rater]}问卷`, opening: null, dimensions: [], overall: null, questions: [] }
  const id = freshQuestionId(empty, random)
  return v.parse(Form, {
    ...empty,
    overall: id,
    questions: [{ ...newQuestion('D4', id), text: '总的来说，您满意吗？' }],
  })
}
