import type { DepartmentId } from '#domain/ids'
import type { Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { SectionHead } from '../../ui/SectionHead'
import { semantics } from '../../ui/semantics'
import { useAppearance } from '../../ui/useAppearance'
import { DepartmentChoice } from './DepartmentChoice'
import { DepartmentPanel } from './DepartmentPanel'
import { hospitalLine, wholeMeasure } from './dimension.measure'
import { DimensionTables } from './DimensionTables'
import { ExportPanel } from './ExportPanel'
import { type Measure, valueInWords } from './figure.words'
import { FigureTable } from './FigureTable'
import { MethodPanel, PrintedMethod } from './MethodPanel'
import { NothingYet } from './NothingYet'
import { PeriodPanel } from './PeriodPanel'
import { QuestionList } from './QuestionList'
import { ResultFigures } from './ResultFigures'
import { noDepartmentsBecause } from './result.words'
import type { ResultsView } from './results.view'
import { ResultsHead } from './ResultsHead'
import { TextAnswers } from './TextAnswers'
import { TrendChart } from './TrendChart'
import './ResultsBoard.css'

interface ResultsBoardProps {
  results: Results
  /** May read what people wrote and make questionnaires. */
  isOffice: boolean
  /** Another page than this one was asked for and is on its way. */
  isStale: boolean
  /** Whose panel is open from the start. */
  departmentId: DepartmentId | null
  onShow: (change: Partial<ResultsView>) => void
  onQuestionnaires: () => void
  onImprove: () => void
}

type Panel =
  | { readonly kind: 'period' | 'method' | 'export' | 'departments' | 'texts' }
  | { readonly kind: 'department'; readonly id: DepartmentId }

/** What was answered, on one page. */
export const ResultsBoard = (props: ResultsBoardProps) => {
  const { results, isOffice, isStale, departmentId, onShow, onQuestionnaires, onImprove } = props
  const { elder } = useAppearance()
  const [panel, setPanel] = useState<Panel | null>(departmentId ? { kind: 'department', id: departmentId } : null)
  const [unfolded, setUnfolded] = useState(false)
  if (results.raters.length === 0 && results.known === null) {
    return <NothingYet isOffice={isOffice} onQuestionnaires={onQuestionnaires} />
  }
  const close = () => setPanel(null)
  const isWhole = !elder || unfolded
  const isBelow = results.questions.some((question) => question.isBelow)
  return (
    <View className={classNames('results-board', isStale && 'is-stale')} {...semantics({ busy: isStale })}>
      <ResultsHead
        results={results}
        isOffice={isOffice}
        onRater={(rater) => onShow({ rater })}
        onPeriod={() => setPanel({ kind: 'period' })}
        onDepartment={() => setPanel({ kind: 'departments' })}
        onTexts={() => setPanel({ kind: 'texts' })}
        onExport={() => setPanel({ kind: 'export' })}
      />
      <ResultFigures results={results} />
      <View className="results-parts">
        <View className="results-trend">
          <TrendChart results={results} onMethod={() => setPanel({ kind: 'method' })} />
        </View>
        <View className="results-dimensions">
          <DimensionTables
            results={results}
            lineOf={(_, measure) => hospitalLine(results, measure)}
            lineName={(measure) => lineName(hospitalLine(results, measure), measure)}
          />
        </View>
        {isWhole ? (
          <>
            <View className="results-questions">
              <SectionHead title="题目" aside={isBelow ? '低于改进界限的，要有人管' : undefined} />
              <QuestionList questions={results.questions} onImprove={onImprove} />
            </View>
            <View className="results-departments">
              <Departments results={results} onOpen={(id) => setPanel({ kind: 'department', id })} />
            </View>
          </>
        ) : (
          <Button kind="quiet" wide onTap={() => setUnfolded(true)}>
            再看题目和科室
          </Button>
        )}
      </View>
      <PrintedMethod results={results} />
      {panel?.kind === 'period' ? (
        <PeriodPanel
          results={results}
          onPeriod={(period) => {
            close()
            onShow({ period })
          }}
          onClose={close}
        />
      ) : null}
      {panel?.kind === 'departments' ? (
        <DepartmentChoice
          results={results}
          onDepartment={(id) => setPanel({ kind: 'department', id })}
          onClose={close}
        />
      ) : null}
      {panel?.kind === 'department' ? (
        <DepartmentPanel results={results} departmentId={panel.id} onClose={close} />
      ) : null}
      {panel?.kind === 'method' ? <MethodPanel results={results} onClose={close} /> : null}
      {panel?.kind === 'export' ? <ExportPanel results={results} isOffice={isOffice} onClose={close} /> : null}
      {panel?.kind === 'texts' ? <TextAnswers results={results} onClose={close} /> : null}
    </View>
  )
}

const lineName = (value: number | null, measure: Measure) =>
  value === null ? '全院' : `全院 ${valueInWords(value)}${measure === 'top' ? '%' : ''}`

interface DepartmentsProps {
  results: Results
  onOpen: (id: DepartmentId) => void
}

const Departments = ({ results, onOpen }: DepartmentsProps) => {
  const because = noDepartmentsBecause(results)
  const measure = wholeMeasure(results)
  const line = hospitalLine(results, measure)
  return (
    <>
      <SectionHead
        title="科室"
        aside={
          because
            ? undefined
            : measure === 'top'
              ? `答“${results.best ?? ''}”的比例；点科室往下看`
              : '均分；点科室往下看'
        }
      />
      {because ? (
        <View className="t4 c2">{because}</View>
      ) : (
        <FigureTable
          label="各科室"
          title="科室，按医院的名单排"
          measure={measure}
          lineName={lineName(line, measure)}
          rows={results.departments.map(({ id, name, cell }) => ({
            key: id,
            name,
            cell,
            line,
            onOpen: () => onOpen(id),
          }))}
        />
      )}
    </>
  )
}
