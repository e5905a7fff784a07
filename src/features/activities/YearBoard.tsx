import type { ActivityRow } from '#domain/culture/activity.contract'
import type { ActivityCount } from '#domain/culture/activity.figures'
import { activityKindNames, extraNames } from '#domain/culture/activity.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { SectionHead } from '../../ui/SectionHead'
import { semantics } from '../../ui/semantics'
import { Table } from '../../ui/Table'
import { toast } from '../../ui/toast'
import { monthOf, percentOf, shareInWords, sumInWords } from './activity.words'
import { activitySheets } from './activity.sheet'
import { type Board, gapsInWords } from './board.words'
import { cultureApi } from './culture.api'
import './YearBoard.css'

const YearChips = ({ year, thisYear, onYear }: { year: number; thisYear: number; onYear: (year: number) => void }) => (
  <View className="acts-chips" {...semantics({ role: 'group', label: '看哪一年' })}>
    {[thisYear, thisYear - 1].map((one) => (
      <Chip key={one} pressed={one === year} onTap={() => onYear(one)}>
        {`${one} 年`}
      </Chip>
    ))}
  </View>
)

interface BoardProps {
  board: Board
  thisYear: number
  onYear: (year: number) => void
}

/** What each department has done of what each does in a year, with what is still missing. */
export const Checklists = ({ board, thisYear, onYear }: BoardProps) => (
  <View>
    <Lead hint="廉晨课每周一次，从本院头一次开课的那周算起，整周放假的不算；十清廉十项、七个一七件，一年里各做一遍。">
      各科清单
    </Lead>
    <YearChips year={board.year} thisYear={thisYear} onYear={onYear} />
    {board.departments.length > 0 ? (
      <Table
        lined
        label={`${board.year} 年各科清单`}
        columns={[
          { key: 'name', title: '科室' },
          { key: 'lessons', title: '廉晨课开课率', numeric: true },
          { key: 'clean', title: '十清廉', numeric: true },
          { key: 'ones', title: '七个一', numeric: true },
          { key: 'gaps', title: '还差什么' },
        ]}
        rows={board.departments.map(({ id, name, checklist }) => {
          const { lessons, tenClean, sevenOnes } = checklist
          const percent = percentOf(lessons)
          const gaps = gapsInWords(checklist)
          return {
            key: id,
            cells: {
              name,
              lessons: percent === null ? '还没到' : `${percent}（${shareInWords(lessons, '周')}）`,
              clean: shareInWords(tenClean, '项'),
              ones: shareInWords(sevenOnes, '件'),
              gaps: gaps.length > 0 ? gaps.map((gap) => <View key={gap}>{gap}</View>) : '都做了',
            },
          }
        })}
      />
    ) : (
      <Empty title="没有科室可看" hint="您的账号还没有登记科室，请找管理员在“人与权限”里加上。" />
    )}
  </View>
)

/** Each activity behind the counts, the earliest first: of the same departments. */
const heldIn = async ({ figures, names }: Board): Promise<ActivityRow[]> => {
  const counted = new Set(names.map(({ name }) => name))
  const isWhole = figures.departments.some(({ departmentId }) => departmentId === null)
  const months = await Promise.all(figures.months.map((month) => cultureApi.activities({ month })))
  return months.flatMap((answer) => {
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.rows.filter(({ departmentName }) =>
      departmentName === null ? isWhole : counted.has(departmentName),
    )
  })
}

const timesOf = ({ times }: ActivityCount): string => (times === 0 ? '—' : String(times))

/** 场次 and 人次 by kind and by department, month by month. */
export const Counts = ({ board, thisYear, onYear }: BoardProps) => {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const { figures, names, year, hospitalName } = board
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  const save = async () => {
    setBusy(true)
    setFailed(false)
    try {
      await saveWorkbook(activitySheets(board, await heldIn(board)), `活动 ${year} 年 ${hospitalName}.xlsx`)
      toast('下载好了')
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  const months = figures.months.map((month) => ({ key: month, title: `${Number(month.slice(5))} 月`, numeric: true }))
  const monthCells = (counts: readonly ActivityCount[]) =>
    Object.fromEntries(figures.months.map((month, at) => [month, timesOf(counts[at] ?? NONE)]))
  const quiet = (counts: readonly ActivityCount[]) =>
    new Set(figures.months.filter((_, at) => (counts[at]?.times ?? 0) === 0))
  return (
    <View>
      <View className="acts-head">
        <Lead hint={`参加 ${sumInWords(figures.total.heads)}。只数办完了的；没有人数的场次不猜，写明几场有数。`}>
          {`${year} 年办了 ${figures.total.times} 场`}
        </Lead>
        {process.env.TARO_ENV === 'h5' ? (
          <Button kind="quiet" icon="save" busy={busy} busyText="正在写表" onTap={() => void save()}>
            存成表格（XLSX）
          </Button>
        ) : null}
      </View>
      <YearChips year={year} thisYear={thisYear} onYear={onYear} />
      {failed ? <ErrorNote onRetry={() => void save()}>表格没有写成，请再试一次。</ErrorNote> : null}
      <SectionHead title="按种类" aside="场次，按月" />
      <View className="year-scroll">
        <Table
          lined
          label="按种类"
          columns={[
            { key: 'name', title: '种类' },
            { key: 'times', title: '场次', numeric: true },
            { key: 'heads', title: '人次', numeric: true },
            { key: 'extra', title: '另外数的' },
            ...months,
          ]}
          rows={figures.kinds.map(({ kind, count, months: counts }) => {
            const extra = extraNames[kind]
            return {
              key: kind,
              quiet: new Set([...quiet(counts), ...(extra && count.times > 0 ? [] : ['extra'])]),
              cells: {
                name: activityKindNames[kind],
                times: timesOf(count),
                heads: sumInWords(count.heads),
                extra: extra ? `${extra.name} ${sumInWords(count.extra, extra.unit)}` : '',
                ...monthCells(counts),
              },
            }
          })}
        />
      </View>
      <View className="gap-6">
        <SectionHead
          title="按科室"
          aside={figures.months.length > 0 ? `到 ${monthOf(figures.months.at(-1) ?? '')}` : undefined}
        />
      </View>
      <View className="year-scroll">
        <Table
          lined
          label="按科室"
          columns={[
            { key: 'name', title: '科室' },
            { key: 'times', title: '场次', numeric: true },
            { key: 'heads', title: '人次', numeric: true },
            ...months,
          ]}
          rows={figures.departments.map(({ departmentId, count, months: counts }) => ({
            key: departmentId ?? '-',
            quiet: quiet(counts),
            cells: {
              name: departmentId === null ? '全院的' : (nameOf.get(departmentId) ?? departmentId),
              times: timesOf(count),
              heads: sumInWords(count.heads),
              ...monthCells(counts),
            },
          }))}
        />
      </View>
    </View>
  )
}

const NONE: ActivityCount = {
  times: 0,
  heads: { sum: null, known: 0, of: 0 },
  extra: { sum: null, known: 0, of: 0 },
}
