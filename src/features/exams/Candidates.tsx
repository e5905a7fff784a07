import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import type { CandidateRow, ExamFiguresView, ExamView } from '#domain/integrity/office.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { SearchField } from '../../ui/SearchField'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Status } from '../../ui/Status'
import { Table, type TableRow } from '../../ui/Table'
import { toast } from '../../ui/toast'
import { allCandidates } from './all-pages'
import { examSheets } from './exam.sheet'
import { bestInWords, leavesInWords, type Standing, standingNames, standingTone } from './exam.words'

const COLUMNS = [
  { key: 'seat', title: '座号' },
  { key: 'name', title: '姓名' },
  { key: 'department', title: '科室' },
  { key: 'standing', title: '结果' },
  { key: 'best', title: '最好一次', numeric: true },
  { key: 'used', title: '考了几次', numeric: true },
  { key: 'leaves', title: '离开页面', numeric: true },
]

/** Says nothing of whoever has not begun. */
const UNBEGUN = new Set(['best', 'used', 'leaves'])
const SHOWN = 50
const STANDINGS: readonly Standing[] = ['sitting', 'not_begun', 'passed', 'failed', 'missed']

const rowOf = ({
  staffId,
  seat,
  number,
  name,
  departmentName,
  standing,
  best,
  used,
  leaves,
  regrades,
}: CandidateRow): TableRow => ({
  key: staffId,
  quiet: used === 0 ? UNBEGUN : undefined,
  cells: {
    seat: String(seat),
    name: `${name}　${number}`,
    department: departmentName ?? '没有登记',
    standing: <Status tone={standingTone[standing]}>{standingNames[standing]}</Status>,
    best: regrades.length > 0 ? `${bestInWords({ best })}，重新记过分` : bestInWords({ best }),
    used: String(used),
    leaves: leavesInWords(leaves),
  },
})

interface CandidatesProps {
  exam: ExamView
  figures: ExamFiguresView | null
}

const loadAll = ({ id }: { id: ExamId }) => allCandidates(id)

/** Who was to sit it, and how it went for each: read by the office alone. */
export const Candidates = ({ exam, figures }: CandidatesProps) => {
  const { remote, reload } = useLoaded(loadAll, { id: exam.id })
  const [standing, setStanding] = useState<Standing | null>(null)
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(SHOWN)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={6} label="正在取名单" />
  const rows = remote.value
  const wanted = words.trim()
  const found = rows.filter(
    (row) =>
      (standing === null || row.standing === standing) &&
      (wanted === '' || `${row.name} ${row.number} ${row.departmentName ?? ''}`.includes(wanted)),
  )
  const save = async () => {
    setBusy(true)
    setFailed(false)
    try {
      await saveWorkbook(examSheets(exam, rows, figures), `${exam.plan.title}.xlsx`)
      toast('下载好了')
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  return (
    <View className="gap-6">
      <Head aside="离开页面只计数，不算不合格">{`应考 ${rows.length} 人`}</Head>
      {rows.length === 0 ? (
        <Empty title="没有安排到人" hint="看看这场考试选的科室、人群里有没有在册的职工。" />
      ) : (
        <>
          <View className="exam-chips gap-3" {...semantics({ role: 'group', label: '看哪些人' })}>
            {STANDINGS.map((each) => {
              const count = rows.filter((row) => row.standing === each).length
              return count === 0 ? null : (
                <View key={each} className="exam-chip">
                  <Chip pressed={standing === each} onTap={() => setStanding(standing === each ? null : each)}>
                    {`${standingNames[each]} ${count}`}
                  </Chip>
                </View>
              )
            })}
          </View>
          <SearchField label="找人" value={words} placeholder="姓名、工号或科室" onInput={setWords} />
          <View className="gap-3">
            <View className="candidate-table">
              <Table label="名单" lined columns={COLUMNS} rows={found.slice(0, shown).map(rowOf)} />
            </View>
          </View>
          {found.length === 0 ? <View className="gap-3 t4 c2">没有找到，换几个字，或者看全部。</View> : null}
          {found.length > shown ? (
            <View className="gap-3">
              <Button kind="quiet" wide onTap={() => setShown(shown + SHOWN)}>
                {`再看后面的，还有 ${found.length - shown} 人`}
              </Button>
            </View>
          ) : null}
          {failed ? (
            <View className="gap-3">
              <ErrorNote onRetry={() => void save()}>表格没有写成，请再试一次。</ErrorNote>
            </View>
          ) : null}
          {process.env.TARO_ENV === 'h5' ? (
            <View className="gap-4">
              <Button kind="quiet" icon="save" busy={busy} busyText="正在写表" onTap={() => void save()}>
                存成表格（XLSX）
              </Button>
            </View>
          ) : null}
        </>
      )}
    </View>
  )
}
