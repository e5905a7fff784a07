import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import type { DimensionResult, Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { SectionHead } from '../../ui/SectionHead'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { hospitalLine, wholeMeasure } from './dimension.measure'
import { DimensionTables } from './DimensionTables'
import { hiddenInWords, type Measure, measuredIn, measuredInWords, shownIn } from './figure.words'
import { FigureTable } from './FigureTable'
import { subjectOf } from './period.words'
import { QuestionList } from './QuestionList'
import { besideHospital } from './result.words'
import { surveyApi } from './survey.api'
import './DepartmentPanel.css'

interface DepartmentPanelProps {
  /** Of the hospital: what the department is looked at beside. */
  results: Results
  departmentId: DepartmentId
  onClose: () => void
}

/** One department of a period that is over: its dimensions, questions and codes. */
export const DepartmentPanel = ({ results, departmentId, onClose }: DepartmentPanelProps) => {
  const { rater, period } = results
  const { remote, reload } = useLoaded(surveyApi.results, { rater, period, departmentId })
  const department = results.departments.find(({ id }) => id === departmentId)
  const name = department?.name ?? '这个科室'
  return (
    <SidePanel title={`${name}，${subjectOf(results)}`} onClose={onClose}>
      {department ? <DepartmentLead results={results} department={department} /> : null}
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : remote.status === 'done' ? (
        <DepartmentParts hospital={results} department={remote.value} />
      ) : (
        <View className="gap-4">
          <Skeleton lines={5} label={`正在取${name}的结果`} />
        </View>
      )}
    </SidePanel>
  )
}

const DepartmentLead = ({ results, department }: { results: Results; department: Results['departments'][number] }) => {
  const { cell } = department
  const measure = wholeMeasure(results)
  const said = cell.state === 'shown' ? measuredInWords(measuredIn(cell.figure, measure), measure) : hiddenInWords(cell)
  return (
    <View className="department-lead">
      <View className="department-figure">
        {cell.state === 'shown' && results.best !== null ? `答“${results.best}” ${said}` : said}
      </View>
      <View className="t4 c2">{besideHospital(results, department)}</View>
    </View>
  )
}

const DepartmentParts = ({ hospital, department }: { hospital: Results; department: Results }) => {
  const lineOf = ({ id }: DimensionResult, measure: Measure) => {
    const figure = shownIn(hospital.dimensions.find((same) => same.id === id)?.cell ?? { state: 'none' })
    return figure && measuredIn(figure, measure).value
  }
  const measure = wholeMeasure(hospital)
  const { questions, touchpoints } = department
  return (
    <>
      <View className="department-part">
        <DimensionTables results={department} lineOf={lineOf} lineName={() => '全院这一方面'} />
      </View>
      <View className="department-part">
        <SectionHead title="题目" />
        <QuestionList questions={questions} onImprove={null} />
      </View>
      {touchpoints.length > 0 ? (
        <View className="department-part">
          <SectionHead
            title="从哪张码答的"
            aside={measure === 'top' ? `答“${hospital.best ?? ''}”的比例` : '均分，满分 100'}
          />
          <FigureTable
            label="从哪张码答的"
            title="码"
            measure={measure}
            lineName="全院"
            rows={touchpoints.map(({ id, name, cell }) => ({
              key: id,
              name,
              cell,
              line: hospitalLine(hospital, measure),
            }))}
          />
        </View>
      ) : null}
    </>
  )
}
