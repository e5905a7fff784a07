import { defineActions } from '../contract'

/** Thanks (表扬感谢): handed in, passed on, shown with consent. */
export const praiseActions = defineActions({})
