import { categoryNames, channelNames } from '#domain/complaint/category'
import { careSettingNames } from '#domain/complaint/complaint.model'
import type { Rates } from '#domain/metrics/metrics.contract'
import { countInWords, shareInWords } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { percent } from '../../ui/chart/Plot'
import { SectionHead } from '../../ui/SectionHead'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { useAppearance } from '../../ui/useAppearance'
import { type BreakdownLine, linesOf } from './breakdown.lines'
import type { CaseQuery } from './case.query'
import { earlierName, periodName } from './figure.words'
import { chosenFigure } from './rate.standing'
import './Breakdowns.css'

interface BreakdownsProps {
  rates: Rates
  onCases: (query: CaseQuery) => void
}

/** What the numerator is made of: by category, channel and care setting. */
export const Breakdowns = ({ rates, onCases }: BreakdownsProps) => {
  const { elder } = useAppearance()
  const [all, setAll] = useState(false)
  const { by, period, unit, indicator } = rates
  const figure = chosenFigure(rates)
  const total = figure?.numerator ?? 0
  const base = { period, indicator }
  const title = (name: string) => `${periodName(period, unit)}，${name}`
  const earlier = {
    before: figure?.before ? earlierName(figure.before.period, unit, period) : null,
    lastYear: figure?.lastYear ? earlierName(figure.lastYear.period, unit, period) : null,
  }
  const categories = linesOf(by.category, (value) => (value === null ? '还没归类' : categoryNames[value]))
  const channels = linesOf(by.channel, (value) => channelNames[value])
  const settings = linesOf(by.careSetting, (value) => careSettingNames[value])
  const isFolded = elder && !all
  return (
    <View className="breakdowns">
      <Breakdown
        title="按类别"
        lines={categories}
        total={total}
        earlier={earlier}
        onOpen={({ value, name }) => onCases({ ...base, title: title(name), category: value })}
      />
      {isFolded ? (
        <View className="gap-4">
          <Button kind="quiet" wide onTap={() => setAll(true)}>
            再看渠道和就医环节
          </Button>
        </View>
      ) : (
        <>
          <Breakdown
            title="按渠道"
            lines={channels}
            total={total}
            earlier={earlier}
            onOpen={({ value, name }) => onCases({ ...base, title: title(name), channel: value })}
          />
          <Breakdown
            title="按就医环节"
            lines={settings}
            total={total}
            earlier={earlier}
            onOpen={({ value, name }) => onCases({ ...base, title: title(name), careSetting: value })}
          />
        </>
      )}
    </View>
  )
}

interface BreakdownProps<V> {
  title: string
  lines: readonly BreakdownLine<V>[]
  total: number
  /** Names of the earlier periods; null: nothing is known of it. */
  earlier: { readonly before: string | null; readonly lastYear: string | null }
  onOpen: (line: BreakdownLine<V>) => void
}

const Breakdown = <V,>({ title, lines, total, earlier, onOpen }: BreakdownProps<V>) => {
  const most = Math.max(1, ...lines.map(({ numerator }) => numerator))
  return (
    <View className="breakdown">
      <SectionHead title={title} aside={`件，占比；${earlierTitle(earlier)}`} />
      {lines.length === 0 ? <View className="t4 c3">这一段没有投诉。</View> : null}
      {lines.map((line) => (
        <Tappable
          key={line.name}
          className="breakdown-line"
          label={process.env.TARO_ENV === 'weapp' ? lineInWords(line, total, earlier) : undefined}
          onTap={() => onOpen(line)}
        >
          <View className="spoken">{lineInWords(line, total, earlier)}</View>
          <View className="breakdown-seen" {...semantics({ hidden: true })}>
            <View className="breakdown-name">{line.name}</View>
            <View className="breakdown-figures">
              <View className="breakdown-count">{countInWords(line.numerator)}</View>
              <View className="breakdown-share">{shareInWords(line.numerator, total)}</View>
              <View className="breakdown-earlier">{earlierCounts(line)}</View>
            </View>
            <View className="breakdown-track">
              <View className="breakdown-bar" style={{ width: percent(line.numerator / most) }} />
            </View>
          </View>
        </Tappable>
      ))}
    </View>
  )
}

const earlierTitle = ({ before, lastYear }: BreakdownProps<unknown>['earlier']): string =>
  [before, lastYear].filter(Boolean).join('、') || '没有更早的'

const earlierCounts = ({ before, lastYear }: BreakdownLine<unknown>): string =>
  [before, lastYear].flatMap((count) => (count === null ? [] : [countInWords(count)])).join('、')

const lineInWords = (line: BreakdownLine<unknown>, total: number, earlier: BreakdownProps<unknown>['earlier']) =>
  [
    `${line.name}，${line.numerator} 件`,
    total > 0 ? `占 ${shareInWords(line.numerator, total)}` : '',
    earlier.before && line.before !== null ? `${earlier.before} ${line.before} 件` : '',
    earlier.lastYear && line.lastYear !== null ? `${earlier.lastYear} ${line.lastYear} 件` : '',
    '看是哪些件',
  ]
    .filter(Boolean)
    .join('，')
