import type { PeriodUnit, Rates } from '#domain/metrics/metrics.contract'
import { indicatorNames } from '#domain/metrics/rate'
import { countInWords } from '#domain/number.words'
import { Text, View } from '@tarojs/components'
import { Fragment } from 'react'
import { Chip } from '../../ui/Chip'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import type { CaseQuery } from './case.query'
import { worthALook } from './chart.words'
import { periodName, spanInWords } from './figure.words'
import { chosenFigure } from './rate.standing'
import { gapsInWords, headlineOf, rebuildingInWords, supportOf } from './rate.words'
import './RateHead.css'

interface RateHeadProps {
  rates: Rates
  onUnit: (unit: PeriodUnit) => void
  onPick: () => void
  onExport: () => void
  onCases: (query: CaseQuery) => void
}

const units: readonly { unit: PeriodUnit; name: string; label: string }[] = [
  { unit: 'month', name: '月', label: '按月看' },
  { unit: 'quarter', name: '季', label: '按季看' },
  { unit: 'year', name: '年', label: '按年看' },
]

/** Period, the sentence that says how it stands, and what it rests on. */
export const RateHead = ({ rates, onUnit, onPick, onExport, onCases }: RateHeadProps) => {
  const { unit, period, indicator } = rates
  const figure = chosenFigure(rates)
  const named = worthALook(rates)
  const name = indicatorNames[indicator]
  return (
    <View className="rate-head">
      <View className="rate-bar">
        <View className="rate-scope t4">
          <Text className="c2">全院</Text>
          <Text className="rate-hint">点科室、月份或任一数字，可以看到底下是哪些件</Text>
          <Text className="rate-printed">{rates.hospitalName}</Text>
        </View>
        <View className="rate-chips not-printed" {...semantics({ role: 'group', label: '看哪一段' })}>
          {units.map((one) =>
            one.unit === unit ? (
              <Chip key={one.unit} pressed label={`${periodName(period, unit)}，换一段`} onTap={onPick}>
                {periodName(period, unit)}
              </Chip>
            ) : (
              <Chip key={one.unit} pressed={false} label={one.label} onTap={() => onUnit(one.unit)}>
                {one.name}
              </Chip>
            ),
          )}
          <Chip icon="save" onTap={onExport}>
            导出
          </Chip>
        </View>
      </View>
      <View className="rate-headline" {...semantics({ role: 'heading', level: 2 })}>
        {headlineOf(rates)}
      </View>
      <View className="rate-support">
        {figure ? (
          <Tappable
            className="rate-inline"
            label={`${countInWords(figure.numerator)} 件，看是哪些`}
            onTap={() => onCases({ title: `${periodName(period, unit)}，${name}`, period, indicator })}
          >
            {`${countInWords(figure.numerator)} 件`}
          </Tappable>
        ) : null}
        {supportOf(rates)}
        {named.map(({ row, words }, index) => (
          <Fragment key={row.departmentId}>
            {index === 0 ? '值得去现场看的是' : '；还有'}
            <Tappable
              className="rate-inline is-signal"
              label={`${row.name}，看这 ${row.numerator} 件`}
              onTap={() =>
                onCases({
                  title: `${row.name}，${spanInWords(rates.departments.period)}`,
                  period: rates.departments.period,
                  indicator,
                  departmentId: row.departmentId,
                })
              }
            >
              {row.name}
            </Tappable>
            {`：${words}${index === named.length - 1 ? '。' : ''}`}
          </Fragment>
        ))}
      </View>
      {rates.rebuilding ? (
        <View className="gap-3">
          <Notice tone="wait">{rebuildingInWords(rates.rebuilding)}</Notice>
        </View>
      ) : null}
      {gapsInWords(rates).map((words) => (
        <View key={words} className="gap-3">
          <Notice tone="wait" icon="warning">
            {words}
          </Notice>
        </View>
      ))}
    </View>
  )
}
