import type { EntryRow, SlotCard } from '#domain/culture/disclosure.contract'
import type { Audience } from '#domain/culture/disclosure.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { goTo, routes } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Lead } from '../../ui/Lead'
import { List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { DisclosureRow } from './DisclosureRow'
import { dayOf, lateHead, lateWords, ownerWords, rhythmWords, waitingWords } from './disclosure.words'
import './Disclosures.css'

export interface SlotInHand {
  readonly card: SlotCard
  readonly hospitalName: string
  readonly rows: readonly EntryRow[]
}

interface SlotEntriesProps {
  slot: SlotInHand
  audience: Audience
  now: Instant
  isMore: boolean
  busy: boolean
  failed: ErrorCode | null
  onMore: () => void
}

const rowLine = ({ correctedOn, withdrawn }: EntryRow, now: Instant): string | undefined => {
  if (withdrawn) return `${dayOf(withdrawn.on, now)}撤下：${withdrawn.reason}`
  return correctedOn ? `${dayOf(correctedOn, now)}更正过` : undefined
}

/** One slot: who looks after it, by when it is due, and everything that was ever public in it. */
export const SlotEntries = ({ slot, audience, now, isMore, busy, failed, onMore }: SlotEntriesProps) => {
  const { card, rows } = slot
  const facts = [
    { term: '谁来公开', text: ownerWords(card) },
    { term: '多久更新', text: rhythmWords(card) },
    { term: '最近更新', text: card.lastOn ? dayOf(card.lastOn, now) : '还没有公开过' },
    ...(card.dueOn && card.standing === 'current' ? [{ term: '下次最晚', text: dayOf(card.dueOn, now) }] : []),
    ...(card.basis ? [{ term: '依据', text: card.basis }] : []),
  ]
  return (
    <View>
      <Lead above={`${slot.hospitalName} · 院务公开`} hint={card.holds}>
        {card.name}
      </Lead>
      {card.standing === 'overdue' ? (
        <View className="gap-4">
          <Notice tone="late">{`${lateHead(card, now)}。${lateWords(card, now)}。`}</Notice>
        </View>
      ) : null}
      {card.standing === 'waiting' ? (
        <View className="gap-4">
          <Notice tone="wait">{`${waitingWords(card, now)}。`}</Notice>
        </View>
      ) : null}
      <View className="disclosure-facts">
        <Facts facts={facts} />
      </View>
      <View className="gap-5">
        {rows.length > 0 ? (
          <List label={`${card.name}，公开过的`}>
            {rows.map((row) => (
              <DisclosureRow
                key={row.id}
                title={row.title || '撤下了的一条'}
                line={rowLine(row, now)}
                end={dayOf(row.publishedOn, now)}
                onTap={() => void goTo(routes.disclosure({ id: row.id, audience }))}
              />
            ))}
          </List>
        ) : (
          <Empty title="还没有公开过" hint={`要问这一项，可以找${ownerWords(card)}，或者打医院的监督电话。`} />
        )}
      </View>
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={onMore}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {isMore && !failed ? (
        <View className="gap-4">
          <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={onMore}>
            再看以前的
          </Button>
        </View>
      ) : null}
    </View>
  )
}
