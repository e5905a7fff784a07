import { type Actor, Staff } from '#domain/actor'
import * as v from 'valibot'
import { cloud } from './platform'
import { staffRecords } from './read/hospital.read'

/**
 * The caller as the platform vouches for them: the OPENID of the WX context, never a field of the event.
 * null where the platform names nobody.
 */
export const identify = async (): Promise<Actor | null> => {
  // All-digit values of the context arrive as numbers.
  const openid = String(cloud.getWXContext().OPENID ?? '')
  if (openid === '') return null
  const record = await staffRecords().findBy({ openid })
  return { openid, staff: record ? v.parse(Staff, record) : null }
}
