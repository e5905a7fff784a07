import { sentenceFor } from '#domain/errors'
import type { Sheet } from '#domain/hospital/visits.reading'
import type { DepartmentId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { DryRun } from './DryRun'
import { MappingTable } from './MappingTable'
import { MonthChoice } from './MonthChoice'
import { NamePanel } from './NamePanel'
import { ProblemTable } from './ProblemTable'
import { RateShifts } from './RateShifts'
import { SettledNames } from './SettledNames'
import type { VisitImporting } from './use-visit-import'
import type { VisitWays } from './use-visit-mapping'
import { columnsWanted, headlineInWords, otherSheetsInWords, problemGroups, readFailureInWords } from './visits.words'
import { VisitsHead } from './VisitsHead'

interface ImportSheetProps {
  importing: VisitImporting
  fileName: string
  sheet: Sheet
  ways: VisitWays
  today: Day
  past: ReactNode
  /** What was settled could not be remembered: why, in words. */
  unsaved: string | null
  onSaveAgain: () => void
  onSettle: (name: string, departmentId: DepartmentId | null | undefined) => void
  onChoose: () => void
}

/** A file that is open: what its columns and names mean, what it would change, and the import itself. */
export const ImportSheet = ({
  importing,
  fileName,
  sheet,
  ways,
  today,
  past,
  unsaved,
  onSaveAgain,
  onSettle,
  onChoose,
}: ImportSheetProps) => {
  const [naming, setNaming] = useState<string | null>(null)
  const [changesMonth, setChangesMonth] = useState(false)
  const { reading, unreadable, plan, stored, writing, counted, explained } = importing
  const otherSheets = importing.chosen.step === 'open' ? otherSheetsInWords(importing.chosen.file.origin) : null
  const names = new Map(ways.known.map(({ id, name }) => [id, name]))
  const groups = problemGroups(reading?.problems ?? [])
  const obstacle = importing.obstacle(groups.length)
  const wanted = reading ? columnsWanted(reading.columns) : undefined
  const isWriting = writing.step === 'writing'
  const headline = plan
    ? headlineInWords(plan, groups.length)
    : unreadable === 'no_period'
      ? '还差一句：是哪个月的？'
      : unreadable
        ? '这个文件还读不成'
        : wanted
          ? '先说清文件里的列'
          : groups.length > 0
            ? `${groups.length} 处没读懂，先停在这里。`
            : '正在对照现在的数'
  // On a phone one comes after the other: what is asked of somebody comes first.
  const isSettled = plan !== null && !reading?.columns.some(({ by }) => by === 'nothing')
  const rows = reading && reading.rows > 0 ? `，读懂 ${reading.rows} 行` : ''
  const side = (
    <View key="side" className="visit-side">
      {reading ? (
        <MappingTable
          sheet={sheet}
          headingRow={reading.headingRow}
          columns={reading.columns}
          onMap={importing.mapColumn}
        />
      ) : null}
      {reading?.wholeMonth && !changesMonth ? (
        <View className="gap-4">
          <Button kind="quiet" onTap={() => setChangesMonth(true)}>
            {`整份按 ${reading.wholeMonth} 读，改月份`}
          </Button>
        </View>
      ) : null}
      {unreadable === 'no_period' || (changesMonth && reading?.wholeMonth) ? (
        <View className={reading ? 'gap-5' : undefined}>
          <MonthChoice
            month={reading?.wholeMonth ?? null}
            today={today}
            onChoose={(month) => {
              setChangesMonth(false)
              importing.setMonth(month)
            }}
          />
        </View>
      ) : null}
      <SettledNames ways={ways} names={names} onForget={(name) => onSettle(name, undefined)} />
      {plan ? <RateShifts plan={plan} counted={counted} isWhole={groups.length === 0} /> : null}
      <View className="gap-6">{past}</View>
    </View>
  )
  const main = (
    <View key="main" className="visit-main">
      {unreadable ? (
        <ErrorNote
          onRetry={unreadable === 'no_period' ? undefined : importing.readAnew}
          retryText="不照上次的对应，重新认"
        >
          {readFailureInWords[unreadable]}
        </ErrorNote>
      ) : stored.remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void stored.reload()}>{sentenceFor(stored.remote.code)}</ErrorNote>
      ) : plan ? (
        <DryRun plan={plan} totals={reading?.totals ?? []} names={names} />
      ) : wanted ? (
        <Notice tone="wait">{`${wanted}，点那一列来选。`}</Notice>
      ) : groups.length > 0 ? null : (
        <Skeleton lines={8} label="正在对照现在的数" />
      )}
      {groups.length > 0 ? (
        <ProblemTable
          groups={groups}
          known={ways.known}
          explained={explained}
          onSettle={onSettle}
          onChoose={setNaming}
        />
      ) : null}
    </View>
  )
  return (
    <>
      <VisitsHead
        hint={`${fileName}${rows}。还没有写进去；关掉这页，什么都不会变。`}
        acts={
          <>
            <View className="visit-act">
              <Button kind="quiet" disabled={isWriting} onTap={onChoose}>
                换一个文件
              </Button>
            </View>
            {reading ? (
              <View className="visit-act">
                <Button
                  busy={isWriting}
                  busyText="正在写"
                  disabledBecause={isWriting ? undefined : obstacle}
                  onTap={() => void importing.write()}
                >
                  导入
                </Button>
              </View>
            ) : null}
          </>
        }
      >
        {headline}
      </VisitsHead>
      <View className="visit-notes">
        {otherSheets ? (
          <View className="gap-4">
            <Notice tone="wait">{otherSheets}</Notice>
          </View>
        ) : null}
        {writing.step === 'writing' ? (
          <View className="gap-4">
            <Notice icon="progress" announced="status">
              {`正在写，${writing.done} / ${writing.total} 个月。先别关这一页。`}
            </Notice>
          </View>
        ) : null}
        {writing.step === 'stopped' ? (
          <View className="gap-4">
            <ErrorNote onRetry={() => void importing.write()} retryText="接着导">
              {`${sentenceFor(writing.code)}接着导不会重复；没导完以前，一个月都不算。`}
            </ErrorNote>
          </View>
        ) : null}
        {writing.step === 'looking' && writing.changedMeanwhile ? (
          <View className="gap-4">
            <Notice tone="wait" announced="alert">
              刚才有同事改过这几个月的人次。下面已按新的数重新预演，请看过再点“导入”。
            </Notice>
          </View>
        ) : null}
        {unsaved ? (
          <View className="gap-4">
            <ErrorNote onRetry={onSaveAgain} retryText="再记一次">
              {`${unsaved}这个文件照您定的读，只是下次还没记住。`}
            </ErrorNote>
          </View>
        ) : null}
      </View>
      <View className="visit-sheet">{isSettled ? [main, side] : [side, main]}</View>
      {naming !== null ? (
        <NamePanel
          name={naming}
          known={ways.known}
          onChoose={(departmentId) => {
            onSettle(naming, departmentId)
            setNaming(null)
          }}
          onClose={() => setNaming(null)}
        />
      ) : null}
    </>
  )
}
