import { findingNames } from '#domain/complaint/complaint.model'
import type { Progress } from '#domain/complaint/progress.contract'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Facts } from '../../ui/Facts'
import { Status } from '../../ui/Status'
import { silenceInWords, standingReply } from './progress.words'
import './ReplyView.css'

/** The office's answer as a letter, and what either answer to it means. */
export const ReplyView = ({ progress, now }: { progress: Progress; now: Instant }) => {
  const reply = standingReply(progress)
  if (!reply) return null
  const silence = silenceInWords(progress, now)
  const open = progress.steps.includes('confirm')
  return (
    <View className="reply">
      {reply.finding ? (
        <View className="reply-finding">
          <Status tone="done">{findingNames[reply.finding]}</Status>
        </View>
      ) : null}
      <View className="reply-words">{reply.text}</View>
      <View className="reply-means">
        <Facts
          facts={[
            ...(open ? [{ term: '认可', text: '办结归档；以后有新情况，仍可以要求再查' }] : []),
            { term: '不认可', text: '可以要求再查一次，由另外的人查；也可以打 12345，或找卫生健康委' },
            ...(open && silence ? [{ term: '不选', text: silence }] : []),
          ]}
        />
      </View>
    </View>
  )
}
