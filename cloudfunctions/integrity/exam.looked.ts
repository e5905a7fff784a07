import type { ExamId, HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { Attempt } from '#domain/integrity/attempt.model'
import { ON_ITS_WAY_MS } from '#domain/integrity/attempt.rules'
import type { Exam } from '#domain/integrity/exam.model'
import { phaseOf } from '#domain/integrity/exam.rules'
import { type ExamSummary, itemSums } from '#domain/integrity/exam.summary'
import { examShare } from '#domain/integrity/record.rules'
import { settledOf } from './attempt.settle'
import type { OpenIntegrity } from './integrity.open'
import { type Rostering, rosterOf, satBy } from './exam.people'

/** Whole attempts read at once. */
const PAGE = 200

export type Looking = Pick<OpenIntegrity, 'exams' | 'attempts' | 'questions' | 'pledges'> & { readonly now: Instant }

/** Every attempt of an exam with its paper and its answers, up to date. */
export const wholeAttempts = async (exam: Exam, { attempts, now }: Looking): Promise<Attempt[]> => {
  await settledOf(exam, now, { attempts })
  const found: Attempt[] = []
  for (let last = ''; ; ) {
    const page = await attempts.page(exam.id, last, PAGE)
    found.push(...page)
    if (page.length < PAGE) return found
    last = page[page.length - 1]?.id ?? ''
  }
}

/** Nobody answers any more, and nothing is on its way. */
const isDone = (exam: Exam, now: Instant): boolean =>
  phaseOf(exam, now) === 'over' && now >= exam.plan.closesAt + ON_ITS_WAY_MS

const lookAt = async (exam: Exam, roster: Rostering[], context: Looking): Promise<ExamSummary> => {
  const attempts = await wholeAttempts(exam, context)
  const { took, passed } = examShare(exam, satBy(roster, attempts))
  return {
    id: exam.id,
    rev: 0,
    hospitalId: exam.hospitalId,
    regrades: exam.regrades.length,
    took,
    passed,
    items: itemSums(attempts),
  }
}

/** What exams that are over showed. Each is looked at once, and again after a regrade; what a cancelled one showed is left out. */
export const lookedAt = async (hospitalId: HospitalId, context: Looking): Promise<ReadonlyMap<ExamId, ExamSummary>> => {
  const { exams, now } = context
  const [all, summaries] = await Promise.all([exams.all(hospitalId), exams.summaries(hospitalId)])
  const kept = new Map(summaries.map((summary) => [summary.id, summary]))
  const done = all.filter((exam) => isDone(exam, now))
  const due = done.filter(({ id, regrades }) => kept.get(id)?.regrades !== regrades.length)
  const roster = due.length === 0 ? [] : await rosterOf(hospitalId, context)
  for (const exam of due) {
    const summary = await lookAt(exam, roster, context)
    await exams.keepSummary(summary)
    kept.set(exam.id, summary)
  }
  return new Map(
    done.flatMap(({ id }) => {
      const summary = kept.get(id)
      return summary ? [[id, summary] as const] : []
    }),
  )
}
