import type { Day } from '../instant'
import type { NoticeMistake } from './calendar.notice'
import type { UnclearLine } from './notice.parse'

/** 「10 月 1 日」 */
export const dayNamed = (day: Day): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

const UNCLEAR: Record<UnclearLine['why'], string> = {
  not_understood: '没有看懂，请照“10月1日至7日放假”或“9月20日上班”的样子改写',
  no_such_day: '没有这一天，请照原文改',
  weekday_differs: '星期和日期对不上，请照原文改；也看看年份对不对',
  count_differs: '天数和前面的日期对不上，请照原文改',
}

/** 「第 3 行“1月1日(周五)”：星期和日期对不上……」 */
export const unclearInWords = ({ line, part, why }: UnclearLine): string => `第 ${line} 行“${part}”：${UNCLEAR[why]}。`

const MISTAKES: Record<NoticeMistake['why'], string> = {
  another_year: '不是这一年的安排',
  twice: '写了两遍',
  both: '又放假又上班',
  not_a_weekend: '不是周末，不用写上班',
  public_holiday_missing: '是法定假日，没有写放假',
  too_few: '放假的日子太少，像是漏了节日',
}

export const mistakeInWords = ({ day, why }: NoticeMistake): string =>
  `${day === null ? '' : `${dayNamed(day)}`}${MISTAKES[why]}。`

const DAY_MS = 86_400_000

const followsOn = (before: Day, day: Day): boolean => Date.parse(day) - Date.parse(before) === DAY_MS

/** 「10 月 1 日至 7 日、12 日」: days in order, neighbours drawn together. */
export const daysInWords = (days: readonly Day[]): string => {
  const runs: { from: Day; to: Day }[] = []
  for (const day of [...days].sort()) {
    const last = runs[runs.length - 1]
    if (last && followsOn(last.to, day)) last.to = day
    else runs.push({ from: day, to: day })
  }
  return runs
    .map(({ from, to }) => {
      if (from === to) return dayNamed(from)
      const until = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8, 10))} 日` : dayNamed(to)
      return `${dayNamed(from)}至 ${until}`
    })
    .join('、')
}
