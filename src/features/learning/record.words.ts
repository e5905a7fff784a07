import { presenceNames } from '#domain/culture/attendance.model'
import type { Day } from '#domain/instant'
import type { LearningRecord, OfficeRecord } from '#domain/integrity/record.contract'
import { verifyCodeInGroups } from '#domain/integrity/verify.code'
import { dayName } from '#domain/number.words'
import type { IconName } from '../../ui/icon.names'
import { percentWords, scoreWords } from './learning.words'

/** One thing that was learned, with its day. */
export interface LearnedLine {
  readonly key: string
  readonly icon: IconName
  readonly title: string
  readonly detail: string
  readonly end: string
  /** null: it goes on through the year. */
  readonly on: Day | null
}

/** One's own, or somebody's as the office reads it. */
type ReadRecord = LearningRecord | OfficeRecord

type Sat = ReadRecord['exams'][number]

const examEnd = ({ standing }: Sat): string => {
  switch (standing) {
    case 'passed':
      return '合格'
    case 'failed':
      return '没有合格'
    case 'missed':
      return '没有参加'
    case 'sitting':
    case 'not_begun':
    case 'not_invited':
      return '还没考完'
  }
}

const examDetail = ({ on, earned, possible }: Sat): string => {
  const score = earned === null || possible === null ? null : { earned, possible }
  return [on && dayName(on), score && scoreWords(score), score && percentWords(score)].filter(Boolean).join('，')
}

/** Not begun, or being sat: still to come. */
const isAhead = ({ standing }: Sat): boolean =>
  standing === 'not_begun' || standing === 'sitting' || standing === 'not_invited'

const practisedWords = (practised: ReadRecord['practised']): Pick<LearnedLine, 'detail' | 'end'> =>
  'answered' in practised
    ? {
        detail: `做了 ${practised.days} 天，${practised.answered} 题对 ${practised.right} 题`,
        end: `${practised.answered} 题`,
      }
    : { detail: '', end: `做了 ${practised.days} 天` }

const liveEnd = (live: ReadRecord['live'][number]): string =>
  'asked' in live ? `${live.asked} 题对 ${live.right} 题` : '到了'

/** What somebody learned in one year, the newest first. */
export const learnedIn = (record: ReadRecord): LearnedLine[] => {
  const { practised, exams, live, pledges, lessons } = record
  const daily: LearnedLine[] =
    practised.days === 0
      ? []
      : [
          {
            key: 'daily',
            icon: 'quiz',
            title: '每日五题',
            ...practisedWords(practised),
            on: null,
          },
        ]
  const dated: LearnedLine[] = [
    ...exams
      .filter((exam) => !isAhead(exam))
      .map((exam) => ({
        key: exam.examId,
        icon: 'exam' as const,
        title: exam.title,
        detail: examDetail(exam),
        end: examEnd(exam),
        on: exam.on,
      })),
    ...live.map((one) => ({
      key: `live ${one.on} ${one.title}`,
      icon: 'quiz' as const,
      title: `现场答题：${one.title}`,
      detail: dayName(one.on),
      end: liveEnd(one),
      on: one.on,
    })),
    ...pledges.map(({ title, number, signedOn }) => ({
      key: `pledge ${number}`,
      icon: 'pledge' as const,
      title: `《${title}》第 ${number} 版`,
      detail: dayName(signedOn),
      end: '已签',
      on: signedOn,
    })),
    ...lessons.map(({ title, on, presence }) => ({
      key: `lesson ${on} ${title}`,
      icon: 'culture' as const,
      title,
      detail: dayName(on),
      end: presenceNames[presence],
      on,
    })),
  ]
  return [...daily, ...dated.sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? 1 : -1))]
}

const examsWords = (sat: number, passed: number): string => {
  if (sat === 0) return ''
  if (passed === 0) return `考了 ${sat} 场，还没合格`
  return passed === sat ? `考试合格 ${sat} 场` : `考了 ${sat} 场，合格 ${passed} 场`
}

/** The sentence over a year's record. */
export const recordWords = ({ practised, exams, lessons, year }: ReadRecord): string => {
  const passed = exams.filter(({ standing }) => standing === 'passed').length
  const sat = exams.filter(({ standing }) => standing === 'passed' || standing === 'failed').length
  const said = [
    practised.days > 0 ? `练了 ${practised.days} 天` : '',
    examsWords(sat, passed),
    lessons.length > 0 ? `参加活动 ${lessons.length} 次` : '',
  ].filter(Boolean)
  return said.length === 0 ? `${year} 年还没有记录` : said.join('，')
}

/** Under it: what is still to be sat; null: nothing. */
export const aheadWords = ({ exams }: Pick<LearningRecord, 'exams'>): string | null => {
  const ahead = exams.filter(isAhead).map(({ title }) => title)
  return ahead.length === 0 ? null : `还有 ${ahead.length} 场没考：${ahead.join('、')}。`
}

/** 「查验码 8F2K-Q4MW-70XT」 */
export const codeWords = ({ code }: LearningRecord['certificates'][number]): string =>
  `查验码 ${verifyCodeInGroups(code)}`

const YEARS_BACK = 3

/** This year and those before it, the newest first. */
export const yearsBack = (today: Day): string[] =>
  Array.from({ length: YEARS_BACK }, (_, back) => String(Number(today.slice(0, 4)) - back))
