import type { HospitalId, StaffId } from '#domain/ids'
import type { Attempt } from '#domain/integrity/attempt.model'
import type { Exam } from '#domain/integrity/exam.model'
import { type Candidate, isInvited } from '#domain/integrity/exam.rules'
import { isOnRoster } from '#domain/integrity/pledge.rules'
import type { OpenIntegrity } from './integrity.open'
import type { Rostered } from './pledge.repository'

/** Somebody who works here, as exams see them. */
export interface Rostering {
  readonly person: Rostered
  readonly candidate: Candidate
}

/** Everybody who ever worked here, by staff number. */
export const everybodyOf = async (
  hospitalId: HospitalId,
  { pledges, exams }: Pick<OpenIntegrity, 'pledges' | 'exams'>,
): Promise<Rostering[]> => {
  const [people, groups] = await Promise.all([pledges.everybody(hospitalId), exams.groups(hospitalId)])
  return people.map((person) => ({
    person,
    candidate: { id: person.id, departmentId: person.departmentId, groups: groups.get(person.id) ?? [] },
  }))
}

/** Everybody who works here now. */
export const rosterOf = async (
  hospitalId: HospitalId,
  open: Pick<OpenIntegrity, 'pledges' | 'exams'>,
): Promise<Rostering[]> => (await everybodyOf(hospitalId, open)).filter(({ person }) => isOnRoster(person))

export const invitedTo = (exam: Pick<Exam, 'plan'>, roster: readonly Rostering[]): Rostering[] =>
  roster.filter(({ candidate }) => isInvited(exam.plan.audience, candidate))

/** Attempts by whose they are. */
export const byPerson = <A extends Pick<Attempt, 'staffId'>>(attempts: readonly A[]): ReadonlyMap<StaffId, A[]> => {
  const found = new Map<StaffId, A[]>()
  for (const attempt of attempts) {
    const before = found.get(attempt.staffId)
    if (before) before.push(attempt)
    else found.set(attempt.staffId, [attempt])
  }
  return found
}

/** Each with what they sat; whoever sat it and left the hospital since is among them. */
export const satBy = <A extends Pick<Attempt, 'staffId' | 'departmentId'>>(
  roster: readonly Rostering[],
  attempts: readonly A[],
): { candidate: Candidate; attempts: A[] }[] => {
  const theirs = byPerson(attempts)
  const here = new Set(roster.map(({ person }) => person.id))
  const gone = [...theirs].flatMap(([id, own]) =>
    here.has(id) ? [] : [{ candidate: { id, departmentId: own[0]?.departmentId ?? null, groups: [] }, attempts: own }],
  )
  return [...roster.map(({ candidate }) => ({ candidate, attempts: theirs.get(candidate.id) ?? [] })), ...gone]
}
