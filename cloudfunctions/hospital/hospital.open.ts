import { visitImports } from '#runtime/visit.imports'
import { hospitalRepository } from './hospital.repository'
import { placeRepository } from './place.repository'
import { sessionRepository } from './session.repository'
import { staffRepository } from './staff.repository'
import { visitsRepository } from './visits.repository'

/** What the handlers of this function stand on. */
export const openHospital = () => ({
  repository: hospitalRepository(),
  places: placeRepository(),
  sessions: sessionRepository(),
  staff: staffRepository(),
  visits: visitsRepository(),
  imports: visitImports(),
  setupCode: process.env['SETUP_CODE'] ?? '',
})

export type OpenHospital = ReturnType<typeof openHospital>
