import { hospitalRecords } from '#runtime/read/hospital.read'

/** What the handlers of this function stand on. */
export const openCulture = () => ({ hospitals: hospitalRecords() })

export type OpenCulture = ReturnType<typeof openCulture>
