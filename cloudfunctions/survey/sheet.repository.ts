import type { DepartmentId, HospitalId, SurveyId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { isCounted, type Received } from '#domain/survey/answering.rules'
import { type OpenPeriod, type Sheet, type Token, Way } from '#domain/survey/survey.model'
import { atLeast, between, oneOf } from '#runtime/documents'
import { sheetRecords, tokenRecords } from '#runtime/read/survey.read'

/** What the platform looks up in one question. */
const TOKENS_AT_ONCE = 1000

const COUNTED_WAYS = Way.options.filter(isCounted)

/** Sheets, and tokens that a visit was rated. They are written one after the other and never joined. */
export const sheetRepository = () => {
  const sheets = sheetRecords()
  const tokens = tokenRecords()
  return {
    /** `again`: the same phone claimed it before, so this is a retry; `other`: somebody answered for this visit. */
    claim: async (token: Token): Promise<'new' | 'again' | 'other'> => {
      if ((await tokens.insert(token)) === 'inserted') return 'new'
      return (await tokens.find(token.id))?.claim === token.claim ? 'again' : 'other'
    },
    findToken: (id: string): Promise<Token | null> => tokens.find(id),
    /** Those of these visits that were rated. */
    tokensAmong: async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
      const found = await tokens.list({ where: { _id: oneOf(ids) }, limit: TOKENS_AT_ONCE })
      return new Set(found.map(({ id }) => id))
    },

    /** A sheet that arrives again is there already. */
    insert: (sheet: Omit<Sheet, 'rev' | 'pending'>) => sheets.insert({ ...sheet, rev: 0, pending: true }),
    has: async (id: string): Promise<boolean> => (await sheets.count({ _id: id })) > 0,

    /** What counts of an open period. */
    received: async (
      { id: surveyId, hospitalId }: { id: SurveyId; hospitalId: HospitalId },
      { from, to }: OpenPeriod,
      departmentId: DepartmentId | null,
    ): Promise<Received> => {
      const day = to === null ? atLeast(from) : between(from, to)
      const counted = { hospitalId, surveyId, day, way: oneOf(COUNTED_WAYS) }
      const [total, ofDepartment] = await Promise.all([
        sheets.count(counted),
        departmentId === null ? 0 : sheets.count({ ...counted, departmentId }),
      ])
      return { total, ofDepartment }
    },
    countUnverified: (surveyId: SurveyId, day: Day): Promise<number> => sheets.count({ surveyId, day, way: 'web' }),
  }
}

export type SheetRepository = ReturnType<typeof sheetRepository>
