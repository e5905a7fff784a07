import type { Draft } from './article.model'
import { type Act, startDraft } from './article.rules'

/**
 * A ready piece on the desk, kept as its first version. Nobody here wrote it, so whoever took it may still review it; the
 * first change makes a writer.
 */
export const takeReady = (about: Pick<Draft, 'id' | 'hospitalId' | 'content'>, act: Act): Draft => ({
  ...startDraft(about, true, act),
  writers: [],
  authors: [],
})
