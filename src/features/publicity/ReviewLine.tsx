import { reviewStepNames } from '#domain/culture/article.model'
import type { DraftView } from '#domain/culture/desk.contract'
import type { Instant } from '#domain/instant'
import { Timeline, type TimelineEntry } from '../../ui/Timeline'
import { nameOf, STEPS, whenInWords } from './publicity.words'

const waitsFor = (step: (typeof STEPS)[number], departmentName: string | null): string =>
  step === 'department' ? (departmentName ?? '一位科室负责人') : `${reviewStepNames[step]}专员`

/** Three reviews in their order (科室 → 宣传 → 纪检), each by whom and when. */
export const ReviewLine = ({ draft, now }: { draft: DraftView | null; now: Instant }) => {
  const entries = STEPS.map((step): TimelineEntry => {
    const approval = draft?.approvals.find((each) => each.step === step)
    const name = `${reviewStepNames[step]}审`
    if (approval) {
      const signed = approval.deidentified ? '，看过了，认不出是谁' : ''
      return {
        key: step,
        state: 'done',
        what: name,
        when: `${nameOf(approval.by)}，${whenInWords(approval.at, now)}${signed}`,
      }
    }
    const isNow = draft?.step === step
    return {
      key: step,
      state: isNow ? 'now' : 'to-come',
      what: name,
      when: isNow ? `等${waitsFor(step, draft?.departmentName ?? null)}看` : undefined,
    }
  })
  return <Timeline entries={entries} label="三道审核" />
}
