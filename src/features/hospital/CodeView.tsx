import { useAction } from '#cloud/use-action'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { TouchpointBoard, TouchpointRow, WardRow } from '#domain/hospital/place.contract'
import { printFormatNames, Touchpoint } from '#domain/hospital/place.model'
import { nextNumbers } from '#domain/hospital/place.rules'
import type { TouchpointId } from '#domain/ids'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { TextField } from '../../ui/TextField'
import { toast } from '../../ui/toast'
import { CodePicture } from './CodePicture'
import { formatOptions } from './CodesForm'
import { hospitalApi } from './hospital.api'
import { retirementInWords, scansThisMonth, silenceInWords } from './place.words'
import { ScanBars } from './ScanBars'

interface CodeViewProps {
  board: TouchpointBoard
  ward: WardRow
  row: TouchpointRow
  now: Instant
  /** Something about the codes changed: the board is asked for again. */
  onChanged: () => Promise<void>
}

/** One code: how it looks, how often it is scanned, where it hangs, and the end of its use. */
export const CodeView = ({ board, ward, row, now, onChanged }: CodeViewProps) => {
  const silence = silenceInWords(row, now)
  return (
    <View className="ward">
      <Lead above={`${ward.name} · ${row.id}`}>{row.spot}</Lead>
      {row.retirement !== null ? (
        <View className="gap-4">
          <Notice icon="clock">{retirementInWords(row, now)}。</Notice>
        </View>
      ) : null}
      {silence !== null ? (
        <View className="gap-4">
          <Notice tone="wait" icon="warning">
            {`这张码 ${silence}。多半被挡住或揭掉了，请去看一眼；坏了就换一张。`}
          </Notice>
        </View>
      ) : null}
      <CodePicture touchpointId={row.id} name={`${ward.name}，${row.spot}`} />
      <Facts
        facts={[
          { term: '这个月', text: `${scansThisMonth(row)} 次` },
          { term: '近 12 个月', text: <ScanBars row={row} now={now} /> },
          { term: '样式', text: printFormatNames[row.format] },
          { term: '做成的日子', text: dayInWords(row.madeOn, now) },
        ]}
      />
      {/* What is asked and typed begins anew after a change; the picture above stays, and nothing moves under a finger. */}
      {row.retirement === null ? <SpotForm key={`spot:${row.rev}`} row={row} onChanged={onChanged} /> : null}
      <CodeEnd key={`end:${row.rev}`} board={board} row={row} onChanged={onChanged} />
    </View>
  )
}

const Failure = ({ code }: { code: ErrorCode }) => (
  <View className="gap-4">
    <ErrorNote>{sentenceFor(code)}</ErrorNote>
  </View>
)

const SpotForm = ({ row, onChanged }: Pick<CodeViewProps, 'row' | 'onChanged'>) => {
  const [spot, setSpot] = useState<string>(row.spot)
  const [format, setFormat] = useState(row.format)
  const [checked, setChecked] = useState(false)
  const { remote, run } = useAction(hospitalApi.changeTouchpoint)
  const parsed = v.safeParse(Touchpoint.entries.spot, spot)
  const save = async () => {
    setChecked(true)
    if (!parsed.success) return
    const answer = await run({ id: row.id, rev: row.rev, wardId: row.wardId, spot: parsed.output, format })
    if (answer.ok || answer.code === 'data.changed') await onChanged()
    if (answer.ok) toast('改好了')
  }
  return (
    <View className="gap-4">
      <Head>贴在哪里，什么样</Head>
      <TextField
        label="贴在哪里"
        value={spot}
        maxlength={60}
        error={checked && !parsed.success ? '请写 2 到 30 个字，例如“护士站台面”。' : undefined}
        onInput={setSpot}
      />
      <View className="gap-4">
        <ChoiceGroup label="做成什么样" options={formatOptions} value={format} onChange={setFormat} />
      </View>
      {remote.status === 'failed' ? <Failure code={remote.code} /> : null}
      <View className="gap-4">
        <Button kind="quiet" wide busy={remote.status === 'pending'} busyText="正在保存" onTap={() => void save()}>
          保存
        </Button>
      </View>
    </View>
  )
}

type Asking = { act: 'retire' } | { act: 'replace'; newId: TouchpointId }

/** Failures after which the board no longer shows what is there. */
const OUTDATED = new Set<ErrorCode | undefined>(['data.changed', 'hospital.code_taken', 'hospital.touchpoint_retired'])

/** Replaced, taken out of use, or taken into use again. */
const CodeEnd = ({ board, row, onChanged }: Pick<CodeViewProps, 'board' | 'row' | 'onChanged'>) => {
  const [asking, setAsking] = useState<Asking | null>(null)
  const replacing = useAction(hospitalApi.replaceTouchpoint)
  const retiring = useAction(hospitalApi.retireTouchpoint)
  const restoring = useAction(hospitalApi.restoreTouchpoint)
  const months = board.hospital.graceMonthsForReplacedCodes
  const grace = months > 0 ? `旧码 ${months} 个月内照样进到新码的页面。` : '旧码马上停用。'
  const code = { id: row.id, rev: row.rev }
  // The question stays until the board shows what became of it: a new question would be lost with the old row.
  const settle = async (answer: { ok: boolean; code?: ErrorCode }, done: string) => {
    if (answer.ok || OUTDATED.has(answer.code)) await onChanged()
    if (answer.ok) toast(done)
    setAsking(null)
  }
  // The same number from the same board: pressing again after no answer is the same replacement.
  const askToReplace = () => {
    const given = board.rows.map(({ id }) => id)
    for (const newId of nextNumbers(row.wardId, given, 1)) setAsking({ act: 'replace', newId })
  }
  const replace = async (newId: TouchpointId) => settle(await replacing.run({ ...code, newId }), `换成了 ${newId}`)
  const failed = [replacing.remote, retiring.remote, restoring.remote].find(({ status }) => status === 'failed')
  return (
    <View className="gap-4">
      <Head>换和停</Head>
      {failed?.status === 'failed' ? <Failure code={failed.code} /> : null}
      {row.retirement === null ? (
        <View className="ward-print">
          <Button kind="quiet" grow onTap={askToReplace}>
            换一张新码
          </Button>
        </View>
      ) : (
        <View className="ward-print">
          <Button
            kind="quiet"
            grow
            busy={restoring.remote.status === 'pending'}
            busyText="正在恢复"
            onTap={() => void restoring.run(code).then((answer) => settle(answer, '又能用了'))}
          >
            恢复
          </Button>
        </View>
      )}
      {row.retirement === null || row.retirement.honouredUntil !== null ? (
        <View className="ward-print">
          <Button kind="quiet" grow onTap={() => setAsking({ act: 'retire' })}>
            停用
          </Button>
        </View>
      ) : null}
      {asking?.act === 'replace' ? (
        <ConfirmDialog
          title={`换成新码 ${asking.newId}？`}
          detail={`${grace}新码要打印出来贴上。`}
          confirm="换"
          busy={replacing.remote.status === 'pending'}
          onConfirm={() => void replace(asking.newId)}
          onCancel={() => setAsking(null)}
        />
      ) : null}
      {asking?.act === 'retire' ? (
        <ConfirmDialog
          title={`停用 ${row.id}？`}
          detail="扫到的人会看到“这张码停用了”和全院的电话，一分钟内生效。停错了可以恢复。"
          confirm="停用"
          busy={retiring.remote.status === 'pending'}
          onConfirm={() => void retiring.run(code).then((answer) => settle(answer, '停用了'))}
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </View>
  )
}
