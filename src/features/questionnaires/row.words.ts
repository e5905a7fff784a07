import { nextAfter } from '#domain/survey/path'
import { questionName } from '#domain/survey/form.words'
import {
  type Form,
  isAsked,
  type Next,
  NUMBER_MOST,
  type Question,
  type QuestionId,
} from '#domain/survey/question.model'

export const kindNames: Record<Question['kind'], string> = {
  single: '单选',
  multiple: '多选',
  scale: '量表',
  number: '0 到 10 分',
  text: '填写',
  section: '小标题',
}

/** As the phone counts: headings have no number. null: a heading. */
export const numberOf = (form: Form, id: QuestionId): number | null => {
  const place = form.questions.filter(isAsked).findIndex((question) => question.id === id)
  return place < 0 ? null : place + 1
}

export const nextInWords = (form: Form, next: Next | null): string =>
  next === null ? '接着往下问' : next === 'end' ? '到这里结束' : `跳到${questionName(form, next)}`

/** 「没疼过 → 第 6 题」; nothing where it leads to the question below. */
const wayInWords = (form: Form, question: Question, answer: string | undefined): string => {
  const next = nextAfter(form, question, answer)
  const below = form.questions[form.questions.indexOf(question) + 1]?.id ?? 'end'
  return next === below ? '' : ` → ${next === 'end' ? '结束' : questionName(form, next)}`
}

const answersInWords = (form: Form, question: Question): string => {
  switch (question.kind) {
    case 'single':
    case 'scale':
      return question.options.map(({ id, text }) => `${text}${wayInWords(form, question, id)}`).join(' · ')
    case 'multiple':
      return `${question.options.map(({ text }) => text).join(' · ')}${wayInWords(form, question, undefined)}`
    case 'number':
      return `0 ${question.low} 到 ${NUMBER_MOST} ${question.high}${wayInWords(form, question, undefined)}`
    case 'text':
      return `自己写${wayInWords(form, question, undefined)}`
    case 'section':
      return `小标题，不用答${wayInWords(form, question, undefined)}`
  }
}

/** The nearest question above whose answers decide whether this one is asked, and those that lead here. */
const gateOf = (form: Form, place: number) => {
  const places = new Map<string, number>(form.questions.map(({ id }, at) => [id, at]))
  const leadsPast = (next: Next) => next === 'end' || (places.get(next) ?? place) > place
  for (let at = place - 1; at >= 0; at -= 1) {
    const question = form.questions[at]
    if (question?.kind !== 'single' && question?.kind !== 'scale') continue
    const here = question.options.filter(({ id }) => !leadsPast(nextAfter(form, question, id)))
    if (here.length > 0 && here.length < question.options.length) return { question, here }
  }
  return null
}

/** Under a question in the list: who is asked, where not everybody is; else what can be answered. */
export const rowDetail = (form: Form, question: Question, isPassed: boolean): string => {
  const gate = isPassed ? gateOf(form, form.questions.indexOf(question)) : null
  if (!gate) return answersInWords(form, question)
  const texts = gate.here.map(({ text }) => `“${text}”`).join('、')
  return `只问${questionName(form, gate.question.id)}答${texts}的人`
}
