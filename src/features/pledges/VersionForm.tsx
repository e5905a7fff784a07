import { beijingDay, type Instant, monthsAfter } from '#domain/instant'
import {
  PLEDGE_OPENING_MAX,
  PLEDGE_TITLE_MAX,
  PROMISE_SHORT_MAX,
  PROMISE_TEXT_MAX,
  type PledgePromise,
  PROMISES_LEAST,
  PROMISES_MOST,
} from '#domain/integrity/pledge.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { DayField } from '../../ui/DayField'
import { Head } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { LinkText } from '../../ui/LinkText'
import { TextField } from '../../ui/TextField'
import { dayWords } from './pledge.words'
import { BLANK_PROMISE, faultsIn, type VersionDraft } from './version.draft'

const MONTHS_AHEAD = 24
const LINES = 2

interface VersionFormProps {
  draft: VersionDraft
  now: Instant
  busy: boolean
  change: (draft: VersionDraft) => void
  onPropose: () => void
  onCancel: () => void
  /** Nothing of it is kept on this computer. */
  onDiscard: () => void
}

/** The words of a version: its promises, each short for the wall and whole for reading. */
export const VersionForm = ({ draft, now, busy, change, onPropose, onCancel, onDiscard }: VersionFormProps) => {
  const [checked, setChecked] = useState(false)
  const faults = checked ? faultsIn(draft) : new Set<string>()
  const today = beijingDay(now)
  const isPast = draft.effectiveOn < today
  const promise = (at: number, part: Partial<PledgePromise>) =>
    change({
      ...draft,
      promises: draft.promises.map((one, index) => (index === at ? { ...one, ...part } : one)),
    })
  const propose = () => {
    setChecked(true)
    if (faultsIn(draft).size === 0 && !isPast) onPropose()
  }
  return (
    <View>
      <TextField
        label="名称"
        value={draft.title}
        error={faults.has('title') ? `请写 2 到 ${PLEDGE_TITLE_MAX} 个字。` : undefined}
        onInput={(title) => change({ ...draft, title })}
      />
      <View className="gap-4">
        <DayField
          label="哪天起签这一版"
          value={draft.effectiveOn}
          words={dayWords(draft.effectiveOn, now)}
          earliest={today}
          latest={monthsAfter(today, MONTHS_AHEAD)}
          error={isPast ? '这一天已经过了，请改到今天或以后。' : undefined}
          onChange={(effectiveOn) => change({ ...draft, effectiveOn })}
        />
      </View>
      <View className="gap-4">
        <Head>开头</Head>
        <Letter
          label="开头"
          value={draft.opening}
          lines={LINES}
          limit={PLEDGE_OPENING_MAX}
          error={faults.has('opening') ? '请写几个字，说说向谁承诺。' : undefined}
          onInput={(opening) => change({ ...draft, opening })}
        />
      </View>
      {draft.promises.map((one, at) => {
        const place = `第 ${at + 1} 条`
        return (
          <View key={place} className="gap-5">
            <Head
              aside={
                draft.promises.length > PROMISES_LEAST ? (
                  <LinkText
                    role="button"
                    label={`去掉${place}`}
                    onTap={() => change({ ...draft, promises: draft.promises.filter((_, index) => index !== at) })}
                  >
                    去掉
                  </LinkText>
                ) : null
              }
            >
              {place}
            </Head>
            <View className="gap-2">
              <TextField
                label={`${place}，墙上写的`}
                aside={`最多 ${PROMISE_SHORT_MAX} 个字`}
                value={one.short}
                error={faults.has(`promises.${at}.short`) ? `请写 2 到 ${PROMISE_SHORT_MAX} 个字。` : undefined}
                onInput={(short) => promise(at, { short })}
              />
            </View>
            <View className="gap-3">
              <Letter
                label={`${place}，全文`}
                value={one.text}
                lines={LINES}
                limit={PROMISE_TEXT_MAX}
                error={faults.has(`promises.${at}.text`) ? '请把这一条说完整，至少 5 个字。' : undefined}
                onInput={(text) => promise(at, { text })}
              />
            </View>
          </View>
        )
      })}
      {draft.promises.length < PROMISES_MOST ? (
        <View className="gap-4">
          <Button kind="quiet" wide onTap={() => change({ ...draft, promises: [...draft.promises, BLANK_PROMISE] })}>
            加一条
          </Button>
        </View>
      ) : null}
      <View className="gap-5">
        <Head>结尾</Head>
        <Letter
          label="结尾"
          value={draft.closing}
          lines={LINES}
          limit={PLEDGE_OPENING_MAX}
          error={faults.has('closing') ? '请写几个字，说说做不到怎么办。' : undefined}
          onInput={(closing) => change({ ...draft, closing })}
        />
      </View>
      <View className="gap-5">
        <Button wide busy={busy} busyText="正在提" onTap={propose}>
          提上去，请同事发布
        </Button>
      </View>
      <View className="gap-2">
        <Button kind="text" wide disabled={busy} onTap={onCancel}>
          先不提，留在这台电脑里
        </Button>
        <Button kind="text" wide disabled={busy} onTap={onDiscard}>
          丢掉这一稿
        </Button>
      </View>
    </View>
  )
}
