import type { DepartmentId, FollowUpId, HospitalId } from '#domain/ids'
import { type Day, daysAfter } from '#domain/instant'
import { ok, type Result } from '#domain/result'
import type { ErrorCode } from '#domain/errors'
import type { FollowUpView } from '#domain/survey/followup.contract'
import { type FollowUp, FollowUpImport } from '#domain/survey/followup.model'
import { answerByLink } from '#domain/survey/followup.rules'
import { above, below, between, documents, oneOf } from '#runtime/documents'
import { countedRecords, followUpRecords } from '#runtime/read/followup.read'
import { hospitalRecords } from '#runtime/read/hospital.read'

type New<T> = Omit<T, 'rev'>

/** Others write between reading and writing; more often than this it is no accident. */
const TRIES = 5

/** Somebody to follow up, by the id that is part of their link. */
export const findFollowUp = (id: FollowUpId): Promise<FollowUp | null> => followUpRecords().find(id)

/** Reads, decides and writes again until nobody wrote in between; null when there is no such follow-up. */
export const changeFollowUp = async <C extends ErrorCode>(
  id: FollowUpId,
  decide: (row: FollowUp) => Result<FollowUp, C>,
): Promise<Result<FollowUp, C> | null> => {
  const records = followUpRecords()
  for (let tries = 0; tries < TRIES; tries += 1) {
    const row = await records.find(id)
    if (!row) return null
    const decided = decide(row)
    if (!decided.ok || decided.value === row) return decided
    const written = await records.replace(decided.value)
    if (written) return ok(written)
  }
  throw new Error('a follow-up is written by too many at once')
}

/** That the link was answered, not how. Marking it again changes nothing. */
export const markAnswered = async (id: FollowUpId, day: Day): Promise<void> => {
  const row = await findFollowUp(id)
  const hospital = row && (await hospitalRecords().find(row.hospitalId))
  if (!hospital) return
  await changeFollowUp(id, (now) => ok(now.answered ? now : answerByLink(now, day, hospital)))
}

interface Whose {
  readonly hospitalId: HospitalId
  readonly departmentId: DepartmentId | null
}

const whose = ({ hospitalId, departmentId }: Whose) => ({ hospitalId, ...(departmentId ? { departmentId } : {}) })

const within = (view: FollowUpView, today: Day) => {
  switch (view) {
    case 'due':
      return { stage: 'open', dueOn: below(daysAfter(today, 1)) }
    case 'overdue':
      return { stage: 'open', dueOn: below(today) }
    case 'later':
      return { stage: 'open', dueOn: above(today) }
    case 'done':
      return { stage: 'done' }
  }
}

const PAGE = 1000

export const followUpRepository = () => {
  const rows = followUpRecords()
  const imports = documents('follow_up_imports', FollowUpImport)
  return {
    /** The earliest due first; of those that are done the latest. */
    list: (by: Whose, view: FollowUpView, today: Day, page: { skip: number; limit: number }): Promise<FollowUp[]> =>
      rows.list({
        where: { ...whose(by), ...within(view, today) },
        orderBy:
          view === 'done'
            ? [
                ['doneOn', 'desc'],
                ['_id', 'asc'],
              ]
            : [
                ['dueOn', 'asc'],
                ['_id', 'asc'],
              ],
        ...page,
      }),
    count: (by: Whose, view: FollowUpView, today: Day): Promise<number> =>
      rows.count({ ...whose(by), ...within(view, today) }),
    byIds: (ids: readonly FollowUpId[]) => rows.list({ where: { _id: oneOf(ids) }, limit: ids.length }),
    add: (row: New<FollowUp>) => rows.insert({ ...row, rev: 0 }),
    /** Everything that was due from the first of these days to the last. */
    counted: async (hospitalId: HospitalId, from: Day, to: Day) => {
      const all = []
      for (let skip = 0; ; skip += PAGE) {
        const page = await countedRecords().list({
          where: { hospitalId, dueOn: between(from, to) },
          orderBy: [
            ['dueOn', 'asc'],
            ['_id', 'asc'],
          ],
          skip,
          limit: PAGE,
        })
        all.push(...page)
        if (page.length < PAGE) return all
      }
    },
    import: (id: string) => imports.find(id),
    addImport: (batch: New<FollowUpImport>) => imports.insert({ ...batch, rev: 0 }),
    replaceImport: imports.replace,
    latestImports: (hospitalId: HospitalId, limit: number) =>
      imports.list({ where: { hospitalId }, orderBy: [['importedAt', 'desc']], limit }),
    countImported: (hospitalId: HospitalId, batchId: string) => rows.count({ hospitalId, batchId }),
    /** Those of an import of which nothing was recorded. */
    removeUntouched: (hospitalId: HospitalId, batchId: string) =>
      rows.removeAll({ hospitalId, batchId, touched: false }),
  }
}

export type FollowUpRepository = ReturnType<typeof followUpRepository>
