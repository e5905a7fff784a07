import { defineActions } from '../contract'

export const activityActions = defineActions({})
