import { defineActions } from '../contract'

export const pledgeActions = defineActions({})
