import type { Touchpoint } from '#domain/hospital/hospital.model'
import { sceneOf } from '#domain/hospital/scene'
import { cloud } from '#runtime/platform'

const LANDING_PAGE = 'pages/landing/index'
const WIDTH_PX = 430

/** A short-lived address of the touchpoint's mini-program code, or null when the platform did not make one. */
export const pictureOf = async (touchpoint: Touchpoint): Promise<string | null> => {
  const code = await cloud.openapi.wxacode.getUnlimited({
    scene: sceneOf(touchpoint.id),
    page: LANDING_PAGE,
    checkPath: false,
    width: WIDTH_PX,
  })
  if (!code.buffer?.length) return null
  const { fileID } = await cloud.uploadFile({ cloudPath: `touchpoints/${touchpoint.id}.png`, fileContent: code.buffer })
  const links = (await cloud.getTempFileURL({ fileList: [fileID] })) as { fileList: { tempFileURL: string }[] }
  return links.fileList[0]?.tempFileURL || null
}
