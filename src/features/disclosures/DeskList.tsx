import { View } from '@tarojs/components'
import type { Instant } from '#domain/instant'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Status } from '../../ui/Status'
import { saveWorkbook } from '../../files/spreadsheet'
import { toast } from '../../ui/toast'
import { DisclosureRow } from './DisclosureRow'
import { byUrgency, deskWords, dueWords, slotLine, stageWords } from './desk.words'
import { dayOf } from './disclosure.words'
import { slotSheet } from './disclosure.sheet'
import type { DeskBoard, DeskInHand } from './use-desk'
import './Desk.css'

interface DeskListProps {
  board: DeskBoard
  desk: DeskInHand
  now: Instant
  onFigures: () => void
}

/** What waits for this person first, then every slot by how urgent it is. */
export const DeskList = ({ board, desk, now, onFigures }: DeskListProps) => {
  const { today, slots } = board
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const mine = slots.flatMap((slot) => slot.open.filter((row) => row.mine).map((row) => ({ ...row, name: slot.name })))
  const { opened } = desk
  const openSlot = opened?.kind === 'entry' ? opened.entry.slot : opened?.slot
  const save = async () => {
    setBusy(true)
    setFailed(false)
    try {
      await saveWorkbook([slotSheet(board)], `院务公开目录 ${today} ${board.hospitalName}.xlsx`)
      toast('下载好了')
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  return (
    <View>
      <Lead hint={mine.length > 0 ? `${mine.length} 条等您办。` : '没有等您办的。'}>{deskWords(slots)}</Lead>
      {mine.length > 0 ? (
        <View className="gap-4">
          <Head>等您办的</Head>
          <List label="等您办的">
            {mine.map((row) => {
              const { tone, text } = dueWords(row, today, now)
              return (
                <Item
                  key={row.id}
                  title={row.title || '还没有标题'}
                  detail={`${row.name} · ${stageWords(row)}`}
                  end={<Status tone={tone}>{text}</Status>}
                  endLabel={text}
                  current={opened?.kind === 'entry' && opened.entry.id === row.id}
                  onTap={() => void desk.openEntry(row.id)}
                />
              )
            })}
          </List>
        </View>
      ) : null}
      <View className="gap-5">
        <Head aside="最近更新">{`全部 ${slots.length} 项`}</Head>
        <List label="全部公开事项">
          {[...slots].sort(byUrgency).map((slot) => (
            <DisclosureRow
              key={slot.slot}
              role="button"
              title={slot.audience === 'staff' ? `${slot.name}（对职工）` : slot.name}
              {...slotLine(slot, now)}
              end={slot.lastOn ? dayOf(slot.lastOn, now) : undefined}
              current={openSlot === slot.slot}
              onTap={() => desk.open({ kind: 'slot', slot: slot.slot })}
            />
          ))}
        </List>
      </View>
      {failed ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void save()}>表格没有写成，请再试一次。</ErrorNote>
        </View>
      ) : null}
      <View className="disclosure-acts">
        <Button kind="quiet" icon="dashboard" onTap={onFigures}>
          看公开及时率
        </Button>
        {process.env.TARO_ENV === 'h5' ? (
          <Button kind="quiet" icon="save" busy={busy} busyText="正在写表" onTap={() => void save()}>
            目录存成表格
          </Button>
        ) : null}
      </View>
    </View>
  )
}
