import { defineContract } from '../contract'
import { placeActions } from './place.contract'
import { staffActions } from './staff.contract'

export const hospitalContract = defineContract({
  name: 'hospital',
  actions: { ...placeActions, ...staffActions },
})
