import type { ExamFiguresView, ExamView, ItemView } from '#domain/integrity/office.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Facts } from '../../ui/Facts'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { Table, type TableRow } from '../../ui/Table'
import {
  allItems,
  analysisInWords,
  FIGURES_MEAN,
  figureInWords,
  itemsHeadline,
  minutesInWords,
  percentOf,
  weakestItems,
  withinInWords,
} from './exam.words'
import { ItemTable } from './ItemTable'
import { ItemUse } from './ItemUse'
import { NextLesson } from './NextLesson'
import { ScoreDotsView } from './ScoreDotsView'

const WEAKEST = 5
interface FiguresBoardProps {
  exam: ExamView
  figures: ExamFiguresView
  onRegrade: (item: ItemView) => void
  onQuestion: (item: ItemView) => void
  /** Where the complaints are counted; absent for whoever does not see them. */
  onComplaints?: () => void
}

/** What an exam shows: who passed, which questions were missed, and what to teach next. */
export const FiguresBoard = ({ exam, figures, onRegrade, onQuestion, onComplaints }: FiguresBoardProps) => {
  const [showsAll, setShowsAll] = useState(false)
  const [showsUse, setShowsUse] = useState(false)
  const [explains, setExplains] = useState(false)
  const { handedIn, passed, items, weak, whole } = figures
  const ranked = weakestItems(items, WEAKEST)
  const listsAll = showsAll || ranked.length === 0
  const listed = listsAll ? allItems(items) : ranked
  const title = itemsHeadline(ranked.length, listsAll)
  const misleading = items.filter((item) => item.misleading).length
  return (
    <View>
      <View className="exam-strip">
        <Strip term="合格" figure={`${passed.part} / ${passed.whole}`}>
          {passed.whole === 0 ? '' : `按最好的一次，${percentOf(passed)}（${withinInWords(figures.passedWithin)}）`}
        </Strip>
        <Strip term="得分，中位" figure={figureInWords(figures.median, 0)}>
          {`第一次交的卷，四分位 ${figureInWords(figures.lowerQuartile, 0)}–${figureInWords(figures.upperQuartile, 0)}`}
        </Strip>
        <Strip term="交卷用时，中位" figure={minutesInWords(figures.medianTime)}>
          {`限 ${exam.plan.minutes} 分钟`}
        </Strip>
        <Strip term="还没合格" figure={`${figures.notPassed} 人`}>
          {`应考 ${figures.invited}，没交 ${figures.notHandedIn}`}
        </Strip>
      </View>
      {misleading > 0 ? (
        <View className="gap-4">
          <Notice tone="wait" icon="flag">
            {`${misleading} 道题越会的人越错：先核对题和答案，是题的毛病就重新记分，别急着说人不会。`}
          </Notice>
        </View>
      ) : null}
      <View className="exam-columns">
        <View className="exam-main">
          <Head>{title}</Head>
          <ItemTable label={title} items={listed} onRegrade={onRegrade} onQuestion={onQuestion} />
          <View className="exam-acts gap-3">
            {ranked.length > 0 && items.length > ranked.length ? (
              <Button kind="quiet" onTap={() => setShowsAll(!showsAll)}>
                {showsAll ? '只看错得最多的' : `看每一题，共 ${items.length} 题`}
              </Button>
            ) : null}
            {ranked.length > 0 ? (
              <Button kind="text" onTap={() => setShowsUse(!showsUse)}>
                {showsUse ? '收起各题的选项' : '各题选了什么'}
              </Button>
            ) : null}
            <Button kind="text" onTap={() => setExplains(!explains)}>
              {explains ? '收起说明' : '这些数怎么看'}
            </Button>
          </View>
          {showsUse ? <ItemUse items={listed} /> : null}
          {explains ? (
            <View className="gap-3">
              <Facts facts={[...FIGURES_MEAN]} />
            </View>
          ) : null}
          <View className="gap-3 t4 c3">{analysisInWords(handedIn)}</View>
          <ScoreDotsView scores={figures.scores} passPercent={exam.plan.passPercent} />
          {whole ? (
            <View className="gap-6">
              <Head aside="照 Moodle 的定义">整份卷</Head>
              <View className="gap-2">
                <Table
                  label="整份卷的数"
                  lined
                  columns={[
                    { key: 'name', title: '指标' },
                    { key: 'value', title: '数', numeric: true },
                    { key: 'means', title: '怎么看' },
                  ]}
                  rows={wholeRows(whole)}
                />
              </View>
            </View>
          ) : null}
        </View>
        <View className="exam-side">
          <NextLesson weak={weak} onComplaints={onComplaints} />
          <View className="gap-5">
            <Head>谁看得到成绩</Head>
            <View className="gap-2 t4">本人和纪检专员。别的人看不到谁得了几分。</View>
          </View>
        </View>
      </View>
    </View>
  )
}

const Strip = ({ term, figure, children }: { term: string; figure: string; children: string }) => (
  <View className="exam-strip-part">
    <View className="exam-strip-term">{term}</View>
    <View className="exam-strip-figure">{figure}</View>
    <View className="exam-strip-more">{children}</View>
  </View>
)

const wholeRows = (whole: NonNullable<ExamFiguresView['whole']>): TableRow[] => {
  const rows: readonly [string, string, string][] = [
    ['平均得分 %', figureInWords(whole.mean), '整份卷难不难'],
    ['标准差 %', figureInWords(whole.sd), '人和人差多少'],
    ['偏度', figureInWords(whole.skewness, 2), '负的，高分的人多'],
    ['峰度', figureInWords(whole.kurtosis, 2), '正的，分数挤在一起'],
    ['内部一致性 %', figureInWords(whole.cic), '各题量的是不是一回事，越高越稳'],
    ['误差比 %', figureInWords(whole.errorRatio), '分数的差别里有多少是碰巧'],
    ['标准误', figureInWords(whole.standardError), '一个人的分，上下差这么多都算正常'],
  ]
  return rows.map(([name, value, means]) => ({ key: name, cells: { name, value, means } }))
}
