import { toBuffer } from 'qrcode'
import type { OpenapiParameters } from './openapi.codec'
import { INVALID_ARGUMENTS, INVALID_PAGE, INVALID_SCENE, OpenapiError } from './openapi.error'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const PAGE = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/
const ENV_VERSIONS = new Set<unknown>(['release', 'trial', 'develop'])
const DEFAULT_WIDTH = 430
const MIN_WIDTH = 280
const MAX_WIDTH = 1280

/**
 * wxacode.getUnlimited (小程序码): WeChat draws a round code that only WeChat reads; here it is a QR code
 * that opens the same page of the H5 build, with the same scene.
 */
export const drawPageCode = (
  { scene, page = '', width = DEFAULT_WIDTH, env_version: envVersion = 'release' }: OpenapiParameters,
  h5Url: string,
): Promise<Buffer> => {
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new OpenapiError(INVALID_SCENE, 'invalid scene')
  if (typeof page !== 'string' || (page !== '' && !PAGE.test(page)))
    throw new OpenapiError(INVALID_PAGE, 'invalid page')
  if (!ENV_VERSIONS.has(envVersion)) throw new OpenapiError(INVALID_ARGUMENTS, 'invalid args: env_version')
  if (typeof width !== 'number' || width < MIN_WIDTH || width > MAX_WIDTH)
    throw new OpenapiError(INVALID_ARGUMENTS, 'invalid args: width')
  return toBuffer(`${h5Url}/#/${page}?scene=${encodeURIComponent(scene)}`, { width, errorCorrectionLevel: 'M' })
}
