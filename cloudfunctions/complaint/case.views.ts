import type { Actor } from '#domain/actor'
import type { WorkCalendar } from '#domain/calendar/working-days'
import type { Act, CaseDetail, CaseRow } from '#domain/complaint/case.contract'
import type { Complaint, ComplaintEvent } from '#domain/complaint/complaint.model'
import {
  handles,
  hasNewWords,
  openingOf,
  openQuestion,
  replyDays,
  runningPromise,
  silentFrom,
} from '#domain/complaint/complaint.rules'
import type { PhotoLink } from '#domain/complaint/progress.contract'
import type { Department, Hospital } from '#domain/hospital/hospital.model'
import type { DepartmentId, StaffId } from '#domain/ids'

interface Names {
  readonly departments: ReadonlyMap<DepartmentId, string>
  readonly people: ReadonlyMap<StaffId, string>
}

export const asRow = (complaint: Complaint, { departments, people }: Names): CaseRow => ({
  ...complaint,
  opening: openingOf(complaint),
  departmentName: complaint.departmentId ? (departments.get(complaint.departmentId) ?? null) : null,
  assigneeName: complaint.assigneeId ? (people.get(complaint.assigneeId) ?? null) : null,
  named: complaint.contact !== null,
  asked: openQuestion(complaint) !== null,
  answered: hasNewWords(complaint),
})

const staffIn = (event: ComplaintEvent): StaffId[] => [
  ...('by' in event ? [event.by] : []),
  ...('to' in event ? [event.to] : []),
  ...('from' in event ? [event.from] : []),
]

const departmentsIn = (event: ComplaintEvent): (DepartmentId | null | undefined)[] =>
  event.kind === 'sorted' ? [event.departmentId, event.before?.departmentId] : []

interface Surroundings extends Pick<Names, 'people'> {
  /** The hospital's, retired ones too. */
  readonly departments: readonly Department[]
  readonly photos: PhotoLink[]
  readonly calendar: WorkCalendar
  readonly acts: Act[]
  readonly hospital: Hospital
  readonly reader: Actor
}

/** The whole case as this reader may see it: a department sees the story, not the name. */
export const asDetail = (complaint: Complaint, around: Surroundings): CaseDetail => {
  const { from, workingDays } = runningPromise(complaint)
  const named = complaint.events.flatMap(staffIn)
  const told = new Set(complaint.events.flatMap(departmentsIn))
  const maySort = around.acts.includes('sort')
  const names = new Map(around.departments.map(({ id, name }) => [id, name] as const))
  const people = [...new Set(named)].map((id) => [id, around.people.get(id) ?? '已离开的同事'] as const)
  return {
    ...complaint,
    ...asRow(complaint, { departments: names, people: around.people }),
    contactName: handles(around.reader, complaint) ? (complaint.contact?.name ?? null) : null,
    photos: around.photos,
    replyWithinWorkingDays: workingDays,
    replyDays: replyDays(from, workingDays, around.calendar),
    people: Object.fromEntries(people),
    departments: around.departments.filter(({ id }) => maySort || told.has(id)),
    acts: around.acts,
    extendTo: around.acts.includes('extend') ? around.hospital.severalDepartmentsWithinWorkingDays : null,
    silentFrom: silentFrom(complaint, around.hospital.closeAfterDays),
  }
}
