import * as v from 'valibot'
import { defineActions } from '../contract'
import { ArticleId } from '../ids'

/** What hangs on a wall or is sent on, and leads to an article. */
export const posterActions = defineActions({
  /** The mini-program code (小程序码) that opens it, for a picture drawn inside WeChat; a browser draws a square itself. */
  articleCode: {
    input: v.strictObject({ id: ArticleId }),
    /** A `data:` address of some 60 KB. */
    output: v.object({ picture: v.string() }),
    errors: ['hospital.not_founded', 'article.unknown', 'hospital.picture_failed'],
    identity: 'none',
  },
})
