import { dayInWords, type Month } from '#domain/instant'
import type { ChartPoint, Rates } from '#domain/metrics/metrics.contract'
import { indicatorNames } from '#domain/metrics/rate'
import { countInWords, monthName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../ui/Icon'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Tappable } from '../../ui/Tappable'
import type { CaseQuery } from './case.query'
import { pointStanding } from './chart.words'
import { intervalInWords, perInWords, rateInWords, visitsOf } from './figure.words'
import { NoteForm } from './NoteForm'
import { isSignal } from './rate.standing'
import './PointPanel.css'

interface PointPanelProps {
  rates: Rates
  point: ChartPoint
  /** null: there is none. */
  onEarlier: (() => void) | null
  onLater: (() => void) | null
  onCases: (query: CaseQuery) => void
  onMonth: (month: Month) => void
  onNoted: () => void
}

/** The month that was touched, in figures, and the ways on from it. */
export const PointPanel = ({ rates, point, onEarlier, onLater, onCases, onMonth, onNoted }: PointPanelProps) => {
  const [writing, setWriting] = useState(false)
  const { month, value, numerator, denominator, lower, upper, note } = point
  const { indicator, factor, period, unit } = rates
  const isShown = unit === 'month' && period.to === month
  return (
    <View className="point-panel" {...semantics({ role: 'group', label: `${monthName(month)}的数` })}>
      <View className="point-line">
        <Turn icon="back" label="前一个月" onTap={onEarlier} />
        <Turn icon="forward" label="后一个月" onTap={onLater} />
        <View className="point-words" {...semantics({ live: 'polite' })}>
          <View className="point-month">{monthName(month)}</View>
          <View className="point-value">
            {value === null ? '暂无数据' : `${rateInWords(value)} 件/${perInWords(factor)}`}
          </View>
          <View className={isSignal(point) ? 'point-standing is-signal' : 'point-standing'}>
            {pointStanding(point)}
          </View>
          <View className="point-fact">
            {denominator === null
              ? `还没有${visitsOf[indicator]}`
              : `${countInWords(numerator)} / ${countInWords(denominator)} ${visitsOf[indicator]}`}
          </View>
          {lower === null || upper === null ? null : (
            <View className="point-fact">{`界限 ${intervalInWords(lower, upper)}`}</View>
          )}
        </View>
      </View>
      {note ? (
        <View className="point-note">
          <View>{note.text}</View>
          <View className="point-by">{`${note.byName}，${dayInWords(note.at, rates.asOf)}写`}</View>
        </View>
      ) : null}
      <View className="point-ways not-printed">
        <LinkText
          role="button"
          onTap={() =>
            onCases({
              title: `${monthName(month)}，${indicatorNames[indicator]}`,
              period: { from: month, to: month },
              indicator,
            })
          }
        >
          {`看这 ${countInWords(numerator)} 件 ›`}
        </LinkText>
        <LinkText role="button" onTap={() => setWriting(true)}>
          {note ? '改说明' : '写说明'}
        </LinkText>
        {isShown ? null : (
          <LinkText role="button" onTap={() => onMonth(month)}>
            整页看这个月
          </LinkText>
        )}
      </View>
      {writing ? (
        <SidePanel title={`${monthName(month)}发生了什么`} onClose={() => setWriting(false)}>
          <NoteForm
            key={month}
            point={point}
            onDone={() => {
              setWriting(false)
              onNoted()
            }}
            onReload={onNoted}
          />
        </SidePanel>
      ) : null}
    </View>
  )
}

const Turn = ({ icon, label, onTap }: { icon: 'back' | 'forward'; label: string; onTap: (() => void) | null }) => (
  <Tappable
    className="point-turn not-printed"
    label={label}
    disabled={onTap === null}
    onTap={() => {
      onTap?.()
    }}
  >
    <Icon name={icon} size="s" />
  </Tappable>
)
