import { defineActions } from '../contract'

/** What answers led to (您说的，我们改了). */
export const improvementActions = defineActions({})
