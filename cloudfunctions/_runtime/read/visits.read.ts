import { MonthOfVisits, VisitImport, VisitImportPart, VisitLock } from '#domain/hospital/visits.model'
import { documents } from '../documents'

export const visitRecords = () => documents('visits', MonthOfVisits)
export const visitImportRecords = () => documents('visit_imports', VisitImport)
export const visitPartRecords = () => documents('visit_import_parts', VisitImportPart)
export const visitLockRecords = () => documents('visit_locks', VisitLock)
