import type { Actor } from '#domain/actor'
import { dueFrom } from '#domain/complaint/complaint.rules'
import { administeredBy } from '#domain/hospital/hospital.rules'
import type { placeActions } from '#domain/hospital/place.contract'
import type { MonthOfScans, Touchpoint } from '#domain/hospital/place.model'
import {
  isReplacedBy,
  isSameTouchpoint,
  isSameWard,
  monthsOfScans,
  replace,
  restore,
  retire,
  scanCountsOf,
  standingOf,
} from '#domain/hospital/place.rules'
import { touchpointIn } from '#domain/hospital/scene'
import type { HospitalId, TouchpointId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { failureOf, writeJournal } from '#runtime/journal'
import { workCalendar } from '#runtime/read/calendar.read'
import { whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'
import { picturesOf } from './touchpoint.picture'

const TOUCHPOINTS_SHOWN = 1000

type Places = OpenHospital['places']

export const placeHandlers: ActionHandlers<typeof placeActions, OpenHospital> = {
  async landing({ scene, scan = false }, { now, places }) {
    const touchpointId = touchpointIn(scene)
    const looking = whereabouts(touchpointId)
    const counting = scan && touchpointId ? count(places, touchpointId, now, looking) : null
    const [here, calendar] = await Promise.all([looking, workCalendar(), counting])
    if (!here) return err('hospital.not_founded')
    const { hospital, place, pledge, standing } = here
    const dueIfFiledNow = dueFrom(now, hospital.replyWithinWorkingDays, calendar)
    return ok({ hospital, place, pledge, retired: standing === 'retired', dueIfFiledNow })
  },

  async addWard(ward, { actor, repository, places }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    if (!(await repository.department(hospitalId, ward.departmentId))) return err('hospital.department_unknown')
    const wanted = { ...ward, hospitalId, rev: 0 }
    if ((await places.addWard(wanted)) === 'inserted') return ok(wanted)
    const earlier = await places.ward(hospitalId, ward.id)
    return earlier && isSameWard(earlier, wanted) ? ok(earlier) : err('hospital.code_taken')
  },

  async changeWard({ rev, ...ward }, { actor, repository, places }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const stored = await places.ward(hospitalId, ward.id)
    if (!stored) return err('hospital.ward_unknown')
    if (isSameWard(stored, { ...ward, hospitalId })) return ok(stored)
    if (stored.rev !== rev) return err('data.changed')
    if (!(await repository.department(hospitalId, ward.departmentId))) return err('hospital.department_unknown')
    const written = await places.replaceWard({ ...stored, ...ward })
    return written ? ok(written) : err('data.changed')
  },

  async touchpoints(_, { actor, now, repository, places }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [hospital, departments, wards, found, scans] = await Promise.all([
      repository.hospital(hospitalId),
      repository.departments(hospitalId),
      places.wards(hospitalId),
      places.touchpoints(hospitalId, TOUCHPOINTS_SHOWN),
      places.scans(hospitalId, monthsOfScans(now)),
    ])
    if (!hospital) return err('hospital.not_founded')
    const byCode = groupByCode(scans)
    return ok({
      hospital,
      departments,
      wards,
      rows: found.map((touchpoint) => {
        const { months, lastScannedOn } = scanCountsOf(byCode.get(touchpoint.id) ?? [], now)
        return { ...touchpoint, scans: { months: [...months], lastScannedOn } }
      }),
      more: found.length === TOUCHPOINTS_SHOWN,
    })
  },

  async addTouchpoints({ wardId, touchpoints }, { actor, now, places }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    if (!(await places.ward(hospitalId, wardId))) return err('hospital.ward_unknown')
    const wanted = touchpoints.map((touchpoint) => ({
      ...touchpoint,
      hospitalId,
      wardId,
      rev: 0,
      madeOn: now,
      retirement: null,
    }))
    // Looked at first, so that a number already given to something else puts up none of them.
    const earlier = await places.touchpointsWith(wanted.map(({ id }) => id))
    const taken = wanted.flatMap((touchpoint, at) => {
      const given =
        earlier.find(({ id }) => id === touchpoint.id) ?? wanted.slice(0, at).find(({ id }) => id === touchpoint.id)
      return given && !isSameTouchpoint(given, touchpoint) ? [`touchpoints.${at}.id`] : []
    })
    if (taken.length > 0) return err('hospital.code_taken', taken)
    for (const touchpoint of wanted) {
      if ((await addOnce(places, touchpoint)) === 'taken') return err('hospital.code_taken')
    }
    return ok({ added: wanted.map(({ id }) => id) })
  },

  async changeTouchpoint({ id, rev, wardId, spot, format }, { actor, places }) {
    const stored = await touchpointOf(actor, id, places)
    if (!stored.ok) return stored
    const touchpoint = stored.value
    const changed = { ...touchpoint, wardId, spot, format }
    const { hospitalId } = touchpoint
    if (touchpoint.wardId === wardId && touchpoint.spot === spot && touchpoint.format === format) return ok(touchpoint)
    if (touchpoint.rev !== rev) return err('data.changed')
    if (!(await places.ward(hospitalId, wardId))) return err('hospital.ward_unknown')
    return writeTouchpoint(places, changed)
  },

  async replaceTouchpoint({ id, rev, newId }, { actor, now, repository, places }) {
    const stored = await touchpointOf(actor, id, places)
    if (!stored.ok) return stored
    const touchpoint = stored.value
    // The answer to an earlier try may have been lost: replaced by this code is replaced.
    if (isReplacedBy(touchpoint, newId)) return ok(touchpoint)
    if (touchpoint.rev !== rev) return err('data.changed')
    const hospital = await repository.hospital(touchpoint.hospitalId)
    if (!hospital) return err('hospital.not_founded')
    const decision = replace(touchpoint, newId, now, hospital.graceMonthsForReplacedCodes)
    if (!decision.ok) return decision
    // The new code first: after an interruption both work, and the next try ends the old one.
    if ((await addOnce(places, decision.value.fresh)) === 'taken') return err('hospital.code_taken')
    return writeTouchpoint(places, decision.value.old)
  },

  async retireTouchpoint({ id, rev }, { actor, now, places }) {
    const stored = await touchpointOf(actor, id, places)
    if (!stored.ok) return stored
    const touchpoint = stored.value
    if (standingOf(touchpoint, now) === 'retired') return ok(touchpoint)
    return touchpoint.rev === rev ? writeTouchpoint(places, retire(touchpoint, now)) : err('data.changed')
  },

  async restoreTouchpoint({ id, rev }, { actor, places }) {
    const stored = await touchpointOf(actor, id, places)
    if (!stored.ok) return stored
    const touchpoint = stored.value
    if (touchpoint.retirement === null) return ok(touchpoint)
    return touchpoint.rev === rev ? writeTouchpoint(places, restore(touchpoint)) : err('data.changed')
  },

  async touchpointPictures({ touchpointIds }, { actor, places }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const found = await places.touchpointsWith(touchpointIds)
    const own = new Set(found.filter((touchpoint) => touchpoint.hospitalId === hospitalId).map(({ id }) => id))
    if (!touchpointIds.every((id) => own.has(id))) return err('hospital.touchpoint_unknown')
    const pictures = await picturesOf(touchpointIds)
    return pictures ? ok({ pictures }) : err('hospital.picture_failed')
  },
}

/** Counts an opening beside the look-up. A count that fails is journalled; the visitor sees the page all the same. */
const count = async (
  places: Places,
  touchpointId: TouchpointId,
  now: Instant,
  looking: ReturnType<typeof whereabouts>,
): Promise<void> => {
  const startedAt = performance.now()
  const hospital = looking.then((here) => (here && here.standing !== 'unknown' ? here.hospital.id : null))
  try {
    await places.countScan(touchpointId, beijingDay(now), hospital)
  } catch (cause) {
    const ms = Math.round(performance.now() - startedAt)
    writeJournal({ function: 'hospital', action: 'scans', code: 'system.failed', ms, failure: failureOf(cause) })
  }
}

const touchpointOf = async (actor: Actor, id: TouchpointId, places: Places) => {
  const hospitalId: HospitalId | null = administeredBy(actor)
  if (!hospitalId) return err('auth.forbidden')
  const touchpoint = await places.touchpoint(id)
  return touchpoint?.hospitalId === hospitalId ? ok(touchpoint) : err('hospital.touchpoint_unknown')
}

const writeTouchpoint = async (places: Places, touchpoint: Touchpoint) => {
  const written = await places.replaceTouchpoint(touchpoint)
  return written ? ok(written) : err('data.changed')
}

/** Also when an earlier try of the same request did it. */
const addOnce = async (places: Places, touchpoint: Touchpoint): Promise<'added' | 'taken'> => {
  if ((await places.addTouchpoint(touchpoint)) === 'inserted') return 'added'
  const earlier = await places.touchpoint(touchpoint.id)
  return earlier && isSameTouchpoint(earlier, touchpoint) ? 'added' : 'taken'
}

const groupByCode = (scans: readonly MonthOfScans[]): ReadonlyMap<TouchpointId, MonthOfScans[]> => {
  const groups = new Map<TouchpointId, MonthOfScans[]>()
  for (const counted of scans) {
    const group = groups.get(counted.touchpointId)
    if (group) group.push(counted)
    else groups.set(counted.touchpointId, [counted])
  }
  return groups
}
