import type { ActivityView } from '#domain/culture/activity.contract'
import {
  type ActivityKind,
  extraNames,
  type HeadsBy,
  headsName,
  type Outcome,
  PUBLIC_TEXT_MAX,
} from '#domain/culture/activity.model'
import { Line, Text } from '#domain/text'
import * as v from 'valibot'
import { countIn } from './plan.draft'
import type { Upload } from './use-uploads'

/** What stands in the fields of what came of an activity, as typed. */
export interface FinishDraft {
  readonly entered: string
  readonly headsBy: HeadsBy
  readonly extra: string
  readonly publicText: string
  /** Of each piece of evidence, what it shows or is. */
  readonly names: Readonly<Record<string, string>>
  /** Pictures that everybody may see. */
  readonly open: readonly string[]
}

const asTyped = (count: number | null | undefined): string =>
  count === null || count === undefined ? '' : String(count)

export const finishDraftOf = ({ outcome, checkedIn, works }: ActivityView, there: number): FinishDraft => ({
  entered: asTyped(outcome?.entered),
  headsBy: outcome?.headsBy ?? ((checkedIn ?? there) > 0 ? 'check_in' : 'entered'),
  extra: asTyped(outcome ? outcome.extra : works),
  publicText: outcome?.publicText ?? '',
  names: Object.fromEntries((outcome?.evidence ?? []).map(({ mediaId, name }) => [mediaId, name])),
  open: (outcome?.evidence ?? []).filter(({ open }) => open).map(({ mediaId }) => mediaId),
})

/** Evidence that is there already. */
export const evidenceOf = ({ outcome, media }: ActivityView): Upload[] =>
  (outcome?.evidence ?? []).map(({ mediaId, kind }) => {
    const link = media.find((one) => one.mediaId === mediaId)
    return {
      mediaId,
      kind,
      fileName: link?.name ?? '',
      src: link?.url ?? '',
      width: 1,
      height: 1,
      state: 'sent',
      percent: 100,
    }
  })

export const outcomeOf = (draft: FinishDraft, uploads: readonly Upload[]): Outcome => ({
  entered: countIn(draft.entered) ?? null,
  headsBy: draft.headsBy,
  extra: countIn(draft.extra) ?? null,
  publicText: draft.publicText,
  evidence: uploads.map(({ mediaId, kind }) => ({
    mediaId,
    kind,
    name: (draft.names[mediaId] ?? '').trim(),
    open: kind === 'picture' && draft.open.includes(mediaId),
  })),
})

/** What is still wanted, in words; null: nothing. */
export const finishWants = (
  draft: FinishDraft,
  kind: ActivityKind,
  uploads: readonly Upload[],
  waiting: number,
): string | null => {
  if (countIn(draft.entered) === undefined) return `“${headsName(kind)}”请写一个数，或者空着`
  if (countIn(draft.extra) === undefined) return `“${extraNames[kind]?.name ?? ''}”请写一个数，或者空着`
  if (!v.is(Text(0, PUBLIC_TEXT_MAX), draft.publicText)) return '给大家看的话太长了'
  if (waiting > 0) return '照片或文件还在传'
  const unnamed = uploads.some(({ mediaId }) => draft.open.includes(mediaId) && !(draft.names[mediaId] ?? '').trim())
  if (unnamed) return '给大家看的照片，请写一句画面里是什么'
  return uploads.every(({ mediaId }) => v.is(Line(0, 120), draft.names[mediaId] ?? '')) ? null : '有一句说明太长了'
}
