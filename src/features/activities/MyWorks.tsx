import { workKindNames } from '#domain/culture/activity.model'
import type { WorkView } from '#domain/culture/work.contract'
import { workStateNames } from '#domain/culture/work.model'
import type { WorkState } from '#domain/culture/work.model'
import { View } from '@tarojs/components'
import { Empty } from '../../ui/Empty'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Status, type Tone } from '../../ui/Status'
import './MyWorks.css'

const TONES: Record<WorkState, Tone> = { submitted: 'wait', shown: 'done', sent_back: 'wait', withdrawn: 'rest' }

const changeWord = (state: WorkState): string =>
  state === 'withdrawn' || state === 'sent_back' ? '改好再交' : '改一改'

interface MyWorksProps {
  name: string
  works: readonly WorkView[]
  onChange: (work: WorkView) => void
  onWithdraw: (work: WorkView) => void
}

/** What one handed in, and what became of it. */
export const MyWorks = ({ name, works, onChange, onWithdraw }: MyWorksProps) => (
  <View>
    <Lead above={name} hint="挂出来的，随时可以撤下。">
      我的作品
    </Lead>
    {works.length > 0 ? (
      <View className="gap-4" {...semantics({ role: 'list', label: '我的作品' })}>
        {works.map((work) => (
          <View key={work.id} className="my-work" {...semantics({ role: 'listitem' })}>
            <View className="my-work-line">
              <View className="my-work-title">{work.content.title}</View>
              <Status tone={TONES[work.state]}>{workStateNames[work.state]}</Status>
            </View>
            <View className="my-work-told">
              {[workKindNames[work.content.kind], `署名“${work.content.credit}”`, work.contest]
                .filter(Boolean)
                .join(' · ')}
            </View>
            {work.said ? <View className="my-work-said">{`原因：${work.said.reason}`}</View> : null}
            <View className="my-work-acts">
              <LinkText
                role="button"
                label={`${changeWord(work.state)}《${work.content.title}》`}
                onTap={() => onChange(work)}
              >
                {changeWord(work.state)}
              </LinkText>
              {work.state === 'withdrawn' ? null : (
                <LinkText role="button" label={`撤下《${work.content.title}》`} onTap={() => onWithdraw(work)}>
                  撤下
                </LinkText>
              )}
            </View>
          </View>
        ))}
      </View>
    ) : (
      <Empty title="还没有交过作品" hint="写的、画的、讲的都可以，署名由您自己定。" />
    )}
  </View>
)
