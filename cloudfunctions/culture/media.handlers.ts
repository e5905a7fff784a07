import { sendsMedia } from '#domain/culture/article.access'
import { MEDIA_MAX_BYTES, type mediaActions } from '#domain/culture/desk.contract'
import { bytesOfMediaPart, mediaPartsOf, WAITING_MEDIA_PARTS_MAX } from '#domain/culture/media.model'
import { err, ok } from '#domain/result'
import { mediaLinks } from '#runtime/media.claims'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'
import { checkMedia } from './media.check'
import { mediaRepository } from './media.repository'

/** Whoever only fills the room with beginnings keeps it for an hour; a desk sends again what was let go. */
const CROWDED_KEPT_MS = 3_600_000

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number)

export const mediaHandlers: ActionHandlers<typeof mediaActions, OpenCulture> = {
  async sendMediaPart({ mediaId, kind, name, part, bytes, data }, { actor, now }) {
    const hospitalId = sendsMedia(actor, kind)
    const by = actor.staff?.id
    if (!hospitalId || !by) return err('auth.forbidden')
    if (bytes > MEDIA_MAX_BYTES[kind]) return err('media.too_large', ['bytes'])
    const of = mediaPartsOf(bytes)
    if (part >= of || Buffer.byteLength(data, 'base64') !== bytesOfMediaPart(part, bytes)) return err('media.broken')
    const media = mediaRepository()
    const whole = async () => {
      const [link] = await mediaLinks([mediaId])
      return ok({ received: numbersTo(of), whole: true, url: link?.url ?? null })
    }
    const known = await media.find(mediaId)
    if (known) return known.by === by ? whole() : err('media.broken')
    if ((await media.countParts(by)) >= WAITING_MEDIA_PARTS_MAX) {
      await media.removeOldParts(by, now - CROWDED_KEPT_MS)
      if ((await media.countParts(by)) >= WAITING_MEDIA_PARTS_MAX) return err('media.too_many')
    }
    await media.addPart({ mediaId, by, part, data, receivedAt: now })
    const received = await media.partsThere(mediaId, by)
    if (received.length < of) return ok({ received, whole: false, url: null })

    const content = await media.join(mediaId, by, of)
    const checked = content.length === bytes ? checkMedia(kind, content) : null
    if (checked) {
      const about = { id: mediaId, hospitalId, kind, name: kind === 'picture' ? '' : name.trim(), by, receivedAt: now }
      await media.store(about, checked)
    }
    await media.removeParts(mediaId, by)
    return checked ? whole() : err('media.broken')
  },
}
