import type { FormFault, FormSpan } from './form.checker'
import { type Form, isAsked, type OptionId, type QuestionId } from './question.model'

/** 「第 3 题」 as the phone counts, where headings have no number; of a heading its words. */
export const questionName = (form: Form, id: QuestionId): string => {
  const question = form.questions.find((one) => one.id === id)
  if (!question) return '一道已经不在的题'
  if (!isAsked(question)) return `小标题“${question.text}”`
  return `第 ${form.questions.filter(isAsked).findIndex((one) => one.id === id) + 1} 题`
}

const optionText = (form: Form, id: QuestionId, option: OptionId | null): string => {
  const question = form.questions.find((one) => one.id === id)
  if (!question || !('options' in question)) return ''
  return question.options.find((one) => one.id === option)?.text ?? ''
}

/** 「第 4 题答“没疼过”」, or the question alone where every answer is meant. */
const answered = (form: Form, id: QuestionId, option: OptionId | null): string =>
  option === null ? questionName(form, id) : `${questionName(form, id)}答“${optionText(form, id, option)}”`

/** What is wrong, as a heading, and what to do about it. */
export const faultInWords = (form: Form, fault: FormFault): { said: string; todo: string } => {
  switch (fault.kind) {
    case 'nothing_asked':
      return { said: '这一稿还没有题', todo: '请至少加一道题。' }
    case 'unknown_target':
      return {
        said: `${answered(form, fault.question, fault.option)}以后没有地方可去`,
        todo: '它要跳到的那道题已经删掉了。请重新选跳到哪里，或者改成接着往下问。',
      }
    case 'loop':
      return {
        said: `${answered(form, fault.question, fault.option)}以后会绕回${questionName(form, fault.target)}`,
        todo: '这样一圈一圈答不完。请改成跳到后面的题，或者直接结束。',
      }
    case 'unreachable':
      return {
        said: `${questionName(form, fault.question)}没人走得到`,
        todo: `从${questionName(form, fault.after)}出来的每条路都绕开了它。请让一个选项跳到它，或者删掉它。`,
      }
    case 'dead_end':
      return {
        said: `${questionName(form, fault.question)}以后走不到结束`,
        todo: '请让它，或者它后面的一道题，能跳到结束。',
      }
    case 'overall_unknown':
      return { said: '“总体满意”指的那道题已经删掉了', todo: '请另选一道作“总体满意”，或者改成不设。' }
    case 'overall_unscored':
      return {
        said: `${questionName(form, fault.question)}没有能得 100 分的答法，不能作“总体满意”`,
        todo: '请给最好的选项记 100 分，或者另选一道题。',
      }
    case 'dimension_unknown':
      return { said: `${questionName(form, fault.question)}归的维度已经删掉了`, todo: '请给它另选一个维度，或者不归。' }
    case 'dimension_empty': {
      const name = form.dimensions.find(({ id }) => id === fault.dimension)?.name ?? ''
      return { said: `维度“${name}”下面没有计分的题`, todo: '请归一道计分的题到它下面，或者删掉这个维度。' }
    }
    case 'option_twice':
      return {
        said: `${questionName(form, fault.question)}有两个选项都写着“${optionText(form, fault.question, fault.option)}”`,
        todo: '请改写或者删掉一个，答的人才分得清。',
      }
    case 'na_mixed':
      return {
        said: `${questionName(form, fault.question)}的“${optionText(form, fault.question, fault.option)}”算不算分说不清`,
        todo: '“不适用”不计分，计分的选项不能标成“不适用”。请定下是哪一种。',
      }
  }
}

/** 「11 题，约 2 分钟」, with the shorter way where there is one. */
export const spanInWords = ({ fewest, most, minutes }: FormSpan): string =>
  fewest === most ? `${most} 题，约 ${minutes} 分钟` : `最短走 ${fewest} 题，最长走 ${most} 题，约 ${minutes} 分钟`
