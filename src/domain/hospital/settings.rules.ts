import { err, ok } from '../result'
import type { Hospital } from './hospital.model'

type Wish = Partial<Omit<Hospital, 'id' | 'rev'>>

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Whether all that is wished for is so already: asking again after a lost answer changes nothing. */
export const isAlready = (hospital: Hospital, wish: Wish): boolean =>
  (Object.keys(wish) as (keyof Wish)[]).every((field) => isSame(hospital[field], wish[field]))

/** The hospital as wished. What several departments must look into may not be promised sooner than what one must. */
export const settle = (hospital: Hospital, wish: Wish) => {
  const settled: Hospital = { ...hospital, ...wish }
  if (settled.severalDepartmentsWithinWorkingDays < settled.replyWithinWorkingDays)
    return err('input.invalid', ['severalDepartmentsWithinWorkingDays'])
  return ok(settled)
}

export interface FirstStep {
  readonly key: 'departments' | 'wards' | 'codes' | 'staff' | 'calendar'
  readonly done: boolean
}

export interface Counts {
  readonly departments: number
  readonly wards: number
  readonly codes: number
  /** Complaint officers who have joined. */
  readonly officers: number
  /** Those who can look into a case, officers among them. */
  readonly handlers: number
}

/** What is left before the hospital can be used, in the order in which one thing needs the other. */
export const firstSteps = (counts: Counts, calendarWanted: number | null): FirstStep[] => [
  { key: 'departments', done: counts.departments > 0 },
  { key: 'wards', done: counts.wards > 0 },
  { key: 'codes', done: counts.codes > 0 },
  // Another look is promised to be somebody else's: one person alone could not keep that.
  { key: 'staff', done: counts.officers > 0 && counts.handlers > 1 },
  { key: 'calendar', done: calendarWanted === null },
]
