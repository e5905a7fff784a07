import type { Results } from '#domain/survey/results.contract'
import type { Rater } from '#domain/survey/survey.model'
import { Text, View } from '@tarojs/components'
import { Chip } from '../../ui/Chip'
import { semantics } from '../../ui/semantics'
import { periodName, raterShort } from './period.words'
import { headlineOf, supportOf } from './result.words'
import './ResultsHead.css'

interface ResultsHeadProps {
  results: Results
  /** May read what people wrote. */
  isOffice: boolean
  onRater: (rater: Rater) => void
  onPeriod: () => void
  onDepartment: () => void
  onTexts: () => void
  onExport: () => void
}

/** Whose answers of which period, and the sentence that says how it stands. */
export const ResultsHead = (props: ResultsHeadProps) => {
  const { results, isOffice, onRater, onPeriod, onDepartment, onTexts, onExport } = props
  const { rater, raters, period, hospitalName } = results
  const shown = raters.includes(rater) ? raters : [rater, ...raters]
  const support = supportOf(results)
  return (
    <View className="results-head">
      <View className="results-bar not-printed">
        <View className="results-chips" {...semantics({ role: 'group', label: '谁答的' })}>
          {shown.map((one) => (
            <Chip key={one} pressed={one === rater} onTap={() => onRater(one)}>
              {raterShort[one]}
            </Chip>
          ))}
        </View>
        <View className="results-chips" {...semantics({ role: 'group', label: '看哪一段、哪里' })}>
          <Chip label={`${periodName(period)}，换一段`} onTap={onPeriod}>
            {periodName(period)}
          </Chip>
          <Chip icon="department" onTap={onDepartment}>
            科室
          </Chip>
          {isOffice ? (
            <Chip icon="listen" onTap={onTexts}>
              留言
            </Chip>
          ) : null}
          <Chip icon="save" onTap={onExport}>
            导出
          </Chip>
        </View>
      </View>
      <Text className="results-printed">{hospitalName}</Text>
      <View className="results-headline" {...semantics({ role: 'heading', level: 2 })}>
        {headlineOf(results)}
      </View>
      {support ? <View className="results-support">{support}</View> : null}
    </View>
  )
}
