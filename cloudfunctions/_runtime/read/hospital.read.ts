import { Department, Hospital } from '#domain/hospital/hospital.model'
import { type Place, Touchpoint, Ward } from '#domain/hospital/place.model'
import { type Standing, standingOf } from '#domain/hospital/place.rules'
import { StaffRecord } from '#domain/hospital/staff.model'
import type { DepartmentId, HospitalId, TouchpointId, WardId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { type Documents, documents } from '../documents'

/** A department's key: official codes repeat from hospital to hospital. */
export const departmentKey = (hospitalId: HospitalId, departmentId: DepartmentId): string =>
  `${hospitalId}:${departmentId}`

/** A ward's key: two hospitals may both have a `12E`. */
export const wardKey = (hospitalId: HospitalId, wardId: WardId): string => `${hospitalId}:${wardId}`

export const hospitalRecords = (): Documents<Hospital> => documents('hospitals', Hospital)
export const departmentRecords = (): Documents<Department> =>
  documents('departments', Department, (department) => departmentKey(department.hospitalId, department.id))
export const wardRecords = (): Documents<Ward> => documents('wards', Ward, (ward) => wardKey(ward.hospitalId, ward.id))
export const touchpointRecords = (): Documents<Touchpoint> => documents('touchpoints', Touchpoint)
export const staffRecords = (): Documents<StaffRecord> => documents('staff', StaffRecord)

interface Whereabouts {
  readonly hospital: Hospital
  readonly place: Place | null
  /** The ward's own pledge, or the hospital's. */
  readonly pledge: string
  /** Of the code that was scanned; `unknown` also where there was none. */
  readonly standing: Standing | 'unknown'
}

const REMEMBERED_MS = 60_000
const REMEMBERED_PLACES = 1000
const remembered = new Map<TouchpointId | null, { at: Whereabouts; until: number }>()

/**
 * Where a visitor is: the touchpoint's place and hospital, or the hospital alone when the code is not known or retired.
 * An instance remembers an answer for a minute: every scan and every filing asks, and a change may wait that long.
 */
export const whereabouts = async (touchpointId: TouchpointId | null): Promise<Whereabouts | null> => {
  const known = remembered.get(touchpointId)
  if (known && known.until > Date.now()) return known.at
  const at = await lookUp(touchpointId)
  // A code nobody knows yet may be put up the next moment: only what was found is remembered.
  if (at && (at.place !== null) === (touchpointId !== null)) {
    if (remembered.size >= REMEMBERED_PLACES) remembered.clear()
    remembered.set(touchpointId, { at, until: Date.now() + REMEMBERED_MS })
  }
  return at
}

const lookUp = async (touchpointId: TouchpointId | null): Promise<Whereabouts | null> => {
  const scanned = touchpointId ? await touchpointRecords().find(touchpointId) : null
  if (!scanned) return theHospital('unknown')
  const here = await inUseFor(scanned)
  const ward = here && (await wardRecords().find(wardKey(here.hospitalId, here.wardId)))
  if (!here || !ward) return theHospital('retired', scanned.hospitalId)
  const [hospital, department] = await Promise.all([
    hospitalRecords().find(ward.hospitalId),
    departmentRecords().find(departmentKey(ward.hospitalId, ward.departmentId)),
  ])
  if (!hospital || !department) return theHospital('retired', scanned.hospitalId)
  return {
    hospital,
    place: {
      touchpointId: here.id,
      departmentId: ward.departmentId,
      departmentName: department.name,
      place: ward.name,
    },
    pledge: ward.pledge ?? hospital.pledge,
    standing: standingOf(scanned, Date.now() as Instant),
  }
}

// A code may have been replaced more than once within its time of grace.
const REPLACEMENTS_FOLLOWED = 5

/** The touchpoint itself, or the one in use in its place while it is honoured; null when there is none. */
const inUseFor = async (scanned: Touchpoint): Promise<Touchpoint | null> => {
  const now = Date.now() as Instant
  let at: Touchpoint | null = scanned
  for (let followed = 0; at && followed <= REPLACEMENTS_FOLLOWED; followed++) {
    const standing = standingOf(at, now)
    if (standing === 'active') return at
    const next: TouchpointId | null = standing === 'honoured' ? (at.retirement?.replacedBy ?? null) : null
    at = next ? await touchpointRecords().find(next) : null
  }
  return null
}

const theHospital = async (standing: Whereabouts['standing'], id?: HospitalId): Promise<Whereabouts | null> => {
  const [hospital] = await hospitalRecords().list({ where: id ? { _id: id } : {}, orderBy: [['_id', 'asc']], limit: 1 })
  return hospital ? { hospital, place: null, pledge: hospital.pledge, standing } : null
}

/** A hospital's departments, retired ones too, by code; it has fewer than 1000. */
export const departmentsOf = (hospitalId: HospitalId): Promise<Department[]> =>
  departmentRecords().list({ where: { hospitalId }, orderBy: [['_id', 'asc']], limit: 1000 })

/** Names of a hospital's departments by their codes. */
export const departmentNames = async (hospitalId: HospitalId): Promise<ReadonlyMap<DepartmentId, string>> =>
  new Map((await departmentsOf(hospitalId)).map((department) => [department.id, department.name]))
