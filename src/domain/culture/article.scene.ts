import * as v from 'valibot'
import { ArticleId } from '../ids'

/** What a mini-program code of an article carries: its id, which is just as long as a scene may be (32 characters). */
export const sceneOfArticle = (id: ArticleId): string => id

/** The article that an address names, by itself or by the scene of a code, as scanners and people hand them over. */
export const articleIn = (...named: readonly unknown[]): ArticleId | null => {
  for (const text of named) {
    if (typeof text !== 'string' || text.length > 200) continue
    const parsed = v.safeParse(ArticleId, text.trim().toLowerCase())
    if (parsed.success) return parsed.output
  }
  return null
}
