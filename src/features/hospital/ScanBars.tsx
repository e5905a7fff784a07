import type { TouchpointRow } from '#domain/hospital/place.contract'
import { monthsOfScans } from '#domain/hospital/place.rules'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { semantics } from '../../ui/semantics'
import { monthsInWords } from './place.words'
import './ScanBars.css'

const heightOf = (count: number, most: number) => `${Math.round((count / Math.max(1, most)) * 100)}%`

/** Twelve months of a code's scans as bars from zero, this month at the right. */
export const ScanBars = ({ row, now }: { row: TouchpointRow; now: Instant }) => {
  const counts = row.scans.months
  return (
    <View className="scan-bars" {...semantics({ role: 'img', label: monthsInWords(row) })}>
      {monthsOfScans(now).map((month, index) => (
        <View key={month} className="scan-bar" style={{ height: heightOf(counts[index] ?? 0, Math.max(...counts)) }} />
      ))}
    </View>
  )
}
