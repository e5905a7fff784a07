import { hospitalRecords } from '#runtime/read/hospital.read'

/** What the handlers of this function stand on. */
export const openSurveys = () => ({ hospitals: hospitalRecords() })

export type OpenSurveys = ReturnType<typeof openSurveys>
