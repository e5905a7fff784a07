import type { ItemView } from '#domain/integrity/office.contract'
import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { IntervalBar } from '../../ui/chart/IntervalBar'
import { Icon } from '../../ui/Icon'
import { LinkText } from '../../ui/LinkText'
import { Table, type TableRow } from '../../ui/Table'
import {
  correlationInWords,
  facilityInWords,
  figureInWords,
  isAnalysed,
  notAnalysedInWords,
  rightInWords,
  withinInWords,
} from './exam.words'

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
/** Where a question is not analysed, one column says why; where none is, the heading does. */
const WITHOUT_FIGURES = new Set(['facility', 'efficiency'])
const TOO_FEW = new Set([...WITHOUT_FIGURES, 'within'])
const COUNTS = COLUMNS.filter(({ key }) => key !== 'discrimination' && !TOO_FEW.has(key))

interface ItemActs {
  onRegrade: (item: ItemView) => void
  onQuestion: (item: ItemView) => void
}

interface ItemTableProps extends ItemActs {
  label: string
  items: readonly ItemView[]
}

/** What each question shows (题目分析), with what misleads flagged. */
export const ItemTable = ({ label, items, ...acts }: ItemTableProps) => (
  <View className="exam-items gap-2">
    <Table
      label={label}
      lined
      columns={items.some(isAnalysed) ? COLUMNS : COUNTS}
      rows={items.map((item) => itemRow(item, acts))}
    />
  </View>
)

const quietIn = (item: ItemView): TableRow['quiet'] => {
  if (!isAnalysed(item)) return TOO_FEW
  return item.facility === null ? WITHOUT_FIGURES : undefined
}

const itemRow = (item: ItemView, { onRegrade, onQuestion }: ItemActs): TableRow => {
  const { questionId, version, stem, topic, rule, right, rightWithin, misleading } = item
  return {
    key: `${questionId}-${version}`,
    strong: misleading,
    quiet: quietIn(item),
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
      right: rightInWords(item),
      within: isAnalysed(item) ? (
        <View>
          <View className="spoken">{`${withinInWords(rightWithin)}%`}</View>
          <IntervalBar
            axis={SHARES}
            value={right.part / right.whole}
            lower={rightWithin?.lower ?? null}
            upper={rightWithin?.upper ?? null}
            centre={null}
          />
        </View>
      ) : null,
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
      efficiency: (
        <View>
          <View>{figureInWords(item.efficiency)}</View>
          {item.effectiveWeight === null ? null : (
            <View className="exam-item-rule">{`权重 ${figureInWords(item.effectiveWeight)}`}</View>
          )}
        </View>
      ),
      act: (
        <LinkText role="button" label={`${stem}，重新记分`} onTap={() => onRegrade(item)}>
          重新记分
        </LinkText>
      ),
    },
  }
}
