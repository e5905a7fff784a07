import { sceneOf } from '#domain/hospital/scene'
import type { TouchpointId } from '#domain/ids'
import { cloud } from '#runtime/platform'

const LANDING_PAGE = 'pages/landing/index'
/** 66 mm on a poster at more than 300 dots an inch. */
const WIDTH_PX = 860
/** One after the other twenty pictures do not fit into a function's 20 seconds. */
const AT_ONCE = 5

export interface CodePicture {
  readonly touchpointId: TouchpointId
  readonly url: string
}

/** Short-lived addresses of the mini-program codes, in the order asked; null when the platform did not make one of them. */
export const picturesOf = async (touchpointIds: readonly TouchpointId[]): Promise<CodePicture[] | null> => {
  const fileList: string[] = []
  for (let from = 0; from < touchpointIds.length; from += AT_ONCE) {
    fileList.push(...(await Promise.all(touchpointIds.slice(from, from + AT_ONCE).map(draw))))
  }
  if (fileList.includes('')) return null
  const links = (await cloud.getTempFileURL({ fileList })) as { fileList: { fileID: string; tempFileURL: string }[] }
  const urls = new Map(links.fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
  const pictures = touchpointIds.map((touchpointId, at) => ({ touchpointId, url: urls.get(fileList[at] ?? '') ?? '' }))
  return pictures.every(({ url }) => url !== '') ? pictures : null
}

/** Where the drawn code was put, or '' when the platform answered without a picture. */
const draw = async (touchpointId: TouchpointId): Promise<string> => {
  const code = await cloud.openapi.wxacode.getUnlimited({
    scene: sceneOf(touchpointId),
    page: LANDING_PAGE,
    checkPath: false,
    width: WIDTH_PX,
  })
  if (!code.buffer?.length) return ''
  const put = await cloud.uploadFile({ cloudPath: `touchpoints/${touchpointId}.png`, fileContent: code.buffer })
  return put.fileID
}
