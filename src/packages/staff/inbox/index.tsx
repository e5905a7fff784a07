import { useAction, useLoaded } from '#cloud/use-action'
import type { CaseRow } from '#domain/complaint/complaint.contract'
import { sentenceFor } from '#domain/errors'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { useRef, useState } from 'react'
import { CaseList, inDeskOrder } from '../../../features/complaint/CaseList'
import { CaseView } from '../../../features/complaint/CaseView'
import { complaintApi } from '../../../features/complaint/complaint.api'
import { goBack } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Desk } from '../../../ui/Desk'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Skeleton } from '../../../ui/Skeleton'
import { toast } from '../../../ui/toast'
import { useKeys } from '../../../ui/useKeys'
import { useNow } from '../../../ui/useNow'

const KEYS = [
  { keys: ['J', 'K'], name: '下一件、上一件' },
  { keys: ['A'], name: '受理' },
]

/** The complaint office's cases by deadline, the case beside the list on a wide screen. */
export default function InboxPage() {
  const [skip, setSkip] = useState(0)
  const { remote, reload } = useLoaded(complaintApi.inbox, { skip })
  const reading = useAction(complaintApi.read)
  const accepting = useAction(complaintApi.accept)
  const [open, setOpen] = useState<string | null>(null)
  // What is open when a late answer comes, not when it was asked for.
  const opened = useRef<string | null>(null)
  const underWay = useRef(false)
  const now = useNow()
  const inbox = remote.status === 'done' ? remote.value : null
  const rows = inbox ? inDeskOrder(inbox.rows, now) : []
  const accepted = accepting.remote.status === 'done' ? accepting.remote.value : null
  const read = reading.remote.status === 'done' ? reading.remote.value : null
  const detail = [accepted, read].find((one) => one?.id === open) ?? null

  const show = (row: CaseRow) => {
    setOpen(row.id)
    opened.current = row.id
    accepting.reset()
    void reading.run({ complaintId: row.id })
  }
  const close = () => {
    setOpen(null)
    opened.current = null
    reading.reset()
  }
  const step = (by: 1 | -1) => {
    const next = rows[open === null ? 0 : rows.findIndex(({ id }) => id === open) + by]
    if (next) show(next)
  }
  const accept = async () => {
    if (!detail || detail.status !== 'submitted' || underWay.current) return
    underWay.current = true
    const answer = await accepting.run({ complaintId: detail.id, rev: detail.rev })
    underWay.current = false
    if (answer.ok) toast('已受理，投诉人凭查询码能看到')
    else if (answer.code === 'data.changed' && opened.current === detail.id) {
      void reading.run({ complaintId: detail.id })
    }
    void reload()
  }
  useKeys({ j: () => step(1), k: () => step(-1), a: () => void accept() })

  const problem = accepting.remote.status === 'failed' ? accepting.remote.code : null
  return (
    <Desk
      title="待办"
      section="complaints"
      sections={[{ key: 'complaints', name: '投诉', icon: 'complaint', onTap: () => undefined }]}
      showing={open ? 'detail' : 'list'}
      onBack={open ? close : () => void goBack()}
      keys={KEYS}
      list={
        remote.status === 'failed' ? (
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        ) : inbox ? (
          <>
            <Lead
              hint={`${inbox.overdue} 件超期，${inbox.dueToday} 件今天到期。${dayInWords(now, now)} ${weekdayInWords(now)}`}
            >
              {`待办 ${inbox.total} 件`}
            </Lead>
            {inbox.total === 0 ? (
              <Empty title="现在没有投诉" hint="有人扫码提交，就会按期限排在这里。" />
            ) : (
              <CaseList rows={rows} now={now} current={open} onOpen={show} />
            )}
            {skip > 0 ? (
              <Button kind="text" onTap={() => setSkip(0)}>
                回到最前
              </Button>
            ) : null}
            {inbox.next === null ? null : (
              <Button kind="quiet" wide onTap={() => setSkip(inbox.next ?? 0)}>
                {`看后面的，共 ${inbox.total} 件`}
              </Button>
            )}
          </>
        ) : (
          <Skeleton lines={8} />
        )
      }
      detail={
        <>
          {problem ? <ErrorNote>{sentenceFor(problem)}</ErrorNote> : null}
          {detail ? (
            <CaseView
              detail={detail}
              now={now}
              busy={accepting.remote.status === 'pending'}
              onAccept={() => void accept()}
            />
          ) : reading.remote.status === 'failed' ? (
            <ErrorNote onRetry={() => open && void reading.run({ complaintId: open })}>
              {sentenceFor(reading.remote.code)}
            </ErrorNote>
          ) : open ? (
            <Skeleton lines={8} />
          ) : (
            <Empty title="还没有打开哪一件" hint="在左边点一件，或按 J 打开最急的一件。" />
          )}
        </>
      }
    />
  )
}
