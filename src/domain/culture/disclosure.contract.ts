import { defineActions } from '../contract'

export const disclosureActions = defineActions({})
