import { StaffGroup } from '#domain/integrity/exam.model'
import { isOnRoster } from '#domain/integrity/pledge.rules'
import { learns, recordSight } from '#domain/integrity/question.access'
import type { recordActions } from '#domain/integrity/record.contract'
import { coverageOf, shownResults } from '#domain/integrity/record.rules'
import { err, ok } from '#domain/result'
import { settledHeads } from '#runtime/integrity/attempt.settle'
import { departmentNames, departmentsOf } from '#runtime/read/hospital.read'
import { lessonsOf } from '#runtime/read/lesson.read'
import type { ActionHandlers } from '#runtime/serve'
import { byPerson, rosterOf } from './exam.people'
import type { OpenIntegrity } from './integrity.open'
import { certificatesHeld, daysOfYear, examsOfYear, learningRecord, satInYear } from './record.reading'
import { recordRepository } from './record.repository'
import { asOfficeReads, ethicsRow, shownYears, yearOf } from './record.views'
import { complaintsOfYear } from './weak.views'

/** `in` with more values is refused by some databases. */
const PEOPLE_PAGE = 200

const NO_DEPARTMENT = '没有登记科室'
const WHOLE_HOSPITAL = '全院'

export const recordHandlers: ActionHandlers<typeof recordActions, OpenIntegrity> = {
  async myRecord({ year }, { actor, now, ...open }) {
    const staff = learns(actor)
    const holder = staff && (await recordRepository().holder(staff.hospitalId, staff.id))
    return holder ? ok(await learningRecord(holder, year, now, open)) : err('auth.forbidden')
  },

  async personRecord({ staffId, year }, { actor, now, ...open }) {
    const sight = recordSight(actor)
    if (!sight?.people) return err('auth.forbidden')
    const holder = await recordRepository().holder(sight.hospitalId, staffId)
    return holder ? ok(asOfficeReads(await learningRecord(holder, year, now, open))) : err('staff.unknown')
  },

  async departmentLearning({ year }, { actor, now, ...open }) {
    const sight = recordSight(actor)
    if (!sight) return err('auth.forbidden')
    const { hospitalId, departmentId, people: readsPeople } = sight
    const [departments, roster, sat, learners, complaints] = await Promise.all([
      departmentsOf(hospitalId),
      rosterOf(hospitalId, open),
      satInYear(hospitalId, year, now, open),
      open.learners.everybody(hospitalId),
      complaintsOfYear(hospitalId, now),
    ])
    const practised = new Set(learners.flatMap(({ id, years }) => ((years[year]?.days ?? 0) > 0 ? [id] : [])))
    const seen = { sat, practised, complaints }
    const people = roster
      .map(({ candidate }) => candidate)
      .filter((person) => departmentId === null || person.departmentId === departmentId)
    const rows = [...departments, { id: null, name: NO_DEPARTMENT }].flatMap(({ id, name }) => {
      const own = people.filter((person) => person.departmentId === id)
      return own.length === 0 ? [] : [yearOf({ id, name, complaintsOf: id }, own, seen)]
    })
    const own = departments.find(({ id }) => id === departmentId)
    const name = own?.name ?? WHOLE_HOSPITAL
    const whole = yearOf({ id: departmentId, name, complaintsOf: departmentId }, people, seen)
    return ok(readsPeople ? { rows, whole } : shownYears(rows, whole))
  },

  async groupCoverage({ year }, { actor, now, ...open }) {
    const sight = recordSight(actor)
    if (!sight) return err('auth.forbidden')
    const { hospitalId, departmentId } = sight
    const [roster, sat] = await Promise.all([rosterOf(hospitalId, open), satInYear(hospitalId, year, now, open)])
    const members = roster
      .map(({ candidate }) => candidate)
      .filter((person) => departmentId === null || person.departmentId === departmentId)
    const passed = new Set(
      sat.flatMap(({ heads }) => heads.flatMap(({ staffId, result }) => (result?.passed ? [staffId] : []))),
    )
    return ok({
      rows: StaffGroup.options.map((group) => {
        const covered = coverageOf(group, members, passed)
        return { group, covered: shownResults(covered, { of: covered.whole, people: sight.people }) }
      }),
    })
  },

  async ethicsFile({ year, after }, { actor, now, ...open }) {
    const sight = recordSight(actor)
    if (!sight?.people) return err('auth.forbidden')
    const { hospitalId } = sight
    const { from, to } = daysOfYear(year)
    const found = await open.pledges.people(hospitalId, undefined, after, PEOPLE_PAGE)
    const people = found.filter(isOnRoster)
    const ids = people.map(({ id }) => id)
    const [names, exams, members, learners, signed, lessons, certificates] = await Promise.all([
      departmentNames(hospitalId),
      examsOfYear(hospitalId, year, now, open),
      open.exams.membersAmong(ids),
      open.learners.practisedAmong(ids),
      recordRepository().signed(ids, from, to),
      lessonsOf(ids, from, to),
      certificatesHeld(hospitalId, ids, year, now, open),
    ])
    const sat = await Promise.all(
      exams.map(async (exam) => ({
        exam,
        of: byPerson(await settledHeads(await open.attempts.ofPeople(exam.id, ids), exam, now)),
      })),
    )
    const rows = people.map((person) =>
      ethicsRow(person, {
        sat: sat.map(({ exam, of }) => ({ exam, heads: of.get(person.id) ?? [] })),
        groups: members.find(({ id }) => id === person.id)?.groups ?? [],
        departmentName: (person.departmentId && names.get(person.departmentId)) ?? null,
        daysPractised: learners.find(({ id }) => id === person.id)?.years[year]?.days ?? 0,
        lessons: lessons.filter(({ staffId, presence }) => staffId === person.id && presence === 'there').length,
        pledgeSignedOn: signed.find(({ staffId }) => staffId === person.id)?.signedOn ?? null,
        certificates: certificates.filter(({ staffId }) => staffId === person.id).length,
      }),
    )
    return ok({ rows, next: found.length === PEOPLE_PAGE ? (found.at(-1)?.number ?? null) : null })
  },
}
