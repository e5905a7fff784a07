import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { semantics } from '../semantics'
import { type Spot, spread } from './chart.geometry'
import { maskOf, type Pen } from './chart.mask'
import './Plot.css'

/** A line of the drawing; its colour is of the class `plot-<tone>`. */
export interface Layer {
  readonly tone: 'band' | 'limit' | 'faint' | 'centre' | 'data'
  readonly lines: readonly (readonly Spot[])[]
  readonly pen: Pen
}

interface AxisTick {
  readonly at: number
  readonly text: string
}

interface PlotProps {
  id?: string
  /** The drawing in one sentence. */
  label: string
  /** px of the plot itself, without the words around it. */
  height: number
  layers: readonly Layer[]
  /** Along the left, shares from the top. */
  rows: readonly AxisTick[]
  /** Along the foot, shares from the left. */
  columns: readonly AxisTick[]
  /** Names of the lines, at the right. */
  edge?: readonly { readonly at: number; readonly text: string; readonly tone: 'plain' | 'strong' | 'jade' }[]
  /** px from one name to the next. */
  edgeGap: number
  /** Names the axis at the foot. */
  foot?: string
  /** Marks and words of the drawing. */
  children?: ReactNode
  /** What can be tapped or focused, over the drawing. */
  targets?: ReactNode
}

export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

const Lines = ({ tone, lines, pen }: Layer) => {
  const mask = maskOf(lines, pen)
  return lines.length === 0 ? null : (
    <View className={`plot-layer plot-${tone}`} style={{ maskImage: mask, WebkitMaskImage: mask }} />
  )
}

/** Axes, lines and what lies on them. */
export const Plot = (props: PlotProps) => {
  const { id, label, height, layers, rows, columns, edge = [], edgeGap, foot, children, targets } = props
  const places = spread(
    edge.map(({ at }) => at * height),
    edgeGap,
    height,
  )
  return (
    <View className={classNames('plot', edge.length > 0 && 'has-edge', foot && 'has-foot')}>
      <View className="plot-room" style={{ height: `${height}px` }} {...semantics({ role: 'img', label })}>
        {rows.map(({ at, text }) => (
          <View key={text} className="plot-row" style={{ top: percent(at) }}>
            {text}
          </View>
        ))}
        <View className="plot-area" id={id}>
          {layers.map((layer) => (
            <Lines key={layer.tone} {...layer} />
          ))}
          <View className="plot-axis" />
          {children}
          {columns.map(({ at, text }) => (
            <View key={text + String(at)} className="plot-column" style={{ left: percent(at) }}>
              {text}
            </View>
          ))}
        </View>
        {edge.map(({ text, tone }, index) => (
          <View key={text} className={`plot-edge is-${tone}`} style={{ top: `${places[index]}px` }}>
            {text}
          </View>
        ))}
        {foot ? <View className="plot-foot">{foot}</View> : null}
      </View>
      {targets ? <View className="plot-targets">{targets}</View> : null}
    </View>
  )
}
