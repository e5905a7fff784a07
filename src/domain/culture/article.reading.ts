import type { ArticleContent } from './article.model'
import { blocksText } from './block.model'
import { lengthOf } from '../text'

/** Characters that somebody reads in a minute without haste. */
const CHARACTERS_PER_MINUTE = 400

/** Whole minutes of quiet reading, or of listening where its recordings take longer; at least 1. */
export const readingMinutes = ({ blocks }: Pick<ArticleContent, 'blocks'>): number => {
  const heard = blocks.reduce((seconds, block) => (block.kind === 'audio' ? seconds + block.seconds : seconds), 0)
  return Math.max(1, Math.ceil(lengthOf(blocksText(blocks)) / CHARACTERS_PER_MINUTE), Math.ceil(heard / 60))
}

const SUMMARY_LENGTH = 60

/** What a list says of it: its summary, or how it begins where an old one has none. */
export const summaryOf = ({ summary, blocks }: Pick<ArticleContent, 'summary' | 'blocks'>): string => {
  if (summary !== '') return summary
  const beginning = Array.from(blocksText(blocks.filter(({ kind }) => kind === 'paragraph')).replace(/\s+/g, ' '))
  return beginning.length > SUMMARY_LENGTH ? `${beginning.slice(0, SUMMARY_LENGTH).join('')}…` : beginning.join('')
}

export const hasAudio = ({ blocks }: Pick<ArticleContent, 'blocks'>): boolean =>
  blocks.some(({ kind }) => kind === 'audio')
