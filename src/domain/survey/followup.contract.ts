import { defineActions } from '../contract'

/** Those who were discharged, and the calls to them (随访). */
export const followUpActions = defineActions({})
