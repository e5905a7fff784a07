import { hospitalContract } from '#domain/hospital/hospital.contract'
import { serve } from '#runtime/serve'
import { hospitalHandlers, openHospital } from './hospital.handlers'

export const main = serve(hospitalContract, hospitalHandlers, openHospital)
