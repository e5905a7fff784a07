import type { Slot } from '#domain/integrity/paper.model'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { useAppearance } from '../../ui/useAppearance'
import { type Standing, UNANSWERED } from './answer.queue'
import { countsOf, groupsOf, type Place, rangeOf } from './paper.places'
import './AnswerCard.css'

interface AnswerCardProps {
  places: readonly Place[]
  standings: ReadonlyMap<Slot, Standing>
  /** The one that is shown. */
  at: number
  onShow: (at: number) => void
  /** All of it, where there is room; otherwise the rows around what is shown. */
  whole?: boolean
  /** Only its counts are shown; left out where it stays open. */
  folded?: boolean
  onFold?: () => void
}

const stateWords = ({ chosen, flagged }: Standing): string =>
  `${chosen.length > 0 ? '已答' : '未答'}${flagged ? '，想再看' : ''}`

/** Which questions are answered (答题卡), which are to be looked at again, and the way to each. */
export const AnswerCard = ({
  places,
  standings,
  at,
  onShow,
  whole = false,
  folded = false,
  onFold,
}: AnswerCardProps) => {
  // Turned by hand, until another question is shown.
  const [turned, setTurned] = useState<{ at: number; group: number } | null>(null)
  const { elder } = useAppearance()
  // In large letters its head is one line all the same.
  const isShort = elder && onFold !== undefined
  const groups = whole ? [{ from: 0, to: places.length }] : groupsOf(places.length)
  const around = groups.findIndex(({ from, to }) => at >= from && at < to)
  const shown = turned?.at === at ? turned.group : around
  const group = groups[shown] ?? { from: 0, to: places.length }
  const { answered, open, flagged } = countsOf(places, standings)
  return (
    <View className="answer-card" {...semantics({ role: 'region', label: '答题卡' })}>
      <View className="answer-card-head">
        <View
          className={classNames('answer-card-name', isShort && 'spoken')}
          {...semantics({ role: 'heading', level: 2 })}
        >
          <Text className="strong">答题卡</Text>
          {groups.length > 1 ? <Text className="c3">{` ${rangeOf(places, group)}`}</Text> : null}
        </View>
        <View className="answer-card-counts">
          {isShort ? null : <Text className="answer-card-count">{`已答 ${answered}`}</Text>}
          <Text className="answer-card-count">{`未答 ${open} 处`}</Text>
          <View className="answer-card-count is-flag">
            <View className="answer-card-corner" />
            <Text>{`想再看 ${flagged}`}</Text>
          </View>
        </View>
        {onFold ? (
          <LinkText role="button" label={folded ? '展开答题卡' : '收起答题卡'} onTap={onFold}>
            {`${folded ? '展开' : '收起'}${isShort ? '答题卡' : ''}`}
          </LinkText>
        ) : null}
      </View>
      {folded ? null : (
        <View className="answer-card-cells">
          {places.slice(group.from, group.to).map(({ asked, number }, index) => {
            const standing = standings.get(asked.slot) ?? UNANSWERED
            const place = group.from + index
            return (
              <Tappable
                key={asked.slot}
                label={`第 ${number} 题，${stateWords(standing)}`}
                current={place === at}
                className={classNames(
                  'answer-cell',
                  standing.chosen.length > 0 && 'is-answered',
                  standing.flagged && 'is-flagged',
                  place === at && 'is-current',
                )}
                onTap={() => onShow(place)}
              >
                {number}
              </Tappable>
            )
          })}
        </View>
      )}
      {groups.length > 1 && !folded ? (
        <View className="answer-card-groups" {...semantics({ role: 'group', label: '看哪些题' })}>
          {groups.map((one, index) => (
            <Chip key={one.from} pressed={index === shown} onTap={() => setTurned({ at, group: index })}>
              {rangeOf(places, one)}
            </Chip>
          ))}
        </View>
      ) : null}
    </View>
  )
}
