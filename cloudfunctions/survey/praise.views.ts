import type { DepartmentId } from '#domain/ids'
import type { PhotoLink } from '#domain/complaint/progress.contract'
import type { Month } from '#domain/instant'
import type { PraiseCounts, PraiseProgress, PraiseRow, WallPraise } from '#domain/survey/praise.contract'
import { type Praise, PraiseKind, type PraiseState } from '#domain/survey/praise.model'
import { photoLinks } from '#runtime/photo.claims'
import type { Counted } from './praise.repository'

type Names = ReadonlyMap<DepartmentId, string>

const nameOf = (departmentId: DepartmentId | null, names: Names): string | null =>
  (departmentId && names.get(departmentId)) ?? null

export const progressOf = (praise: Praise): PraiseProgress => ({
  state: praise.state,
  receivedOn: praise.receivedOn,
  passOnBy: praise.passOnBy,
  mayPublish: praise.mayPublish,
  passedOn: praise.passedOn && { on: praise.passedOn.on, to: praise.passedOn.to },
  declined: praise.declined?.reason ?? null,
})

/** Nothing of it is as it was written: neither words nor whom it was for, only what was reviewed. */
export const onWallOf = ({ wallId, wall, month, kind, departmentId }: Praise, names: Names): WallPraise[] =>
  wall
    ? [
        {
          wallId,
          text: wall.text,
          month,
          kind,
          departmentName: nameOf(departmentId, names),
          photos: wall.photos.length,
        },
      ]
    : []

/** For the office, with links to all photos, fetched together. */
export const rowsOf = async (praises: readonly Praise[], names: Names): Promise<PraiseRow[]> => {
  const links = await photoLinks(praises.flatMap(({ photos, wall }) => [...photos, ...(wall?.photos ?? [])]))
  const linkOf = new Map(links.map((link) => [link.id, link]))
  const linked = (ids: readonly PhotoLink['id'][]): PhotoLink[] => ids.flatMap((id) => linkOf.get(id) ?? [])
  return praises.map(({ hospitalId: _hospital, wallId: _wallId, ...praise }) => ({
    ...praise,
    departmentName: nameOf(praise.departmentId, names),
    photos: linked(praise.photos),
    passedOn: praise.passedOn && { on: praise.passedOn.on, to: praise.passedOn.to },
    wall: praise.wall && { text: praise.wall.text, photos: linked(praise.wall.photos), on: praise.wall.on },
    takenOff: praise.takenOff && {
      reason: praise.takenOff.reason,
      on: praise.takenOff.on,
      byWriter: praise.takenOff.by === null,
    },
    declined: praise.declined && { reason: praise.declined.reason, on: praise.declined.on },
  }))
}

const NOBODYS = '还不知道是哪个科的'

const PASSED_ON: ReadonlySet<PraiseState> = new Set(['passed_on', 'published'])

/**
 * Counts by department and by kind, one number for each month. Only what somebody read and passed on counts: a thousand
 * that a program sends move nothing.
 */
export const countsOf = (
  found: readonly Counted[],
  months: readonly Month[],
  names: Names,
): Pick<PraiseCounts, 'rows' | 'kinds'> => {
  const counted = found.filter(({ state }) => PASSED_ON.has(state))
  const perMonth = (of: readonly Counted[]) =>
    months.map((month) => of.filter((praise) => praise.month === month).length)
  const departments = [...new Set(counted.map(({ departmentId }) => departmentId))].sort((left, right) =>
    left === null ? 1 : right === null ? -1 : left < right ? -1 : 1,
  )
  return {
    rows: departments.map((departmentId) => ({
      departmentId,
      name: departmentId === null ? NOBODYS : (names.get(departmentId) ?? departmentId),
      counts: perMonth(counted.filter((praise) => praise.departmentId === departmentId)),
    })),
    kinds: PraiseKind.options.map((kind) => ({
      kind,
      counts: perMonth(counted.filter((praise) => praise.kind === kind)),
    })),
  }
}
