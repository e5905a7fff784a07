import { timingSafeEqual } from 'node:crypto'
import { FollowUpId } from '#domain/ids'
import { VisitLink } from '#domain/survey/answering.contract'
import * as v from 'valibot'
import { keyedHash } from './survey.key'

const SIGNATURE_DIGITS = 32

const signatureOf = (id: FollowUpId): string => keyedHash(['link', id]).slice(0, SIGNATURE_DIGITS)

/** What is sent to somebody who was discharged. Nobody without the key can make one for a visit they know of. */
export const visitLinkFor = (id: FollowUpId): VisitLink => `${id}-${signatureOf(id)}`

/** Whose visit a link is of; null: it was not made here. */
export const followUpIn = (link: VisitLink): FollowUpId | null => {
  const [id, signature = ''] = link.split('-')
  const followUpId = v.parse(FollowUpId, id)
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(followUpId))) ? followUpId : null
}
