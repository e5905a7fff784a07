import type { MediaId } from '../ids'
import type { ArticleContent } from './article.model'
import type { MediaKind } from './desk.contract'

/** Pictures and recordings of an article, each once. */
export const mediaIn = ({
  blocks,
  cover,
}: Pick<ArticleContent, 'blocks' | 'cover'>): { mediaId: MediaId; kind: MediaKind }[] => {
  const found = new Map<MediaId, MediaKind>()
  if (cover?.kind === 'photo') found.set(cover.mediaId, 'picture')
  for (const block of blocks) {
    if (block.kind === 'image') found.set(block.mediaId, 'picture')
    if (block.kind === 'audio') found.set(block.mediaId, 'audio')
  }
  return [...found].map(([mediaId, kind]) => ({ mediaId, kind }))
}
