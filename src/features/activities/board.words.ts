import type { Checklist, Share } from '#domain/culture/activity.figures'
import { sevenOneNames, tenCleanNames } from '#domain/culture/activity.model'
import { dayName } from '#domain/number.words'
import type { cultureApi } from './culture.api'

export type Board = Extract<Awaited<ReturnType<typeof cultureApi.activityBoard>>, { ok: true }>['value']

const GAPS_SHOWN = 3

const some = (names: readonly string[], unit: string): string =>
  names.length <= GAPS_SHOWN ? names.join('、') : `${names.slice(0, GAPS_SHOWN).join('、')}等 ${names.length} ${unit}`

const listOf = (name: string, { done }: Share, gaps: readonly string[]): string => {
  if (gaps.length === 0) return ''
  return done === 0 ? `${name}还没开始` : `${name}还差：${some(gaps, '个')}`
}

const lessonsOf = ({ lessons, lessonGaps, lessonThisWeek }: Checklist): string[] => {
  if (lessons?.done === 0 && !lessonThisWeek) return ['廉晨课还没开始']
  const missed = some(
    lessonGaps.map((monday) => `${dayName(monday)}那周`),
    '周',
  )
  return [lessonThisWeek ? '' : '这周的廉晨课还没讲', missed === '' ? '' : `没讲的周：${missed}`]
}

/** What a department has still to do, in sentences; none: nothing. */
export const gapsInWords = (checklist: Checklist): string[] => {
  const { tenClean, tenCleanGaps, sevenOnes, sevenOneGaps } = checklist
  return [
    ...lessonsOf(checklist),
    listOf(
      '十清廉',
      tenClean,
      tenCleanGaps.map((item) => tenCleanNames[item]),
    ),
    listOf(
      '七个一',
      sevenOnes,
      sevenOneGaps.map((item) => sevenOneNames[item]),
    ),
  ].filter(Boolean)
}
