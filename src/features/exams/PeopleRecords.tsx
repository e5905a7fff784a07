import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { StaffId } from '#domain/ids'
import type { EthicsRow } from '#domain/integrity/record.contract'
import type { Year } from '#domain/survey/quarter'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { SearchField } from '../../ui/SearchField'
import { Skeleton } from '../../ui/Skeleton'
import { Table, type TableRow } from '../../ui/Table'
import { allEthicsRows } from './all-pages'

const COLUMNS = [
  { key: 'name', title: '姓名' },
  { key: 'department', title: '科室' },
  { key: 'days', title: '练题', numeric: true },
  { key: 'exams', title: '考试合格', numeric: true },
  { key: 'lessons', title: '廉洁课', numeric: true },
  { key: 'pledge', title: '承诺', numeric: true },
  { key: 'certificates', title: '证书', numeric: true },
]

const SHOWN = 50

const loadAll = ({ year }: { year: Year }) => allEthicsRows(year)

interface PeopleRecordsProps {
  year: Year
  onPerson: (staffId: StaffId) => void
}

/** Everybody's year in a line each, as it goes into the annual ethics file. */
export const PeopleRecords = ({ year, onPerson }: PeopleRecordsProps) => {
  const { remote, reload } = useLoaded(loadAll, { year })
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(SHOWN)
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={8} label="正在取每个人的" />
  const wanted = words.trim()
  const found = remote.value.filter(({ name, number, departmentName }) =>
    `${name} ${number} ${departmentName ?? ''}`.includes(wanted),
  )
  return (
    <View>
      <Head aside="没有分数；点名字看这一年学了什么">{`按人 ${remote.value.length}`}</Head>
      <SearchField label="找人" value={words} placeholder="姓名、工号或科室" onInput={setWords} />
      {found.length === 0 ? (
        <Empty title="没有找到" hint="换几个字，或者清掉看全部。" />
      ) : (
        <View className="people-table gap-2">
          <Table
            label="每个人的学习"
            lined
            columns={COLUMNS}
            rows={found.slice(0, shown).map((row) => rowOf(row, onPerson))}
          />
        </View>
      )}
      {found.length > shown ? (
        <View className="gap-3">
          <Button kind="quiet" wide onTap={() => setShown(shown + SHOWN)}>
            {`再看后面的，还有 ${found.length - shown} 人`}
          </Button>
        </View>
      ) : null}
    </View>
  )
}

const rowOf = (row: EthicsRow, onPerson: (staffId: StaffId) => void): TableRow => ({
  key: row.staffId,
  cells: {
    name: (
      <LinkText role="button" label={`${row.name} ${row.number}，看学习档案`} onTap={() => onPerson(row.staffId)}>
        {`${row.name} ${row.number}`}
      </LinkText>
    ),
    department: row.departmentName ?? '没有登记',
    days: `${row.daysPractised} 天`,
    exams: row.examsInvited === 0 ? '没有安排' : `${row.examsPassed} / ${row.examsInvited} 场`,
    lessons: `${row.lessons} 次`,
    pledge: row.pledgeSignedOn === null ? '还没签' : '签了',
    certificates: `${row.certificates} 张`,
  },
})
