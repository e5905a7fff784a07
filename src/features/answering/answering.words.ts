import type { OpenSurvey } from '#domain/survey/answering.contract'
import type { Form } from '#domain/survey/question.model'
import type { Rater } from '#domain/survey/survey.model'
import { askedIn } from '#domain/survey/answering.path'
import type { Door } from './answering.door'

/** Seconds to read and answer; words take longer. */
const CHOOSING_S = 10
const WRITING_S = 30
const MINUTE_S = 60

/** 「8 道题，大约 2 分钟」: of the way without any answer yet. */
export const lengthInWords = (form: Form): string => {
  const asked = askedIn(form, {})
  const seconds = asked.reduce((sum, { kind }) => sum + (kind === 'text' ? WRITING_S : CHOOSING_S), 0)
  return `${asked.length} 道题，大约 ${Math.ceil(seconds / MINUTE_S)} 分钟`
}

/** The words above a question: who is asked, under which heading. */
export const raterWords: Record<Rater, string> = {
  outpatient: '门诊',
  inpatient: '住院',
  follow_up: '出院随访',
  peer: '科室互评',
  supervisor: '行风监督',
  staff: '职工',
}

/** Who sees it: 「不记名；满 10 份，科室才看到汇总」. */
export const seenByWords = ({ rater, shownFrom }: Pick<OpenSurvey, 'rater' | 'shownFrom'>): string =>
  rater === 'peer' || rater === 'staff'
    ? `不记名，科里没人看得到是谁评的；满 ${shownFrom} 份才有汇总`
    : `不记名；满 ${shownFrom} 份，科室才看到汇总`

/** How it is seen to that one person is one answer, in one sentence. */
export const onceWords = (door: Door): string => {
  if (door.kind === 'visit') return '一次住院一份，这条链接只收一次；记号对不回答案。'
  if (door.kind === 'staff') return '一期一人一份；记下“评过了”的记号，对不回答案。'
  return process.env.TARO_ENV === 'h5'
    ? '网页里填的单列，不计入满意度，写的话也没有人读；要计入，请用微信扫码填。'
    : '同一个微信一个月计一份，记号对不回答案。'
}

/** Who reads what is written in one's own words: nobody, where nobody vouches for whoever writes. */
export const wordsSeenBy = (door: Door): string =>
  door.kind === 'code' && process.env.TARO_ENV === 'h5'
    ? '没有人：网页里填的只数份数。要让医院看到，请用微信扫码填，或者写“投诉建议”'
    : '不记名；您写的话，只有满意度专员看得到'

/** What it does to whoever answers: nothing. */
export const harmlessWords = (door: Door): string =>
  door.kind === 'staff' ? '不影响您的考核，也没有人去查是谁答的' : '不进病历，改不了您的治疗；谁也不许因此为难您'

/** 「谢谢，8 道题都收到了」 */
export const thanksWords = (answered: number, asked: number): string =>
  answered >= asked ? `谢谢，${answered} 道题都收到了` : `谢谢，答了的 ${answered} 道题都收到了`

/** What happens with it. */
export const afterWords = (door: Door, counted: boolean, shownFrom: number): string => {
  if (door.kind === 'staff') return `不记名，科里没人看得到是谁评的。满 ${shownFrom} 份以后才有汇总。`
  if (!counted) return '不记名，也改不了您的治疗。这是在网页里填的，医院只看到收了几份，不计入满意度。'
  return `不记名，也改不了您的治疗。满 ${shownFrom} 份以后，科室才看得到汇总。`
}
