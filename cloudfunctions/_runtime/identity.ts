import type { Actor } from '#domain/actor'
import { SessionToken } from '#domain/hospital/session.model'
import { isLive, speakerOf } from '#domain/hospital/session.rules'
import type { StaffRecord } from '#domain/hospital/staff.model'
import { staffOf } from '#domain/hospital/staff.rules'
import type { Instant } from '#domain/instant'
import * as v from 'valibot'
import { cloud } from './platform'
import { staffRecords } from './read/hospital.read'
import { hashOfToken, sessionRecords } from './read/session.read'

/** The caller that a staff record stands for: no member of staff any more once they have left. */
export const staffActor = (record: StaffRecord): Actor => ({ openid: record.openid, staff: staffOf(record) })

/**
 * The caller as the platform vouches for them: the OPENID of the WX context, never a field of the event.
 * null where the platform names nobody.
 */
export const identify = async (): Promise<Actor | null> => {
  // All-digit values of the context arrive as numbers.
  const openid = String(cloud.getWXContext().OPENID ?? '')
  if (openid === '') return null
  const record = await staffRecords().findBy({ openid })
  return record ? staffActor(record) : { openid, staff: null }
}

/**
 * The member of staff for whom a browser's session speaks, or null. The staff record is read each time:
 * whoever leaves is signed out everywhere at once.
 */
export const identifyBySession = async (token: string, now: Instant): Promise<Actor | null> => {
  const parsed = v.safeParse(SessionToken, token)
  const session = parsed.success ? await sessionRecords().find(hashOfToken(parsed.output)) : null
  if (!session || !isLive(session, now)) return null
  const record = await staffRecords().find(session.staffId)
  return speakerOf(session, record ? staffActor(record) : null, now)
}
