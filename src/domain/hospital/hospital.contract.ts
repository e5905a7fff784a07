import { calendarActions } from '../calendar/calendar.contract'
import { defineContract } from '../contract'
import { placeActions } from './place.contract'
import { sessionActions } from './session.contract'
import { settingsActions } from './settings.contract'
import { staffActions } from './staff.contract'
import { visitActions } from './visits.contract'

export const hospitalContract = defineContract({
  name: 'hospital',
  actions: {
    ...settingsActions,
    ...calendarActions,
    ...placeActions,
    ...staffActions,
    ...sessionActions,
    ...visitActions,
  },
})
