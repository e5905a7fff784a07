import { nextAfter } from '#domain/survey/path'
import type { Form, Next, Question } from '#domain/survey/question.model'

/** A jump drawn beside the list, from one row to another; `to` is one past the last row for the end. */
export interface Arc {
  from: number
  to: number
  /** `way`: taken whatever is answered. `branch`: with some answers. `back`: leads upwards, which is a fault. */
  kind: 'way' | 'branch' | 'back'
  /** Arcs that pass each other stand in lanes of their own, from the line outwards. */
  lane: number
}

export interface RailRow {
  /** Some answers lead here. */
  isReached: boolean
  /** Some answers lead from here to the row below. */
  goesOn: boolean
  /** Not asked of everybody: a jump passes it. */
  isPassed: boolean
}

export interface Rail {
  rows: RailRow[]
  arcs: Arc[]
}

/** Every place that the answers of a question lead to. */
export const waysFrom = (form: Form, question: Question): readonly Next[] => {
  const ways =
    question.kind === 'single' || question.kind === 'scale'
      ? question.options.map(({ id }) => nextAfter(form, question, id))
      : []
  // Not answered: only where it may be left out.
  const unanswered = question.kind === 'section' || !question.required || ways.length === 0
  return [...new Set(unanswered ? [...ways, nextAfter(form, question, undefined)] : ways)]
}

/** How the questions hang together, row by row of the list. */
export const railOf = (form: Form): Rail => {
  const { questions } = form
  const places = new Map<string, number>(questions.map(({ id }, place) => [id, place]))
  const placeOf = (next: Next) => (next === 'end' ? questions.length : places.get(next))
  const ways = questions.map((question) =>
    waysFrom(form, question).flatMap((next) => {
      const place = placeOf(next)
      return place === undefined ? [] : [place]
    }),
  )
  const reached = new Set<number>()
  const open = [0]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at) || at >= questions.length) continue
    reached.add(at)
    open.push(...(ways[at] ?? []))
  }
  const jumps = ways.flatMap((targets, from) =>
    targets
      .filter((to) => to !== from + 1)
      .map(
        (to): Omit<Arc, 'lane'> => ({
          from,
          to,
          kind: to <= from ? 'back' : targets.length === 1 ? 'way' : 'branch',
        }),
      ),
  )
  const spanOf = ({ from, to }: { from: number; to: number }) => Math.abs(to - from)
  const arcs: Arc[] = []
  for (const jump of [...jumps].sort((one, other) => spanOf(one) - spanOf(other))) {
    const [top, bottom] = [Math.min(jump.from, jump.to), Math.max(jump.from, jump.to)]
    const beside = arcs.filter(
      (arc) => Math.min(arc.from, arc.to) < bottom && Math.max(arc.from, arc.to) > top && sideOf(arc) === sideOf(jump),
    )
    const taken = new Set(beside.map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane += 1
    arcs.push({ ...jump, lane })
  }
  const rows = questions.map(
    (_, place): RailRow => ({
      isReached: reached.has(place),
      goesOn: ways[place]?.includes(place + 1) ?? false,
      isPassed: jumps.some(({ from, to }) => reached.has(from) && from < place && place < to),
    }),
  )
  return { rows, arcs }
}

/** What is taken whatever is answered stands to the right of the line, a choice to its left. */
export const sideOf = ({ kind }: Pick<Arc, 'kind'>): 'left' | 'right' => (kind === 'way' ? 'right' : 'left')
