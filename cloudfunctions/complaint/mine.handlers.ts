import { randomBytes } from 'node:crypto'
import { erase, publicEvents, toTheMinute } from '#domain/complaint/complainant.rules'
import type { Complaint } from '#domain/complaint/complaint.model'
import { MY_CASES, type mineActions, type MyCase } from '#domain/complaint/mine.contract'
import { eventIdFrom } from '#domain/ids'
import { err, ok } from '#domain/result'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenComplaints } from './complaint.open'
import { opened } from './progress.handlers'

export const mineHandlers: ActionHandlers<typeof mineActions, OpenComplaints> = {
  async mine(_, { actor, complaints }) {
    const found = await complaints.namedBy(actor.openid, MY_CASES + 1)
    return ok({ cases: found.slice(0, MY_CASES).map(asMine), more: found.length > MY_CASES })
  },

  async forgetMe(_, { actor, now, complaints }) {
    const found = await complaints.namedBy(actor.openid, MY_CASES)
    const written = await Promise.all(
      found.map((complaint) =>
        complaints.replace(erase(complaint, { id: eventIdFrom(randomBytes(16)), now: toTheMinute(now) })),
      ),
    )
    return ok({ erased: written.filter(Boolean).length, left: await complaints.countNamedBy(actor.openid) })
  },

  async remindMe(receipt, { actor, ...context }) {
    const found = await opened(receipt, context)
    if (!found.ok) return err('receipt.unknown')
    const { complaint } = found.value
    if (complaint.openid !== actor.openid) return err('complaint.not_named')
    if (complaint.remind) return ok({ remind: true })
    const written = await context.complaints.replace({ ...complaint, remind: true })
    return written ? ok({ remind: true }) : err('data.changed')
  },
}

const asMine = (complaint: Complaint): MyCase => ({
  ...complaint,
  photos: complaint.photos.length,
  events: publicEvents(complaint.events),
  contactSeen: complaint.events.filter(({ kind }) => kind === 'contact_seen').map(({ at }) => at),
})
