import { sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { PledgeBoard } from '#domain/integrity/pledge.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Table } from '../../ui/Table'
import { toast } from '../../ui/toast'
import { allPeople } from './all-people'
import { PeoplePanel } from './PeoplePanel'
import { pledgeSheets } from './pledge.sheet'
import { boardWords, dayWords, NO_RATE, rateWords, versionName } from './pledge.words'
import './PledgeDesk.css'

const COLUMNS = [
  { key: 'name', title: '科室' },
  { key: 'signed', title: '已签', numeric: true },
  { key: 'total', title: '名单上', numeric: true },
  { key: 'rate', title: '亮诺率', numeric: true },
  { key: 'waiting', title: '还没签', numeric: true },
]

type Row = PledgeBoard['rows'][number]

/** The lowest rate first: that is where somebody has to be reminded. */
const byRate = (left: Row, right: Row): number => left.signed / left.total - right.signed / right.total

interface PledgeBoardViewProps {
  board: PledgeBoard
  now: Instant
}

/** 亮诺率: who signed of those on the roster, by department. */
export const PledgeBoardView = ({ board, now }: PledgeBoardViewProps) => {
  const [open, setOpen] = useState<Row | null>(null)
  const { current } = board
  const rows = board.rows.filter(({ total }) => total > 0)
  const empty = board.rows.filter(({ total }) => total === 0)
  const hint = current
    ? `签的是${versionName(current)}，${dayWords(current.effectiveOn, now)}起。名单按“人与权限”里在册的职工算；离开的、聘来的行风监督员不算。`
    : '承诺书发布以后，大家才签得了。'
  return (
    <View>
      <Lead hint={hint}>{boardWords(board)}</Lead>
      {rows.length === 0 ? (
        <Empty title="名单上还没有人" hint="请管理员在“人与权限”里先加职工，写上科室。" />
      ) : (
        <View className="gap-4">
          <Table
            label="各科室亮诺率"
            lined
            columns={COLUMNS}
            rows={[...rows].sort(byRate).map((row) => ({
              key: row.id ?? '-',
              cells: {
                name: current ? (
                  <LinkText role="button" label={`${row.name}，看名单`} onTap={() => setOpen(row)}>
                    {row.name}
                  </LinkText>
                ) : (
                  row.name
                ),
                signed: String(row.signed),
                total: String(row.total),
                rate: current ? rateWords(row) : NO_RATE,
                waiting: String(row.total - row.signed),
              },
            }))}
          />
          {empty.length > 0 ? (
            <View className="gap-3 t4 c2">
              {`还有 ${empty.length} 个科室名单上没有人，没有率：${empty.map(({ name }) => name).join('、')}。`}
            </View>
          ) : null}
        </View>
      )}
      {process.env.TARO_ENV === 'h5' && rows.length > 0 ? <Export board={board} /> : null}
      {open ? <PeoplePanel key={open.id ?? '-'} row={open} now={now} onClose={() => setOpen(null)} /> : null}
    </View>
  )
}

const Export = ({ board }: { board: PledgeBoard }) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setBusy(true)
    setProblem(null)
    const people = await allPeople(undefined)
    if (people.ok) {
      try {
        await saveWorkbook(pledgeSheets(board, people.value), `亮诺 ${board.hospitalName}.xlsx`)
        toast('下载好了')
      } catch {
        setProblem('表格没有写成，请再试一次。')
      }
    } else setProblem(sentenceFor(people.code))
    setBusy(false)
  }
  return (
    <View className="gap-5">
      {problem ? <ErrorNote onRetry={() => void save()}>{problem}</ErrorNote> : null}
      <Button kind="quiet" icon="save" busy={busy} busyText="正在写表" onTap={() => void save()}>
        存成表格（XLSX）
      </Button>
      <View className="gap-2 t4 c2">一张是各科室的率，分子分母都在；一张是名单，谁签了、哪天签的。</View>
    </View>
  )
}
