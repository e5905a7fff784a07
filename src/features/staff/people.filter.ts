import { roleNames } from '#domain/actor'
import type { Person } from '#domain/hospital/staff.contract'
import { isAway } from '#domain/hospital/staff.rules'
import type { DepartmentId } from '#domain/ids'
import type { Instant } from '#domain/instant'

export type Presence = 'all' | 'here' | 'invited' | 'away' | 'left'

export const presenceNames: Record<Presence, string> = {
  all: '全部',
  here: '在岗',
  invited: '没进来',
  away: '外出',
  left: '已离开',
}

export const presenceOf = (person: Pick<Person, 'state'>, now: Instant): Exclude<Presence, 'all'> => {
  if (person.state.kind === 'left' || person.state.kind === 'invited') return person.state.kind
  return isAway(person, now) ? 'away' : 'here'
}

type Names = ReadonlyMap<DepartmentId, string>

const wordsOf = ({ number, name, departmentId, roles }: Person, departments: Names): string =>
  [
    number,
    name,
    departmentId ?? '',
    departmentId ? (departments.get(departmentId) ?? '') : '',
    ...(roles.length === 0 ? ['职工'] : roles.map((role) => roleNames[role])),
  ]
    .join('\n')
    .toUpperCase()

/** Those in whom every word that was typed occurs: in number, name, department or role. */
export const findPeople = (
  people: readonly Person[],
  { typed, presence }: { typed: string; presence: Presence },
  departments: Names,
  now: Instant,
): Person[] => {
  const words = typed
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s,，、]+/)
    .filter(Boolean)
  return people.filter((person) => {
    if (presence !== 'all' && presenceOf(person, now) !== presence) return false
    const text = wordsOf(person, departments)
    return words.every((word) => text.includes(word))
  })
}

/** How many there are of each presence. */
export const countByPresence = (people: readonly Person[], now: Instant): Record<Presence, number> => {
  const counts: Record<Presence, number> = { all: people.length, here: 0, invited: 0, away: 0, left: 0 }
  for (const person of people) counts[presenceOf(person, now)] += 1
  return counts
}
