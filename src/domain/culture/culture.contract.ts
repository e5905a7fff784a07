import { defineContract } from '../contract'
import { activityActions } from './activity.contract'
import { deskActions, mediaActions } from './desk.contract'
import { disclosureActions } from './disclosure.contract'
import { posterActions } from './poster.contract'
import { readerActions } from './reader.contract'
import { starterActions } from './starter.contract'

export const cultureContract = defineContract({
  name: 'culture',
  actions: {
    ...readerActions,
    ...posterActions,
    ...deskActions,
    ...starterActions,
    ...mediaActions,
    ...disclosureActions,
    ...activityActions,
  },
})
