import type { ErrorCode } from '#domain/errors'
import type { Result } from '#domain/result'

const TRIES = 3

/** What was written at the same moment from elsewhere, another device of one's own, is asked for again. */
export const askAgain = async <T, C extends ErrorCode>(ask: () => Promise<Result<T, C>>): Promise<Result<T, C>> => {
  for (let left = TRIES - 1; ; left -= 1) {
    const answer = await ask()
    if (answer.ok || answer.code !== 'data.changed' || left === 0) return answer
  }
}
