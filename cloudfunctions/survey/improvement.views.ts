import { createHash } from 'node:crypto'
import { type DepartmentId, ImprovementId } from '#domain/ids'
import type { Day } from '#domain/instant'
import type { Evidence, ImprovementRow, PublicChange } from '#domain/survey/improvement.contract'
import type { Improvement, ImprovementSource } from '#domain/survey/improvement.model'
import {
  firstQuarterAfter,
  isOverdue,
  lastQuarterBefore,
  latestClosed,
  saidByInPublic,
  verdictOf,
} from '#domain/survey/improvement.rules'
import type { surveyFigures } from '#runtime/read/survey.figures.read'
import * as v from 'valibot'

type QuestionFigures = Pick<ReturnType<typeof surveyFigures>, 'at'>

/** A question below its limit in a quarter is one proposal: whoever takes it up second finds the first one's. */
export const proposalId = ({ surveyId, questionId, quarter }: ImprovementSource): ImprovementId => {
  const hash = createHash('sha256').update(`improvement|${surveyId}|${questionId}|${quarter}`).digest('hex')
  return v.parse(ImprovementId, hash.slice(0, 32))
}

/** Before and after, where it was a question that led to the change; null: there is nothing to compare. */
export const evidenceFor = async (
  { source, changedOn }: Pick<Improvement, 'source' | 'changedOn'>,
  figures: QuestionFigures,
  today: Day,
): Promise<Evidence | null> => {
  if (!source || !changedOn) return null
  const seenFrom = firstQuarterAfter(changedOn)
  const closed = latestClosed(today)
  const [earlier, later] = [lastQuarterBefore(changedOn), closed >= seenFrom ? closed : null]
  const [before, after] = await Promise.all([figures.at(source, earlier), later ? figures.at(source, later) : null])
  if (!before) return null
  return {
    question: before.question,
    rater: before.rater,
    floor: before.floor,
    before: { quarter: earlier, cell: before.cell },
    after: later && after ? { quarter: later, cell: after.cell } : null,
    verdict: verdictOf(before.cell, after?.cell ?? null),
    seenFrom,
  }
}

type Names = ReadonlyMap<DepartmentId, string>

interface Around {
  readonly names: Names
  readonly figures: QuestionFigures
  readonly today: Day
}

const nameOf = (departmentId: DepartmentId | null, names: Names): string | null =>
  (departmentId && names.get(departmentId)) ?? null

export const improvementRow = async (item: Improvement, around: Around): Promise<ImprovementRow> => {
  const { hospitalId: _hospital, ...rest } = item
  return {
    ...rest,
    departmentName: nameOf(item.departmentId, around.names),
    isOverdue: isOverdue(item, around.today),
    evidence: await evidenceFor(item, around.figures, around.today),
  }
}

/** Without who is responsible by name, and without a number so small that it points at somebody. */
export const publicChange = async (item: Improvement, around: Around): Promise<PublicChange> => ({
  id: item.id,
  said: item.said,
  saidBy: saidByInPublic(item.saidBy),
  plan: item.plan,
  dueOn: item.dueOn,
  state: item.state,
  changedOn: item.changedOn,
  result: item.result,
  checkedBy: item.checkedBy,
  reason: item.reason,
  moved: item.moved.map(({ from, to, reason }) => ({ from, to, reason })),
  departmentName: nameOf(item.departmentId, around.names),
  isOverdue: isOverdue(item, around.today),
  evidence: await evidenceFor(item, around.figures, around.today),
})
