import { type Instant, dayInWords } from '#domain/instant'
import type { LiveHand, LiveScreen } from '#domain/integrity/live.contract'
import { JoinCode, LIVE_SHARES_FROM, type LiveStage } from '#domain/integrity/live.model'
import * as v from 'valibot'

/** 「482 913」, as it is read out. */
export const codeInGroups = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** A code as it was typed, or as it stands in the address that a square brings; null: none. */
export const joinCodeIn = (text: string): JoinCode | null => {
  const inAddress = /[?&]code=(\d{6})(?:&|$)/.exec(text)
  const code = v.safeParse(JoinCode, inAddress?.[1] ?? text)
  return code.success ? code.output : null
}

/** What the speaker can turn to. */
export const stepAfter = ({ stage, questions }: Pick<LiveScreen, 'stage' | 'questions'>): LiveStage | null => {
  switch (stage.kind) {
    case 'waiting':
      return { kind: 'asking', at: 0 }
    case 'asking':
      return { kind: 'shown', at: stage.at }
    case 'shown':
      return stage.at + 1 < questions ? { kind: 'asking', at: stage.at + 1 } : { kind: 'ended' }
    case 'ended':
      return null
  }
}

/** On the button that turns to it. */
export const stepWords = (step: LiveStage): string => {
  switch (step.kind) {
    case 'waiting':
      return '等人进来'
    case 'asking':
      return step.at === 0 ? '开始第 1 题' : '下一题'
    case 'shown':
      return '公布答案'
    case 'ended':
      return '看全场结果'
  }
}

/** 「第 2 题，共 5 题」; nothing before the first and after the last. */
export const stageWords = ({ stage, questions }: Pick<LiveScreen, 'stage' | 'questions'>): string | null =>
  stage.kind === 'asking' || stage.kind === 'shown' ? `第 ${stage.at + 1} 题，共 ${questions} 题` : null

/** 「20 人里 12 人答了」 */
export const answeredWords = (answered: number, seated: number): string => `${seated} 人里 ${answered} 人答了`

/** Beside a question that was turned up where too few answered it. */
export const TOO_FEW_ANSWERED = `答的人不到 ${LIVE_SHARES_FROM} 个，不列每一项几个人选、几个人答对。`

type Result = LiveScreen['results'][number]

/** 「20 人里 12 人答对」 of a question that is done with. */
export const resultWords = ({ answered, right }: Pick<Result, 'answered' | 'right'>): string => {
  if (answered === 0) return '没有人答'
  return right === null ? `${answered} 人答了，人少不列对错` : `${answered} 人里 ${right} 人答对`
}

/** What somebody in the room is waiting for. */
export const handWords = ({ stage, asked, own }: Pick<LiveHand, 'stage' | 'asked' | 'own'>): string => {
  switch (stage.kind) {
    case 'waiting':
      return '进来了，等主持人开始'
    case 'asking':
      return asked && asked.chosen.length > 0 ? '答好了，等大屏幕公布' : '请选好，再点“就选这个”'
    case 'shown':
      return '答案公布了，等下一题'
    case 'ended':
      return own.asked === 0 ? '这一场结束了' : `这一场结束了，${own.asked} 题您对了 ${own.right} 题`
  }
}

/** A name to begin with: 「11 月 20 日晨课」. */
export const usualTitle = (now: Instant): string => `${dayInWords(now, now)}晨课`
