import type { Instant } from '#domain/instant'
import type { Attempt } from '#domain/integrity/attempt.model'
import { isTimeUp, regradeAttempt, settle } from '#domain/integrity/attempt.rules'
import type { Exam } from '#domain/integrity/exam.model'
import { type AttemptHead, attemptRecords } from '../read/exam.read'
import { questionVersions } from '../read/question.read'
import { issueOnPass } from './certificate.issue'

/** Somebody's last answers and a regrade may meet; more often than this it is no accident. */
const TRIES = 8

/** Attempts that are brought up to date side by side. */
const AT_ONCE = 20

type Dated = Pick<Attempt, 'startedAt' | 'submitted' | 'result'>

/** Whether the clock or a regrade has a word that is not written down yet. */
const isBehind = (attempt: Dated, exam: Exam, now: Instant): boolean => {
  if (attempt.submitted === null) return isTimeUp(attempt, exam, now)
  const markedBy = attempt.result?.markedBy ?? []
  return exam.regrades.some(({ id }) => !markedBy.includes(id))
}

/**
 * An attempt as the clock and the exam's regrades make it, written down where that is news. Whoever reads an attempt reads
 * it through here: no timer can be late.
 */
export const settled = async (attempt: Attempt, exam: Exam, now: Instant): Promise<Attempt> => {
  let read = attempt
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (!isBehind(read, exam, now)) return read
    const versions = await questionVersions(read.paper.questions)
    const after = regradeAttempt(settle(read, exam, versions, now), exam, versions)
    const written = await attemptRecords().replace(after)
    if (written) {
      if (!read.result?.passed) await issueOnPass(written, exam)
      return written
    }
    read = (await attemptRecords().find(read.id)) ?? read
  }
  throw new Error('an attempt is changed by many at once')
}

/** Heads of one exam's attempts, each brought up to date. */
export const settledHeads = async (heads: readonly AttemptHead[], exam: Exam, now: Instant): Promise<AttemptHead[]> => {
  const behind = heads.filter((head) => isBehind(head, exam, now))
  const after = new Map<string, AttemptHead>()
  for (let at = 0; at < behind.length; at += AT_ONCE) {
    await Promise.all(
      behind.slice(at, at + AT_ONCE).map(async ({ id }) => {
        const attempt = await attemptRecords().find(id)
        if (attempt) after.set(id, await settled(attempt, exam, now))
      }),
    )
  }
  return heads.map((head) => after.get(head.id) ?? head)
}
