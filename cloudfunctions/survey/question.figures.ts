import type { HospitalId } from '#domain/ids'
import type { Day } from '#domain/instant'
import type { ImprovementSource } from '#domain/survey/improvement.model'
import type { Quarter } from '#domain/survey/quarter'
import type { Cell } from '#domain/survey/results.contract'
import type { Rater } from '#domain/survey/survey.model'

/** One question of the whole hospital in one quarter that is over. */
export interface QuestionFigure {
  readonly question: string
  readonly rater: Rater
  readonly floor: number | null
  readonly cell: Cell
}

export interface QuestionFigures {
  /** Questions whose mean was below their limit in the last quarter that was over. */
  readonly below: (today: Day) => Promise<readonly (ImprovementSource & QuestionFigure & { readonly floor: number })[]>
  /** null: the question was not asked in that quarter. */
  readonly at: (question: Omit<ImprovementSource, 'quarter'>, quarter: Quarter) => Promise<QuestionFigure | null>
}

export const questionFigures = (_hospitalId: HospitalId): QuestionFigures => ({
  below: async () => [],
  at: async () => null,
})
