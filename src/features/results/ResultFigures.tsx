import { countInWords } from '#domain/number.words'
import type { Cell, Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { wholeMeasure } from './dimension.measure'
import { hiddenInWords, intervalInWords, type Measure, measuredIn, unitOf, valueInWords } from './figure.words'
import { countingInWords, responsesInWords } from './result.words'
import './ResultFigures.css'

/** What came in, the two headline figures, and apart from them what somebody else filled in (代填). */
export const ResultFigures = ({ results }: { results: Results }) => {
  const { received, overall, assisted, best } = results
  const measure = wholeMeasure(results)
  return (
    <View className="result-figures-place">
      <View className="result-figures">
        <View className="result-figure">
          <View className="result-figure-name">收到</View>
          <View className="result-figure-row">
            <View className="result-figure-number">{countInWords(received.self + received.assisted)}</View>
            <View className="result-figure-unit">份</View>
            <View className="result-figure-lines">
              {responsesInWords(results).map((words) => (
                <View key={words}>{words}</View>
              ))}
            </View>
          </View>
        </View>
        {best === null ? null : (
          <CellFigure name={`答“${best}”，自己填的 ${countInWords(received.self)} 份里`} cell={overall} measure="top" />
        )}
        <CellFigure name="均分，满分 100" cell={overall} measure="mean" />
        {received.assisted === 0 ? (
          <View className="result-figure">
            <View className="result-figure-name">有人代填的，另列</View>
            <View className="result-figure-row">
              <View className="result-figure-lines">这一段没有</View>
            </View>
          </View>
        ) : (
          <CellFigure name={`有人代填 ${countInWords(received.assisted)} 份，另列`} cell={assisted} measure={measure} />
        )}
      </View>
      <View className="result-counting">{`${countingInWords(results)}。`}</View>
    </View>
  )
}

const CellFigure = ({ name, cell, measure }: { name: string; cell: Cell; measure: Measure }) => (
  <View className="result-figure">
    <View className="result-figure-name">{name}</View>
    <View className="result-figure-row">
      {cell.state === 'shown' ? (
        <ShownFigure cell={cell} measure={measure} />
      ) : (
        <View className="result-figure-lines">{hiddenInWords(cell)}</View>
      )}
    </View>
  </View>
)

const ShownFigure = ({ cell, measure }: { cell: Extract<Cell, { state: 'shown' }>; measure: Measure }) => {
  const { value, lower, upper, n } = measuredIn(cell.figure, measure)
  if (value === null) return <View className="result-figure-lines">暂无数据</View>
  const { top } = cell.figure
  const made = measure === 'top' ? `${countInWords(top)} / ${countInWords(n)} 份` : `${countInWords(n)} 份`
  return (
    <>
      <View className="result-figure-number">{valueInWords(value)}</View>
      <View className="result-figure-unit">{unitOf[measure].trim()}</View>
      <View className="result-figure-lines">
        <View>{made}</View>
        {lower === null || upper === null ? null : <View>{`95% 区间 ${intervalInWords(lower, upper)}`}</View>}
      </View>
    </>
  )
}
