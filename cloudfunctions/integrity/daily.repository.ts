import { HospitalId, QuizQuestionId, type StaffId } from '#domain/ids'
import { Learner } from '#domain/integrity/daily.model'
import { startLearner } from '#domain/integrity/daily.rules'
import type { AskedOfAll } from '#domain/integrity/daily.shown'
import { above, documents, oneOf } from '#runtime/documents'
import * as v from 'valibot'

const PAGE = 1000

/** How often a question was answered by everybody together, and how often right; by whom is not kept. */
const Tally = v.object({
  id: QuizQuestionId,
  rev: v.number(),
  hospitalId: HospitalId,
  asked: v.number(),
  right: v.number(),
})

/** Enough of somebody's practice for the learning record; nobody's mistakes. */
const PRACTISED = ['id', 'rev', 'years'] as const
const Practised = v.pick(Learner, PRACTISED)
export type Practised = v.InferOutput<typeof Practised>

export const NOT_PRACTISED = { days: 0, answered: 0, right: 0 }

export const dailyRepository = () => {
  const learners = documents('quiz_learners', Learner)
  const practised = documents('quiz_learners', Practised, ({ id }) => id, PRACTISED)
  const tallies = documents('quiz_tallies', Tally)

  return {
    /** As they are; whoever never practised begins here. */
    open: async (id: StaffId, hospitalId: HospitalId): Promise<Learner> => {
      const known = await learners.find(id)
      if (known) return known
      const started = startLearner(id, hospitalId)
      if ((await learners.insert(started)) === 'inserted') return started
      return (await learners.find(id)) ?? started
    },
    replace: (learner: Learner) => learners.replace(learner),
    /** null: never practised. */
    practisedBy: (id: StaffId): Promise<Practised | null> => practised.find(id),
    practisedAmong: (ids: readonly StaffId[]): Promise<Practised[]> =>
      ids.length === 0 ? Promise.resolve([]) : practised.list({ where: { _id: oneOf(ids) }, limit: PAGE }),
    everybody: async (hospitalId: HospitalId): Promise<Practised[]> => {
      const found: Practised[] = []
      for (let last = ''; ; ) {
        const page = await practised.list({
          where: { hospitalId, _id: above(last) },
          orderBy: [['_id', 'asc']],
          limit: PAGE,
        })
        found.push(...page)
        if (page.length < PAGE) return found
        last = page[page.length - 1]?.id ?? ''
      }
    },

    askedOfAll: async (ids: readonly QuizQuestionId[]): Promise<AskedOfAll> => {
      if (ids.length === 0) return new Map()
      const found = await tallies.list({ where: { _id: oneOf(ids) }, limit: PAGE })
      return new Map(found.map(({ id, asked, right }) => [id, { part: right, whole: asked }]))
    },
    count: async (hospitalId: HospitalId, id: QuizQuestionId, isRight: boolean): Promise<void> => {
      const more = { asked: 1, right: isRight ? 1 : 0 }
      if (await tallies.increment(id, more)) return
      if ((await tallies.insert({ id, rev: 0, hospitalId, ...more })) === 'exists') await tallies.increment(id, more)
    },
  }
}

export type DailyRepository = ReturnType<typeof dailyRepository>
