import { hospitalRecords } from '#runtime/read/hospital.read'
import { pledgeRepository } from './pledge.repository'

/** What the handlers of this function stand on. */
export const openIntegrity = () => ({ hospitals: hospitalRecords(), pledges: pledgeRepository() })

export type OpenIntegrity = ReturnType<typeof openIntegrity>
