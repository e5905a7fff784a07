import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { CheckIn } from '#domain/culture/attendance.model'
import { codeFrom, slotsTaken } from '#domain/culture/attendance.rules'
import type { Instant } from '#domain/instant'

const SECRET_BYTES = 32

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('hex')

/** The six digits that a check-in shows in one of its minutes. */
export const codeAt = ({ id, secret }: Pick<CheckIn, 'id' | 'secret'>, slot: number): string =>
  codeFrom(createHmac('sha256', Buffer.from(secret, 'hex')).update(`${id}|${slot}`).digest('hex'))

/** Whether these digits stand on its screen now, or stood there a moment ago. */
export const takes = (checkIn: CheckIn, code: string, now: Instant): boolean =>
  slotsTaken(now).some((slot) => timingSafeEqual(Buffer.from(codeAt(checkIn, slot)), Buffer.from(code)))
