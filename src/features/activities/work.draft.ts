import type { WorkKind } from '#domain/culture/activity.model'
import { type Block, blocksText, type ImageBlock } from '#domain/culture/block.model'
import { CREDIT_MAX, WORK_TITLE_MAX, type WorkContent } from '#domain/culture/work.model'
import type { ActivityId, MediaId } from '#domain/ids'
import { Line, lengthOf } from '#domain/text'
import * as v from 'valibot'
import type { Upload } from './use-uploads'

export const WORK_PICTURES_MAX = 9
const PARAGRAPH_MAX = 4000
const PARAGRAPHS_MAX = 30

/** What stands in the fields. */
export interface WorkDraft {
  readonly kind: WorkKind
  readonly title: string
  readonly credit: string
  readonly text: string
  readonly activityId: ActivityId | null
  /** Of each picture, what it shows. */
  readonly alts: Readonly<Record<string, string>>
  readonly consent: boolean
}

export const blankWork: WorkDraft = {
  kind: 'essay',
  title: '',
  credit: '',
  text: '',
  activityId: null,
  alts: {},
  consent: false,
}

const imagesIn = (blocks: readonly Block[]): ImageBlock[] =>
  blocks.flatMap((block) => (block.kind === 'image' ? [block] : []))

export const draftOfWork = ({ kind, title, credit, blocks, activityId }: WorkContent): WorkDraft => ({
  kind,
  title,
  credit,
  activityId,
  text: blocksText(blocks.filter((block) => block.kind !== 'image')).replace(/\n/g, '\n\n'),
  alts: Object.fromEntries(imagesIn(blocks).map(({ mediaId, alt }) => [mediaId, alt])),
  consent: false,
})

/** Pictures of a work that was handed in before. */
export const uploadsOfWork = (
  { blocks }: WorkContent,
  media: readonly { readonly mediaId: MediaId; readonly url: string }[],
): Upload[] =>
  imagesIn(blocks).map(({ mediaId, width, height }) => ({
    mediaId,
    width,
    height,
    kind: 'picture',
    fileName: '',
    src: media.find((one) => one.mediaId === mediaId)?.url ?? '',
    state: 'sent',
    percent: 100,
  }))

/** Lines as paragraphs: an empty line stands for nothing. */
const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Pictures first where they are the work, words first where they are. */
export const contentOf = (draft: WorkDraft, pictures: readonly Upload[]): WorkContent => {
  const { kind, title, credit, text, activityId, alts } = draft
  const words = paragraphsOf(text).map((line): Block => ({ kind: 'paragraph', spans: [{ text: line }] }))
  const images = pictures.map(
    ({ mediaId, width, height }): Block => ({
      kind: 'image',
      mediaId,
      alt: (alts[mediaId] ?? '').trim(),
      width,
      height,
    }),
  )
  const seenFirst = kind === 'calligraphy' || kind === 'painting'
  return { kind, title, credit, activityId, blocks: seenFirst ? [...images, ...words] : [...words, ...images] }
}

/** What is still wanted before it can be handed in, in words; null: nothing. */
export const workWants = (draft: WorkDraft, pictures: readonly Upload[], waiting: number): string | null => {
  const { title, credit, text, alts, consent } = draft
  const lines = paragraphsOf(text)
  if (!v.is(Line(1, WORK_TITLE_MAX), title)) return `请写题目，最多 ${WORK_TITLE_MAX} 个字`
  if (!v.is(Line(1, CREDIT_MAX), credit)) return `请写怎么署名，最多 ${CREDIT_MAX} 个字`
  if (waiting > 0) return '图片还在传，传好就能交'
  if (lines.length === 0 && pictures.length === 0) return '请写上文字，或者放上图片'
  if (lines.some((line) => lengthOf(line) > PARAGRAPH_MAX)) return '有一段太长了，请分成几段'
  if (lines.length > PARAGRAPHS_MAX) return `最多 ${PARAGRAPHS_MAX} 段，请合并几段`
  if (pictures.some(({ mediaId }) => !v.is(Line(1, 120), alts[mediaId] ?? ''))) return '请给每张图写一句画的是什么'
  return consent ? null : '请先勾上同意展出'
}
