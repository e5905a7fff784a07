import { sentenceFor } from '#domain/errors'
import Taro from '@tarojs/taro'
import { complaintApi } from './complaint.api'
import { type KeptReceipt, keepReceipt } from './receipt.store'

type Answer = 'accept' | 'reject' | 'ban'

/** Asks on WeChat's own sheet, which opens only while a touch is being answered. */
const askWechat = async (templateId: string): Promise<Answer> => {
  try {
    const answers = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })
    const answer = new Map<string, unknown>(Object.entries(answers)).get(templateId)
    return answer === 'accept' || answer === 'reject' ? answer : 'ban'
  } catch {
    // The person switched all such messages of this mini-program off, or the hospital's template is gone.
    return 'ban'
  }
}

const NOT_ASKED: Record<Exclude<Answer, 'accept'>, string> = {
  reject: '您刚才没有同意，就不提醒了。查进度照样能看；想要提醒，再点一次。',
  ban: '微信里关着这个小程序的提醒。想要提醒，请点右上角的三个点，在“设置”里打开订阅消息，再点一次；查进度照样能看。',
}

export type Reminder =
  | { readonly kind: 'asked'; readonly receipt: KeptReceipt }
  | { readonly kind: 'not_asked'; readonly because: string }

/**
 * One message when there is an answer, for somebody who left a number. WeChat carries no word of the case: what it
 * knows is that its template may be sent once.
 */
export const askReminder = async (receipt: KeptReceipt, templateId: string): Promise<Reminder> => {
  const answer = await askWechat(templateId)
  if (answer !== 'accept') return { kind: 'not_asked', because: NOT_ASKED[answer] }
  const { selector, secret } = receipt
  const result = await complaintApi.remindMe({ selector, secret })
  if (!result.ok) return { kind: 'not_asked', because: sentenceFor(result.code) }
  const reminded = { ...receipt, reminderTemplateId: null }
  keepReceipt(reminded)
  return { kind: 'asked', receipt: reminded }
}
