import type { HospitalId, SurveyId } from '#domain/ids'
import { type Survey, type SurveyVersion, versionKey } from '#domain/survey/survey.model'
import { isSameForm } from '#domain/survey/version.rules'
import { oneOf } from '#runtime/documents'
import { surveyRecords, surveysOf, versionOf, versionRecords } from '#runtime/read/survey.read'

/** More versions than a questionnaire ever has. */
const VERSIONS = 1000

export const surveyRepository = () => {
  const surveys = surveyRecords()
  const versions = versionRecords()
  const find = async (hospitalId: HospitalId, id: SurveyId): Promise<Survey | null> => {
    const survey = await surveys.find(id)
    return survey?.hospitalId === hospitalId ? survey : null
  }
  return {
    find,
    all: surveysOf,
    add: (survey: Omit<Survey, 'rev'>) => surveys.insert({ ...survey, rev: 0 }),
    replace: surveys.replace,
    /** As they are asked, by the survey they belong to. */
    async asked(of: readonly Survey[]): Promise<ReadonlyMap<SurveyId, SurveyVersion>> {
      const keys = of.flatMap(({ id, version }) => (version > 0 ? [versionKey(id, version)] : []))
      if (keys.length === 0) return new Map()
      const where = { _id: oneOf(keys) }
      const found = await versions.list({ where, orderBy: [['_id', 'asc']], limit: keys.length })
      return new Map(found.map((version) => [version.surveyId, version]))
    },
    version: versionOf,
    /** Those that were published, the latest first. */
    async published({ id, version }: Survey): Promise<SurveyVersion[]> {
      const where = { surveyId: id }
      const found = await versions.list({ where, orderBy: [['version', 'desc']], limit: VERSIONS })
      return found.filter((one) => one.version <= version)
    },
    /**
     * Writes the version that this survey is to ask next. One of that number may be there already, of somebody who was
     * interrupted or overtaken before it was ever asked: then the survey has moved on since, or it is written over.
     */
    async prepare(survey: Survey, next: Omit<SurveyVersion, 'rev'>): Promise<'prepared' | 'overtaken'> {
      if ((await versions.insert({ ...next, rev: 0 })) === 'inserted') return 'prepared'
      const left = await versionOf(next.surveyId, next.version)
      if (left && isSameForm(left.form, next.form)) return 'prepared'
      const current = await surveys.find(survey.id)
      if (!left || current?.rev !== survey.rev) return 'overtaken'
      return (await versions.replace({ ...next, rev: left.rev })) ? 'prepared' : 'overtaken'
    },
  }
}
