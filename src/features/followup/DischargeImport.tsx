import { type ErrorCode, isErrorCode, sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import type { DischargeRow, ImportedDischarge } from '#domain/survey/followup.contract'
import { dischargeColumnNames } from '#domain/survey/followup.file'
import { courseNames } from '#domain/survey/followup.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { problemInWords, readFailureInWords } from './followup.words'
import type { DischargeImporting } from './use-discharges'

type Names = ReadonlyMap<DepartmentId, string>
type Planned = Extract<DischargeImporting, { step: 'planned' }>

const SHOWN = 50

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
        <View className="gap-2 t4 c3">{`另外还有 ${lines.length - SHOWN} 条，和上面一样办。`}</View>
      ) : null}
    </View>
  )

const linesWith = (
  { read, answers }: Pick<Planned, 'read' | 'answers'>,
  outcome: ImportedDischarge['outcome'],
  names: Names,
): Line[] => {
  const wanted = new Set(answers.filter((answer) => answer.outcome === outcome).map(({ row }) => row))
  return read.rows.filter(({ row }) => wanted.has(row)).map((row) => lineOf(row, names))
}

const lineOf = ({ row, name, dischargedOn, departmentId, course }: DischargeRow, names: Names): Line => ({
  key: String(row),
  title: name,
  detail: `第 ${row} 行 · ${names.get(departmentId) ?? departmentId} · ${dischargedOn} 出院 · ${courseNames[course]}`,
})

const count = ({ answers }: Pick<Planned, 'answers'>, outcome: ImportedDischarge['outcome']): number =>
  answers.filter((answer) => answer.outcome === outcome).length

const headline = (planned: Planned | Extract<DischargeImporting, { step: 'writing' | 'stopped' }>): string => {
  const [added, known] = [count(planned, 'added'), count(planned, 'known')]
  const problems = planned.read.problems.length
  const parts = [added > 0 ? `会加 ${added} 人` : '', known > 0 ? `${known} 人已经在名单里` : ''].filter(Boolean)
  const will = parts.length > 0 ? `${parts.join('，')}。` : '没有读懂一行。'
  return problems > 0 ? `${will}还有 ${problems} 行没读懂。` : will
}

const failureInWords = (failure: keyof typeof readFailureInWords | ErrorCode): string =>
  isErrorCode(failure) ? sentenceFor(failure) : readFailureInWords[failure]

interface DischargeImportProps {
  importing: DischargeImporting
  departments: Names
  onChoose: () => void
  onTemplate: () => void
  onWrite: () => void
  onDone: () => void
}

/** Discharges out of a file (导入出院名单): nothing is written before somebody has seen what would be. */
export const DischargeImport = ({
  importing,
  departments,
  onChoose,
  onTemplate,
  onWrite,
  onDone,
}: DischargeImportProps) => {
  const [leftOut, setLeftOut] = useState(false)
  if (importing.step === 'reading') return <Skeleton lines={6} label="正在读文件" />
  if (importing.step === 'choosing') {
    return (
      <>
        <Lead hint="Excel（.xlsx）或 CSV。先预演给您看，点“导入”之前什么都不会写进去。同一个文件导两遍也不会多出人来。">
          导入出院名单
        </Lead>
        {importing.failure ? (
          <View className="gap-4">
            <ErrorNote>{failureInWords(importing.failure)}</ErrorNote>
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
        <View className="gap-4 t4 c2">
          {`认得的列：${Object.values(dischargeColumnNames).join('、')}。前四列必须有。病程写${Object.values(courseNames).join('、')}，空着按一般算。住院号只用来认出是不是同一次出院，不保存。`}
        </View>
      </>
    )
  }
  const { read, fileName } = importing
  if (importing.step === 'written') {
    return (
      <>
        <Lead above={fileName}>{`导入好了，加了 ${count(importing, 'added')} 人`}</Lead>
        <Lines
          head="没加进去的"
          aside={sentenceFor('hospital.department_unknown')}
          lines={linesWith(importing, 'refused', departments)}
        />
        <View className="gap-4">
          <Button kind="quiet" wide onTap={onDone}>
            好了
          </Button>
        </View>
      </>
    )
  }
  const added = count(importing, 'added')
  const canWrite = added > 0 && (read.problems.length === 0 || leftOut)
  return (
    <>
      <Lead above={`${fileName}，对上的列：${read.headings.join('、')}`} hint="还没有写进去；关掉这页，什么都不会变。">
        {headline(importing)}
      </Lead>
      {importing.step === 'stopped' ? (
        <View className="gap-4">
          <ErrorNote onRetry={onWrite} retryText="接着导">
            {`${sentenceFor(importing.code)}已经写进 ${importing.done} / ${read.rows.length} 行，接着导不会重复。`}
          </ErrorNote>
        </View>
      ) : null}
      {importing.step === 'writing' ? (
        <View className="gap-4">
          <Notice icon="progress" announced="status">
            {`正在写，${importing.done} / ${read.rows.length} 行。先别关这一页。`}
          </Notice>
        </View>
      ) : null}
      {read.problems.length > 0 && importing.step === 'planned' ? (
        <View className="gap-4">
          <Choice
            kind="checkbox"
            title={`没读懂的 ${read.problems.length} 行先不导`}
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
              disabledBecause={canWrite ? undefined : added === 0 ? '没有要加的，不用导' : '先把没读懂的定下来'}
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
      <Lines
        head="没读懂的"
        aside="改好文件再选一次"
        lines={read.problems.map((problem) => ({
          key: `${problem.row}-${problem.column}`,
          title: problemInWords(problem),
          detail: `第 ${problem.row} 行 · ${dischargeColumnNames[problem.column]}`,
          end: problem.value === '' ? '空着' : problem.value,
        }))}
      />
      <Lines head="要加的" lines={linesWith(importing, 'added', departments)} />
      <Lines head="已经在名单里" aside="不会再加一次" lines={linesWith(importing, 'known', departments)} />
    </>
  )
}
