import { isOverdue } from '#domain/complaint/deadline'
import type { PhotoLink, Progress } from '#domain/complaint/progress.contract'
import { inGroups } from '#domain/complaint/receipt'
import type { PhotoId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Days } from '../../ui/Days'
import { Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { dial } from '../../ui/PhoneLink'
import { Timeline } from '../../ui/Timeline'
import { useAppearance } from '../../ui/useAppearance'
import { CasePhotos } from './CasePhotos'
import { daysInWords } from './complaint.words'
import { headline, openQuestion, standingReply, story } from './progress.words'
import { ReplyView } from './ReplyView'
import './ProgressView.css'

interface ProgressViewProps {
  progress: Progress
  now: Instant
  onAnswer: () => void
}

const linksOf = (photos: readonly PhotoLink[], ids: readonly PhotoId[]) => {
  const wanted = new Set(ids)
  return photos.filter(({ id }) => wanted.has(id))
}

/** Where a case stands, for whoever holds its receipt. */
export const ProgressView = ({ progress, now, onAnswer }: ProgressViewProps) => {
  const { elder } = useAppearance()
  const { replyDays, whenLate, photos } = progress
  const { title, hint } = headline(progress, now)
  const replied = standingReply(progress) !== null
  const running = !replied && progress.status !== 'withdrawn'
  const late = running && isOverdue(progress, now)
  const counted = running && replyDays ? daysInWords(replyDays, now) : null
  const question = openQuestion(progress)
  const answerButton = (
    <Button kind="quiet" wide icon="pen" onTap={onAnswer}>
      回答，或补一张照片
    </Button>
  )
  return (
    <View>
      <Lead above={`编号 ${inGroups(progress.selector)}`} hint={hint}>
        {title}
      </Lead>
      {counted ? (
        <View className="progress-days">
          <Days
            days={counted.days}
            label={`${counted.days.length} 个工作日，${late ? '已经过了' : `已用 ${counted.used} 个`}`}
          />
        </View>
      ) : null}
      {late ? (
        <View className="progress-late">
          <Notice
            tone="late"
            actions={whenLate ? [{ text: `打电话问 ${whenLate}`, onTap: () => dial(whenLate) }] : undefined}
          >
            没有按时答复，是我们没做到。您可以直接打电话问。
          </Notice>
        </View>
      ) : null}
      {/* The elder version asks before it tells: what somebody must answer does not wait below a timeline. */}
      {elder && question ? (
        <View className="progress-asks">
          <View className="progress-question">{question.text}</View>
          {answerButton}
        </View>
      ) : null}
      <ReplyView progress={progress} now={now} />
      <View className="progress-story">
        <Timeline
          entries={story(progress, now).map((told) => ({
            key: told.key,
            state: told.state,
            what: told.what,
            when: told.when,
            said: told.said,
            children:
              told.photos.length > 0 ? (
                <CasePhotos photos={linksOf(photos, told.photos)} />
              ) : told.asks && !elder ? (
                answerButton
              ) : null,
          }))}
        />
      </View>
    </View>
  )
}
