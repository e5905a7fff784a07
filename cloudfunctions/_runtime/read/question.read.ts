import { QuestionVersion, questionVersionKey } from '#domain/integrity/question.model'
import type { VersionContent } from '#domain/integrity/pool.model'
import { type Documents, documents, oneOf } from '../documents'

/** Versions have words: so many are asked for with one request. */
const VERSIONS_AT_ONCE = 200
const VERSIONS_REMEMBERED = 3000

/** A version with the number its question goes by. */
interface NumberedVersion extends VersionContent {
  readonly number: number
}

/** A version never changes: an instance remembers what it has read. */
const known = new Map<string, NumberedVersion>()

export const versionRecords = (): Documents<QuestionVersion> => documents('quiz_versions', QuestionVersion)

/** Versions by `questionVersionKey`; what is not there is left out. */
export const questionVersions = async (
  references: readonly Pick<VersionContent, 'questionId' | 'version'>[],
): Promise<ReadonlyMap<string, NumberedVersion>> => {
  const keys = [...new Set(references.map(({ questionId, version }) => questionVersionKey(questionId, version)))]
  const found = new Map(keys.flatMap((key) => [[key, known.get(key)] as const]))
  const missing = keys.filter((key) => !found.get(key))
  for (let at = 0; at < missing.length; at += VERSIONS_AT_ONCE) {
    const read = await versionRecords().list({
      where: { _id: oneOf(missing.slice(at, at + VERSIONS_AT_ONCE)) },
      limit: VERSIONS_AT_ONCE,
    })
    if (known.size + read.length > VERSIONS_REMEMBERED) known.clear()
    for (const { id, questionId, version, number, content } of read) {
      const kept = { questionId, version, number, content }
      known.set(id, kept)
      found.set(id, kept)
    }
  }
  return new Map([...found].flatMap(([key, version]) => (version ? [[key, version] as const] : [])))
}
