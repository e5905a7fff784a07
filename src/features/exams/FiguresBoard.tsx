import { ANALYSED_FROM } from '#domain/integrity/item-analysis'
import type { ExamFiguresView, ExamView, ItemView } from '#domain/integrity/office.contract'
import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { IntervalBar } from '../../ui/chart/IntervalBar'
import { Facts } from '../../ui/Facts'
import { Icon } from '../../ui/Icon'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Table, type TableRow } from '../../ui/Table'
import {
  analysisInWords,
  complaintsInWords,
  correlationInWords,
  facilityInWords,
  FIGURES_MEAN,
  figureInWords,
  minutesInWords,
  notAnalysedInWords,
  percentOf,
  themesInWords,
  weakestItems,
  type WeakTopic,
  withinInWords,
} from './exam.words'
import { ScoreDotsView } from './ScoreDotsView'

const WEAKEST = 5
const PER_CENT = 100
const SHARES = { from: 0, to: 1 }

const COLUMNS = [
  { key: 'stem', title: '题' },
  { key: 'right', title: '全对的人', numeric: true },
  { key: 'within', title: '95% 区间' },
  { key: 'facility', title: '得分率 %', numeric: true },
  { key: 'discrimination', title: '区分度', numeric: true },
  { key: 'efficiency', title: '区分效率', numeric: true },
  { key: 'act', title: '怎么办' },
]
/** Where a question is not analysed, one column says why. */
const WITHOUT_FIGURES = new Set(['facility', 'efficiency'])

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
  const [explains, setExplains] = useState(false)
  const { handedIn, passed, items, weak, whole } = figures
  const shown = weakestItems(items, showsAll ? items.length : WEAKEST)
  const misleading = items.filter((item) => item.misleading).length
  return (
    <View>
      <View className="exam-strip">
        <Strip term="合格" figure={`${passed.part} / ${passed.whole}`}>
          {passed.whole === 0 ? '' : `${percentOf(passed)}（${withinInWords(figures.passedWithin)}）`}
        </Strip>
        <Strip term="得分，中位" figure={figureInWords(figures.median, 0)}>
          {`四分位 ${figureInWords(figures.lowerQuartile, 0)}–${figureInWords(figures.upperQuartile, 0)}`}
        </Strip>
        <Strip term="交卷用时，中位" figure={minutesInWords(figures.medianTime)}>
          {`限 ${exam.plan.minutes} 分钟`}
        </Strip>
        <Strip term="还没合格" figure={`${Math.max(0, figures.invited - passed.part)} 人`}>
          {`应考 ${figures.invited}，没交 ${Math.max(0, figures.invited - handedIn)}`}
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
          <Head>{showsAll ? '每一题' : '错得最多的几题'}</Head>
          <View className="exam-items gap-2">
            <Table
              label={showsAll ? '每一题答得怎样' : '错得最多的几题'}
              lined
              columns={COLUMNS}
              rows={shown.map((item) => itemRow(item, onRegrade, onQuestion))}
            />
          </View>
          <View className="exam-acts gap-3">
            {items.length > WEAKEST ? (
              <Button kind="quiet" onTap={() => setShowsAll(!showsAll)}>
                {showsAll ? '只看错得最多的' : `看每一题，共 ${items.length} 题`}
              </Button>
            ) : null}
            <Button kind="text" onTap={() => setExplains(!explains)}>
              {explains ? '收起说明' : '这些数怎么看'}
            </Button>
          </View>
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
          <Head>下一课讲什么</Head>
          {weak === null ? (
            <View className="gap-2 t4 c2">
              {`满 ${ANALYSED_FROM} 人交卷，才说得出哪个主题薄弱：人少，一两个人答错就变样。`}
            </View>
          ) : (
            <>
              <View className="gap-2 t4 c3">
                薄弱的主题，旁边是全院近 12 个月同一件事的投诉。并排放着看，不说明谁引起谁。
              </View>
              {weak.length === 0 ? (
                <View className="gap-3 t4">每个主题都有八成以上答对，没有哪个特别薄弱。</View>
              ) : (
                <View className="gap-3" {...semantics({ role: 'list', label: '薄弱的主题' })}>
                  {weak.slice(0, WEAKEST).map((topic) => (
                    <WeakRow key={topic.topic} weak={topic} most={mostComplaints(weak)} />
                  ))}
                </View>
              )}
              <View className="gap-3 t4 c2">
                {onComplaints ? (
                  <LinkText onTap={onComplaints}>去看板看投诉</LinkText>
                ) : (
                  '投诉的看板由医患办和院领导看，要细看请找他们。'
                )}
              </View>
            </>
          )}
          <View className="gap-5">
            <Head>谁看得到成绩</Head>
            <View className="gap-2 t4">本人和纪检专员。科室负责人和院领导只看几人过，不看谁的分。</View>
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

const mostComplaints = (weak: readonly WeakTopic[]): number =>
  Math.max(1, ...weak.map(({ complaints }) => complaints ?? 0))

const WeakRow = ({ weak, most }: { weak: WeakTopic; most: number }) => (
  <View className="weak-topic" {...semantics({ role: 'listitem' })}>
    <View className="weak-topic-head">
      <View className="grow strong">{topicNames[weak.topic]}</View>
      <View className="weak-figure">{`答对 ${percentOf(weak.right)}`}</View>
    </View>
    <View className="weak-topic-head c2">
      <View className="grow">{themesInWords(weak)}</View>
      <View className="weak-figure">{complaintsInWords(weak)}</View>
    </View>
    {weak.complaints ? (
      <View className="weak-track">
        <View className="weak-bar" style={{ width: `${(PER_CENT * weak.complaints) / most}%` }} />
      </View>
    ) : null}
  </View>
)

const itemRow = (
  item: ItemView,
  onRegrade: (item: ItemView) => void,
  onQuestion: (item: ItemView) => void,
): TableRow => {
  const { questionId, version, stem, topic, rule, right, rightWithin, misleading } = item
  return {
    key: `${questionId}-${version}`,
    strong: misleading,
    quiet: item.facility === null ? WITHOUT_FIGURES : undefined,
    cells: {
      stem: (
        <View>
          <LinkText label={`${stem}，去题库看`} onTap={() => onQuestion(item)}>
            {stem}
          </LinkText>
          <View className="exam-item-rule">
            {[rule.document, rule.article].filter(Boolean).join(' · ') || topicNames[topic]}
          </View>
        </View>
      ),
      right: `${right.part} / ${right.whole}　${percentOf(right)}`,
      within: (
        <View>
          <View className="spoken">{rightWithin ? `${withinInWords(rightWithin)}%` : '没有人答'}</View>
          <IntervalBar
            axis={SHARES}
            value={right.whole === 0 ? null : right.part / right.whole}
            lower={rightWithin?.lower ?? null}
            upper={rightWithin?.upper ?? null}
            centre={null}
          />
        </View>
      ),
      facility: facilityInWords(item),
      discrimination: misleading ? (
        <View className="exam-misleading">
          <Icon name="flag" size="s" className="exam-flag" />
          {`${correlationInWords(item.discrimination)}，越会越错`}
        </View>
      ) : item.discrimination === null ? (
        <View className="exam-unsure">{notAnalysedInWords(item)}</View>
      ) : (
        correlationInWords(item.discrimination)
      ),
      efficiency: figureInWords(item.efficiency),
      act: (
        <LinkText role="button" label={`${stem}，重新记分`} onTap={() => onRegrade(item)}>
          重新记分
        </LinkText>
      ),
    },
  }
}

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
