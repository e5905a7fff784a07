import { defineContract } from '../contract'
import { activityActions } from './activity.contract'
import { deskActions, mediaActions } from './desk.contract'
import { disclosureActions } from './disclosure.contract'
import { readerActions } from './reader.contract'

export const cultureContract = defineContract({
  name: 'culture',
  actions: { ...readerActions, ...deskActions, ...mediaActions, ...disclosureActions, ...activityActions },
})
