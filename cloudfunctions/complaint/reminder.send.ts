import type { Hospital } from '#domain/hospital/hospital.model'
import { type Instant, minuteInBeijing } from '#domain/instant'
import { failureOf, writeJournal } from '#runtime/journal'
import { cloud } from '#runtime/platform'

const PROGRESS_PAGE = 'pages/progress/index'

/**
 * The one message a named complainant asked for (subscribeMessage.send): that there is an answer, and when. Neither
 * the case's words nor its number is in it. A message that does not arrive changes nothing: the answer is there.
 */
export const remindOfReply = async (openid: string, hospital: Hospital, now: Instant): Promise<void> => {
  if (!hospital.reminderTemplateId) return
  try {
    await cloud.openapi.subscribeMessage.send({
      touser: openid,
      templateId: hospital.reminderTemplateId,
      page: PROGRESS_PAGE,
      data: { thing1: { value: '您反映的事有答复了' }, time2: { value: minuteInBeijing(now) } },
    })
  } catch (cause) {
    writeJournal({
      function: 'complaint',
      action: 'remindOfReply',
      code: 'system.failed',
      ms: 0,
      failure: failureOf(cause),
    })
  }
}
