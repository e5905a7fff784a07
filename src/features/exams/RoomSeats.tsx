import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { semantics } from '../../ui/semantics'
import type { Room } from './use-room'

export type Seat = Room['seats'][number]

export const seatNames: Record<Seat['state'], string> = { not_begun: '还没开始', sitting: '在答', handed_in: '已交' }
export const SEAT_STATES = ['handed_in', 'sitting', 'not_begun'] as const

/** From here on they are drawn smaller. */
const MANY = 48
/** More than a wall can show so that the last row reads it: only those that are still waited for are drawn. */
const CROWD = 96
/** Of each kind, in a crowd. */
const NUMBERED = 36
const PER_CENT = 100

const stateClass = ({ state }: Pick<Seat, 'state'>): string => `is-${state.replace('_', '-')}`

/** Every seat, or in a crowd how far it is and who is still waited for. */
export const RoomSeats = ({ seats }: { seats: readonly Seat[] }) =>
  seats.length > CROWD ? (
    <Crowd seats={seats} />
  ) : (
    <>
      <SeatList seats={seats} label="座位" isMany={seats.length > MANY} />
      <View className="room-key" {...semantics({ hidden: true })}>
        {SEAT_STATES.map((state) => (
          <View key={state} className="room-key-part">
            <View className={classNames('room-key-box', stateClass({ state }))}>
              {state === 'handed_in' ? <Icon name="tick" size="s" className="room-tick" /> : null}
            </View>
            {seatNames[state]}
          </View>
        ))}
      </View>
    </>
  )

interface SeatListProps {
  seats: readonly Seat[]
  label: string
  isMany: boolean
}

const SeatList = ({ seats, label, isMany }: SeatListProps) => (
  <View className={classNames('room-seats', isMany && 'is-many')} {...semantics({ role: 'list', label })}>
    {seats.map(({ number, state }) => (
      <View key={number} className="room-seat-place" {...semantics({ role: 'listitem' })}>
        <View className={classNames('room-seat', stateClass({ state }))}>
          {state === 'handed_in' ? <Icon name="tick" size="s" className="room-tick" /> : null}
          <View className="spoken">{`${seatNames[state]}，`}</View>
          {String(number)}
        </View>
      </View>
    ))}
  </View>
)

const WAITED_FOR = ['not_begun', 'sitting'] as const

const Crowd = ({ seats }: { seats: readonly Seat[] }) => (
  <View>
    <View className="room-bar" {...semantics({ hidden: true })}>
      {SEAT_STATES.map((state) => {
        const share = (PER_CENT * seats.filter((seat) => seat.state === state).length) / seats.length
        return share === 0 ? null : (
          <View
            key={state}
            className={classNames('room-bar-part', stateClass({ state }))}
            style={{ width: `${share}%` }}
          />
        )
      })}
    </View>
    {WAITED_FOR.map((state) => {
      const own = seats.filter((seat) => seat.state === state)
      if (own.length === 0) return null
      const label = `${seatNames[state]}的号`
      return (
        <View key={state} className="room-group">
          <View className="room-group-name">
            {own.length > NUMBERED ? `${label}，${own.length} 个，先列前 ${NUMBERED} 个` : label}
          </View>
          <SeatList seats={own.slice(0, NUMBERED)} label={label} isMany />
        </View>
      )
    })}
    {seats.every(({ state }) => state === 'handed_in') ? <View className="room-group-name">都交了</View> : null}
  </View>
)
