import type { DepartmentId, StaffId } from '#domain/ids'
import { bestOf } from '#domain/integrity/attempt.rules'
import { type Candidate, isInvited } from '#domain/integrity/exam.rules'
import type { DepartmentLearning, EthicsRow, LearningRecord, OfficeRecord } from '#domain/integrity/record.contract'
import {
  countedIn,
  examShare,
  shownResults,
  withheld,
  type Sat,
  type Share,
  type TopicShare,
  WEAK_PEOPLE_FROM,
  weakTopics,
} from '#domain/integrity/record.rules'
import type { Counted } from '#domain/metrics/tally'
import type { AttemptHead } from '#runtime/read/exam.read'
import { byPerson } from './exam.people'
import type { Rostered } from './pledge.repository'
import type { SatExam } from './record.reading'
import { besideComplaints } from './weak.views'

const NOTHING: Share = { part: 0, whole: 0 }

const together = (one: Share, other: Share): Share => ({
  part: one.part + other.part,
  whole: one.whole + other.whole,
})

const satBy = (people: readonly Candidate[], heads: readonly AttemptHead[]): Sat[] => {
  const attempts = byPerson(heads)
  return people.map((candidate) => ({ candidate, attempts: attempts.get(candidate.id) ?? [] }))
}

const handedIn = (sat: readonly Sat[]): Sat[] => sat.filter(({ attempts }) => bestOf(attempts) !== null)

/** Over several exams; whoever sat two of them is still one person. */
const peopleOf = (sat: readonly Sat[]): number => new Set(sat.map(({ candidate }) => candidate.id)).size
const peopleIn = (sat: readonly Sat[]): number => peopleOf(handedIn(sat))

const weakIn = (sat: readonly Sat[]): TopicShare[] | null =>
  peopleIn(sat) < WEAK_PEOPLE_FROM ? null : weakTopics(handedIn(sat))

interface YearSeen {
  readonly sat: readonly SatExam[]
  /** Who practised at least once. */
  readonly practised: ReadonlySet<StaffId>
  readonly complaints: Counted
}

/** A year of some people, with how many of them were invited and how many handed in at all. */
interface YearOf extends DepartmentLearning {
  readonly practised: Share
  readonly took: Share
  readonly passed: Share
  readonly invited: number
  readonly handedIn: number
}

/** Of a department, or of the whole hospital (`complaintsOf` null). */
export const yearOf = (
  { id, name, complaintsOf }: Pick<DepartmentLearning, 'id' | 'name'> & { readonly complaintsOf: DepartmentId | null },
  people: readonly Candidate[],
  { sat, practised, complaints }: YearSeen,
): YearOf => {
  const byExam = sat.map(({ exam, heads }) => ({ exam, own: satBy(people, heads) }))
  const shares = byExam.map(({ exam, own }) => examShare(exam, own))
  const all = byExam.flatMap(({ own }) => own)
  const weak = weakIn(all)
  return {
    invited: peopleOf(byExam.flatMap(({ exam, own }) => countedIn(exam, own))),
    handedIn: peopleIn(all),
    id,
    name,
    staff: people.length,
    practised: { part: people.filter((person) => practised.has(person.id)).length, whole: people.length },
    took: shares.reduce((sum, { took }) => together(sum, took), NOTHING),
    passed: shares.reduce((sum, { passed }) => together(sum, passed), NOTHING),
    weak: besideComplaints(weak, complaints, complaintsOf),
  }
}

/** Of a record what somebody else may read. */
export const asOfficeReads = (record: LearningRecord): OfficeRecord => ({
  ...record,
  practised: { days: record.practised.days },
  live: record.live.map(({ title, on }) => ({ title, on })),
})

/** Departments and their whole for whoever may not read single results. */
export const shownYears = (
  rows: readonly YearOf[],
  whole: YearOf,
): { readonly rows: DepartmentLearning[]; readonly whole: DepartmentLearning } => {
  const practised = withheld(rows.map(({ staff }) => staff))
  const took = withheld(rows.map(({ invited }) => invited))
  const passed = withheld(rows.map((row) => row.handedIn))
  return {
    rows: rows.map((row, at) => ({
      ...row,
      practised: practised.has(at) ? null : row.practised,
      took: took.has(at) ? null : row.took,
      // What passed is a share of says how many took it.
      passed: took.has(at) || passed.has(at) ? null : row.passed,
    })),
    whole: {
      ...whole,
      practised: shownResults(whole.practised, { of: whole.staff, people: false }),
      took: shownResults(whole.took, { of: whole.invited, people: false }),
      passed: shownResults(whole.passed, { of: whole.handedIn, people: false }),
    },
  }
}

interface Learned {
  readonly sat: readonly SatExam[]
  readonly groups: Candidate['groups']
  readonly departmentName: string | null
  readonly daysPractised: number
  readonly lessons: number
  readonly pledgeSignedOn: EthicsRow['pledgeSignedOn']
  readonly certificates: number
}

/** One line of the annual ethics file; `sat`: the year's exams with this person's own attempts alone. */
export const ethicsRow = (
  { id, number, name, departmentId }: Rostered,
  { sat, groups, departmentName, daysPractised, lessons, pledgeSignedOn, certificates }: Learned,
): EthicsRow => {
  const best = sat.flatMap(({ heads }) => bestOf(heads) ?? [])
  return {
    staffId: id,
    number,
    name,
    departmentName,
    daysPractised,
    examsInvited: sat.filter(
      ({ exam, heads }) => heads.length > 0 || isInvited(exam.plan.audience, { id, departmentId, groups }),
    ).length,
    examsTaken: best.length,
    examsPassed: best.filter(({ result }) => result.passed).length,
    lessons,
    pledgeSignedOn,
    certificates,
  }
}
