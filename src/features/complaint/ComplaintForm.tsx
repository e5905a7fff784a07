import { kindNames } from '#domain/complaint/category'
import type { Promised } from '#domain/complaint/promise.words'
import { sentenceFor } from '#domain/errors'
import type { PhotoId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { Step } from '../../ui/Step'
import { useAppearance } from '../../ui/useAppearance'
import type { ComplaintDraft, StandingAt } from './complaint.draft'
import { type Screen, stepOf } from './complaint.steps'
import { ContactStep } from './ContactStep'
import { HealthStep } from './HealthStep'
import { ReviewStep } from './ReviewStep'
import type { Filing } from './use-filing'
import { CategoryStep, KindStep, SettingStep } from './WhatSteps'
import { WhenStep } from './WhenStep'
import { WordsStep } from './WordsStep'
import './ComplaintForm.css'

/** The photos of the draft, as far as handing in has to know of them. */
export interface DraftPhotos {
  /** Those that arrived whole. */
  readonly sent: PhotoId[]
  /** Those that are still on their way, or wait for a network. */
  readonly waiting: number
}

interface ComplaintFormProps {
  draft: ComplaintDraft
  filing: Filing
  photos: DraftPhotos
  /** Taking, sending and removing photos. */
  photoBoard: ReactNode
  now: Instant
  saved: boolean
  here: StandingAt
  promised: Promised
  /** Of the complaint office. */
  phone: string | null
  onChannels: () => void
  onPrivacy: () => void
}

export const ComplaintForm = (props: ComplaintFormProps) => {
  const { draft, filing } = props
  const step = stepOf(draft.kind, filing.screen)
  return (
    <View>
      {step ? <Step now={step.now} of={step.of} /> : null}
      {filing.failed && filing.screen !== 'review' ? (
        <View className="form-failed">
          <ErrorNote>{sentenceFor(filing.failed)}</ErrorNote>
        </View>
      ) : null}
      <ScreenOf {...props} />
    </View>
  )
}

const ScreenOf = (props: ComplaintFormProps) => {
  const { draft, filing, now, saved, here, promised, phone, photos, photoBoard, onChannels, onPrivacy } = props
  const { change, goTo } = filing
  switch (filing.screen) {
    case 'kind':
      return <KindStep draft={draft} change={change} />
    case 'category':
      return <CategoryStep draft={draft} change={change} onChannels={onChannels} />
    case 'setting':
      return <SettingStep draft={draft} change={change} here={here} />
    case 'words':
      return <WordsStep draft={draft} change={change} saved={saved} />
    case 'photos':
      return (
        <View>
          <Lead hint="没有也照样办。单子、现场、当时的屏幕，都行。">有照片就添上</Lead>
          <View className="form-part">{photoBoard}</View>
        </View>
      )
    case 'when':
      return <WhenStep draft={draft} change={change} now={now} />
    case 'contact':
      return <ContactStep draft={draft} change={change} onPrivacy={onPrivacy} />
    case 'health':
      return <HealthStep draft={draft} change={change} onWords={() => goTo('words')} onPrivacy={onPrivacy} />
    case 'review':
      return (
        <ReviewStep
          draft={draft}
          now={now}
          promised={promised}
          failed={filing.failed}
          phone={phone}
          photos={photosForReview(photos)}
          goTo={goTo}
        >
          {photos.waiting > 0 && !draft.sent ? (
            <Notice
              tone="wait"
              announced="status"
              actions={[{ text: '不等了，先交', onTap: () => void filing.send(photos.sent) }]}
            >
              {`还有 ${photos.waiting} 张照片没传好。可以等它传完；也可以先交，没传好的以后在“查进度”里再添。`}
            </Notice>
          ) : null}
        </ReviewStep>
      )
  }
}

const photosForReview = ({ sent, waiting }: DraftPhotos): string => {
  if (sent.length + waiting === 0) return '没有'
  return waiting === 0 ? `${sent.length} 张，都传好了` : `${sent.length + waiting} 张，还有 ${waiting} 张没传好`
}

const NEXT: Record<Screen, string> = {
  kind: '下一步：说什么',
  category: '下一步：哪方面',
  setting: '下一步：在哪个环节',
  words: '下一步：写下来',
  photos: '下一步：添照片',
  when: '下一步：哪天、谁的事',
  contact: '下一步：怎么联系您',
  health: '下一步：病情怎么用',
  review: '下一步：看一遍再交',
}

/** What the main button says; at the review it hands in. */
const nextWords = (filing: Filing, photos: DraftPhotos): string => {
  const { screen, after, mending, failed } = filing
  if (screen === 'review') return failed ? '再交一次' : '交给医患办'
  if (mending && after === 'review') return '改好了，回去看'
  if (screen === 'photos' && photos.sent.length + photos.waiting === 0) return '没有照片，下一步'
  if (screen === 'photos' && photos.waiting > 0) return '不等了，下一步'
  return after ? NEXT[after] : ''
}

interface FilingDockProps {
  draft: ComplaintDraft
  filing: Filing
  photos: DraftPhotos
}

/** Back and on, at the thumb. */
export const FilingDock = ({ draft, filing, photos }: FilingDockProps) => {
  const { screen, first, mending, busy } = filing
  const atReview = screen === 'review'
  const { elder } = useAppearance()
  const words = nextWords(filing, photos)
  const waits = atReview && photos.waiting > 0 && !draft.sent ? '照片还没传好' : undefined
  return (
    <>
      {screen === first && !mending ? null : (
        <Button kind="text" disabled={busy} onTap={filing.back}>
          上一步
        </Button>
      )}
      <Button
        grow
        busy={busy}
        disabledBecause={filing.whyNot ?? waits}
        label={words}
        onTap={() => (atReview ? void filing.send(photos.sent) : filing.next())}
      >
        {elder ? (words.split('：')[0] ?? words) : words}
      </Button>
    </>
  )
}

interface ResumedNoteProps {
  draft: ComplaintDraft
  /** What the reader touched on the landing page this time. */
  wanted: ComplaintDraft['kind']
  elsewhere: StandingAt | null
  change: Filing['change']
  onStartAgain: () => void
}

/** That something unfinished was left on this phone, and what can be done with it. */
export const ResumedNote = ({ draft, wanted, elsewhere, change, onStartAgain }: ResumedNoteProps) => {
  const other = wanted !== null && draft.kind !== null && wanted !== draft.kind ? wanted : null
  const actions = [
    ...(other ? [{ text: `改成${kindNames[other]}`, onTap: () => change({ kind: other }) }] : []),
    ...(elsewhere ? [{ text: `改成这里：${elsewhere.place}`, onTap: () => change(elsewhere) }] : []),
    { text: '不要了，重新写', onTap: onStartAgain },
  ]
  return (
    <View className="form-resumed">
      <Notice icon="pen" actions={actions}>
        {`上次没写完的${draft.kind ? kindNames[draft.kind] : ''}还在，接着写就行。${elsewhere ? '写的是别处的事，您现在扫的是这里的码。' : ''}`}
      </Notice>
    </View>
  )
}
