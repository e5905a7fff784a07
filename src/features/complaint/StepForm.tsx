import { ratingNames } from '#domain/complaint/complaint.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Notice } from '../../ui/Notice'
import { PromiseNote } from '../../ui/PromiseNote'
import { RateWords } from '../../ui/RateWords'
import type { StepDraft, WrittenStep } from './step.draft'
import { stepWords } from './step.words'
import './StepForm.css'

const RATINGS = ratingNames.map((title, index) => ({ value: String(index + 1), title }))

interface StepFormProps {
  step: WrittenStep
  /** The question that is answered. */
  question: string | null
  draft: StepDraft
  saved: boolean
  failed: ErrorCode | null
  change: (change: Partial<StepDraft>) => void
  /** The photos that come with it. */
  children?: ReactNode
}

/** One step of the complainant, one thing on the page. What is written lies on this phone until it is taken. */
export const StepForm = ({ step, question, draft, saved, failed, change, children }: StepFormProps) => {
  const words = stepWords[step]
  return (
    <View>
      {failed ? <ErrorNote>{sentenceFor(failed)}</ErrorNote> : null}
      <Lead hint={words.hint}>{words.title}</Lead>
      {question ? <View className="step-question">{question}</View> : null}
      {step === 'withdraw' ? (
        <Notice tone="wait">撤回以后，说过的和已经查到的仍按投诉档案保存；不会因为撤回就当没有发生过。</Notice>
      ) : null}
      {step === 'rate' ? (
        <View className="step-part">
          <RateWords
            label="满意程度"
            options={RATINGS}
            value={draft.rating === null ? null : String(draft.rating)}
            onChange={(rating) => change({ rating: Number(rating) })}
          />
        </View>
      ) : null}
      <View className="step-part">
        <Letter
          label={words.label}
          placeholder={words.placeholder}
          value={draft.text}
          onInput={(text) => change({ text })}
          lines={step === 'rate' || step === 'withdraw' ? 3 : 5}
          limit={words.limit}
          saved={draft.text === '' ? undefined : saved ? '草稿存在这台手机里' : undefined}
        />
      </View>
      {children}
      {step === 'rate' ? null : (
        <View className="step-part">
          <PromiseNote seenBy="医患办和查这件事的人" never="不进病历，不影响看病；谁也不许因此为难您" />
        </View>
      )}
    </View>
  )
}
