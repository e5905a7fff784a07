import { useLoaded } from '#cloud/use-action'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import type { VersionRow } from '#domain/integrity/pledge.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { Status } from '../../ui/Status'
import { toast } from '../../ui/toast'
import { integrityApi } from './integrity.api'
import { PledgePaper } from './PledgePaper'
import { dayWords, versionName, versionStanding } from './pledge.words'
import {
  draftOf,
  forgetVersion,
  keepVersion,
  keptVersion,
  newVersion,
  textOf,
  type VersionDraft,
} from './version.draft'
import { VersionForm } from './VersionForm'

const NOTHING = {}

const lead = (rows: readonly VersionRow[]): string => {
  const waiting = rows.filter(({ standing }) => standing === 'proposed').length
  if (waiting > 0) return `${waiting} 版等人发布`
  return rows.some(({ standing }) => standing === 'current') ? '现在用的承诺书' : '还没有发布承诺书'
}

interface VersionsProps {
  now: Instant
  onChanged: () => void
}

/** Versions of the pledge: one person writes, another publishes. */
export const Versions = ({ now, onChanged }: VersionsProps) => {
  const { remote, reload } = useLoaded(integrityApi.pledgeVersions, NOTHING)
  const [open, setOpen] = useState<VersionRow['id'] | null>(null)
  const [draft, setDraft] = useState<VersionDraft | null>(null)
  const rows = remote.status === 'done' ? remote.value.rows : []
  const shown = rows.find(({ id }) => id === open)
  const current = rows.find(({ standing }) => standing === 'current') ?? null
  const changed = async () => {
    await reload()
    onChanged()
  }
  const begin = async () => setDraft(keptVersion() ?? (await newVersion(current, daysAfter(beijingDay(now), 1))))
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={6} />
  return (
    <View>
      <Lead hint="一位写，另一位发布；发布了就不能改，要改另提一版。新的一版生效那天起，请每个人再签一次，以前签的都留着。">
        {lead(rows)}
      </Lead>
      <View className="gap-4">
        {rows.length > 0 ? (
          <List label="承诺书">
            {rows.map((row) => {
              const { tone, text } = versionStanding(row, now)
              return (
                <Item
                  key={row.id}
                  title={versionName(row)}
                  detail={`${dayWords(row.effectiveOn, now)}起 · ${row.standing === 'proposed' ? `${row.writers.join('、')}写` : `${row.signed} 人签过`}`}
                  end={<Status tone={tone}>{text}</Status>}
                  endLabel={text}
                  onTap={() => setOpen(row.id)}
                />
              )
            })}
          </List>
        ) : (
          <Empty title="还没有承诺书" hint="备好了一份，按九项准则写的九条，可以照着改。" />
        )}
      </View>
      <View className="gap-4">
        <Button kind="quiet" icon="pen" onTap={() => void begin()}>
          {keptVersion() ? '接着写没提完的一版' : '提一版新的'}
        </Button>
      </View>
      {draft ? (
        <WritePanel
          draft={draft}
          now={now}
          change={(next) => {
            keepVersion(next)
            setDraft(next)
          }}
          onProposed={() => {
            forgetVersion()
            setDraft(null)
            void changed()
          }}
          onClose={() => setDraft(null)}
        />
      ) : shown ? (
        <VersionPanel
          key={shown.id}
          row={shown}
          now={now}
          onEdit={() => {
            setOpen(null)
            setDraft(draftOf(shown))
          }}
          onChanged={changed}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </View>
  )
}

interface WritePanelProps {
  draft: VersionDraft
  now: Instant
  change: (draft: VersionDraft) => void
  onProposed: () => void
  onClose: () => void
}

const WritePanel = ({ draft, now, change, onProposed, onClose }: WritePanelProps) => {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const propose = async () => {
    const text = textOf(draft)
    if (!text.success) return
    setBusy(true)
    setFailed(null)
    const answer = await integrityApi.proposePledge({ id: draft.id, rev: draft.rev, text: text.output })
    setBusy(false)
    if (!answer.ok) return setFailed(answer.code)
    toast('提上去了，请一位同事来发布')
    onProposed()
  }
  return (
    <SidePanel title={draft.rev === null ? '提一版新的' : '改这一版'} onClose={onClose}>
      <VersionForm
        draft={draft}
        now={now}
        busy={busy}
        change={change}
        onPropose={() => void propose()}
        onCancel={onClose}
        onDiscard={() => {
          forgetVersion()
          onClose()
        }}
      />
      {failed ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void propose()}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
    </SidePanel>
  )
}

interface VersionPanelProps {
  row: VersionRow
  now: Instant
  onEdit: () => void
  onChanged: () => Promise<void>
  onClose: () => void
}

const VersionPanel = ({ row, now, onEdit, onChanged, onClose }: VersionPanelProps) => {
  const [asked, setAsked] = useState<'publish' | 'drop' | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const { id, rev, standing, mine, writers, publishedBy } = row
  const act = async (work: () => Promise<{ ok: boolean; code?: ErrorCode }>, done: string) => {
    setBusy(true)
    setFailed(null)
    const answer = await work()
    setBusy(false)
    setAsked(null)
    if (!answer.ok) return setFailed(answer.code ?? 'system.failed')
    toast(done)
    await onChanged()
    onClose()
  }
  const { tone, text } = versionStanding(row, now)
  return (
    <SidePanel title={versionName(row)} onClose={onClose}>
      <Status tone={tone}>{text}</Status>
      <View className="gap-2 t4 c2">
        {[`${dayWords(row.effectiveOn, now)}起`, `${writers.join('、')}写`, publishedBy && `${publishedBy}发布`]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {failed ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <PledgePaper pledge={row} />
      {standing === 'proposed' ? (
        <View className="gap-5">
          <Button
            wide
            disabledBecause={mine ? '您动过这一版，请换一位同事来发布' : undefined}
            onTap={() => setAsked('publish')}
          >
            发布
          </Button>
          <View className="gap-3">
            <Button kind="quiet" wide onTap={onEdit}>
              改一改
            </Button>
          </View>
          <View className="gap-2">
            <Button kind="text" wide onTap={() => setAsked('drop')}>
              撤回这一版
            </Button>
          </View>
        </View>
      ) : null}
      {asked === 'publish' ? (
        <ConfirmDialog
          title={`发布${versionName(row)}？`}
          detail={`${dayWords(row.effectiveOn, now)}起请每个人签这一版。发布了就不能改。`}
          confirm="发布"
          busy={busy}
          onConfirm={() => void act(() => integrityApi.publishPledge({ id, rev }), '发布了')}
          onCancel={() => setAsked(null)}
        />
      ) : asked === 'drop' ? (
        <ConfirmDialog
          title={`撤回${versionName(row)}？`}
          detail="撤回就找不回来了。"
          confirm="撤回"
          busy={busy}
          onConfirm={() => void act(() => integrityApi.dropPledge({ id, rev }), '撤回了')}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </SidePanel>
  )
}
