import type { DeskSlot } from '#domain/culture/disclosure.contract'
import { audienceNames } from '#domain/culture/disclosure.model'
import { DisclosureId } from '#domain/ids'
import { type Instant, beijingDay, monthsAfter, type Day } from '#domain/instant'
import { randomHex } from '#cloud/random.bytes'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { DayField } from '../../ui/DayField'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { Status } from '../../ui/Status'
import { TextField } from '../../ui/TextField'
import { toast } from '../../ui/toast'
import { dueWords, stageWords } from './desk.words'
import { disclosureApi } from './disclosure.api'
import { dayOf, lateHead, lateWords, rhythmWords } from './disclosure.words'
import { SlotHistory } from './SlotHistory'
import { SlotSettingsForm } from './SlotSettingsForm'
import type { DeskBoard, DeskInHand } from './use-desk'
import './Desk.css'

interface SlotDeskProps {
  slot: DeskSlot
  board: DeskBoard
  desk: DeskInHand
  now: Instant
}

type Asked = 'announce' | 'promise' | 'settings' | null

const MONTHS_BACK = 60
const WHAT_MOST = 60

/** One slot on the desk: where it stands, what waits in it, and what can be done. */
export const SlotDesk = ({ slot, board, desk, now }: SlotDeskProps) => {
  const [asked, setAsked] = useState<Asked>(null)
  const done = () => setAsked(null)
  const facts = [
    { term: '给谁看', text: audienceNames[slot.audience] },
    { term: '责任科室', text: slot.ownerName ?? `还没有定，一般是${slot.usualOwner}` },
    { term: '时限', text: rhythmWords(slot) },
    { term: '最近更新', text: slot.lastOn ? dayOf(slot.lastOn, now) : '还没有公开过' },
    ...(slot.dueOn
      ? [{ term: slot.standing === 'overdue' ? '本来最晚' : '下次最晚', text: dayOf(slot.dueOn, now) }]
      : []),
    {
      term: '依据',
      text: slot.basis ? `${slot.basis}${slot.basisChecked ? '' : '（待本院法务核对，先不对外写）'}` : '没有写',
    },
  ]
  return (
    <View>
      <Lead above="院务公开" hint={slot.holds}>
        {slot.name}
      </Lead>
      {slot.standing === 'overdue' ? (
        <View className="gap-4">
          <Notice tone="late">{`${lateHead(slot, now)}。${lateWords(slot, now)}。公开页上也这样写着。`}</Notice>
        </View>
      ) : null}
      {asked === null ? (
        <View className="disclosure-acts">
          {slot.mayWrite ? (
            <Button icon="pen" onTap={() => desk.open({ kind: 'new', slot: slot.slot })}>
              写一条
            </Button>
          ) : null}
          {slot.mayAnnounce ? (
            <Button kind="quiet" icon="flag" onTap={() => setAsked('announce')}>
              报一个变化
            </Button>
          ) : null}
          {slot.mayWrite && slot.standing === 'overdue' ? (
            <Button kind="quiet" icon="clock" onTap={() => setAsked('promise')}>
              说哪天补上
            </Button>
          ) : null}
          {board.mayKeep ? (
            <Button kind="text" icon="settings" onTap={() => setAsked('settings')}>
              改责任科室和时限
            </Button>
          ) : null}
        </View>
      ) : null}
      {asked === 'announce' ? <AnnounceForm slot={slot} desk={desk} now={now} onLeave={done} /> : null}
      {asked === 'promise' ? <PromiseForm slot={slot} desk={desk} now={now} onLeave={done} /> : null}
      {asked === 'settings' ? <SlotSettingsForm slot={slot} board={board} desk={desk} onLeave={done} /> : null}
      <View className="gap-4">
        <Facts facts={facts} />
      </View>
      {slot.open.length > 0 ? (
        <View className="gap-5">
          <Head>还没办完的</Head>
          <List label="还没办完的">
            {slot.open.map((row) => {
              const { tone, text } = dueWords(row, board.today, now)
              return (
                <Item
                  key={row.id}
                  title={row.title || '还没有标题'}
                  detail={`${stageWords(row)} · ${dayOf(row.occurredOn, now)}的事`}
                  end={<Status tone={tone}>{text}</Status>}
                  endLabel={text}
                  onTap={() => void desk.openEntry(row.id)}
                />
              )
            })}
          </List>
        </View>
      ) : null}
      <SlotHistory slot={slot.slot} now={now} onOpen={(id) => void desk.openEntry(id)} />
    </View>
  )
}

interface FormProps {
  slot: DeskSlot
  desk: DeskInHand
  now: Instant
  onLeave: () => void
}

const AnnounceForm = ({ slot, desk, now, onLeave }: FormProps) => {
  const today = beijingDay(now)
  const [what, setWhat] = useState('')
  const [day, setDay] = useState<Day>(today)
  // The same number for every try: an answer that was lost on its way makes no second one.
  const id = useRef<string | null>(null)
  const send = async () => {
    id.current ??= await randomHex()
    const announced = {
      id: v.parse(DisclosureId, id.current),
      slot: slot.slot,
      what: what.trim(),
      occurredOn: day,
    }
    const done = await desk.change(() => disclosureApi.announceDisclosure(announced))
    if (done) toast('报好了')
  }
  return (
    <View className="disclosure-form">
      <TextField
        label="什么变了"
        hint={`写给同事看的，不公开。公开页只写：有变化，${slot.withinWorkingDays} 个工作日内公开。`}
        value={what}
        maxlength={WHAT_MOST}
        onInput={setWhat}
      />
      <View className="disclosure-field">
        <DayField
          label="哪天形成或变更的"
          value={day}
          words={dayOf(day, now)}
          earliest={monthsAfter(today, -MONTHS_BACK)}
          latest={today}
          onChange={setDay}
        />
      </View>
      <View className="disclosure-acts">
        <Button
          busy={desk.acting}
          disabledBecause={what.trim().length < 2 ? '请先写什么变了' : undefined}
          onTap={() => void send()}
        >
          报上，开始计时
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不
        </Button>
      </View>
    </View>
  )
}

const MONTHS_AHEAD = 6

const PromiseForm = ({ slot, desk, now, onLeave }: FormProps) => {
  const today = beijingDay(now)
  const [day, setDay] = useState<Day>(today)
  const send = () =>
    desk.act(
      () => disclosureApi.promiseDisclosure({ slot: slot.slot, on: day }),
      () => {
        toast('写到公开页上了')
        onLeave()
      },
    )
  return (
    <View className="disclosure-form">
      <DayField
        label="答应哪天补上"
        value={day}
        words={dayOf(day, now)}
        earliest={today}
        latest={monthsAfter(today, MONTHS_AHEAD)}
        onChange={setDay}
      />
      <View className="t4 c2 gap-2">这一天会写在公开页上。</View>
      <View className="disclosure-acts">
        <Button busy={desk.acting} onTap={() => void send()}>
          答应这一天
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不
        </Button>
      </View>
    </View>
  )
}
