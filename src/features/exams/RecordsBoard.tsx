import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { StaffId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { staffGroupNames } from '#domain/integrity/exam.model'
import type { Year } from '#domain/survey/quarter'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { allEthicsRows } from './all-pages'
import { DepartmentRecords } from './DepartmentRecords'
import { shareInWords } from './exam.words'
import { examsApi } from './exams.api'
import { PeopleRecords } from './PeopleRecords'
import { recordSheets } from './record.sheet'

type Part = 'departments' | 'people'

const PARTS: readonly { part: Part; name: string }[] = [
  { part: 'departments', name: '按科室' },
  { part: 'people', name: '按人' },
]

const yearOf = (now: Instant): Year => beijingDay(now).slice(0, 4)

interface RecordsBoardProps {
  now: Instant
  /** Whoever may read the record of one person. null: figures alone. */
  onPerson: ((staffId: StaffId, year: Year) => void) | null
  /** null: it was not come to from another list. */
  onLeave: (() => void) | null
}

/** A year of learning by department, person and group (学习档案), and what goes into the annual ethics file. */
export const RecordsBoard = ({ now, onPerson, onLeave }: RecordsBoardProps) => {
  const thisYear = yearOf(now)
  const [year, setYear] = useState<Year>(thisYear)
  const [part, setPart] = useState<Part>('departments')
  const { remote, reload } = useLoaded(examsApi.departmentLearning, { year })
  const coverage = useLoaded(examsApi.groupCoverage, { year })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const learning = remote.status === 'done' ? remote.value : null
  const practised = learning?.whole.practised
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
      {onLeave ? (
        <LinkText role="button" onTap={onLeave}>
          ‹ 所有考试
        </LinkText>
      ) : null}
      <Lead hint="练过题：这一年至少答过一次每日五题。交卷和合格按这一年的每场考试算，人次相加。">
        {practised
          ? `${year} 年，${learning?.whole.name} ${practised.whole} 人里 ${practised.part} 人练过题`
          : `${year} 年的学习档案`}
      </Lead>
      <View className="exam-chips gap-4">
        {onPerson ? (
          <View className="exam-chips record-choice" {...semantics({ role: 'group', label: '怎么看' })}>
            {PARTS.map((each) => (
              <View key={each.part} className="exam-chip">
                <Chip pressed={each.part === part} onTap={() => setPart(each.part)}>
                  {each.name}
                </Chip>
              </View>
            ))}
          </View>
        ) : null}
        <View className="exam-chips" {...semantics({ role: 'group', label: '哪一年' })}>
          {[thisYear, String(Number(thisYear) - 1)].map((each) => (
            <View key={each} className="exam-chip">
              <Chip pressed={each === year} onTap={() => setYear(each)}>
                {`${each} 年`}
              </Chip>
            </View>
          ))}
        </View>
      </View>
      <View className="exam-columns">
        <View className="exam-main">
          {onPerson && part === 'people' ? (
            <PeopleRecords key={year} year={year} onPerson={(staffId) => onPerson(staffId, year)} />
          ) : remote.status === 'failed' ? (
            <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
          ) : learning ? (
            <DepartmentRecords learning={learning} />
          ) : (
            <Skeleton lines={8} label="正在算" />
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
          {onPerson && process.env.TARO_ENV === 'h5' ? (
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
