import { sceneOfArticle } from '#domain/culture/article.scene'
import type { posterActions } from '#domain/culture/poster.contract'
import { err, ok } from '#domain/result'
import { cloud } from '#runtime/platform'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'
import { readerHandlers } from './reader.handlers'

const ARTICLE_PAGE = 'packages/culture/article/index'
/** Three dots for one of the code as it stands on the picture. */
const WIDTH_PX = 280

export const posterHandlers: ActionHandlers<typeof posterActions, OpenCulture> = {
  async articleCode({ id }, context) {
    const found = await readerHandlers.article({ id }, context)
    if (!found.ok) return found
    if (!found.value.article) return err('article.unknown')
    const code = await cloud.openapi.wxacode.getUnlimited({
      scene: sceneOfArticle(id),
      page: ARTICLE_PAGE,
      checkPath: false,
      width: WIDTH_PX,
    })
    if (!code.buffer?.length) return err('hospital.picture_failed')
    return ok({ picture: `data:image/png;base64,${Buffer.from(code.buffer).toString('base64')}` })
  },
}
