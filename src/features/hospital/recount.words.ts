import type { ActionOutput } from '#domain/contract'
import { type Instant, timeInWords } from '#domain/instant'
import type { metricsContract } from '#domain/metrics/metrics.contract'

type Recount = ActionOutput<typeof metricsContract, 'rebuild'>

export const isUnderWay = ({ finishedAt }: Recount): boolean => finishedAt === null

/** How far counting anew has come. How many months there are is known once it has begun. */
export const recountInWords = ({ finishedAt, total, done }: Recount, now: Instant): string => {
  if (finishedAt !== null) return `上次是 ${timeInWords(finishedAt, now)} 统计好的，一共 ${total} 个月。`
  if (total === 0) return '已经排上，一分钟内开始。'
  return `正在统计：一共 ${total} 个月，好了 ${done} 个。可以先做别的。`
}
