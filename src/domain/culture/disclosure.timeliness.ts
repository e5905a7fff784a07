import type { WorkCalendar } from '../calendar/working-days'
import type { DisclosureId } from '../ids'
import { type Day, daysAfter } from '../instant'
import { changeDue, lastDayOf } from './disclosure.clock'
import type { Disclosure, SlotName } from './disclosure.model'

/** One thing that was due: by a change, or by the rhythm of a slot in which nothing was published in time (`id` null). */
export interface DueRow {
  readonly id: DisclosureId | null
  readonly slot: SlotName
  readonly title: string
  readonly occurredOn: Day | null
  readonly dueOn: Day
  readonly publishedOn: Day | null
  readonly inTime: boolean
}

export interface Timeliness {
  /** 公开及时率 = inTime / due; nothing to say where `due` is 0. */
  readonly inTime: number
  readonly due: number
  /** Announced or published, and the calendar does not say yet by when: in neither number. */
  readonly undated: number
  /** Days after it are not counted: what is due then may still come in time. */
  readonly through: Day
  /** What the two numbers are made of, the earliest first. */
  readonly rows: readonly DueRow[]
}

type Counted = Pick<
  Disclosure,
  | 'id'
  | 'slot'
  | 'state'
  | 'title'
  | 'announced'
  | 'occurredOn'
  | 'withinWorkingDays'
  | 'dueOn'
  | 'regularOn'
  | 'publishedOn'
>

export interface RegularMiss {
  readonly slot: SlotName
  readonly dueOn: Day
}

interface Asked {
  readonly from: Day
  readonly to: Day
  readonly today: Day
}

const isDueAtAll = ({ state, announced }: Counted): boolean =>
  state === 'published' || state === 'withdrawn' || (state === 'waiting' && announced !== null)

/**
 * Of everything whose last day lies in the period and is past: how much was published on it or before. What was withdrawn
 * later counts by the day it was published; what was announced and taken back counts as nothing; a correction is no new
 * thing. `regular`: the days of slots that are renewed by a rhythm and wait for it.
 */
export const timelinessOf = (
  all: readonly Counted[],
  regular: readonly RegularMiss[],
  { from, to, today }: Asked,
  calendar: WorkCalendar,
): Timeliness => {
  const yesterday = daysAfter(today, -1)
  const through = to < yesterday ? to : yesterday
  const isIn = (day: Day) => from <= day && day <= through
  const dated = all.filter(isDueAtAll).map((one) => ({
    one,
    dueOn: one.publishedOn === null ? changeDue(one, calendar) : lastDayOf(one, calendar),
  }))
  const rows = [
    ...dated.flatMap(({ one, dueOn }): DueRow[] => {
      if (dueOn === null || !isIn(dueOn)) return []
      const { id, slot, title, occurredOn, publishedOn } = one
      return [{ id, slot, title, occurredOn, dueOn, publishedOn, inTime: publishedOn !== null && publishedOn <= dueOn }]
    }),
    ...regular.flatMap(({ slot, dueOn }): DueRow[] =>
      isIn(dueOn) ? [{ id: null, slot, title: '', occurredOn: null, dueOn, publishedOn: null, inTime: false }] : [],
    ),
  ]
  rows.sort((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0))
  return {
    inTime: rows.filter(({ inTime }) => inTime).length,
    due: rows.length,
    undated: dated.filter(({ one, dueOn }) => dueOn === null && one.occurredOn >= from && one.occurredOn <= to).length,
    through,
    rows,
  }
}
