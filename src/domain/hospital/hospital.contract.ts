import { defineContract } from '../contract'
import { placeActions } from './place.contract'
import { settingsActions } from './settings.contract'
import { staffActions } from './staff.contract'

export const hospitalContract = defineContract({
  name: 'hospital',
  actions: { ...settingsActions, ...placeActions, ...staffActions },
})
