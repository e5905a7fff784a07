import type { DepartmentId, HospitalId, PhotoId, PraiseId, StaffId } from '../ids'
import { type Day, daysAfter, monthOf } from '../instant'
import { err, ok } from '../result'
import type { Praise, PraiseKind } from './praise.model'

/** What a phone sends. */
export interface Written {
  readonly whom: string
  readonly text: string
  readonly photos: readonly PhotoId[]
  readonly mayPublish: boolean
}

interface Arrived extends Written {
  readonly id: PraiseId
  readonly wallId: string
  readonly hospitalId: HospitalId
  readonly departmentId: DepartmentId | null
  readonly place: string | null
  readonly passOnWithinDays: number
}

/** The last day on which it should have been passed on; the day it came in is not counted. */
export const passOnBy = (receivedOn: Day, withinDays: number): Day => daysAfter(receivedOn, withinDays)

export const receivePraise = (arrived: Arrived, today: Day): Praise => {
  const { passOnWithinDays, photos, ...rest } = arrived
  return {
    ...rest,
    photos: [...photos],
    rev: 0,
    receivedOn: today,
    month: monthOf(today),
    // What is on the photos the office says later.
    kind: 'words',
    passOnBy: passOnBy(today, passOnWithinDays),
    state: 'received',
    passedOn: null,
    wall: null,
    takenOff: null,
    declined: null,
  }
}

const isSameWriting = (praise: Praise, written: Written): boolean =>
  praise.whom === written.whom &&
  praise.text === written.text &&
  praise.mayPublish === written.mayPublish &&
  praise.photos.join() === written.photos.join()

/**
 * The same thanks once more: nothing to do. Other words under the same number: they count while nobody has begun with
 * the first ones, whose answer was lost on its way.
 */
export const rewrite = (praise: Praise, written: Written) => {
  if (isSameWriting(praise, written)) return ok(praise)
  if (praise.state !== 'received') return err('praise.reused')
  return ok({ ...praise, ...written, photos: [...written.photos] })
}

interface Act {
  readonly today: Day
  readonly by: StaffId
}

export interface PassingOn {
  readonly to: string
  readonly departmentId: DepartmentId | null
  readonly kind: PraiseKind
}

/** 带到了: to whom, and whose it is. May be said again while something in it was wrong. */
export const passOn = (praise: Praise, { to, departmentId, kind }: PassingOn, { today, by }: Act) => {
  if (praise.state === 'declined') return err('praise.finished')
  const said = { ...praise, departmentId, kind }
  const passedOn = { on: praise.passedOn?.on ?? today, to, by }
  return ok<Praise>({ ...said, passedOn, state: praise.state === 'received' ? 'passed_on' : praise.state })
}

export interface Publication {
  readonly text: string
  readonly photos: readonly PhotoId[]
  /** 「照片里的姓名和脸都盖住了」 */
  readonly covered: boolean
}

/** On the wall, or again with other words. Never without consent, never before the person thanked has heard of it. */
export const publish = (praise: Praise, { text, photos, covered }: Publication, { today, by }: Act) => {
  if (praise.state === 'declined') return err('praise.finished')
  if (!praise.mayPublish) return err('praise.no_consent')
  if (praise.state === 'received') return err('praise.not_passed_on')
  if (photos.length > 0 && !covered) return err('praise.photos_uncovered', ['covered'])
  return ok<Praise>({
    ...praise,
    state: 'published',
    wall: { text, photos: [...photos], on: praise.wall?.on ?? today, by },
    takenOff: null,
  })
}

/** Off the wall again, with a word why. */
export const takeOff = (praise: Praise, reason: string, { today, by }: Act) => {
  if (praise.state !== 'published') return err('praise.finished')
  return ok<Praise>({ ...praise, state: 'passed_on', wall: null, takenOff: { reason, on: today, by } })
}

/** No thanks, or nothing that can be passed on: said with the reason, which the phone shows. */
export const decline = (praise: Praise, reason: string, { today, by }: Act) => {
  if (praise.state !== 'received') return err('praise.finished')
  return ok<Praise>({ ...praise, state: 'declined', declined: { reason, on: today, by } })
}

/** Whoever wrote it does not want it shown any more: it leaves the wall at once, and stays off it. */
export const takeConsentBack = (praise: Praise, today: Day): Praise => {
  if (!praise.mayPublish && praise.state !== 'published') return praise
  const kept = { ...praise, mayPublish: false }
  if (praise.state !== 'published') return kept
  return {
    ...kept,
    state: 'passed_on',
    wall: null,
    takenOff: { reason: '写的人不想再登了', on: today, by: null },
  }
}

export const isLate = ({ state, passOnBy: by }: Pick<Praise, 'state' | 'passOnBy'>, today: Day): boolean =>
  state === 'received' && today > by
