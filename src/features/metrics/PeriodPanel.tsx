import type { Period, PeriodUnit, Rates } from '#domain/metrics/metrics.contract'
import { View } from '@tarojs/components'
import { Chip } from '../../ui/Chip'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { periodName, periodsIn } from './figure.words'
import './PeriodPanel.css'

interface PeriodPanelProps {
  rates: Rates
  onPeriod: (period: Period) => void
  onClose: () => void
}

const titles: Record<PeriodUnit, string> = { month: '看哪个月', quarter: '看哪一季', year: '看哪一年' }

/** The periods there is anything of, by year, the latest first. */
export const PeriodPanel = ({ rates, onPeriod, onClose }: PeriodPanelProps) => {
  const { unit, known, period } = rates
  const periods = known ? periodsIn(known, unit) : []
  const years = [...new Set(periods.map(({ from }) => from.slice(0, 4)))]
  return (
    <SidePanel title={titles[unit]} onClose={onClose}>
      {years.map((year) => (
        <View key={year} className="period-year" {...semantics({ role: 'group', label: `${year} 年` })}>
          {unit === 'year' ? null : <View className="period-name">{`${year} 年`}</View>}
          <View className="period-chips">
            {periods
              .filter(({ from }) => from.startsWith(year))
              .map((one) => (
                <Chip
                  key={one.from}
                  pressed={one.from === period.from}
                  label={periodName(one, unit)}
                  onTap={() => onPeriod(one)}
                >
                  {periodName(one, unit, unit === 'year' ? undefined : one.from)}
                </Chip>
              ))}
          </View>
        </View>
      ))}
    </SidePanel>
  )
}
