import { everydayCategories, kindNames } from '#domain/complaint/category'
import { careSettingNames, forWhomNames } from '#domain/complaint/complaint.model'
import { type Promised, promiseInWords } from '#domain/complaint/promise.words'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { dial } from '../../ui/PhoneLink'
import { PromiseNote } from '../../ui/PromiseNote'
import { ReviewList } from '../../ui/ReviewList'
import type { ComplaintDraft } from './complaint.draft'
import { type Screen, screensOf } from './complaint.steps'
import { happenedInWords } from './happened.words'

interface ReviewStepProps {
  draft: ComplaintDraft
  now: Instant
  promised: Promised
  failed: ErrorCode | null
  phone: string | null
  /** How the photos stand, in words. */
  photos: string
  /** What to do about photos that are not there yet. */
  children?: ReactNode
  goTo: (screen: Screen) => void
}

const missing = '还没填'

const everydayName = ({ category }: ComplaintDraft): string =>
  everydayCategories.find((each) => each.category === category)?.name ?? missing

const contactInWords = ({ named, name, phone }: ComplaintDraft): string => {
  if (named === null) return missing
  return named ? [name.trim(), phone].filter(Boolean).join('，') || missing : '不留名'
}

const healthInWords = ({ healthConsent }: ComplaintDraft): string => {
  if (healthConsent === null) return missing
  return healthConsent ? '同意用来查这件事' : '不同意用'
}

export const ReviewStep = (props: ReviewStepProps) => {
  const { draft, now, promised, failed, phone, photos, children, goTo } = props
  const lines: { term: string; value: ReactNode; screen: Screen }[] = [
    { term: '说什么', value: draft.kind ? kindNames[draft.kind] : missing, screen: 'kind' },
    { term: '哪方面', value: everydayName(draft), screen: 'category' },
    { term: '在哪儿', value: draft.place ?? '交给全院', screen: 'setting' },
    { term: '环节', value: draft.careSetting ? careSettingNames[draft.careSetting] : missing, screen: 'setting' },
    { term: '经过', value: <Whole text={draft.text || missing} />, screen: 'words' },
    { term: '照片', value: photos, screen: 'photos' },
    { term: '哪天', value: happenedInWords(draft.happened, now) || missing, screen: 'when' },
    { term: '谁的事', value: draft.forWhom ? forWhomNames[draft.forWhom] : missing, screen: 'when' },
    { term: '留名', value: contactInWords(draft), screen: 'contact' },
    { term: '病情', value: healthInWords(draft), screen: 'health' },
  ]
  const asked = new Set(screensOf(draft.kind))
  return (
    <View>
      <Lead>看一遍，再交给我们</Lead>
      {failed ? (
        <View className="form-part">
          <ErrorNote otherwise={phone ? { text: '打电话说', onTap: () => dial(phone) } : undefined}>
            {sentenceFor(failed)}
          </ErrorNote>
        </View>
      ) : null}
      {children ? <View className="form-part">{children}</View> : null}
      <View className="form-part">
        <ReviewList
          lines={lines
            .filter(({ screen }) => asked.has(screen))
            .map(({ term, value, screen }) => ({ term, value, onChange: () => goTo(screen) }))}
        />
      </View>
      <PromiseNote
        firm
        next="马上给您一份回执，上面有编号和查询码"
        by={promiseInWords(promised, now)}
        seenBy="医患办的投诉管理专员，和查这件事的人"
        never="不进病历，不影响看病；谁也不许因此为难您"
      />
    </View>
  )
}

const SHOWN = 80

/** Long words folded, to be read whole before they are handed in. */
const Whole = ({ text }: { text: string }) => {
  const [open, setOpen] = useState(false)
  const characters = Array.from(text)
  if (open || characters.length <= SHOWN) return <View className="form-words">{text}</View>
  return (
    <View className="form-words">
      {`${characters.slice(0, SHOWN).join('')}……`}
      <Button kind="text" onTap={() => setOpen(true)}>{`看全文，${characters.length} 字`}</Button>
    </View>
  )
}
