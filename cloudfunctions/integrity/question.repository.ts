import { type HospitalId, QuizQuestionId } from '#domain/ids'
import { inPool, type PoolQuestion } from '#domain/integrity/pool.model'
import { Question, type QuestionVersion, questionVersionKey } from '#domain/integrity/question.model'
import type { Topic } from '#domain/integrity/question.topics'
import { above, documents, oneOf } from '#runtime/documents'
import { questionVersions, versionRecords } from '#runtime/read/question.read'
import * as v from 'valibot'

const PAGE = 1000
/** Far more than one question has. */
const VERSIONS_MOST = 200

const POOL_REMEMBERED_MS = 5000

/** Which version of a question is drawn, without a word of it. */
const InUse = v.object({ id: QuizQuestionId, rev: v.number(), inUse: v.number() })
type InUse = v.InferOutput<typeof InUse>

const pools = new Map<HospitalId, { pool: Promise<PoolQuestion[]>; until: number }>()

export const questionRepository = () => {
  const questions = documents('quiz_questions', Question)
  const inUse = documents('quiz_questions', InUse, ({ id }) => id, Object.keys(InUse.entries))
  const versions = versionRecords()

  const everythingInUse = async (hospitalId: HospitalId): Promise<InUse[]> => {
    const found: InUse[] = []
    for (let last = ''; ; ) {
      const page = await inUse.list({
        where: { hospitalId, inUse: above(0), _id: above(last) },
        orderBy: [['_id', 'asc']],
        limit: PAGE,
      })
      found.push(...page)
      if (page.length < PAGE) return found
      last = page[page.length - 1]?.id ?? ''
    }
  }

  const readPool = async (hospitalId: HospitalId): Promise<PoolQuestion[]> => {
    const drawn = await everythingInUse(hospitalId)
    const read = await questionVersions(drawn.map(({ id, inUse: version }) => ({ questionId: id, version })))
    return [...read.values()].map(inPool)
  }

  return {
    find: (id: QuizQuestionId) => questions.find(id),
    insert: (question: Question) => questions.insert(question),
    replace: (question: Question) => questions.replace(question),
    /** Whether it was still as it was read. */
    remove: async ({ id, rev }: Question): Promise<boolean> => (await questions.removeAll({ _id: id, rev })) === 1,

    /** Every question of the bank, by number. */
    bank: async (hospitalId: HospitalId): Promise<Question[]> => {
      const found: Question[] = []
      for (let last = 0; ; ) {
        const page = await questions.list({
          where: { hospitalId, number: above(last) },
          orderBy: [['number', 'asc']],
          limit: PAGE,
        })
        found.push(...page)
        if (page.length < PAGE) return found
        last = page[page.length - 1]?.number ?? last
      }
    },
    /** Those behind a number, of one topic or of any. */
    behind: (hospitalId: HospitalId, topic: Topic | null, number: number, limit: number): Promise<Question[]> =>
      questions.list({
        where: { hospitalId, number: above(number), ...(topic === null ? {} : { 'content.topic': topic }) },
        orderBy: [['number', 'asc']],
        limit,
      }),
    /** Which of these are there; at most 1000. */
    present: async (ids: readonly QuizQuestionId[]): Promise<ReadonlySet<QuizQuestionId>> => {
      if (ids.length === 0) return new Set()
      return new Set((await questions.list({ where: { _id: oneOf(ids) }, limit: PAGE })).map(({ id }) => id))
    },
    lastNumber: async (hospitalId: HospitalId): Promise<number> => {
      const [last] = await questions.list({ where: { hospitalId }, orderBy: [['number', 'desc']], limit: 1 })
      return last?.number ?? 0
    },

    version: (questionId: QuizQuestionId, version: number) => versions.find(questionVersionKey(questionId, version)),
    addVersion: (version: QuestionVersion) => versions.insert(version),
    replaceVersion: (version: QuestionVersion) => versions.replace(version),
    /** The newest first. */
    versionsOf: (questionId: QuizQuestionId): Promise<QuestionVersion[]> =>
      versions.list({ where: { questionId }, orderBy: [['version', 'desc']], limit: VERSIONS_MOST }),

    /** By `questionVersionKey`; what is not there is left out. */
    versions: questionVersions,
    /**
     * Versions in use, without their words. An instance remembers them for a few seconds: a thousand people begin at once,
     * and a paper drawn a moment after a question was retired is as sound as one drawn a moment before.
     */
    pool: (hospitalId: HospitalId): Promise<PoolQuestion[]> => {
      const before = pools.get(hospitalId)
      if (before && before.until > Date.now()) return before.pool
      const pool = readPool(hospitalId)
      pools.set(hospitalId, { pool, until: Date.now() + POOL_REMEMBERED_MS })
      // A failure is not remembered.
      pool.catch(() => pools.delete(hospitalId))
      return pool
    },
    /** After a version came into use or went out of it. */
    forgetPool: (hospitalId: HospitalId): void => {
      pools.delete(hospitalId)
    },
  }
}

export type QuestionRepository = ReturnType<typeof questionRepository>
