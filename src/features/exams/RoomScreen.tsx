import { sentenceFor } from '#domain/errors'
import { minuteInBeijing } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { ErrorNote } from '../../ui/ErrorNote'
import { Icon } from '../../ui/Icon'
import { Mark, Motif } from '../../ui/Motif'
import { semantics } from '../../ui/semantics'
import { callInWords, leftInWords } from './exam.words'
import { EXTRA_AT_ONCE } from './ExtendDialog'
import type { Room } from './use-room'

type Seat = Room['seats'][number]

const seatNames: Record<Seat['state'], string> = { not_begun: '还没开始', sitting: '在答', handed_in: '已交' }
const SEAT_STATES = ['handed_in', 'sitting', 'not_begun'] as const
/** From here on they are drawn smaller. */
const MANY = 64
const TIME_AT = 'YYYY-MM-DD '.length

const headOf = ({ phase }: Room, left: number): string => {
  switch (phase) {
    case 'open':
      return leftInWords(left)
    case 'over':
      return '收卷了'
    case 'cancelled':
      return '这场考试取消了'
    case 'coming':
    case 'planned':
      return '还没有开考'
  }
}

interface RoomScreenProps {
  room: Room
  /** Milliseconds. */
  left: number
  hospitalName: string | null
  /** What is shown may be old: why. */
  problem: Parameters<typeof sentenceFor>[0] | null
  onRetry: () => void
  onExtend: () => void
}

/** What hangs on the wall of the room: how long is left, who is there and who has handed in. No names, no scores. */
export const RoomScreen = ({ room, left, hospitalName, problem, onRetry, onExtend }: RoomScreenProps) => {
  const { title, seats, closesAt, phase } = room
  const [showsLate, setShowsLate] = useState(false)
  const of = (state: Seat['state']) => seats.filter((seat) => seat.state === state)
  const late = of('not_begun').map(({ number }) => number)
  const isOpen = phase === 'open'
  return (
    <View className="room">
      <View className="room-left">
        <View className="room-hospital">
          <Mark fine className="room-mark" />
          {hospitalName ?? '清廉医院'}
        </View>
        <View className="room-title" {...semantics({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <View className="room-clock">{headOf(room, left)}</View>
        <View className="room-hint">
          {isOpen ? `${minuteInBeijing(closesAt).slice(TIME_AT)} 到点自动收卷，答案随时在存` : '答案都存着'}
        </View>
        <View className="room-counts" {...semantics({ role: 'list', label: '人数' })}>
          {SEAT_STATES.map((state) => (
            <View key={state} className="room-count" {...semantics({ role: 'listitem' })}>
              <View className="room-figure">{String(of(state).length)}</View>
              <View>{`人${seatNames[state]}`}</View>
            </View>
          ))}
        </View>
        <Motif className="room-lotus" />
      </View>
      <View className="room-right" {...semantics({ role: 'region', label: '座位：谁开始了，谁交了' })}>
        {problem ? <ErrorNote onRetry={onRetry}>{`${sentenceFor(problem)}下面是刚才的样子。`}</ErrorNote> : null}
        <View
          className={classNames('room-seats', seats.length > MANY && 'is-many')}
          {...semantics({ role: 'list', label: '座位' })}
        >
          {seats.map(({ number, state }) => (
            <View key={number} className="room-seat-place" {...semantics({ role: 'listitem' })}>
              <View className={classNames('room-seat', `is-${state.replace('_', '-')}`)}>
                {state === 'handed_in' ? <Icon name="tick" size="s" className="room-tick" /> : null}
                <View className="spoken">{`${seatNames[state]}，`}</View>
                {String(number)}
              </View>
            </View>
          ))}
        </View>
        <View className="room-key" {...semantics({ hidden: true })}>
          {SEAT_STATES.map((state) => (
            <View key={state} className="room-key-part">
              <View className={classNames('room-key-box', `is-${state.replace('_', '-')}`)}>
                {state === 'handed_in' ? <Icon name="tick" size="s" className="room-tick" /> : null}
              </View>
              {seatNames[state]}
            </View>
          ))}
        </View>
        {showsLate && late.length > 0 ? (
          <View className="room-call" {...semantics({ role: 'status', live: 'polite' })}>
            {callInWords(late)}
          </View>
        ) : null}
      </View>
      <View className="room-foot">
        <View className="room-foot-words">这块屏只看来没来、交没交。分数各人在自己手机上看，没过的不上屏。</View>
        {isOpen ? (
          <View className="room-acts">
            {late.length > 0 ? (
              <Button kind="quiet" onTap={() => setShowsLate(!showsLate)}>
                {showsLate ? '不再叫号' : '叫还没开始的号'}
              </Button>
            ) : null}
            <Button kind="quiet" onTap={onExtend}>
              {`全场延长 ${EXTRA_AT_ONCE} 分钟`}
            </Button>
          </View>
        ) : null}
      </View>
    </View>
  )
}
