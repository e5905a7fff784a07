import { View } from '@tarojs/components'
import type { Axis } from './chart.geometry'
import { percent } from './Plot'
import './IntervalBar.css'

interface IntervalBarProps {
  axis: Axis
  value: number | null
  /** Both or neither. */
  lower: number | null
  upper: number | null
  /** The line it is looked at beside; null: it is not to be compared. */
  centre: number | null
  /** Beyond what chance makes of it. */
  isSignal?: boolean
}

/** A dot with its interval beside a line, without axis or words: the figures stand in the row it belongs to. */
export const IntervalBar = ({ axis, value, lower, upper, centre, isSignal = false }: IntervalBarProps) => {
  const share = (figure: number) => Math.min(1, Math.max(0, (figure - axis.from) / (axis.to - axis.from)))
  return (
    <View className="interval-bar">
      {centre === null ? null : <View className="interval-centre" style={{ left: percent(share(centre)) }} />}
      {lower === null || upper === null ? null : (
        <View
          className="interval-range"
          style={{ left: percent(share(lower)), width: percent(share(upper) - share(lower)) }}
        />
      )}
      {value === null ? null : (
        <View className={isSignal ? 'plot-diamond' : 'plot-dot'} style={{ left: percent(share(value)), top: '50%' }} />
      )}
    </View>
  )
}

/** The line's colour, before its name at the head of the column. */
export const CentreKey = () => <View className="interval-key" />
