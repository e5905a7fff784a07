import { workKindNames } from '#domain/culture/activity.model'
import type { WorkView } from '#domain/culture/work.contract'
import { WorkState, workStateNames } from '#domain/culture/work.model'
import { sentenceFor } from '#domain/errors'
import { type Instant, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ArticleBody } from '../../ui/article/ArticleBody'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Lines } from './Lines'
import { ReasonPanel } from './ReasonPanel'
import type { WorkDeskInHand } from './use-work-desk'
import './ActivityDesk.css'

const EMPTY: Record<WorkState, string> = {
  submitted: '没有等着看的。职工在“职工作品”里交，就到这里。',
  shown: '看过、挂出来的在这里。',
  sent_back: '退回去改的在这里，改好再交会回到“等人看”。',
  withdrawn: '作者自己撤下的，和拿下来的，在这里。',
}

/** Works before everybody sees them: looked at by somebody who did not make them. */
export const WorksDesk = ({ desk, now }: { desk: WorkDeskInHand; now: Instant }) => {
  const { state, setState, page, more, reload, busy, problem, open, look } = desk
  return (
    <View className={`acts-two is-showing-${open ? 'detail' : 'list'}`}>
      <View className="acts-list" {...semantics({ role: 'region', label: '作品' })}>
        <Lead hint="看有没有病人的姓名、床号和病情，署名是不是作者要的；自己的作品请别人看。">作品</Lead>
        <View className="acts-chips" {...semantics({ role: 'group', label: '看哪些' })}>
          {WorkState.options.map((of) => (
            <Chip key={of} pressed={of === state} onTap={() => setState(of)}>
              {page ? `${workStateNames[of]} ${page.counts[of] ?? 0}` : workStateNames[of]}
            </Chip>
          ))}
        </View>
        {problem ? (
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(problem)}</ErrorNote>
        ) : !page ? (
          <Skeleton lines={5} />
        ) : page.rows.length > 0 ? (
          <List label={workStateNames[state]}>
            {page.rows.map((work) => (
              <Item
                key={work.id}
                title={work.content.title}
                detail={[workKindNames[work.content.kind], work.authorName, work.departmentName, work.contest]
                  .filter(Boolean)
                  .join(' · ')}
                end={timeInWords(work.submittedAt, now)}
                current={work.id === open?.id}
                onTap={() => look(work)}
              />
            ))}
          </List>
        ) : (
          <Empty title={`${workStateNames[state]}，一件也没有`} hint={EMPTY[state]} />
        )}
        {page?.more ? (
          <View className="gap-4">
            <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={() => void more()}>
              再看以前的
            </Button>
          </View>
        ) : null}
      </View>
      <View className="acts-detail" {...semantics({ role: 'region', label: '这一件' })}>
        {open ? <Opened work={open} desk={desk} /> : null}
      </View>
    </View>
  )
}

const Opened = ({ work, desk }: { work: WorkView; desk: WorkDeskInHand }) => {
  const [asked, setAsked] = useState<'sendBack' | 'takeDown' | null>(null)
  const { acting, failed, show, sendBack, takeDown, look } = desk
  const { content, state, mine, said } = work
  return (
    <View>
      <View className="acts-back">
        <LinkText role="button" onTap={() => look(null)}>
          回到列表
        </LinkText>
      </View>
      <Lead above={workKindNames[content.kind]}>{content.title}</Lead>
      {mine ? <View className="t4 c2 gap-3">这是您自己的作品，请另一位同事来看。</View> : null}
      {failed && !asked ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {mine ? null : (
        <View className="acts-acts">
          {state === 'submitted' ? (
            <Button busy={acting} onTap={() => void show()}>
              挂出来
            </Button>
          ) : null}
          {state === 'submitted' ? (
            <Button kind="quiet" onTap={() => setAsked('sendBack')}>
              退回改
            </Button>
          ) : null}
          {state === 'shown' ? (
            <Button kind="quiet" onTap={() => setAsked('takeDown')}>
              拿下来
            </Button>
          ) : null}
        </View>
      )}
      <View className="gap-3">
        <Lines
          lines={[
            { term: '署名', text: content.credit },
            { term: '谁交的', text: [work.authorName, work.departmentName].filter(Boolean).join(' · ') },
            { term: '投给', text: work.contest },
            { term: '原因', text: said?.reason ?? null },
          ]}
        />
      </View>
      <View className="gap-5">
        <ArticleBody blocks={content.blocks} media={work.media} />
      </View>
      {asked ? (
        <ReasonPanel
          title={asked === 'sendBack' ? '退回改' : '拿下来'}
          hint="作者看得到这句话。"
          act={asked === 'sendBack' ? '退回去' : '拿下来'}
          busy={acting}
          failed={failed}
          onSend={async (reason) => {
            if (await (asked === 'sendBack' ? sendBack(reason) : takeDown(reason))) setAsked(null)
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </View>
  )
}
