import type { Rates } from '#domain/metrics/metrics.contract'
import { View } from '@tarojs/components'
import { useId } from 'react'
import { placeLabels, widthOfWords } from '../../ui/chart/chart.geometry'
import { type Layer, percent, Plot } from '../../ui/chart/Plot'
import { SectionHead } from '../../ui/SectionHead'
import { useAppearance } from '../../ui/useAppearance'
import { useWidthOf } from '../../ui/useWidthOf'
import { funnelInWords } from './chart.words'
import { rateInWords, spanInWords } from './figure.words'
import { drawFunnel, type FunnelDrawing } from './funnel.drawing'

const HEIGHT = { plain: 194, elder: 300 }
const LETTERS = { plain: 13, elder: 24 }
const USUAL_WIDTH = 290

const layersOf = ({ band, limits998, limits95, centre }: FunnelDrawing): Layer[] => [
  { tone: 'band', lines: band, pen: { width: 0 } },
  { tone: 'limit', lines: limits998, pen: { width: 1.25, dash: [5, 4] } },
  { tone: 'faint', lines: limits95, pen: { width: 1, dash: [1.5, 3.5] } },
  { tone: 'centre', lines: centre, pen: { width: 1.5 } },
]

/** Departments by how many they saw, inside the limits of chance; named only where beyond 99.8 %. */
export const FunnelChart = ({ rates }: { rates: Rates }) => {
  const { elder } = useAppearance()
  const mode = elder ? 'elder' : 'plain'
  const plotId = `plot-${useId().replace(/\W/g, '')}`
  const width = useWidthOf(plotId, USUAL_WIDTH)
  const drawing = drawFunnel(rates.departments)
  return (
    <View className="rate-funnel">
      <SectionHead title={`各科室，${spanInWords(rates.departments.period)}`} aside="超出 99.8% 才提醒" />
      <Plot
        id={plotId}
        label={funnelInWords(rates)}
        height={HEIGHT[mode]}
        layers={layersOf(drawing)}
        rows={drawing.rows}
        columns={drawing.columns}
        edge={elder ? [] : drawing.edge}
        edgeGap={18}
        foot={`接诊量，${drawing.unit}`}
      >
        {drawing.marks.map(({ at, row }) => (
          <View
            key={row.departmentId}
            className={row.outside === '998' ? 'plot-diamond' : 'plot-dot'}
            style={{ left: percent(at.x), top: percent(at.y) }}
          />
        ))}
        <Names drawing={drawing} width={width} height={HEIGHT[mode]} letters={LETTERS[mode]} />
      </Plot>
    </View>
  )
}

interface NamesProps {
  drawing: FunnelDrawing
  width: number
  height: number
  letters: number
}

const Names = ({ drawing, width, height, letters }: NamesProps) => {
  const named = drawing.marks.filter(({ row }) => row.outside === '998')
  const words = named.map(({ row }) => `${row.name} ${rateInWords(row.value ?? 0)}`)
  const boxes = placeLabels(
    named.map(({ at }, index) => ({
      x: at.x * width,
      y: at.y * height,
      width: widthOfWords(words[index] ?? '', letters),
      height: letters * 1.35,
    })),
    { width, height },
    drawing.marks.map(({ at }) => ({ x: at.x * width, y: at.y * height })),
  )
  return (
    <>
      {boxes.map((box, index) => (
        <View
          key={words[index]}
          className="plot-words plot-signal"
          style={{ left: percent(box.left / width), top: percent(box.top / height) }}
        >
          {words[index]}
        </View>
      ))}
    </>
  )
}
