import type { DeskEntry, DeskSlot } from '#domain/culture/disclosure.contract'
import { audienceNames } from '#domain/culture/disclosure.model'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { toast } from '../../ui/toast'
import { AttachmentList } from './AttachmentList'
import { disclosureApi } from './disclosure.api'
import { dayOf } from './disclosure.words'
import { EntryForm } from './EntryForm'
import { WrittenText } from './EntryReading'
import { ReasonForm } from './ReasonForm'
import type { DeskInHand } from './use-desk'
import './Desk.css'

interface EntryDeskProps {
  entry: DeskEntry
  slot: DeskSlot
  desk: DeskInHand
  now: Instant
}

type Asked = 'write' | 'sendBack' | 'withdraw' | 'takeBack' | 'drop' | 'confirm' | null

const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join('、')

/** One entry with who wrote it, who waits for whom, and the next thing to do. */
export const EntryDesk = ({ entry, slot, desk, now }: EntryDeskProps) => {
  const [asked, setAsked] = useState<Asked>(null)
  const { acts, draft, words, announced, withdrawn, takenBack } = entry
  const which = { id: entry.id, rev: entry.rev }
  const may = (act: DeskEntry['acts'][number]) => acts.includes(act)
  const leave = () => setAsked(null)
  const change = async (work: Parameters<DeskInHand['change']>[0], told: string) => {
    if (await desk.change(work)) toast(told)
    leave()
  }
  const drop = async () => {
    await desk.act(
      () => disclosureApi.dropDisclosureDraft(which),
      ({ entry: left }) => {
        toast('不要了')
        desk.open(left ? { kind: 'entry', entry: left } : { kind: 'slot', slot: slot.slot })
      },
    )
    leave()
  }
  if (asked === 'write')
    return <EntryForm slot={slot} entry={entry} desk={desk} now={now} onSaved={leave} onLeave={leave} />

  const isOwn = draft?.sent && draft.writers.some(({ mine }) => mine)
  const facts = [
    { term: '形成或变更', text: dayOf(entry.occurredOn, now) },
    ...(entry.dueOn ? [{ term: '最晚公开', text: dayOf(entry.dueOn, now) }] : []),
    { term: '公开日期', text: entry.publishedOn ? dayOf(entry.publishedOn, now) : '还没有公开' },
    { term: '给谁看', text: audienceNames[entry.audience] },
    ...(announced
      ? [{ term: '谁报的', text: `${announced.by.name}，${dayOf(announced.on, now)}：${announced.what}` }]
      : []),
    ...(draft ? [{ term: '写过的人', text: names(draft.writers) }] : []),
  ]
  const shown = draft ?? words
  return (
    <View>
      <LinkText role="button" label={`回到 ${slot.name}`} onTap={() => desk.open({ kind: 'slot', slot: slot.slot })}>
        {`‹ ${slot.name}`}
      </LinkText>
      <Lead above={draft?.correction ? '更正，等着公开' : undefined}>
        {draft?.title || entry.title || '还没有标题'}
      </Lead>
      {takenBack ? (
        <View className="gap-4">
          <Notice icon="eye">{`${dayOf(takenBack.on, now)}${takenBack.by.name}撤回：${takenBack.reason}。`}</Notice>
        </View>
      ) : null}
      {withdrawn ? (
        <View className="gap-4">
          <Notice icon="eye">{`${dayOf(withdrawn.on, now)}${withdrawn.by.name}撤下：${withdrawn.reason}。公开页上留着这句话。`}</Notice>
        </View>
      ) : null}
      {draft?.sentBack ? (
        <View className="gap-4">
          <Notice tone="wait">{`${draft.sentBack.by.name}退回：${draft.sentBack.reason}。`}</Notice>
        </View>
      ) : null}
      {draft?.sent ? (
        <View className="gap-4">
          <Notice tone="wait">
            {isOwn
              ? `${draft.sent.by.name} ${dayOf(draft.sent.on, now)}送来。您写过这一条，请另一位宣传或纪检同事来确认。`
              : `${draft.sent.by.name} ${dayOf(draft.sent.on, now)}送来，等宣传或纪检的同事看过。`}
          </Notice>
        </View>
      ) : null}
      {asked === null || asked === 'drop' || asked === 'confirm' ? (
        <View className="disclosure-acts">
          {may('confirm') ? (
            <Button icon="check" busy={desk.acting} onTap={() => setAsked('confirm')}>
              确认，公开
            </Button>
          ) : null}
          {may('send') && draft && draft.title.length >= 2 ? (
            <Button
              busy={desk.acting}
              onTap={() => void change(() => disclosureApi.sendDisclosure(which), '送去确认了')}
            >
              送去确认
            </Button>
          ) : null}
          {may('write') ? (
            <Button kind="quiet" icon="pen" onTap={() => setAsked('write')}>
              {draft ? '接着写' : '写出来'}
            </Button>
          ) : null}
          {may('correct') ? (
            <Button kind="quiet" icon="pen" onTap={() => setAsked('write')}>
              更正
            </Button>
          ) : null}
          {may('sendBack') ? (
            <Button kind="quiet" onTap={() => setAsked('sendBack')}>
              退回去改
            </Button>
          ) : null}
          {may('withdraw') ? (
            <Button kind="text" onTap={() => setAsked('withdraw')}>
              撤下
            </Button>
          ) : null}
          {may('takeBack') ? (
            <Button kind="text" onTap={() => setAsked('takeBack')}>
              报错了，撤回
            </Button>
          ) : null}
          {may('drop') ? (
            <Button kind="text" onTap={() => setAsked('drop')}>
              {draft?.correction ? '不更正了' : '不要这一稿'}
            </Button>
          ) : null}
        </View>
      ) : null}
      {asked === 'sendBack' ? (
        <ReasonForm
          title="为什么退回"
          hint="写的人看得到。"
          action="退回去"
          busy={desk.acting}
          onReason={(reason) => void change(() => disclosureApi.sendDisclosureBack({ ...which, reason }), '退回去了')}
          onLeave={leave}
        />
      ) : null}
      {asked === 'withdraw' ? (
        <ReasonForm
          title="为什么撤下"
          hint="公开页上会留下这句话，不能再放回去。"
          action="撤下"
          busy={desk.acting}
          onReason={(reason) => void change(() => disclosureApi.withdrawDisclosure({ ...which, reason }), '撤下了')}
          onLeave={leave}
        />
      ) : null}
      {asked === 'takeBack' ? (
        <ReasonForm
          title="为什么撤回"
          hint="留在记录里，不公开。撤回后不再计时。"
          action="撤回"
          busy={desk.acting}
          onReason={(reason) => void change(() => disclosureApi.takeAnnouncementBack({ ...which, reason }), '撤回了')}
          onLeave={leave}
        />
      ) : null}
      {shown && shown.text !== '' ? <WrittenText text={shown.text} /> : null}
      {shown && shown.attachments.length > 0 ? (
        <View className="gap-5">
          <Head>附件</Head>
          <AttachmentList attachments={shown.attachments} />
        </View>
      ) : null}
      <View className="gap-5">
        <Facts facts={facts} />
      </View>
      {entry.versions.length > 0 ? (
        <View className="gap-5">
          <Head>公开过的版本</Head>
          <List label="公开过的版本">
            {[...entry.versions].reverse().map(({ version, on, writers, confirmedBy, correction }) => (
              <Item
                key={version}
                title={correction ? `更正：${correction}` : '第一次公开'}
                detail={`${writers.join('、')}写，${confirmedBy}确认`}
                end={dayOf(on, now)}
              />
            ))}
          </List>
        </View>
      ) : null}
      {asked === 'confirm' ? (
        <ConfirmDialog
          title="看过了，公开？"
          detail={`${entry.audience === 'staff' ? '本院职工' : '所有人'}马上看得到，公开日期记作今天。`}
          confirm="公开"
          busy={desk.acting}
          onConfirm={() => void change(() => disclosureApi.confirmDisclosure(which), '公开了')}
          onCancel={leave}
        />
      ) : null}
      {asked === 'drop' ? (
        <ConfirmDialog
          title={draft?.correction ? '不更正了？' : '不要这一稿了？'}
          detail={draft?.correction ? '公开的还是现在这样。' : '写的字和附件都会去掉。'}
          confirm={draft?.correction ? '不更正了' : '不要了'}
          busy={desk.acting}
          onConfirm={() => void drop()}
          onCancel={leave}
        />
      ) : null}
    </View>
  )
}
