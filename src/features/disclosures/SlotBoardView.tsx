import type { SlotBoard, SlotCard } from '#domain/culture/disclosure.contract'
import type { Audience } from '#domain/culture/disclosure.model'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { goTo, routes } from '../../routes'
import { Empty } from '../../ui/Empty'
import { Head } from '../../ui/Lead'
import { List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { DisclosureRow } from './DisclosureRow'
import { dayOf, lateHead, lateWords, ownerWords, waitingWords } from './disclosure.words'
import './Disclosures.css'

interface SlotBoardViewProps {
  board: SlotBoard
  audience: Audience
  now: Instant
}

const newestFirst = (left: SlotCard, right: SlotCard): number => (right.lastOn ?? '').localeCompare(left.lastOn ?? '')

const earliestFirst = (left: SlotCard, right: SlotCard): number => (left.dueOn ?? '').localeCompare(right.dueOn ?? '')

/** Every slot for this audience: what is overdue first, then what was updated, then what was never public. */
export const SlotBoardView = ({ board, audience, now }: SlotBoardViewProps) => {
  const slots = board.slots.filter((slot) => slot.audience === audience)
  const overdue = slots.filter(({ standing }) => standing === 'overdue').sort(earliestFirst)
  const never = slots.filter((slot) => slot.lastOn === null && slot.standing !== 'overdue')
  const updated = slots.filter((slot) => slot.lastOn !== null && slot.standing !== 'overdue').sort(newestFirst)
  const open = (slot: SlotCard) => () => void goTo(routes.disclosure({ slot: slot.slot, audience }))
  if (slots.length === 0) return <Empty title="这里还没有一项" hint="对职工公开的，都放在这里。" />
  return (
    <View>
      {overdue.length > 0 ? (
        <View className="disclosure-group">
          <View className="disclosure-group-head" {...semantics({ role: 'heading', level: 3 })}>
            <Status tone="late">{`逾期 ${overdue.length} 项`}</Status>
          </View>
          <List label="逾期">
            {overdue.map((slot) => (
              <DisclosureRow
                key={slot.slot}
                title={slot.name}
                line={lateHead(slot, now)}
                late={lateWords(slot, now)}
                onTap={open(slot)}
              />
            ))}
          </List>
        </View>
      ) : null}
      {updated.length > 0 ? (
        <View className="disclosure-group">
          <View className="disclosure-group-head">
            <Head aside="更新日期">最近更新</Head>
          </View>
          <List label="最近更新">
            {updated.map((slot) => (
              <DisclosureRow
                key={slot.slot}
                title={slot.name}
                line={[ownerWords(slot), slot.standing === 'waiting' ? waitingWords(slot, now) : slot.lastTitle]
                  .filter(Boolean)
                  .join(' · ')}
                end={slot.lastOn ? dayOf(slot.lastOn, now) : undefined}
                onTap={open(slot)}
              />
            ))}
          </List>
        </View>
      ) : null}
      {never.length > 0 ? (
        <View className="disclosure-group">
          <View className="disclosure-group-head">
            <Head aside={`${never.length} 项`}>还没有公开过</Head>
          </View>
          <List label="还没有公开过">
            {never.map((slot) => (
              <DisclosureRow
                key={slot.slot}
                title={slot.name}
                line={slot.standing === 'waiting' ? waitingWords(slot, now) : slot.holds}
                onTap={open(slot)}
              />
            ))}
          </List>
        </View>
      ) : null}
    </View>
  )
}
