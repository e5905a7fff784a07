import type { DraftView } from '#domain/culture/desk.contract'
import type { Instant } from '#domain/instant'

/** It went by itself, and may begin anew. */
export const isOver = ({ goneAt }: Pick<DraftView, 'goneAt'>, now: Instant): boolean => goneAt !== null && goneAt <= now
