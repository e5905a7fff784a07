import { hospitalRecords } from '#runtime/read/hospital.read'

/** What the handlers of this function stand on. */
export const openIntegrity = () => ({ hospitals: hospitalRecords() })

export type OpenIntegrity = ReturnType<typeof openIntegrity>
