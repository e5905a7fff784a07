import { roleNames } from '#domain/actor'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import { dayInWords, type Instant, weekdayInWords } from '#domain/instant'
import { FollowUpView, type FollowUpPage, type FollowUpRow } from '#domain/survey/followup.contract'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Status } from '../../ui/Status'
import { describeRow, nameOf, nothingIn, standingOf, viewNames } from './followup.words'
import type { Worklist, WorklistView } from './use-worklist'
import './followup.css'

const countOf = (view: FollowUpView, counts: FollowUpPage['counts'] | null): number | null => {
  if (!counts || view === 'done') return null
  return { due: counts.overdue + counts.today, overdue: counts.overdue, later: counts.later }[view]
}

const withCount = (name: string, count: number | null): string => (count === null ? name : `${name} ${count}`)

const titleOf = (view: FollowUpView, counts: FollowUpPage['counts'] | null): string => {
  const count = countOf(view, counts)
  return count === null ? viewNames[view] : `${viewNames[view]} ${count} 人`
}

const hintOf = (counts: FollowUpPage['counts'] | null, now: Instant): string => {
  const today = `${dayInWords(now, now)} ${weekdayInWords(now)}`
  return counts ? `${counts.overdue} 人超期，${counts.today} 人今天到日子。${today}` : today
}

const Views = ({ worklist, view, onView }: Pick<FollowUpListProps, 'worklist' | 'view' | 'onView'>) => (
  <View className="followup-chips" {...semantics({ role: 'group', label: '看哪些' })}>
    {FollowUpView.options.map((one) => (
      <Chip key={one} pressed={one === view.view} onTap={() => onView({ ...view, view: one, skip: 0 })}>
        {withCount(viewNames[one], countOf(one, worklist.page?.counts ?? null))}
      </Chip>
    ))}
  </View>
)

interface DepartmentsProps {
  departments: FollowUpPage['departments']
  chosen: DepartmentId | null
  onChoose: (departmentId: DepartmentId | null) => void
}

const Departments = ({ departments, chosen, onChoose }: DepartmentsProps) => (
  <View className="followup-chips" {...semantics({ role: 'group', label: '看哪个科室' })}>
    <Chip pressed={chosen === null} onTap={() => onChoose(null)}>
      全院
    </Chip>
    {departments
      .filter(({ retired, id }) => !retired || id === chosen)
      .map(({ id, name }) => (
        <Chip key={id} pressed={id === chosen} onTap={() => onChoose(id)}>
          {name}
        </Chip>
      ))}
  </View>
)

const Row = ({
  row,
  now,
  current,
  onOpen,
}: {
  row: FollowUpRow
  now: Instant
  current: boolean
  onOpen: () => void
}) => {
  const { words, tone } = standingOf(row, now)
  return (
    <Item
      title={nameOf(row)}
      detail={describeRow(row, now)}
      end={<Status tone={tone}>{words}</Status>}
      endLabel={words}
      current={current}
      onTap={onOpen}
    />
  )
}

interface FollowUpListProps {
  worklist: Worklist
  view: WorklistView
  now: Instant
  current: string | null
  /** The departments to choose from are shown. */
  choosing: boolean
  /** The way in, where the session has ended. */
  signIn: ((code: ErrorCode) => ReactNode) | null
  onChoosing: () => void
  onView: (view: WorklistView) => void
  onOpen: (row: FollowUpRow) => void
  /** Between the head and the rows: the rates, the file. */
  children: ReactNode
}

const needed = `要开通的岗位是“${roleNames.follow_up}”或“${roleNames.survey_officer}”。`

/** Whom to ring, by the day they are due; what to do when there is nobody. */
export const FollowUpList = ({
  worklist,
  view,
  now,
  current,
  choosing,
  signIn,
  onChoosing,
  onView,
  onOpen,
  children,
}: FollowUpListProps) => {
  const { page, problem, loading, reload } = worklist
  const retry = () => void reload()
  if (problem === 'auth.forbidden') return <ErrorNote onRetry={retry}>{`${sentenceFor(problem)}${needed}`}</ErrorNote>
  if (problem && signIn) return <>{signIn(problem)}</>
  const chosen = page?.departments.find(({ id }) => id === view.departmentId)
  return (
    <>
      <Lead hint={hintOf(page?.counts ?? null, now)}>{titleOf(view.view, page?.counts ?? null)}</Lead>
      {children}
      <Views worklist={worklist} view={view} onView={onView} />
      <View className="followup-chips">
        <Chip icon="department" pressed={choosing} onTap={onChoosing}>
          {chosen ? chosen.name : '按科室'}
        </Chip>
        <Chip icon="refresh" onTap={retry}>
          刷新
        </Chip>
      </View>
      {choosing && page ? (
        <Departments
          departments={page.departments}
          chosen={view.departmentId}
          onChoose={(departmentId) => onView({ ...view, departmentId, skip: 0 })}
        />
      ) : null}
      {problem ? (
        <View className="gap-4">
          <ErrorNote onRetry={retry}>{sentenceFor(problem)}</ErrorNote>
        </View>
      ) : null}
      {page ? (
        page.rows.length > 0 ? (
          <View className="gap-3">
            <List label="随访名单">
              {page.rows.map((row) => (
                <Row key={row.id} row={row} now={now} current={row.id === current} onOpen={() => onOpen(row)} />
              ))}
            </List>
          </View>
        ) : (
          <Empty {...nothingIn[view.view]} />
        )
      ) : problem ? null : (
        <Skeleton lines={8} />
      )}
      {view.skip > 0 ? (
        <Button kind="text" onTap={() => onView({ ...view, skip: 0 })}>
          回到最前
        </Button>
      ) : null}
      {page && page.next !== null ? (
        <View className="gap-3">
          <Button
            kind="quiet"
            wide
            busy={loading}
            busyText="正在翻"
            onTap={() => onView({ ...view, skip: page.next ?? 0 })}
          >
            看后面的
          </Button>
        </View>
      ) : null}
    </>
  )
}
