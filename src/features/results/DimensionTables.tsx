import type { DimensionResult, Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { SectionHead } from '../../ui/SectionHead'
import { measureOf } from './dimension.measure'
import type { Measure } from './figure.words'
import { FigureTable } from './FigureTable'

interface DimensionTablesProps {
  results: Results
  lineOf: (dimension: DimensionResult, measure: Measure) => number | null
  lineName: (measure: Measure) => string
}

const asides: Record<Measure, string> = { top: '答最好一档的比例', mean: '几道题的均分，满分 100' }

/** The dimensions, those of a single question apart from those of several: they are measured differently. */
export const DimensionTables = ({ results, lineOf, lineName }: DimensionTablesProps) => {
  const { dimensions } = results
  if (dimensions.length === 0) {
    return (
      <>
        <SectionHead title="方面" />
        <View className="t4 c2">问卷没有分方面。</View>
      </>
    )
  }
  const parts = (['top', 'mean'] as const)
    .map((measure) => ({ measure, rows: dimensions.filter((one) => measureOf(results, one) === measure) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      {parts.map(({ measure, rows }) => (
        <View key={measure} className="dimension-part">
          <SectionHead title={`${rows.length} 个方面`} aside={asides[measure]} />
          <FigureTable
            label={`方面，${asides[measure]}`}
            title="方面"
            measure={measure}
            lineName={lineName(measure)}
            rows={rows.map((one) => ({ key: one.id, name: one.name, cell: one.cell, line: lineOf(one, measure) }))}
          />
        </View>
      ))}
    </>
  )
}
