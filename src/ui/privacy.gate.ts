import Taro from '@tarojs/taro'

export type PrivacyAnswer = Taro.onNeedPrivacyAuthorization.ResolveOption

/** A function of WeChat's that waits for the person's word before it touches anything of theirs. */
export interface PrivacyQuestion {
  /** Its name in WeChat, such as 'chooseMedia'; '' where WeChat does not tell. */
  readonly about: string
  readonly answer: (answer: PrivacyAnswer) => void
}

let waiting: readonly PrivacyQuestion[] = []
let listening = false
const listeners = new Set<() => void>()

const put = (questions: readonly PrivacyQuestion[]) => {
  waiting = questions
  for (const listener of listeners) listener()
}

/** What waits for an answer now, the first asked first. */
export const readPrivacyQuestion = (): PrivacyQuestion | null => waiting[0] ?? null

/** WeChat asks through here from the first page on; outside WeChat nobody asks. */
export const onPrivacyQuestion = (listener: () => void) => {
  listeners.add(listener)
  listen()
  return () => {
    listeners.delete(listener)
  }
}

const listen = () => {
  // Older WeChat shows its own question.
  if (process.env.TARO_ENV !== 'weapp' || listening || !Taro.canIUse('onNeedPrivacyAuthorization')) return
  listening = true
  Taro.onNeedPrivacyAuthorization((resolve, eventInfo) => {
    put([...waiting, { about: eventInfo?.referrer ?? '', answer: resolve }])
  })
}

/** Tells WeChat that the question is on the screen. */
export const showedPrivacyQuestion = () => {
  for (const { answer } of waiting) answer({ event: 'exposureAuthorization' })
}

/** One word of the person's answers everything that waits. */
export const answerPrivacyQuestions = (word: PrivacyAnswer) => {
  const asked = waiting
  put([])
  for (const { answer } of asked) answer(word)
}
