import type { DepartmentId, HospitalId, PledgeVersionId, StaffId } from '#domain/ids'
import type { Day, Instant } from '#domain/instant'
import type { OwnSignature, PledgePerson, PledgeWall, VersionRow } from '#domain/integrity/pledge.contract'
import type { PledgeSignature, PledgeVersion } from '#domain/integrity/pledge.model'
import { currentOf, isOnRoster, type Tally, tallyOf } from '#domain/integrity/pledge.rules'
import type { PledgeRepository, Rostered, Signed } from './pledge.repository'

type Names = ReadonlyMap<DepartmentId, string>

const isHead = ({ roles }: Pick<Rostered, 'roles'>): boolean => roles.includes('department_head')

export const ownSignature = (
  signature: PledgeSignature,
  version: Pick<PledgeVersion, 'number' | 'title'>,
): OwnSignature => ({ ...signature, number: version.number, title: version.title })

/** Who hangs on the wall: the heads first, then by their place on the roster. */
export const onWall = (people: readonly Rostered[], signed: readonly Signed[]): PledgeWall['names'] => {
  const days = new Map(signed.map(({ staffId, signedOn }) => [staffId, signedOn]))
  return people
    .flatMap((person) => {
      const signedOn = days.get(person.id)
      return signedOn === undefined ? [] : [{ name: person.name, isHead: isHead(person), signedOn }]
    })
    .sort((left, right) => Number(right.isHead) - Number(left.isHead))
}

export const personRow = (person: Rostered, signedOn: Day | null, names: Names): PledgePerson => ({
  ...person,
  departmentName: (person.departmentId && names.get(person.departmentId)) ?? null,
  isHead: isHead(person),
  signedOn,
})

/** How many of each department signed the version, of those who work here now. */
export const tallied = async (
  pledges: PledgeRepository,
  hospitalId: HospitalId,
  versionId: PledgeVersionId | null,
): Promise<ReadonlyMap<DepartmentId | null, Tally>> => {
  const [everybody, signed] = await Promise.all([
    pledges.everybody(hospitalId),
    versionId === null ? new Set<StaffId>() : pledges.signedUnder(versionId),
  ])
  return tallyOf(everybody.filter(isOnRoster), signed)
}

export const versionRows = async (
  pledges: PledgeRepository,
  versions: readonly PledgeVersion[],
  by: StaffId,
  today: Day,
): Promise<VersionRow[]> => {
  const current = currentOf(versions, today)
  const ids = [
    ...new Set(versions.flatMap(({ writers, published }) => [...writers, ...(published ? [published.by] : [])])),
  ]
  const [first] = versions
  const [people, counts] = await Promise.all([
    first ? pledges.named(first.hospitalId, ids) : [],
    Promise.all(versions.map(({ id, state }) => (state === 'published' ? pledges.countSigned(id) : 0))),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const standingOf = ({ id, state, effectiveOn }: PledgeVersion): VersionRow['standing'] => {
    if (state === 'proposed') return 'proposed'
    if (effectiveOn > today) return 'coming'
    return id === current?.id ? 'current' : 'past'
  }
  return versions.map((version, at) => ({
    ...version,
    standing: standingOf(version),
    writers: version.writers.map((id) => names.get(id) ?? id),
    publishedBy: version.published && (names.get(version.published.by) ?? version.published.by),
    publishedAt: version.published && (version.published.at as Instant),
    signed: counts[at] ?? 0,
    mine: version.writers.includes(by),
  }))
}
