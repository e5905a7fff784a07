import type { CaseRow } from '#domain/complaint/case.contract'
import { roleNames } from '#domain/actor'
import { sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Skeleton } from '../../ui/Skeleton'
import { matching } from './case.order'
import { CaseList } from './CaseList'
import { CaseListHead } from './CaseListHead'
import { CaseSearch } from './CaseSearch'
import type { Inbox, InboxView } from './use-inbox'

interface CaseInboxProps {
  inbox: Inbox
  view: InboxView
  now: Instant
  current: string | null
  /** A case handler sees their own cases alone. */
  ownOnly: boolean
  /** What is looked for among the listed; null while nobody searches. */
  wanted: string | null
  onWanted: (wanted: string) => void
  onSearch: () => void
  onView: (view: InboxView) => void
  onOpen: (row: CaseRow) => void
}

const NOTHING: Record<string, { title: string; hint: string }> = {
  open: { title: '现在没有投诉', hint: '有人扫码提交，就会按期限排在这里。' },
  mine: { title: '没有要您核查的', hint: '交到您手上的，会按期限排在这里。' },
  answered: { title: '没有等投诉人看的', hint: '答复送出去、还没有归档的，在这里等投诉人认可。' },
  done: { title: '还没有办结的', hint: '归档的和投诉人撤回的，都收在这里。' },
}

const needed = `要开通的岗位是“${roleNames.complaint_officer}”或“${roleNames.case_handler}”。`

/** The list beside the case: which cases, in which order, what to do when there are none. */
export const CaseInbox = ({
  inbox,
  view,
  now,
  current,
  ownOnly,
  wanted,
  onSearch,
  onWanted,
  onView,
  onOpen,
}: CaseInboxProps) => {
  const { page, problem, loading, reload } = inbox
  const retry = () => void reload()
  if (problem === 'auth.forbidden') return <ErrorNote onRetry={retry}>{`${sentenceFor(problem)}${needed}`}</ErrorNote>
  const nothing = NOTHING[view.stage === 'open' && (view.mine || ownOnly) ? 'mine' : view.stage]
  const rows = page ? matching(page.rows, wanted ?? '') : []
  return (
    <>
      <CaseListHead
        view={view}
        counts={page}
        now={now}
        ownOnly={ownOnly}
        searching={wanted !== null}
        onView={onView}
        onSearch={onSearch}
        onRefresh={retry}
      />
      {wanted === null ? null : <CaseSearch value={wanted} onInput={onWanted} />}
      {problem ? (
        <View className="gap-4">
          <ErrorNote onRetry={retry}>{sentenceFor(problem)}</ErrorNote>
        </View>
      ) : null}
      {page ? (
        rows.length > 0 ? (
          <CaseList rows={rows} now={now} current={current} byDeadline={view.stage === 'open'} onOpen={onOpen} />
        ) : wanted ? (
          <Empty title="这一页里没有" hint="核对一下编号，或者翻到后面再找。" />
        ) : nothing ? (
          <Empty title={nothing.title} hint={nothing.hint} />
        ) : null
      ) : problem ? null : (
        <Skeleton lines={8} />
      )}
      {view.skip > 0 ? (
        <Button kind="text" onTap={() => onView({ ...view, skip: 0 })}>
          回到最前
        </Button>
      ) : null}
      {page?.next ? (
        <Button
          kind="quiet"
          wide
          busy={loading}
          busyText="正在翻"
          onTap={() => onView({ ...view, skip: page.next ?? 0 })}
        >
          {page.total === null ? '看后面的' : `看后面的，共 ${page.total} 件`}
        </Button>
      ) : null}
    </>
  )
}
