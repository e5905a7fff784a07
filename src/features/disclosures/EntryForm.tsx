import { randomHex } from '#cloud/random.bytes'
import type { DeskEntry, DeskSlot } from '#domain/culture/disclosure.contract'
import { ENTRY_TEXT_MAX, ENTRY_TITLE_MAX } from '#domain/culture/disclosure.model'
import { DisclosureId } from '#domain/ids'
import { beijingDay, type Instant, monthsAfter } from '#domain/instant'
import { lengthOf } from '#domain/text'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { DayField } from '../../ui/DayField'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Notice } from '../../ui/Notice'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { toast } from '../../ui/toast'
import { disclosureApi } from './disclosure.api'
import { dayOf } from './disclosure.words'
import { forgetWords, keepWords, keptWords, type TypedWords } from './entry.words'
import { WrittenText } from './EntryReading'
import { type AttachmentOnItsWay, useAttachments } from './use-attachments'
import type { DeskInHand } from './use-desk'
import './Desk.css'

interface EntryFormProps {
  slot: DeskSlot
  /** null: a new one. */
  entry: DeskEntry | null
  desk: DeskInHand
  now: Instant
  /** It is on the desk now, and lies open there. */
  onSaved?: () => void
  onLeave: () => void
}

const MONTHS_BACK = 60

const arrivalWords = ({ state, percent }: AttachmentOnItsWay): string => {
  switch (state) {
    case 'whole':
      return '传好了'
    case 'sending':
      return `正在传 ${percent}%`
    case 'stopped':
      return '没有传完'
    case 'broken':
      return '打不开，或者不是 PDF、XLSX、DOCX'
  }
}

/** Words, days and files of an entry, by whoever owns its slot. */
export const EntryForm = ({ slot, entry, desk, now, onSaved, onLeave }: EntryFormProps) => {
  const today = beijingDay(now)
  const begun = entry?.draft ?? entry?.words ?? null
  const isCorrection = entry?.state === 'published'
  const keepsDay = isCorrection || Boolean(entry?.announced)
  const saved: TypedWords = {
    rev: entry?.rev ?? null,
    title: begun?.title ?? '',
    text: begun?.text ?? '',
    day: entry?.occurredOn ?? today,
    correction: entry?.draft?.correction ?? '',
  }
  const [kept, setKept] = useState(() => keptWords(slot, entry))
  const [typed, setTyped] = useState(kept ?? saved)
  const { title, text, day, correction } = typed
  const type = (change: Partial<TypedWords>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    keepWords(slot, entry, next)
  }
  const startOver = () => {
    forgetWords(slot, entry)
    setKept(null)
    setTyped(saved)
    setBase(saved.rev)
    rev.current = saved.rev
  }
  const [asked, setAsked] = useState(false)
  /** Of the words that stand here; a colleague's newer ones are shown before they are written over. */
  const [base, setBase] = useState(typed.rev)
  const files = useAttachments(begun?.attachments ?? [])
  // The same number for every try: an answer that was lost on its way makes no second one.
  const id = useRef<string | null>(entry?.id ?? null)
  const rev = useRef<number | null>(base)

  const titleWants = title.trim().length < 2 ? '写一个标题，至少两个字。' : undefined
  const isTooLong = lengthOf(text) > ENTRY_TEXT_MAX
  const textWants = text.trim() === '' && files.attachments.length === 0 ? '写几句内容，或者放一个附件。' : undefined
  const theirs = entry !== null && base !== null && entry.rev > base ? (entry.draft ?? entry.words) : null
  const takeMine = () => {
    rev.current = saved.rev
    setBase(saved.rev)
    type({ rev: saved.rev })
  }
  const correctionWants =
    isCorrection && correction.trim().length < 2 ? '写一句为什么更正，公开页上看得到。' : undefined
  const isWaiting = files.isWaiting ? '有附件没有传好' : isTooLong ? '内容太长' : undefined

  const write = (disclosureId: DisclosureId) =>
    disclosureApi.writeDisclosure({
      id: disclosureId,
      rev: rev.current,
      slot: slot.slot,
      occurredOn: day,
      content: { title: title.trim(), text, attachments: files.attachments },
      correction: isCorrection ? correction.trim() : null,
    })
  const save = async () => {
    id.current ??= await randomHex()
    const disclosureId = v.parse(DisclosureId, id.current)
    let answer = await write(disclosureId)
    if (!answer.ok && answer.code === 'request.reused') {
      // An earlier try arrived without its answer, and was written on since.
      const there = await disclosureApi.disclosureOnDesk({ id: disclosureId })
      if (!there.ok) return there
      rev.current = there.value.rev
      answer = await write(disclosureId)
    }
    if (answer.ok) {
      forgetWords(slot, entry)
      rev.current = answer.value.rev
      setBase(answer.value.rev)
    }
    return answer
  }
  const keep = async () => {
    setAsked(isCorrection)
    if (correctionWants) return
    if (await desk.change(save)) {
      toast('存好了')
      onSaved?.()
    }
  }
  const send = async () => {
    setAsked(true)
    if (titleWants || textWants || correctionWants) return
    const sent = await desk.change(async () => {
      const answer = await save()
      return answer.ok ? disclosureApi.sendDisclosure({ id: answer.value.id, rev: answer.value.rev }) : answer
    })
    if (sent) {
      toast('送去确认了')
      onSaved?.()
    }
  }
  return (
    <View>
      <Lead above={slot.name}>{isCorrection ? '更正' : entry ? '接着写' : '写一条'}</Lead>
      {kept ? (
        <View className="gap-4">
          <Notice icon="pen" actions={[{ text: '不要了，从头写', onTap: startOver }]}>
            上次写到一半的字还在这里，附件要再放一次。
          </Notice>
        </View>
      ) : null}
      {theirs ? (
        <View className="gap-4">
          <Notice tone="wait" announced="alert" actions={[{ text: '看过了，用我写的', onTap: takeMine }]}>
            刚才有同事改了这一条，现在是下面这样。您写的还在，看过再存。
          </Notice>
          <WrittenText text={[theirs.title, theirs.text].filter(Boolean).join('\n')} />
        </View>
      ) : null}
      {isCorrection ? (
        <View className="gap-4">
          <TextField
            label="为什么更正"
            hint="公开页上看得到。原来的留作旧版。"
            value={correction}
            maxlength={100}
            error={asked ? correctionWants : undefined}
            onInput={(words) => type({ correction: words })}
          />
        </View>
      ) : null}
      <View className="disclosure-field">
        <TextField
          label="标题"
          value={title}
          maxlength={ENTRY_TITLE_MAX}
          error={asked ? titleWants : undefined}
          onInput={(words) => type({ title: words })}
        />
      </View>
      {keepsDay ? (
        <View className="t4 c2 gap-3">{`${dayOf(day, now)}形成或变更，这一天不能改。`}</View>
      ) : (
        <View className="disclosure-field">
          <DayField
            label="哪天形成或变更的"
            value={day}
            words={dayOf(day, now)}
            earliest={monthsAfter(today, -MONTHS_BACK)}
            latest={today}
            onChange={(on) => type({ day: on })}
          />
        </View>
      )}
      <View className="disclosure-field">
        <View className="disclosure-field-label">内容，一段一行</View>
        <Letter
          label="内容"
          value={text}
          lines={8}
          limit={ENTRY_TEXT_MAX}
          error={asked ? textWants : undefined}
          onInput={(words) => type({ text: words })}
        />
      </View>
      <View className="gap-5" {...semantics({ role: 'group', label: '附件' })}>
        <Head aside="PDF、XLSX、DOCX，每个最大 8 MB">附件</Head>
        {files.rows.map((row) => (
          <View key={row.mediaId} className="disclosure-attachment">
            <View className="disclosure-attachment-name">{`${row.name} · ${arrivalWords(row)}`}</View>
            {row.state === 'stopped' ? (
              <LinkText role="button" label={`再传一次 ${row.name}`} onTap={() => files.retry(row)}>
                再传一次
              </LinkText>
            ) : null}
            <LinkText role="button" label={`去掉 ${row.name}`} onTap={() => files.remove(row.mediaId)}>
              去掉
            </LinkText>
          </View>
        ))}
        {files.problem ? <ErrorNote>{files.problem}</ErrorNote> : null}
        {process.env.TARO_ENV === 'h5' ? (
          files.isFull ? null : (
            <View className="gap-3">
              <Button kind="quiet" icon="attach" onTap={() => void files.add()}>
                放一个附件
              </Button>
            </View>
          )
        ) : (
          <View className="t4 c2">要放附件，请在电脑上打开这一页。</View>
        )}
      </View>
      <View className="disclosure-acts">
        <Button busy={desk.acting} disabledBecause={isWaiting} onTap={() => void send()}>
          送去确认
        </Button>
        <Button kind="quiet" busy={desk.acting} busyText="正在存" disabledBecause={isWaiting} onTap={() => void keep()}>
          先存着
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不写
        </Button>
      </View>
      <View className="t4 c2">送去以后，由没有写过这一条的宣传或纪检同事看过，才公开。</View>
    </View>
  )
}
