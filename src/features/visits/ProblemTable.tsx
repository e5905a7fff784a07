import type { TotalCheck } from '#domain/hospital/visits.reading'
import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Head } from '../../ui/Lead'
import { Table } from '../../ui/Table'
import type { VisitWays } from './use-visit-mapping'
import { likelyDepartment } from './visit.plan'
import { explainedInWords, faultInWords, placeInWords, type ProblemGroup, remedyInWords } from './visits.words'

const SHOWN = 100

const COLUMNS = [
  { key: 'place', title: '位置' },
  { key: 'written', title: '文件里写的' },
  { key: 'what', title: '怎么回事' },
  { key: 'todo', title: '怎么办', numeric: true },
]

interface ProblemTableProps {
  groups: readonly ProblemGroup[]
  known: VisitWays['known']
  /** What lacks in the file's own totals is just what was not understood. */
  explained: readonly TotalCheck[]
  onSettle: (name: string, departmentId: DepartmentId | null) => void
  onChoose: (name: string) => void
}

/** What was not understood (没读懂的): where it stands, what stands there, and what to do. */
export const ProblemTable = ({ groups, known, explained, onSettle, onChoose }: ProblemTableProps) => {
  const remedy = (group: ProblemGroup) => {
    const { name } = group
    if (name === null) return remedyInWords(group.problem)
    const likely = likelyDepartment(name, known)
    return (
      <View className="visit-remedies">
        {likely ? (
          <View className="visit-remedy">
            <Button
              kind="quiet"
              label={`“${name}”归到${likely.name}，记住`}
              onTap={() => onSettle(name, likely.id)}
            >{`归到${likely.name}，记住`}</Button>
          </View>
        ) : null}
        <View className="visit-remedy">
          <Button kind="quiet" label={`“${name}”归到别的科室`} onTap={() => onChoose(name)}>
            {likely ? '归到别的科室' : '归到…，记住'}
          </Button>
        </View>
        <View className="visit-remedy">
          <Button kind="quiet" label={`“${name}”的行不要，记住`} onTap={() => onSettle(name, null)}>
            不要，记住
          </Button>
        </View>
      </View>
    )
  }
  return (
    <View className="gap-6 visit-problems">
      <Head aside={explainedInWords(explained)}>{`没读懂的 ${groups.length} 处`}</Head>
      <View className="gap-2">
        <Table
          label="没读懂的"
          lined
          columns={COLUMNS}
          rows={groups.slice(0, SHOWN).map((group) => ({
            key: group.key,
            cells: {
              place: placeInWords(group),
              written: <View className="visit-bad">{group.problem.value === '' ? '空着' : group.problem.value}</View>,
              what: faultInWords(group.problem),
              todo: remedy(group),
            },
          }))}
        />
      </View>
      {groups.length > SHOWN ? (
        <View className="gap-3 t4 c2">{`另外还有 ${groups.length - SHOWN} 处，前面的改好以后会列出来。`}</View>
      ) : null}
    </View>
  )
}
