import type { Slot } from '#domain/integrity/paper.model'
import type { AskedView, PaperQuestionView } from '#domain/integrity/paper.view'
import { type Standing, UNANSWERED } from './answer.queue'

/** One thing to answer: a question, or one of those about a case. */
export interface Place {
  readonly asked: AskedView
  /** 「18」; 「30-2」: the second about a case. */
  readonly number: string
  /** Which question of the paper, from 1. */
  readonly question: number
  /** Of a case: its story, and which of its questions this is. */
  readonly case: { readonly story: string; readonly part: number } | null
}

export const placesOf = (questions: readonly PaperQuestionView[]): Place[] =>
  questions.flatMap(({ story, parts }, index) =>
    parts.map((asked, part) => ({
      asked,
      question: index + 1,
      number: story === null ? String(index + 1) : `${index + 1}-${part + 1}`,
      case: story === null ? null : { story, part: part + 1 },
    })),
  )

export interface SheetCounts {
  readonly answered: number
  readonly open: number
  readonly flagged: number
}

export const countsOf = (places: readonly Place[], standings: ReadonlyMap<Slot, Standing>): SheetCounts => {
  const all = places.map(({ asked }) => standings.get(asked.slot) ?? UNANSWERED)
  const answered = all.filter(({ chosen }) => chosen.length > 0).length
  return { answered, open: all.length - answered, flagged: all.filter(({ flagged }) => flagged).length }
}

/** Three rows of six: as much of the sheet as stands under a question. */
const GROUP_SIZE = 18

export interface PlaceGroup {
  readonly from: number
  /** Not in it any more. */
  readonly to: number
}

/** Groups of the answer sheet: 1–18, 19–30. */
export const groupsOf = (count: number): PlaceGroup[] =>
  Array.from({ length: Math.ceil(count / GROUP_SIZE) }, (_, at) => ({
    from: at * GROUP_SIZE,
    to: Math.min(count, (at + 1) * GROUP_SIZE),
  }))

/** 「19–21」 of a part of the sheet: questions, however many parts one has; a single one by its number. */
export const rangeOf = (places: readonly Place[], { from, to }: PlaceGroup): string =>
  [...new Set([places[from]?.question, places[to - 1]?.question])].join('–')
