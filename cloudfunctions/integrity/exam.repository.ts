import type { ExamId, HospitalId, StaffId } from '#domain/ids'
import { Attempt } from '#domain/integrity/attempt.model'
import { type Exam, GroupMember, type StaffGroup } from '#domain/integrity/exam.model'
import { ExamSummary } from '#domain/integrity/exam.summary'
import { above, documents, oneOf } from '#runtime/documents'
import { examRecords } from '#runtime/read/exam.read'
import * as v from 'valibot'

const PAGE = 1000

/** Who sits, and whether they handed in; no paper, no answers, no marks. */
const Seated = v.pick(Attempt, ['id', 'rev', 'staffId', 'departmentId', 'startedAt', 'submitted'])
export type Seated = v.InferOutput<typeof Seated>
/** Exams of one hospital: more is no list that anybody reads. */
const EXAMS_MOST = 1000

export const examRepository = () => {
  const exams = examRecords()
  const summaries = documents('quiz_exam_summaries', ExamSummary)
  const seated = documents('quiz_attempts', Seated, ({ id }) => id, Object.keys(Seated.entries))
  const members = documents('staff_groups', GroupMember)

  return {
    find: (id: ExamId) => exams.find(id),
    /** The newest first, with those that are planned or cancelled. */
    all: (hospitalId: HospitalId): Promise<Exam[]> =>
      exams.list({
        where: { hospitalId },
        orderBy: [
          ['plan.opensAt', 'desc'],
          ['_id', 'asc'],
        ],
        limit: EXAMS_MOST,
      }),
    insert: (exam: Exam) => exams.insert(exam),
    replace: (exam: Exam) => exams.replace(exam),

    /** Everybody who has begun, for a screen that asks every few seconds. */
    seated: async (examId: ExamId): Promise<Seated[]> => {
      const found: Seated[] = []
      for (let last = ''; ; ) {
        const page = await seated.list({
          where: { examId, _id: above(last) },
          orderBy: [['_id', 'asc']],
          limit: PAGE,
        })
        found.push(...page)
        if (page.length < PAGE) return found
        last = page[page.length - 1]?.id ?? ''
      }
    },

    summaries: (hospitalId: HospitalId): Promise<ExamSummary[]> =>
      summaries.list({ where: { hospitalId }, limit: EXAMS_MOST }),
    /** Worked out from what is stored: whoever writes last wrote the same. */
    keepSummary: async (summary: ExamSummary): Promise<void> => {
      if ((await summaries.insert(summary)) === 'inserted') return
      const before = await summaries.find(summary.id)
      if (before) await summaries.replace({ ...summary, rev: before.rev })
    },

    member: (id: StaffId) => members.find(id),
    addMember: (member: GroupMember) => members.insert(member),
    replaceMember: (member: GroupMember) => members.replace(member),
    membersAmong: (ids: readonly StaffId[]): Promise<GroupMember[]> =>
      ids.length === 0 ? Promise.resolve([]) : members.list({ where: { _id: oneOf(ids) }, limit: PAGE }),
    groupsOf: async (id: StaffId): Promise<readonly StaffGroup[]> => (await members.find(id))?.groups ?? [],
    /** Of everybody who is in any. */
    groups: async (hospitalId: HospitalId): Promise<ReadonlyMap<StaffId, readonly StaffGroup[]>> => {
      const found = new Map<StaffId, readonly StaffGroup[]>()
      for (let last = ''; ; ) {
        const page = await members.list({
          where: { hospitalId, _id: above(last) },
          orderBy: [['_id', 'asc']],
          limit: PAGE,
        })
        for (const { id, groups } of page) found.set(id, groups)
        if (page.length < PAGE) return found
        last = page[page.length - 1]?.id ?? ''
      }
    },
  }
}

export type ExamRepository = ReturnType<typeof examRepository>
