import { sentenceFor } from '#domain/errors'
import { dayInWords, endOfBeijingDay, type Instant } from '#domain/instant'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { PlaceHead } from '../../ui/PlaceHead'
import { PromiseNote } from '../../ui/PromiseNote'
import type { Door } from './answering.door'
import { harmlessWords, lengthInWords, onceWords, seenByWords } from './answering.words'
import { goingOnAt, standingAt, stillFitting } from '#domain/survey/answering.path'
import type { Answering } from './use-answering'
import './answering.css'

/** Who asks, and about what. */
export const OpeningField = ({ open, about }: { open: OpenSurvey; about?: string }) => (
  <PlaceHead
    hospital={open.hospitalName}
    title={about ?? open.place?.departmentName ?? open.hospitalName}
    detail={open.place?.place}
  />
)

interface SurveyOpeningProps {
  open: OpenSurvey
  door: Door
  answering: Answering
  now: Instant
}

/** Read before the first question: who asks, how long it takes, who sees it, and that it harms nobody. */
export const SurveyOpening = ({ open, door, answering, now }: SurveyOpeningProps) => {
  const { form, until } = open
  const { draft, failed } = answering
  const end = until === null ? '' : `收到 ${dayInWords(endOfBeijingDay(until), now)}为止。`
  return (
    <View>
      {failed ? (
        <View className="answering-note">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : draft?.handed ? (
        <View className="answering-note">
          <Notice tone="wait" announced="status">
            {sentenceFor('network.no_answer')}
          </Notice>
        </View>
      ) : draft ? (
        <View className="answering-note">
          <Notice icon="pen" announced="status">
            {resumedWords(open, draft)}
          </Notice>
        </View>
      ) : null}
      <Lead hint={`${lengthInWords(form)}，随时能停，答过的留在这里。${end}`}>{form.title}</Lead>
      {form.opening ? <View className="answering-opening">{form.opening}</View> : null}
      <View className="answering-promise">
        <PromiseNote
          next="大家的回答合在一起看，差的一条有人去改，改了会告诉您"
          seenBy={seenByWords(open)}
          never={harmlessWords(door)}
        />
      </View>
      <View className="answering-once">{onceWords(door)}</View>
    </View>
  )
}

const resumedWords = ({ form, version }: OpenSurvey, draft: NonNullable<Answering['draft']>): string => {
  const answers = draft.version === version ? draft.answers : stillFitting(form, draft.answers)
  const id = goingOnAt(form, answers, draft.at)
  const standing = id === null ? null : standingAt(form, answers, id)
  const where = standing ? `上次答到第 ${standing.now} 题，` : ''
  return draft.version === version
    ? `${where}还在这里，接着答就行。`
    : `${where}还在这里。问卷后来改过，还用得上的答案都留着，接着答就行。`
}

/** To begin, or to go on where one stopped. */
export const OpeningDock = ({ answering }: { answering: Answering }) => {
  const { draft, busy, begin, goOn, sendAgain } = answering
  const [asked, setAsked] = useState(false)
  if (!draft) {
    return (
      <Button grow busy={busy} busyText="正在准备" onTap={() => void begin()}>
        开始
      </Button>
    )
  }
  return (
    <>
      <Button kind="text" disabled={busy} onTap={() => setAsked(true)}>
        重新答
      </Button>
      {draft.handed ? (
        <Button grow busy={busy} onTap={() => void sendAgain()}>
          再交一次
        </Button>
      ) : (
        <Button grow busy={busy} onTap={goOn}>
          接着答
        </Button>
      )}
      {asked ? (
        <ConfirmDialog
          title="删掉答过的，从头来？"
          detail="删掉就找不回来了。"
          confirm="删掉，重新答"
          cancel="留着"
          onConfirm={() => {
            setAsked(false)
            void begin()
          }}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </>
  )
}
