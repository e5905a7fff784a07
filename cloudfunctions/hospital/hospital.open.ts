import { hospitalRepository } from './hospital.repository'

/** What the handlers of this function stand on. */
export const openHospital = () => ({ repository: hospitalRepository(), setupCode: process.env['SETUP_CODE'] ?? '' })

export type OpenHospital = ReturnType<typeof openHospital>
