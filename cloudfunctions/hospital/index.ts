import { hospitalContract } from '#domain/hospital/hospital.contract'
import { serve } from '#runtime/serve'
import { calendarHandlers } from './calendar.handlers'
import { openHospital } from './hospital.open'
import { placeHandlers } from './place.handlers'
import { rosterHandlers } from './roster.handlers'
import { sessionHandlers } from './session.handlers'
import { settingsHandlers } from './settings.handlers'
import { staffHandlers } from './staff.handlers'
import { visitsHandlers } from './visits.handlers'

export const main = serve(
  hospitalContract,
  {
    ...settingsHandlers,
    ...calendarHandlers,
    ...placeHandlers,
    ...staffHandlers,
    ...rosterHandlers,
    ...sessionHandlers,
    ...visitsHandlers,
  },
  openHospital,
)
