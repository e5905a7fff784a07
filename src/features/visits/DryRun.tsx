import type { TotalCheck } from '#domain/hospital/visits.reading'
import type { DepartmentId } from '#domain/ids'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { Head } from '../../ui/Lead'
import { reachable, semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { Table, type TableRow } from '../../ui/Table'
import { type Doubt, type PlanCell, type PlanColumn, tableOf, type VisitPlan } from './visit.plan'
import { columnInWords, differenceInWords, doubtInWords, figureInWords, totalInWords } from './visits.words'

const LINES_SHOWN = 20
/** Of a table on a usual screen; the others are reached sideways. */
const COLUMNS_IN_SIGHT = 4

const Cell = ({ before, after, changed, doubtful }: PlanCell) =>
  changed ? (
    <View className={classNames('visit-change', doubtful && 'is-doubtful')}>
      {before === null ? '新 ' : `${figureInWords(before)} → `}
      <Text className="visit-after">{figureInWords(after)}</Text>
      {doubtful ? <View className="spoken">，少了一半以上</View> : null}
    </View>
  ) : (
    <View className="visit-same">{figureInWords(after)}</View>
  )

const Verdict = (check: TotalCheck) =>
  check.stated === check.sum ? (
    <Status tone="done">{differenceInWords(check)}</Status>
  ) : (
    <View className="visit-verdict">
      <Icon name="warning" size="s" className="visit-verdict-icon" />
      {differenceInWords(check)}
    </View>
  )

const sumRows = (columns: readonly PlanColumn[], unchanged: number): TableRow[] => {
  const cells = (of: (column: PlanColumn) => TableRow['cells'][string]) =>
    Object.fromEntries(columns.map((column) => [column.key, of(column)]))
  const rest: TableRow = {
    key: 'rest',
    cells: {
      department: <View className="visit-same">{`其余 ${unchanged} 科，不变`}</View>,
      ...cells(({ rest: sum }) => <View className="visit-same">{figureInWords(sum)}</View>),
    },
  }
  const understood: TableRow = {
    key: 'understood',
    strong: true,
    cells: { department: '读懂的相加', ...cells(({ understood: sum }) => figureInWords(sum)) },
  }
  const stated: TableRow = {
    key: 'stated',
    cells: {
      department: '文件合计行',
      ...cells(({ stated: check }) => (check ? figureInWords(check.stated) : '没有')),
    },
  }
  const verdict: TableRow = {
    key: 'verdict',
    cells: {
      department: '对得上吗',
      ...cells(({ stated: check }) => (check ? <Verdict {...check} /> : '—')),
    },
  }
  const hasTotals = columns.some((column) => column.stated !== null)
  return [...(unchanged > 0 ? [rest] : []), understood, ...(hasTotals ? [stated, verdict] : [])]
}

/** Totals of parts, days or the whole file: those that do not fit are named. */
const OtherTotals = ({ totals }: { totals: readonly TotalCheck[] }) => {
  const wrong = totals.filter(({ stated, sum }) => stated !== sum)
  const right = totals.length - wrong.length
  if (totals.length === 0) return null
  return (
    <View className="gap-3 t4 c2">
      {right > 0 ? <View>{`文件里另外 ${right} 处小计、合计都对上了。`}</View> : null}
      {wrong.slice(0, LINES_SHOWN).map((check) => (
        <View key={`${check.row}-${check.measure}`} className="visit-doubt">
          <Icon name="warning" size="s" className="visit-doubt-icon" />
          {totalInWords(check)}
        </View>
      ))}
      {wrong.length > LINES_SHOWN ? <View>{`另外还有 ${wrong.length - LINES_SHOWN} 处没对上。`}</View> : null}
    </View>
  )
}

const departmentOf = (doubt: Doubt): DepartmentId | null => ('departmentId' in doubt ? doubt.departmentId : null)

interface DryRunProps {
  plan: VisitPlan
  totals: readonly TotalCheck[]
  names: ReadonlyMap<DepartmentId, string>
}

/** What the import would change, department by department (改之前 → 改之后). */
export const DryRun = ({ plan, totals, names }: DryRunProps) => {
  const table = tableOf(plan, totals)
  const nameOf = (id: DepartmentId | null) => (id === null ? '' : (names.get(id) ?? id))
  const years = new Set(plan.months.map(({ month }) => month.slice(0, 4)))
  const beside = years.size === 1 ? plan.months[0]?.month : undefined
  const partial = plan.months.flatMap(({ month, partial: slots }) => slots.map((slot) => ({ ...slot, month })))
  return (
    <View>
      <Head aside={table.columns.length > COLUMNS_IN_SIGHT ? '只列有变动的科室，往右还有' : '只列有变动的科室'}>
        改之前 → 改之后
      </Head>
      <View
        className="visit-scroll"
        {...semantics({ role: 'region', label: '改之前和改之后，可以左右滑动' })}
        {...reachable}
      >
        <View className="visit-figures">
          <Table
            label="改之前和改之后"
            lined
            columns={[
              { key: 'department', title: '科室' },
              ...table.columns.map((column) => ({
                key: column.key,
                title: columnInWords(column, beside),
                numeric: true,
              })),
            ]}
            rows={[
              ...table.rows.map(({ departmentId, cells }) => ({
                key: departmentId,
                quiet: new Set([...cells].filter(([, cell]) => !cell.changed).map(([key]) => key)),
                cells: {
                  department: nameOf(departmentId),
                  ...Object.fromEntries([...cells].map(([key, cell]) => [key, <Cell key={key} {...cell} />])),
                },
              })),
              ...sumRows(table.columns, table.unchanged),
            ]}
          />
        </View>
      </View>
      <OtherTotals totals={table.otherTotals} />
      {partial.length > 0 ? (
        <View className="gap-5">
          <Head aside="不能导入">按天没有报齐的</Head>
          <View className="gap-2 t4">
            这些月已经有整月的数，文件里只有其中几天。请补齐每一天，或者改用整月的数，再选一次。
          </View>
          {partial.slice(0, LINES_SHOWN).map((slot) => (
            <View key={`${slot.month}-${slot.departmentId}-${slot.measure}`} className="visit-doubt">
              <Icon name="warning" size="s" className="visit-doubt-icon" />
              {`${nameOf(slot.departmentId)} ${columnInWords(slot)}`}
            </View>
          ))}
          {partial.length > LINES_SHOWN ? (
            <View className="t4">{`另外还有 ${partial.length - LINES_SHOWN} 处。`}</View>
          ) : null}
        </View>
      ) : null}
      {plan.doubts.length > 0 ? (
        <View className="gap-5">
          <Head aside="没有弄错就可以导">请看一眼</Head>
          {plan.doubts.slice(0, LINES_SHOWN).map((doubt) => (
            <View
              key={`${doubt.month}-${departmentOf(doubt) ?? ''}-${'measure' in doubt ? doubt.measure : ''}`}
              className="visit-doubt"
            >
              <Icon name="warning" size="s" className="visit-doubt-icon" />
              {doubtInWords(doubt, nameOf(departmentOf(doubt)))}
            </View>
          ))}
          {plan.doubts.length > LINES_SHOWN ? (
            <View className="t4 c2">{`另外还有 ${plan.doubts.length - LINES_SHOWN} 处。`}</View>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}
