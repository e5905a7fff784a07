import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const UPLOAD_WITHIN_MS = 15 * 60_000
const MAX_OPEN_UPLOADS = 10_000

/** Leave to upload one file once, and links that open one file for a while. Both end with this process. */
export interface FileTickets {
  issueUpload(path: string): { authorization: string; token: string }
  /** True once for each issued upload, for its own path only. */
  redeemUpload(path: string, authorization: unknown, token: unknown): boolean
  signDownload(path: string, maxAgeSeconds: number): { sign: string; t: number }
  opensDownload(path: string, sign: string | null, t: string | null): boolean
}

export const createFileTickets = (clock: () => number): FileTickets => {
  const secret = randomBytes(32)
  const uploads = new Map<string, { path: string; token: string; until: number }>()
  const sign = (path: string, t: number) => createHmac('sha256', secret).update(`${t}\n${path}`).digest('hex')

  const forgetExpired = () => {
    for (const [authorization, { until }] of uploads)
      if (until < clock() || uploads.size > MAX_OPEN_UPLOADS) uploads.delete(authorization)
      else break
  }

  return {
    issueUpload(path) {
      forgetExpired()
      const authorization = `q-sign-algorithm=sha1&q-signature=${randomBytes(20).toString('hex')}`
      const token = randomBytes(16).toString('hex')
      uploads.set(authorization, { path, token, until: clock() + UPLOAD_WITHIN_MS })
      return { authorization, token }
    },
    redeemUpload(path, authorization, token) {
      const upload = typeof authorization === 'string' ? uploads.get(authorization) : undefined
      if (!upload || upload.path !== path || upload.token !== token || upload.until < clock()) return false
      return uploads.delete(authorization as string)
    },
    signDownload(path, maxAgeSeconds) {
      const t = Math.floor(clock() / 1000) + maxAgeSeconds
      return { sign: sign(path, t), t }
    },
    opensDownload(path, given, t) {
      if (given === null || t === null || !/^\d{1,12}$/.test(t) || !/^[0-9a-f]{64}$/.test(given)) return false
      if (Number(t) * 1000 < clock()) return false
      return timingSafeEqual(Buffer.from(given), Buffer.from(sign(path, Number(t))))
    },
  }
}
