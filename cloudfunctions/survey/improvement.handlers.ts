import type { DepartmentId, HospitalId, ImprovementId } from '#domain/ids'
import { beijingDay, type Instant, monthsAfter } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import type { ErrorCode } from '#domain/errors'
import type { Actor } from '#domain/actor'
import type { improvementActions } from '#domain/survey/improvement.contract'
import { Improvement, type ImprovementSource } from '#domain/survey/improvement.model'
import {
  giveUp,
  inPublicOrder,
  leaveAsIs,
  moveDay,
  proposalsIn,
  reportChange,
  takeUp,
} from '#domain/survey/improvement.rules'
import { readsResults, runsSurveys } from '#domain/survey/survey.access'
import {
  departmentKey,
  departmentNames,
  departmentRecords,
  departmentsOf,
  whereabouts,
} from '#runtime/read/hospital.read'
import { improvementRecords } from '#runtime/read/improvement.read'
import { surveyFigures } from '#runtime/read/survey.figures.read'
import type { ActionHandlers } from '#runtime/serve'
import * as v from 'valibot'
import { improvementRow, proposalId, publicChange } from './improvement.views'
import type { OpenSurveys } from './survey.open'

/** A hospital takes up some dozens a year. */
const ITEMS = 500
/** Results stay in public for so long; what is open stays until it is not. */
const SHOWN_MONTHS = 12

const itemsOf = (hospitalId: HospitalId, where: object = {}): Promise<Improvement[]> =>
  improvementRecords().list({
    where: { hospitalId, ...where },
    orderBy: [
      ['proposedOn', 'desc'],
      ['_id', 'asc'],
    ],
    limit: ITEMS,
  })

export const improvementHandlers: ActionHandlers<typeof improvementActions, OpenSurveys> = {
  async improvements(_input, { hospitals, actor, now }) {
    const hospitalId = readsResults(actor)
    if (!hospitalId) return err('auth.forbidden')
    const figures = surveyFigures(hospitalId)
    const today = beijingDay(now)
    const [hospital, items, departments, below] = await Promise.all([
      hospitals.find(hospitalId),
      itemsOf(hospitalId),
      departmentsOf(hospitalId),
      figures.below(today),
    ])
    if (!hospital) return err('hospital.not_founded')
    const names = new Map(departments.map(({ id, name }) => [id, name]))
    return ok({
      hospitalName: hospital.name,
      mayWrite: runsSurveys(actor) !== null,
      proposals: proposalsIn(below, items).map(({ surveyId, questionId, quarter, ...question }) => {
        const source = { surveyId, questionId, quarter }
        return { id: proposalId(source), source, ...question }
      }),
      items: await Promise.all(items.map((item) => improvementRow(item, { names, figures, today }))),
      departments: departments.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name })),
    })
  },

  async takeUpImprovement({ dueOn, ...item }, context) {
    const hospitalId = runsSurveys(context.actor)
    if (!hospitalId) return err('auth.forbidden')
    const begun = takeUp({ ...item, hospitalId }, dueOn, beijingDay(context.now))
    return begun.ok ? begin(begun.value, context.now) : begun
  },

  async leaveAsIs({ reason, ...item }, { actor, now }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    return begin(leaveAsIs({ ...item, hospitalId }, reason, beijingDay(now)), now)
  },

  async editImprovement({ id, rev, ...wanted }, context) {
    const hospitalId = runsSurveys(context.actor)
    if (!hospitalId) return err('auth.forbidden')
    if (!(await isDepartment(hospitalId, wanted.departmentId))) return unknownDepartment()
    return change({ id, rev }, context, (item) => ok({ ...item, ...wanted }))
  },

  moveImprovement: ({ dueOn, reason, ...which }, context) =>
    change(which, context, (item) => moveDay(item, dueOn, reason, beijingDay(context.now))),

  reportChange: ({ id, rev, ...changed }, context) =>
    change({ id, rev }, context, (item) => reportChange(item, changed, beijingDay(context.now))),

  giveUpImprovement: ({ reason, ...which }, context) => change(which, context, (item) => giveUp(item, reason)),

  async changed({ departmentId }, { now }) {
    const here = await whereabouts(null)
    if (!here) return err('hospital.not_founded')
    const { hospital } = here
    const today = beijingDay(now)
    const [items, names] = await Promise.all([itemsOf(hospital.id, { isPublic: true }), departmentNames(hospital.id)])
    const from = monthsAfter(today, -SHOWN_MONTHS)
    const recent = items.filter(
      ({ state, changedOn, proposedOn }) => state === 'open' || (changedOn ?? proposedOn) >= from,
    )
    const shown = recent.filter((item) => departmentId === null || item.departmentId === departmentId)
    const about = new Set(recent.map((item) => item.departmentId))
    const figures = surveyFigures(hospital.id)
    return ok({
      hospitalName: hospital.name,
      departmentName: (departmentId && names.get(departmentId)) ?? null,
      items: await Promise.all(
        inPublicOrder(shown, today).map((item) => publicChange(item, { names, figures, today })),
      ),
      departments: [...names].filter(([id]) => about.has(id)).map(([id, name]) => ({ id, name })),
    })
  },
}

const unknownDepartment = () => err('hospital.department_unknown', ['departmentId'])

const isDepartment = async (hospitalId: HospitalId, departmentId: DepartmentId | null): Promise<boolean> =>
  departmentId === null || (await departmentRecords().find(departmentKey(hospitalId, departmentId))) !== null

const rowOf = async (item: Improvement, now: Instant) =>
  improvementRow(item, {
    names: await departmentNames(item.hospitalId),
    figures: surveyFigures(item.hospitalId),
    today: beijingDay(now),
  })

/** Of the question that a proposal came from, or made by the page. */
const isIdOf = (id: ImprovementId, source: ImprovementSource | null): boolean =>
  source === null || proposalId(source) === id

/** In the order of its shape, whoever put it together. */
const written = (item: Improvement): string => JSON.stringify({ ...v.parse(Improvement, item), rev: 0 })

const isSame = (left: Improvement, right: Improvement): boolean => written(left) === written(right)

/** Takes the place of its proposal. Doing the same again changes nothing; a colleague who was faster is heard of. */
const begin = async (item: Improvement, now: Instant) => {
  if (!(await isDepartment(item.hospitalId, item.departmentId))) return unknownDepartment()
  const records = improvementRecords()
  const earlier = await records.find(item.id)
  if (!earlier) {
    if (!isIdOf(item.id, item.source)) return err('improvement.unknown')
    if ((await records.insert(item)) === 'inserted') return ok(await rowOf(item, now))
  }
  const first = earlier ?? (await records.find(item.id))
  if (!first || first.hospitalId !== item.hospitalId) return err('improvement.unknown')
  return isSame({ ...item, proposedOn: first.proposedOn }, first)
    ? ok(await rowOf(first, now))
    : err('improvement.taken')
}

/** Read, decide, write. What is so already is answered as it is, whichever revision was seen. */
const change = async <C extends ErrorCode>(
  { id, rev }: { readonly id: ImprovementId; readonly rev: number },
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  decide: (item: Improvement) => Result<Improvement, C>,
) => {
  const hospitalId = runsSurveys(actor)
  if (!hospitalId) return err('auth.forbidden')
  const records = improvementRecords()
  const item = await records.find(id)
  if (!item || item.hospitalId !== hospitalId) return err('improvement.unknown')
  const decided = decide(item)
  if (decided.ok && isSame(decided.value, item)) return ok(await rowOf(item, now))
  if (item.rev !== rev) return err('data.changed')
  if (!decided.ok) return decided
  const next = await records.replace(decided.value)
  return next ? ok(await rowOf(next, now)) : err('data.changed')
}
