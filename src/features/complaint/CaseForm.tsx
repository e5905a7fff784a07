import type { CaseDetail } from '#domain/complaint/case.contract'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { type CaseDraft, loadCaseDraft, saveCaseDraft } from './case.drafts'
import { CASE_FORM, CASE_PREVIEW, focusInside } from './case.focus'
import { type FormAct, formWords } from './case.form.words'
import { numbered } from './case.send'
import { whyNot } from './case.words'
import { CaseFields, type Colleagues } from './CaseFields'
import { ReplyPreview } from './ReplyPreview'
import { useFormKeys } from './use-form-keys'
import type { Outcome } from './use-open-case'
import './CaseForm.css'

interface CaseFormProps {
  act: FormAct
  detail: CaseDetail
  now: Instant
  colleagues: Colleagues
  busy: boolean
  /** Why it did not go out, and what to do. */
  trouble: ReactNode
  onSubmit: (draft: CaseDraft) => Promise<Outcome>
  /** What is written stays on the device. */
  onLeave: () => void
}

const SAVED = '写的都存在这台设备里'
const NO_ROOM = '这台设备存不下了，请先不要关掉页面。'
const EARLIER = '上一次交的已经收到了，后来改的没有带上。改过的还在下面，要补就再交一次。'
const TAKEN = '现在不能办这一步了，写的还在，可以复制走'

/** One act: what it means, who reads it, what is written. What is typed is kept on the device as it is typed. */
export const CaseForm = ({ act, detail, now, colleagues, busy, trouble, onSubmit, onLeave }: CaseFormProps) => {
  const [draft, setDraft] = useState(() => loadCaseDraft(detail.id, act))
  const [kept, setKept] = useState(true)
  const [earlier, setEarlier] = useState(false)
  const [wanting, setWanting] = useState<string | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const words = formWords[act]
  const offered = detail.acts.includes(act)
  const asksTwice = act === 'reply' && !previewing

  const id = previewing ? CASE_PREVIEW : CASE_FORM
  useEffect(() => focusInside(id), [id])

  const change = (next: CaseDraft) => {
    setDraft(next)
    setKept(saveCaseDraft(detail.id, act, next, now))
  }
  const write = (changed: Partial<CaseDraft>) => {
    setWanting(null)
    change({ ...draft, ...changed })
  }
  const submit = async () => {
    if (busy || !offered) return
    const missing = whyNot(act, draft)
    setWanting(missing)
    if (missing !== null) return
    if (asksTwice) return setPreviewing(true)
    const attempt = await numbered(draft)
    change(attempt)
    const outcome = await onSubmit(attempt)
    if (outcome !== 'earlier') return
    change({ ...attempt, eventId: null })
    setEarlier(true)
    setPreviewing(false)
  }
  const leave = () => (previewing ? setPreviewing(false) : onLeave())
  useFormKeys({ onLeave: leave, onSubmit: () => void submit() })

  return (
    <View id={id} className="case-form" {...semantics({ role: 'region', label: words.title })}>
      <Head aside={words.inside ? words.seenBy : `送出后${words.seenBy}`}>{words.title}</Head>
      <View className="case-form-about">{words.about}</View>
      {earlier ? <Notice tone="wait">{EARLIER}</Notice> : null}
      <View className="case-form-fields">
        {previewing ? (
          <ReplyPreview detail={detail} text={draft.text} />
        ) : (
          <CaseFields
            act={act}
            detail={detail}
            now={now}
            draft={draft}
            colleagues={colleagues}
            saved={kept && draft.text.trim() !== '' ? SAVED : undefined}
            onChange={write}
          />
        )}
      </View>
      {kept ? null : <ErrorNote>{NO_ROOM}</ErrorNote>}
      {trouble ? <View className="case-form-part">{trouble}</View> : null}
      {wanting ? (
        <Notice tone="wait" announced="alert">
          {wanting}
        </Notice>
      ) : null}
      <View className="case-form-actions">
        <Button kind="quiet" onTap={leave}>
          {previewing ? '再改改' : '先放着'}
        </Button>
        <Button grow busy={busy} disabledBecause={offered ? undefined : TAKEN} onTap={() => void submit()}>
          {previewing ? '送出答复' : words.submit}
        </Button>
      </View>
    </View>
  )
}
