import { Attempt } from '#domain/integrity/attempt.model'
import { begin, submit } from '#domain/integrity/attempt.rules'
import type { Exam } from '#domain/integrity/exam.model'
import { versionsByKey } from '#domain/integrity/grading'
import { slotsOf } from '#domain/integrity/paper.rules'
import { inPool } from '#domain/integrity/pool.model'
import type { QuestionVersion } from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import { seedOf } from '#domain/integrity/seeded'
import type { StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'

const MINUTE = 60_000

export interface Knowing {
  readonly now: number
  /** Whether the person with this number knows the answer. */
  readonly knows: (person: number, question: Pick<QuestionVersion, 'questionId'>) => boolean
}

/** Papers of people who left since: ten minutes each, right where they know, the first wrong option elsewhere. */
export const handedIn = (
  exam: Exam,
  known: readonly QuestionVersion[],
  people: number,
  { now, knows }: Knowing,
): Attempt[] =>
  Array.from({ length: people }, (_, at) => {
    const staffId = `gone-${String(at).padStart(3, '0')}` as StaffId
    const candidate = { id: staffId, departmentId: null, groups: ['young' as const] }
    const startedAt = now as Instant
    const drawn = { candidate, before: [], pool: known.map(inPool), seed: seedOf(staffId), now: startedAt }
    const begun = begin(exam, drawn)
    if (!begun.ok) throw new Error(begun.code)
    const keys = new Map(
      known.flatMap(({ questionId, content }) => partsOf(content).map(({ id, key }) => [`${questionId} ${id}`, key])),
    )
    const answers = slotsOf(begun.value.paper).map(({ slot, options, question, part }, place) => {
      const key = keys.get(`${question.questionId} ${part}`) ?? []
      const [wrong] = options.filter((option) => !key.includes(option)).sort()
      const marked = options.map((option) => (knows(at, question) ? key.includes(option) : option === wrong))
      const chosen = marked.flatMap((isMarked, shown) => (isMarked ? [shown] : []))
      return { slot, chosen, flagged: false, seq: place + 1 }
    })
    const handedInAt = (startedAt + 10 * MINUTE) as Instant
    return submit(begun.value, exam, { answers, leaves: null, versions: versionsByKey(known) }, handedInAt)
  })
