import { hospitalContract } from '#domain/hospital/hospital.contract'
import { serve } from '#runtime/serve'
import { openHospital } from './hospital.open'
import { placeHandlers } from './place.handlers'
import { staffHandlers } from './staff.handlers'

export const main = serve(hospitalContract, { ...placeHandlers, ...staffHandlers }, openHospital)
