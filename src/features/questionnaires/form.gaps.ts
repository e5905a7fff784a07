import { questionName } from '#domain/survey/form.words'
import { Form, type QuestionId } from '#domain/survey/question.model'
import * as v from 'valibot'

/** Something that is not written yet, or too long: until then the draft cannot be kept by the server. */
export interface Gap {
  /** null: the questionnaire as a whole. */
  question: QuestionId | null
  text: string
}

const fieldWords: Record<string, string> = {
  text: '题目请写 2 到 60 个字',
  hint: '说明最多 80 个字',
  low: '0 分那一端请写 1 到 10 个字',
  high: '10 分那一端请写 1 到 10 个字',
  options: '每个选项请写 1 到 40 个字',
}

const formWords: Record<string, string> = {
  title: '问卷名称请写 2 到 30 个字',
  opening: '开头的话最多 200 个字',
  dimensions: '维度的名字请写 1 到 20 个字',
}

const gapOf = (form: Form, [first, place, field]: (string | number)[]): Gap => {
  const question = first === 'questions' ? form.questions[Number(place)] : undefined
  if (!question) return { question: null, text: `${formWords[String(first)] ?? '这一稿还没写完'}。` }
  const said = question.text.trim() === '' && !('required' in question) ? '小标题' : questionName(form, question.id)
  return { question: question.id, text: `${said}：${fieldWords[String(field)] ?? '还没写完'}。` }
}

/** Field by field, each once. */
export const gapsIn = (form: Form): Gap[] => {
  const parsed = v.safeParse(Form, form)
  if (parsed.success) return []
  const gaps = parsed.issues.map((issue) =>
    gapOf(
      form,
      (issue.path ?? []).map(({ key }) => key as string | number),
    ),
  )
  return gaps.filter(({ text }, at) => gaps.findIndex((gap) => gap.text === text) === at)
}
