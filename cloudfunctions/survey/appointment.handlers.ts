import type { HospitalId, StaffId } from '#domain/ids'
import { beijingDay, type Day } from '#domain/instant'
import { err, ok } from '#domain/result'
import { runsSurveys } from '#domain/survey/survey.access'
import type { appointmentActions, SupervisorRow } from '#domain/survey/supervision.contract'
import type { SupervisorTerm } from '#domain/survey/supervision.model'
import { countDuties, isTaken, termOn } from '#domain/survey/supervision.rules'
import { hasAccess } from '#domain/hospital/staff.rules'
import { departmentNames } from '#runtime/read/hospital.read'
import { staffNames } from '#runtime/read/staff.read'
import type { ActionHandlers } from '#runtime/serve'
import type * as v from 'valibot'
import type { SupervisionRepository } from './supervision.repository'
import { dutyRow, ratingRows, termRow } from './supervision.views'
import type { OpenSurveys } from './survey.open'

const PAGE = 50

const isSameTerm = (left: Omit<SupervisorTerm, 'rev'>, right: SupervisorTerm): boolean =>
  left.staffId === right.staffId && left.from === right.from && left.to === right.to && left.note === right.note

export const appointmentHandlers: ActionHandlers<typeof appointmentActions, OpenSurveys> = {
  async supervisors(_, { supervision, actor, now }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [people, terms] = await Promise.all([supervision.supervisors(hospitalId), supervision.terms({ hospitalId })])
    const names = await staffNames(hospitalId)
    const ids = new Set([...people.filter(hasAccess).map(({ id }) => id), ...terms.map(({ staffId }) => staffId)])
    const day = beijingDay(now)
    const rows = [...ids].map((staffId) => {
      const own = terms.filter((term) => term.staffId === staffId)
      return supervisorRow({ hospitalId, staffId, name: names.get(staffId) ?? staffId, terms: own }, supervision, day)
    })
    return ok({ rows: await Promise.all(rows) })
  },

  async appointSupervisor({ id, staffId, from, to, note }, { supervision, actor, now }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const person = await supervision.person(staffId)
    const isSupervisor = person?.hospitalId === hospitalId && person.roles.includes('supervisor')
    if (!isSupervisor || person.state.kind === 'left') return err('supervision.not_a_supervisor')
    if (isTaken(await supervision.terms({ hospitalId, staffId }), { id, from, to }))
      return err('supervision.terms_overlap')
    const term = { id, hospitalId, staffId, from, to, note, endedOn: null }
    const day = beijingDay(now)
    if ((await supervision.addTerm(term)) === 'inserted') return ok(termRow({ ...term, rev: 0 }, day))
    const earlier = await supervision.term(id)
    return earlier && earlier.hospitalId === hospitalId && isSameTerm(term, earlier)
      ? ok(termRow(earlier, day))
      : err('request.reused')
  },

  async changeTerm({ id, rev, from, to, note }, { supervision, actor, now }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const term = await supervision.term(id)
    if (term?.hospitalId !== hospitalId) return err('supervision.term_unknown')
    if (term.endedOn !== null) return err('supervision.term_over')
    // What was asked for is so already: a retry after a lost answer.
    if (isSameTerm({ ...term, from, to, note }, term)) return ok(termRow(term, beijingDay(now)))
    if (isTaken(await supervision.terms({ hospitalId, staffId: term.staffId }), { id, from, to }))
      return err('supervision.terms_overlap')
    const written = await supervision.replaceTerm({ ...term, rev, from, to, note })
    return written ? ok(termRow(written, beijingDay(now))) : err('data.changed')
  },

  async endTerm({ id, rev }, { supervision, actor, now }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const term = await supervision.term(id)
    if (term?.hospitalId !== hospitalId) return err('supervision.term_unknown')
    const day = beijingDay(now)
    if (term.endedOn !== null) return ok(termRow(term, day))
    const written = await supervision.replaceTerm({ ...term, rev, endedOn: day })
    return written ? ok(termRow(written, day)) : err('data.changed')
  },

  async dutiesDone({ staffId, skip }, { supervision, actor }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const where = { hospitalId, ...(staffId === null ? {} : { staffId }) }
    const [duties, total, departments, names] = await Promise.all([
      supervision.duties(where, { skip, limit: PAGE }),
      supervision.countDuties(where),
      departmentNames(hospitalId),
      staffNames(hospitalId),
    ])
    const rows = duties.map((duty) => ({ ...dutyRow(duty, departments), byName: names.get(duty.staffId) ?? '' }))
    return ok({ rows, total })
  },

  async ratingsGiven({ departmentId, skip }, { supervision, actor }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const where = { hospitalId, ...(departmentId === null ? {} : { departmentId }) }
    const [ratings, total, names] = await Promise.all([
      supervision.ratings(where, { skip, limit: PAGE }),
      supervision.countAllRatings(where),
      staffNames(hospitalId),
    ])
    return ok({ rows: await ratingRows(hospitalId, ratings, names), total })
  },
}

interface Appointed {
  readonly hospitalId: HospitalId
  readonly staffId: StaffId
  readonly name: string
  readonly terms: readonly SupervisorTerm[]
}

const supervisorRow = async (
  { hospitalId, staffId, name, terms }: Appointed,
  supervision: SupervisionRepository,
  day: Day,
): Promise<v.InferOutput<typeof SupervisorRow>> => {
  const term = termOn(terms, day)
  const whose = { hospitalId, staffId }
  const [duties, ratings] = term
    ? await Promise.all([supervision.dutiesIn(whose, term), supervision.countRatings(whose, term)])
    : [[], 0]
  return { staffId, name, terms: terms.map((each) => termRow(each, day)), duties: countDuties(duties), ratings }
}
