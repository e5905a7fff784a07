import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { beijingDay, type Instant } from '#domain/instant'
import { staffGroupNames } from '#domain/integrity/exam.model'
import type { DepartmentLearning } from '#domain/integrity/record.contract'
import type { Year } from '#domain/survey/quarter'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Table, type TableRow } from '../../ui/Table'
import { toast } from '../../ui/toast'
import { allEthicsRows } from './all-pages'
import { percentOf } from './exam.words'
import { examsApi } from './exams.api'
import { recordSheets, weakInWords } from './record.sheet'

const COLUMNS = [
  { key: 'name', title: '科室' },
  { key: 'staff', title: '在册', numeric: true },
  { key: 'practised', title: '练过题', numeric: true },
  { key: 'took', title: '交卷', numeric: true },
  { key: 'passed', title: '合格', numeric: true },
  { key: 'weak', title: '薄弱主题' },
]

const shareInWords = (share: { part: number; whole: number }): string =>
  share.whole === 0 ? '—' : `${share.part} / ${share.whole}　${percentOf(share)}`

const rowOf = (row: DepartmentLearning): TableRow => ({
  key: row.id ?? '-',
  cells: {
    name: row.name,
    staff: String(row.staff),
    practised: shareInWords(row.practised),
    took: shareInWords(row.took),
    passed: shareInWords(row.passed),
    weak: weakInWords(row),
  },
})

const yearOf = (now: Instant): Year => beijingDay(now).slice(0, 4)

interface RecordsBoardProps {
  now: Instant
  onLeave: () => void
}

/** A year of learning by department and group (学习档案), and what goes into the annual ethics file. */
export const RecordsBoard = ({ now, onLeave }: RecordsBoardProps) => {
  const thisYear = yearOf(now)
  const [year, setYear] = useState<Year>(thisYear)
  const { remote, reload } = useLoaded(examsApi.departmentLearning, { year })
  const coverage = useLoaded(examsApi.groupCoverage, { year })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const learning = remote.status === 'done' ? remote.value : null
  const save = async () => {
    if (!learning) return
    setBusy(true)
    setProblem(null)
    const people = await allEthicsRows(year)
    if (people.ok) {
      try {
        await saveWorkbook(recordSheets(year, people.value, learning.rows), `廉洁学习 ${year}.xlsx`)
        toast('下载好了')
      } catch {
        setProblem('表格没有写成，请再试一次。')
      }
    } else setProblem(sentenceFor(people.code))
    setBusy(false)
  }
  return (
    <View>
      <LinkText role="button" onTap={onLeave}>
        ‹ 所有考试
      </LinkText>
      <Lead hint="练过题：这一年至少答过一次每日五题。交卷和合格按这一年的每场考试算，人次相加。">
        {learning ? `${year} 年，全院 ${shareInWords(learning.whole.practised)} 的人练过题` : `${year} 年的学习档案`}
      </Lead>
      <View className="exam-chips gap-4" {...semantics({ role: 'group', label: '哪一年' })}>
        {[thisYear, String(Number(thisYear) - 1)].map((each) => (
          <View key={each} className="exam-chip">
            <Chip pressed={each === year} onTap={() => setYear(each)}>
              {`${each} 年`}
            </Chip>
          </View>
        ))}
      </View>
      <View className="exam-columns">
        <View className="exam-main">
          <Head>按科室</Head>
          {remote.status === 'failed' ? (
            <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
          ) : !learning ? (
            <Skeleton lines={8} label="正在算" />
          ) : learning.rows.length === 0 ? (
            <Empty title="名单上还没有人" hint="请管理员在“人与权限”里先加职工，写上科室。" />
          ) : (
            <View className="record-table gap-2">
              <Table
                label="各科室的学习"
                lined
                columns={COLUMNS}
                rows={[...learning.rows, learning.whole].map(rowOf)}
              />
            </View>
          )}
        </View>
        <View className="exam-side">
          <Head aside="这一年考试合格过的">重点人群</Head>
          {coverage.remote.status === 'failed' ? (
            <ErrorNote onRetry={() => void coverage.reload()}>{sentenceFor(coverage.remote.code)}</ErrorNote>
          ) : coverage.remote.status === 'done' ? (
            <List label="重点人群考试合格的">
              {coverage.remote.value.rows.map(({ group, covered }) => (
                <Item key={group} title={staffGroupNames[group]} end={shareInWords(covered)} />
              ))}
            </List>
          ) : (
            <Skeleton lines={4} />
          )}
          {process.env.TARO_ENV === 'h5' ? (
            <View className="gap-5">
              {problem ? <ErrorNote onRetry={() => void save()}>{problem}</ErrorNote> : null}
              <Button
                kind="quiet"
                icon="save"
                busy={busy}
                busyText="正在写表"
                disabled={!learning}
                onTap={() => void save()}
              >
                医德考评用的表（XLSX）
              </Button>
              <View className="gap-2 t4 c2">一张是每个人这一年的学习，一张是各科室的。</View>
            </View>
          ) : null}
        </View>
      </View>
    </View>
  )
}
