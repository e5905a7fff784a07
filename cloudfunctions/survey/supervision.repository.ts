import type { DepartmentId, DutyId, HospitalId, StaffId, TermId } from '#domain/ids'
import type { Day, Month } from '#domain/instant'
import { Duty, SupervisorRating, SupervisorTerm } from '#domain/survey/supervision.model'
import { below, between, documents, oneOf } from '#runtime/documents'
import { staffRecords } from '#runtime/read/hospital.read'

type New<T> = Omit<T, 'rev'>

/** More than any hospital appoints, and than one person does in one appointment. */
const MOST = 1000

interface Whose {
  readonly hospitalId: HospitalId
  readonly staffId: StaffId
}

interface Page {
  readonly skip: number
  readonly limit: number
}

/** Appointments, duties and ratings of supervisors (行风监督员). */
export const supervisionRepository = () => {
  const terms = documents('supervisor_terms', SupervisorTerm)
  const duties = documents('supervisor_duties', Duty)
  const ratings = documents('supervisor_ratings', SupervisorRating)
  return {
    /** Everybody who holds the role now. */
    supervisors: (hospitalId: HospitalId) =>
      staffRecords().list({ where: { hospitalId, roles: oneOf(['supervisor']) }, limit: MOST }),
    person: (id: StaffId) => staffRecords().find(id),

    term: (id: TermId) => terms.find(id),
    /** The latest first. */
    terms: (whose: Partial<Whose> & Pick<Whose, 'hospitalId'>): Promise<SupervisorTerm[]> =>
      terms.list({ where: whose, orderBy: [['from', 'desc']], limit: MOST }),
    addTerm: (term: New<SupervisorTerm>) => terms.insert({ ...term, rev: 0 }),
    replaceTerm: terms.replace,

    duty: (id: DutyId) => duties.find(id),
    addDuty: (duty: New<Duty>) => duties.insert({ ...duty, rev: 0 }),
    removeDuty: (whose: Whose, id: DutyId) => duties.removeAll({ _id: id, ...whose }),
    /** Those of one appointment, the latest first. */
    dutiesIn: (whose: Whose, { from, to }: { from: Day; to: Day }): Promise<Duty[]> =>
      duties.list({
        where: { ...whose, day: between(from, to) },
        orderBy: [
          ['day', 'desc'],
          ['_id', 'asc'],
        ],
        limit: MOST,
      }),
    duties: (where: Partial<Whose> & Pick<Whose, 'hospitalId'>, page: Page): Promise<Duty[]> =>
      duties.list({
        where,
        orderBy: [
          ['day', 'desc'],
          ['_id', 'asc'],
        ],
        ...page,
      }),
    countDuties: (where: Partial<Whose> & Pick<Whose, 'hospitalId'>) => duties.count(where),

    addRating: (rating: New<SupervisorRating>) => ratings.insert({ ...rating, rev: 0 }),
    /** What this supervisor rated in one month. */
    ratingsBy: (whose: Whose, month: Month) => ratings.list({ where: { ...whose, month }, limit: MOST }),
    countRatings: (whose: Whose, { from, to }: { from: Day; to: Day }) =>
      ratings.count({ ...whose, month: between(from.slice(0, 7), to.slice(0, 7)) }),
    /** The latest month first. Within it by their ids, which tell nothing of when. */
    ratings: (where: { hospitalId: HospitalId; departmentId?: DepartmentId }, page: Page) =>
      ratings.list({
        where,
        orderBy: [
          ['month', 'desc'],
          ['_id', 'asc'],
        ],
        ...page,
      }),
    countAllRatings: (where: { hospitalId: HospitalId; departmentId?: DepartmentId }) => ratings.count(where),
    /** Those of the latest month before this one in which the department was rated. */
    async lastRatings(hospitalId: HospitalId, departmentId: DepartmentId, month: Month): Promise<SupervisorRating[]> {
      const before = await ratings.list({
        where: { hospitalId, departmentId, month: below(month) },
        orderBy: [
          ['month', 'desc'],
          ['_id', 'asc'],
        ],
        limit: MOST,
      })
      return before.filter((rating) => rating.month === before[0]?.month)
    },
  }
}

export type SupervisionRepository = ReturnType<typeof supervisionRepository>
