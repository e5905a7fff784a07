import { defineActions } from '../contract'

/** 行风监督员: their term, their duties, their ratings. */
export const supervisionActions = defineActions({})
