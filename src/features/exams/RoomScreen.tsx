import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Mark, Motif } from '../../ui/Motif'
import { semantics } from '../../ui/semantics'
import { callInWords, closingInWords, leftInWords } from './exam.words'
import { EXTRA_AT_ONCE } from './ExtendDialog'
import { RoomSeats, type Seat, SEAT_STATES, seatNames } from './RoomSeats'
import type { Room } from './use-room'

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
  const { title, seats, phase } = room
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
          {isOpen ? `${closingInWords(room)} 到点自动收卷，答案随时在存` : '答案都存着'}
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
        <RoomSeats seats={seats} />
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
