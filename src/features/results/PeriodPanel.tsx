import { quarterInWords } from '#domain/survey/quarter'
import type { ResultPeriod, Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { Chip } from '../../ui/Chip'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { periodName, yearsIn } from './period.words'
import './PeriodPanel.css'

interface PeriodPanelProps {
  results: Results
  onPeriod: (period: ResultPeriod) => void
  onClose: () => void
}

/** Quarters and years there is anything of, the latest first. */
export const PeriodPanel = ({ results, onPeriod, onClose }: PeriodPanelProps) => {
  const { period } = results
  const chip = (one: ResultPeriod, name: string, label: string) => (
    <Chip key={one.value} pressed={one.value === period.value} label={label} onTap={() => onPeriod(one)}>
      {name}
    </Chip>
  )
  return (
    <SidePanel title="看哪一段" onClose={onClose}>
      {yearsIn(results).map(({ year, quarters }) => (
        <View key={year} className="results-year" {...semantics({ role: 'group', label: `${year} 年` })}>
          <View className="results-year-name">{`${year} 年`}</View>
          <View className="results-year-chips">
            {quarters.map((value) =>
              chip({ unit: 'quarter', value }, periodName({ unit: 'quarter', value }, year), quarterInWords(value)),
            )}
            {chip({ unit: 'year', value: year }, '全年', `${year} 年全年`)}
          </View>
        </View>
      ))}
    </SidePanel>
  )
}
