import { beijingDay, type Instant } from '#domain/instant'
import { below } from '#runtime/documents'
import { tokenRecords } from '#runtime/read/survey.read'

/** Removes tokens of visits that nobody can rate any more. Answers how many. */
export const spentTokens = (now: Instant): Promise<number> =>
  tokenRecords().removeAll({ until: below(beijingDay(now)) })
