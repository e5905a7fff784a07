import type { DepartmentRate, Rates } from '#domain/metrics/metrics.contract'
import { countInWords, listed } from '#domain/number.words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { CentreKey, IntervalBar } from '../../ui/chart/IntervalBar'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { useAppearance } from '../../ui/useAppearance'
import type { CaseQuery } from './case.query'
import { departmentNote } from './chart.words'
import { inTableOrder } from './department.order'
import { intervalInWords, perInWords, rateInWords, spanInWords, visitsOf } from './figure.words'
import './DepartmentTable.css'

interface DepartmentTableProps {
  rates: Rates
  onCases: (query: CaseQuery) => void
}

const SHOWN = { plain: 7, elder: 3 }
const ROOM_AT_END = 0.94

/** Every department with its interval: those beyond 99.8 % first, the others as the hospital lists them. */
export const DepartmentTable = ({ rates, onCases }: DepartmentTableProps) => {
  const { elder } = useAppearance()
  const [all, setAll] = useState(false)
  const { rows, centre, elsewhere, period } = rates.departments
  const { indicator, factor } = rates
  const span = spanInWords(period)
  const ordered = inTableOrder(rows)
  const shown = all ? ordered : ordered.slice(0, SHOWN[elder ? 'elder' : 'plain'])
  const rest = ordered.length - shown.length
  const most = Math.max(centre ?? 0, ...shown.map(({ upper }) => upper ?? 0)) || 1
  const open = (departmentId: DepartmentRate['departmentId'] | null, name: string) =>
    onCases({ title: `${name}，${span}`, period, indicator, departmentId })
  const titles: [string, string][] = [
    ['name', `科室，${span}`],
    ['count', '件数'],
    ['visits', visitsOf[indicator]],
    ['rate', `每${perInWords(factor)}`],
    ['interval', '95% 区间'],
    ['bar', `各科合计 ${centre === null ? '' : rateInWords(centre)}`],
    ['note', '说明'],
    ['way', '往下看'],
  ]
  return (
    <View className="departments">
      {rows.length === 0 ? (
        <View className="t4 c2">还没有一个月的人次是齐的，各科室先不比。</View>
      ) : (
        <View className="departments-table" {...semantics({ role: 'table', label: `各科室投诉率，${span}` })}>
          <View className="department is-head" {...semantics({ role: 'row' })}>
            {titles.map(([key, title]) => (
              <View key={key} className={`department-${key}`} {...semantics({ role: 'columnheader' })}>
                {key === 'bar' && centre !== null ? <CentreKey /> : null}
                <Text>{title}</Text>
              </View>
            ))}
          </View>
          {shown.map((row) => (
            <Row
              key={row.departmentId}
              row={row}
              centre={centre}
              most={most}
              onOpen={() => open(row.departmentId, row.name)}
            />
          ))}
        </View>
      )}
      {rest > 0 ? (
        <View className="not-printed">
          <LinkText role="button" onTap={() => setAll(true)}>
            {`看全部 ${ordered.length} 个科室 ›`}
          </LinkText>
        </View>
      ) : null}
      {elsewhere.length > 0 ? (
        <View className="departments-else">
          <Text>人次不全、先不比的另列：</Text>
          {elsewhere.map(({ departmentId, name, numerator }, index) => (
            <Text key={departmentId ?? ''}>
              <LinkText
                role="button"
                label={`${name} ${countInWords(numerator)} 件，看是哪些`}
                onTap={() => open(departmentId, name)}
              >
                {`${name} ${countInWords(numerator)} 件`}
              </LinkText>
              <Text>{index === elsewhere.length - 1 ? '。' : '，'}</Text>
            </Text>
          ))}
        </View>
      ) : null}
      <View className="departments-hidden">
        {restInWords(ordered.slice(shown.length).filter(({ outside }) => outside !== '998'))}
      </View>
    </View>
  )
}

/** On paper, where nothing can be unfolded. */
const restInWords = (rows: readonly DepartmentRate[]): string =>
  rows.length === 0 ? '' : `另 ${rows.length} 个科室都在界内：${listed(rows.map(({ name }) => name))}。`

interface RowProps {
  row: DepartmentRate
  centre: number | null
  most: number
  onOpen: () => void
}

const Row = ({ row, centre, most, onOpen }: RowProps) => {
  const { name, numerator, denominator, value, lower, upper, outside } = row
  const isFlagged = outside === '998'
  const note = departmentNote(row, centre)
  const cell = { role: 'cell' } as const
  return (
    <View className={classNames('department', isFlagged && 'is-flagged')} {...semantics({ role: 'row' })}>
      <View className="department-name" {...semantics(cell)}>
        {name}
      </View>
      <View className="department-count" {...semantics(cell)}>
        {countInWords(numerator)}
        <Text className="department-unit"> 件</Text>
      </View>
      <View className="department-visits" {...semantics(cell)}>
        <Text className="department-unit">/ </Text>
        {denominator === null ? '暂无' : countInWords(denominator)}
        <Text className="department-unit"> 人次</Text>
      </View>
      <View className="department-rate" {...semantics(cell)}>
        {value === null ? '暂无' : rateInWords(value)}
      </View>
      <View className="department-interval" {...semantics(cell)}>
        {lower === null || upper === null ? '' : intervalInWords(lower, upper)}
      </View>
      <View className="department-bar" {...semantics(cell)}>
        <IntervalBar
          axis={{ from: 0, to: most / ROOM_AT_END }}
          value={value}
          lower={lower}
          upper={upper}
          centre={centre}
          isSignal={isFlagged}
        />
      </View>
      <View className="department-note" {...semantics(cell)}>
        {isFlagged ? <Icon name="warning" size="s" className="department-icon" /> : null}
        <Text>{note}</Text>
      </View>
      <View className="department-way" {...semantics(cell)}>
        <LinkText role="button" label={`${name} ${countInWords(numerator)} 件 ›`} onTap={onOpen}>
          {`${countInWords(numerator)} 件 ›`}
        </LinkText>
      </View>
    </View>
  )
}
