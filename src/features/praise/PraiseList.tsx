import type { Instant } from '#domain/instant'
import type { PraiseRow } from '#domain/survey/praise.contract'
import { PraiseState } from '#domain/survey/praise.model'
import type { PraiseId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { dayOf, rowStanding, stateNames } from './praise.words'
import type { PraisePage } from './use-praise-desk'
import './PraiseDesk.css'

const EXCERPT = 36

const excerptOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line
}

const EMPTY: Record<PraiseState, string> = {
  received: '没有要带到的。',
  passed_on: '写的人同意、还没登出来的，和只给本人看的，都在这里。',
  published: '带到以后，写的人同意的，可以登出来。',
  declined: '不是感谢的、带不到的，写明原因放在这里。',
}

interface PraiseListProps {
  page: PraisePage
  state: PraiseState
  now: Instant
  current: PraiseId | null
  busy: boolean
  onState: (state: PraiseState) => void
  onOpen: (row: PraiseRow) => void
  onMore: () => void
  onCounts: () => void
}

export const PraiseList = ({ page, state, now, current, busy, onState, onOpen, onMore, onCounts }: PraiseListProps) => {
  const { received, late } = page.counts
  const title = received === 0 ? '话都带到了' : `${received} 条要带到`
  return (
    <View>
      <Lead hint={late > 0 ? `${late} 条过了说好的日子，先带这几条。` : undefined}>{title}</Lead>
      <View className="praise-desk-chips" {...semantics({ role: 'group', label: '看哪些' })}>
        {PraiseState.options.map((of) => (
          <Chip key={of} pressed={of === state} onTap={() => onState(of)}>
            {`${stateNames[of]} ${page.counts[of]}`}
          </Chip>
        ))}
      </View>
      {page.rows.length > 0 ? (
        <List label={stateNames[state]}>
          {page.rows.map((row) => {
            const { tone, text } = rowStanding(row, now)
            return (
              <Item
                key={row.id}
                title={row.whom}
                detail={`${dayOf(row.receivedOn, now)}　${excerptOf(row.text)}`}
                end={<Status tone={tone}>{text}</Status>}
                endLabel={text}
                current={row.id === current}
                onTap={() => onOpen(row)}
              />
            )
          })}
        </List>
      ) : (
        <Empty title={`${stateNames[state]}，一条也没有`} hint={EMPTY[state]} />
      )}
      {page.more ? (
        <View className="gap-4">
          <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={onMore}>
            再看以前的
          </Button>
        </View>
      ) : null}
      <View className="gap-4">
        <LinkText role="button" onTap={onCounts}>
          按月、按科室数一数
        </LinkText>
      </View>
    </View>
  )
}
