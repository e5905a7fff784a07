import type { StoredMonth } from '#domain/hospital/visits.contract'
import { sumsOf } from '#domain/hospital/visits.rules'
import type { Day, Month } from '#domain/instant'
import { monthName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { Status } from '../../ui/Status'
import { Table } from '../../ui/Table'
import { figureInWords, reachInWords } from './visits.words'

const COLUMNS = [
  { key: 'month', title: '月份' },
  { key: 'outpatient', title: '门急诊人次', numeric: true },
  { key: 'discharges', title: '出院人次', numeric: true },
  { key: 'departments', title: '科室', numeric: true },
  { key: 'standing', title: '齐不齐', numeric: true },
]

interface StoredMonthsTableProps {
  months: readonly Month[]
  rows: readonly StoredMonth[]
  today: Day
}

/** What the hospital has of each of these months, the latest first (现在的数). */
export const StoredMonthsTable = ({ months, rows, today }: StoredMonthsTableProps) => {
  const found = new Map(rows.map((row) => [row.month, row.departments]))
  return (
    <View>
      <Head aside="近 12 个月">现在的数</Head>
      <View className="gap-2">
        <Table
          label="现在的数，近 12 个月"
          lined
          columns={COLUMNS}
          rows={[...months].reverse().map((month) => {
            const departments = found.get(month) ?? []
            const sums = sumsOf(departments, month)
            const { tone, words } = reachInWords(sums, departments.length, month, today)
            return {
              key: month,
              cells: {
                month: monthName(month),
                outpatient: figureInWords(sums.outpatient),
                discharges: figureInWords(sums.discharges),
                departments: departments.length === 0 ? '—' : String(departments.length),
                standing: <Status tone={tone}>{words}</Status>,
              },
            }
          })}
        />
      </View>
    </View>
  )
}
