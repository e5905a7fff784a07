import { sentenceFor } from '#domain/errors'
import { COLUMNS, columnNames, type RosterPlan } from '#domain/hospital/roster'
import type { ImportedValues } from '#domain/hospital/staff.model'
import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { problemInWords, readFailureInWords, rolesInWords } from './staff.words'
import type { RosterImporting } from './use-import'

type Names = ReadonlyMap<DepartmentId, string>

const SHOWN = 50

const departmentInWords = (id: DepartmentId | null, names: Names) => (id ? (names.get(id) ?? id) : '没有科室')

/** 「科室：骨科 → 呼吸科」 */
const changesInWords = (before: ImportedValues, after: ImportedValues, names: Names): string => {
  const pairs = [
    { term: columnNames.name, from: before.name, to: after.name },
    {
      term: columnNames.department,
      from: departmentInWords(before.departmentId, names),
      to: departmentInWords(after.departmentId, names),
    },
    { term: columnNames.roles, from: rolesInWords(before.roles), to: rolesInWords(after.roles) },
  ]
  return pairs
    .filter(({ from, to }) => from !== to)
    .map(({ term, from, to }) => `${term}：${from} → ${to}`)
    .join('；')
}

interface Line {
  key: string
  title: string
  detail: string
  end?: string
}

/** A part of the dry run; what is beyond the first lines is counted. */
const Lines = ({ head, aside, lines }: { head: string; aside?: string; lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <View className="gap-5">
      <Head aside={aside}>{`${head} ${lines.length}`}</Head>
      <List label={head}>
        {lines.slice(0, SHOWN).map(({ key, ...line }) => (
          <Item key={key} {...line} />
        ))}
      </List>
      {lines.length > SHOWN ? (
        <View className="t4 c3">{`另外还有 ${lines.length - SHOWN} 条，和上面一样办。`}</View>
      ) : null}
    </View>
  )

const DryRun = ({ plan, departments }: { plan: RosterPlan; departments: Names }) => (
  <>
    <Lines
      head="没读懂的"
      aside="改好文件再选一次"
      lines={plan.problems.map((problem) => ({
        key: `${problem.row}-${problem.column}`,
        title: problemInWords(problem),
        detail: `第 ${problem.row} 行 · ${columnNames[problem.column]}`,
        end: problem.value === '' ? '空着' : problem.value,
      }))}
    />
    <Lines
      head="改之前 → 改之后"
      lines={plan.changed.map(({ person, before, after }) => ({
        key: person.id,
        title: person.name,
        detail: `${person.number} · ${changesInWords(before, after, departments)}`,
      }))}
    />
    <Lines
      head="新增"
      lines={plan.added.map(({ row, number, name, departmentId, roles }) => ({
        key: String(row),
        title: name,
        detail: `${number} · ${departmentInWords(departmentId, departments)} · ${rolesInWords(roles)}`,
      }))}
    />
    <Lines
      head="名单里有、文件里没有"
      aside="导入不会去掉任何人"
      lines={plan.missing.map(({ id, number, name }) => ({ key: id, title: name, detail: number }))}
    />
  </>
)

const headline = ({ added, changed, unchanged, problems }: RosterPlan): string => {
  const parts = [
    added.length > 0 ? `新增 ${added.length} 人` : '',
    changed.length > 0 ? `改 ${changed.length} 人` : '',
    unchanged > 0 ? `${unchanged} 人不变` : '',
  ].filter(Boolean)
  const will = parts.length > 0 ? `会${parts.join('，')}。` : '没有读懂一行。'
  return problems.length > 0 ? `${will}还有 ${problems.length} 行没读懂。` : will
}

interface ImportViewProps {
  importing: RosterImporting
  departments: Names
  onChoose: () => void
  onTemplate: () => void
  onRoster: () => void
  onWrite: () => void
  onDone: () => void
  /** How many on the roster have no invitation and have not come. */
  uninvited: number
  onInviteAll: () => void
}

/** The roster out of a file (导入名册): nothing is written before somebody has seen what would be. */
export const ImportView = ({
  importing,
  departments,
  onChoose,
  onTemplate,
  onRoster,
  onWrite,
  onDone,
  uninvited,
  onInviteAll,
}: ImportViewProps) => {
  const [leftOut, setLeftOut] = useState(false)
  if (importing.step === 'reading') return <Skeleton lines={6} label="正在读文件" />
  if (importing.step === 'choosing') {
    return (
      <>
        <Lead hint="Excel（.xlsx）或 CSV。先预演给您看会改什么，点“导入”之前什么都不会写进去。">导入职工名册</Lead>
        {importing.failure ? (
          <View className="gap-4">
            <ErrorNote>{readFailureInWords[importing.failure]}</ErrorNote>
          </View>
        ) : null}
        <View className="gap-4">
          <Button wide onTap={onChoose}>
            选择文件
          </Button>
        </View>
        <View className="gap-3">
          <Button kind="quiet" wide onTap={onTemplate}>
            下载模板
          </Button>
        </View>
        <View className="gap-3">
          <Button kind="quiet" wide onTap={onRoster}>
            下载现在的名册
          </Button>
        </View>
        <View className="gap-4 t4 c2">
          {`认得的列：${COLUMNS.map((column) => columnNames[column]).join('、')}。前两列必须有；没有的列，原来是什么还是什么。`}
        </View>
      </>
    )
  }
  const { plan, fileName, headings } = importing
  if (importing.step === 'written') {
    const written = plan.rows.length - importing.refused.length
    return (
      <>
        <Lead above={fileName}>{`导入好了，写进 ${written} 人`}</Lead>
        <Lines
          head="没写进去的"
          aside="预演之后有人改过"
          lines={importing.refused.map(({ row, number, name, code }) => ({
            key: String(row),
            title: name,
            detail: `第 ${row} 行 · ${number}${code ? ` · ${sentenceFor(code)}` : ''}`,
          }))}
        />
        {uninvited > 0 ? (
          <View className="gap-5">
            <Button wide onTap={onInviteAll}>
              {`给还没有口令的 ${uninvited} 人生成口令`}
            </Button>
          </View>
        ) : null}
        <View className="gap-3">
          <Button kind="quiet" wide onTap={onDone}>
            好了
          </Button>
        </View>
      </>
    )
  }
  const canWrite = plan.rows.length > 0 && (plan.problems.length === 0 || leftOut)
  return (
    <>
      <Lead
        above={`${fileName}，对上的列：${COLUMNS.flatMap((column) => headings[column] ?? []).join('、')}`}
        hint="还没有写进去；关掉这页，什么都不会变。"
      >
        {headline(plan)}
      </Lead>
      {importing.step === 'stopped' ? (
        <View className="gap-4">
          <ErrorNote onRetry={onWrite} retryText="接着导">
            {`${sentenceFor(importing.code)}已经写进 ${importing.done} / ${importing.total} 行，接着导不会重复。`}
          </ErrorNote>
        </View>
      ) : null}
      {importing.step === 'writing' ? (
        <View className="gap-4">
          <Notice icon="progress" announced="status">
            {`正在写，${importing.done} / ${importing.total} 行。先别关这一页。`}
          </Notice>
        </View>
      ) : null}
      {plan.problems.length > 0 && importing.step === 'planned' ? (
        <View className="gap-4">
          <Choice
            kind="checkbox"
            title={`没读懂的 ${plan.problems.length} 行先不导`}
            detail="只导读懂的；这几行改好以后再导一次就行。"
            selected={leftOut}
            onTap={() => setLeftOut(!leftOut)}
          />
        </View>
      ) : null}
      {importing.step === 'planned' ? (
        <>
          <View className="gap-4">
            <Button
              wide
              disabledBecause={
                canWrite ? undefined : plan.rows.length === 0 ? '没有要改的，不用导' : '先把没读懂的定下来'
              }
              onTap={onWrite}
            >
              导入
            </Button>
          </View>
          <View className="gap-3">
            <Button kind="quiet" wide onTap={onChoose}>
              换一个文件
            </Button>
          </View>
        </>
      ) : null}
      <DryRun plan={plan} departments={departments} />
    </>
  )
}
