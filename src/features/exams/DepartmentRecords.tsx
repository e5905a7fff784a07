import { topicNames } from '#domain/integrity/question.topics'
import type { DepartmentLearning } from '#domain/integrity/record.contract'
import { View } from '@tarojs/components'
import { Empty } from '../../ui/Empty'
import { Head } from '../../ui/Lead'
import { Table, type TableRow } from '../../ui/Table'
import { percentOf, shareInWords } from './exam.words'
import { besideInWords, weakestOf } from './record.sheet'

const COLUMNS = [
  { key: 'name', title: '科室' },
  { key: 'practised', title: '练过题', numeric: true },
  { key: 'took', title: '交卷', numeric: true },
  { key: 'passed', title: '合格', numeric: true },
  { key: 'weak', title: '薄弱主题，和同一件事的投诉' },
]

const weakCell = (row: DepartmentLearning) => {
  const weak = weakestOf(row)
  if (weak === null) return '人少，说不准'
  if (weak.length === 0) return '没有特别薄弱的'
  return (
    <View>
      {weak.map((each) => (
        <View key={each.topic} className="record-weak">
          <View>{`${topicNames[each.topic]}，答对 ${percentOf(each.right)}`}</View>
          <View className="record-beside">{besideInWords(each)}</View>
        </View>
      ))}
    </View>
  )
}

const rowOf = (row: DepartmentLearning): TableRow => ({
  key: row.id ?? row.name,
  cells: {
    name: (
      <View>
        <View>{row.name}</View>
        <View className="record-beside">{`${row.staff} 人`}</View>
      </View>
    ),
    practised: shareInWords(row.practised),
    took: shareInWords(row.took),
    passed: shareInWords(row.passed),
    weak: weakCell(row),
  },
})

interface DepartmentRecordsProps {
  learning: { readonly rows: readonly DepartmentLearning[]; readonly whole: DepartmentLearning }
}

/** Who took part, who passed and what is not known yet, by department; the whole hospital last. */
export const DepartmentRecords = ({ learning: { rows, whole } }: DepartmentRecordsProps) => (
  <View>
    <Head aside="投诉是近 12 个月的，并排看，不说明谁引起谁">按科室</Head>
    {rows.length === 0 ? (
      <Empty title="名单上还没有人" hint="请管理员在“人与权限”里先加职工，写上科室。" />
    ) : (
      <View className="record-table gap-2">
        <Table
          label="各科室的学习"
          lined
          columns={COLUMNS}
          rows={(rows.length > 1 ? [...rows, whole] : rows).map(rowOf)}
        />
      </View>
    )}
  </View>
)
