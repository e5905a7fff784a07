import { createHash } from 'node:crypto'
import { touchpointIn } from '#domain/hospital/scene'
import type { PraiseId } from '#domain/ids'
import { beijingDay, type Day, monthOf, monthsAfter, startOfBeijingDay } from '#domain/instant'
import { err, ok } from '#domain/result'
import type { praiseActions } from '#domain/survey/praise.contract'
import {
  decline,
  passOn,
  passOnBy,
  publish,
  receivePraise,
  rewrite,
  takeConsentBack,
  takeOff,
} from '#domain/survey/praise.rules'
import { reviewsPraise } from '#domain/survey/survey.access'
import { claimPhotos, photoLinks, releasePhotos } from '#runtime/photo.claims'
import {
  departmentNames,
  departmentRecords,
  departmentKey,
  departmentsOf,
  whereabouts,
} from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import { act, changedByWriter, rowFor } from './praise.acts'
import { praiseRepository } from './praise.repository'
import { countsOf, onWallOf, progressOf, rowsOf } from './praise.views'
import type { OpenSurveys } from './survey.open'

const PAGE = 20
const MONTHS_COUNTED = 12

/** A name for the wall: the number that the phone knows does not follow from it. */
const wallIdOf = (id: PraiseId): string => createHash('sha256').update(`wall|${id}`).digest('hex').slice(0, 32)

/** Photos keep no minute either once they belong to somebody's thanks. */
const ownedBy = (praiseId: PraiseId, day: Day) => ({ praiseId, receivedAt: startOfBeijingDay(day) })

export const praiseHandlers: ActionHandlers<typeof praiseActions, OpenSurveys> = {
  async praisePaper({ scene }, { now }) {
    const here = await whereabouts(touchpointIn(scene))
    if (!here) return err('hospital.not_founded')
    const { name, passOnPraiseWithinDays } = here.hospital
    return ok({
      hospitalName: name,
      place: here.place,
      passOnWithinDays: passOnPraiseWithinDays,
      passOnBy: passOnBy(beijingDay(now), passOnPraiseWithinDays),
    })
  },

  async praise({ id, touchpointId, ...written }, { now }) {
    const here = await whereabouts(touchpointId)
    if (!here) return err('hospital.not_founded')
    const { hospital, place } = here
    const today = beijingDay(now)
    const arrived = receivePraise(
      {
        ...written,
        id,
        wallId: wallIdOf(id),
        hospitalId: hospital.id,
        departmentId: place?.departmentId ?? null,
        place: place?.place ?? null,
        passOnWithinDays: hospital.passOnPraiseWithinDays,
      },
      today,
    )
    const praises = praiseRepository()
    const earlier = await praises.find(id)
    if (earlier && !rewrite(earlier, written).ok) return err('praise.reused')
    if ((await claimPhotos(written.photos, ownedBy(id, today))) !== 'claimed') return err('photo.unknown', ['photos'])
    if (!earlier && (await praises.insert(arrived)) === 'inserted') return ok(progressOf(arrived))
    const settled = await changedByWriter(id, (praise) => rewrite(praise, written))
    if (!settled.ok) return settled.code === 'praise.reused' ? err('praise.reused') : err('system.busy')
    const dropped = (earlier?.photos ?? []).filter((photo) => !written.photos.includes(photo))
    await releasePhotos(dropped, ownedBy(id, today))
    return ok(progressOf(settled.value))
  },

  async praiseProgress({ id }) {
    const praise = await praiseRepository().find(id)
    return praise ? ok(progressOf(praise)) : err('praise.unknown')
  },

  async takePraiseBack({ id }, { now }) {
    const settled = await changedByWriter(id, (praise) => ok(takeConsentBack(praise, beijingDay(now))))
    if (settled.ok) return ok(progressOf(settled.value))
    return settled.code === 'praise.unknown' ? err('praise.unknown') : err('system.busy')
  },

  async wall({ departmentId, after }) {
    const here = await whereabouts(null)
    if (!here) return err('hospital.not_founded')
    const praises = praiseRepository()
    const [found, names, shown] = await Promise.all([
      praises.onWall(here.hospital.id, departmentId, after, PAGE + 1),
      departmentNames(here.hospital.id),
      praises.departmentsOnWall(here.hospital.id),
    ])
    const page = found.slice(0, PAGE)
    const last = found.length > PAGE ? page[page.length - 1] : undefined
    return ok({
      hospitalName: here.hospital.name,
      rows: page.flatMap((praise) => onWallOf(praise, names)),
      next: last ? { month: last.month, wallId: last.wallId } : null,
      departments: [...names].filter(([id]) => shown.has(id)).map(([id, name]) => ({ id, name })),
    })
  },

  async wallPhotos({ wallId }) {
    const praise = await praiseRepository().findOnWall(wallId)
    if (!praise?.wall) return err('praise.unknown')
    return ok({ urls: (await photoLinks(praise.wall.photos)).map(({ url }) => url) })
  },

  async praises({ state, skip }, { hospitals, actor, now }) {
    const hospitalId = reviewsPraise(actor)
    if (!hospitalId) return err('auth.forbidden')
    const praises = praiseRepository()
    const [hospital, found, counts, departments] = await Promise.all([
      hospitals.find(hospitalId),
      praises.newest(hospitalId, state, skip, PAGE + 1),
      praises.counts(hospitalId, beijingDay(now)),
      departmentsOf(hospitalId),
    ])
    if (!hospital) return err('hospital.not_founded')
    const names = new Map(departments.map(({ id, name }) => [id, name]))
    return ok({
      rows: await rowsOf(found.slice(0, PAGE), names),
      more: found.length > PAGE,
      counts,
      departments: departments.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name })),
    })
  },

  async praiseOne({ id }, { actor }) {
    const hospitalId = reviewsPraise(actor)
    if (!hospitalId) return err('auth.forbidden')
    const praise = await praiseRepository().find(id)
    return praise && praise.hospitalId === hospitalId ? ok(await rowFor(praise)) : err('praise.unknown')
  },

  async passPraiseOn({ id, rev, ...passing }, context) {
    const { departmentId } = passing
    const hospitalId = reviewsPraise(context.actor)
    if (!hospitalId) return err('auth.forbidden')
    if (departmentId && !(await departmentRecords().find(departmentKey(hospitalId, departmentId)))) {
      return err('hospital.department_unknown', ['departmentId'])
    }
    return act({ id, rev }, context, (praise, done) => passOn(praise, passing, done))
  },

  publishPraise: ({ id, rev, ...publication }, context) =>
    act({ id, rev }, context, async (praise, done) => {
      const decided = publish(praise, publication, done)
      if (!decided.ok) return decided
      const claimed = await claimPhotos(publication.photos, ownedBy(praise.id, praise.receivedOn))
      return claimed === 'claimed' ? decided : err('photo.unknown', ['photos'])
    }),

  takePraiseOff: ({ reason, ...which }, context) =>
    act(which, context, (praise, done) => takeOff(praise, reason, done)),

  declinePraise: ({ reason, ...which }, context) =>
    act(which, context, (praise, done) => decline(praise, reason, done)),

  async praiseCounts(_input, { hospitals, actor, now }) {
    const hospitalId = reviewsPraise(actor)
    if (!hospitalId) return err('auth.forbidden')
    const hospital = await hospitals.find(hospitalId)
    if (!hospital) return err('hospital.not_founded')
    const today = beijingDay(now)
    const months = Array.from({ length: MONTHS_COUNTED }, (_, ago) => monthOf(monthsAfter(today, -ago))).reverse()
    const [found, names] = await Promise.all([
      praiseRepository().inMonths(hospitalId, months),
      departmentNames(hospitalId),
    ])
    return ok({ hospitalName: hospital.name, months, ...countsOf(found, months, names) })
  },
}
