import { hospitalContract } from '#domain/hospital/hospital.contract'
import { serve } from '#runtime/serve'
import { openHospital } from './hospital.open'
import { placeHandlers } from './place.handlers'
import { settingsHandlers } from './settings.handlers'
import { staffHandlers } from './staff.handlers'

export const main = serve(hospitalContract, { ...settingsHandlers, ...placeHandlers, ...staffHandlers }, openHospital)
