import { dayInWords, type Day, type Instant, startOfBeijingDay } from '#domain/instant'
import type { FormChange } from '#domain/survey/version.rules'
import type { SurveyDetail, SurveyRow } from '#domain/survey/office.contract'
import type { OpenPeriod, Quota } from '#domain/survey/survey.model'

export const dayWords = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

export const periodInWords = ({ from, to }: OpenPeriod, now: Instant): string =>
  to === null ? `${dayWords(from, now)}起，不限到哪天` : `${dayWords(from, now)}到 ${dayWords(to, now)}`

/** Whether answers are taken, until when, or when they will be. */
export const standingInWords = (
  { version, retired, periods, isOpen }: Pick<SurveyRow, 'version' | 'retired' | 'periods' | 'isOpen'>,
  today: Day,
  now: Instant,
): string => {
  if (retired) return '停用了'
  if (version === 0) return '还没有发布'
  if (isOpen) {
    const open = periods.find(({ from, to }) => from <= today && (to === null || today <= to))
    return open?.to ? `正在收，到 ${dayWords(open.to, now)}` : '正在收'
  }
  const next = periods
    .map(({ from }) => from)
    .filter((from) => from > today)
    .sort()[0]
  return next ? `${dayWords(next, now)}开始收` : '现在不收'
}

export const quotaInWords = ({ total, perDepartment }: Quota): string =>
  [total === null ? null : `收满 ${total} 份为止`, perDepartment === null ? null : `每个科室 ${perDepartment} 份`]
    .filter(Boolean)
    .join('，') || '不限份数'

/** Under the name of the questionnaire: what is being asked now, and what a new version does. */
export const versionInWords = ({ survey, versions }: SurveyDetail, now: Instant): string => {
  const asked = versions.find(({ version }) => version === survey.version)
  return asked
    ? `第 ${asked.version} 版${survey.retired ? '停用了' : '正在用'}：${dayWords(asked.publishedOn, now)}起。新版只问之后的人，旧答案不动。`
    : '还没有发布过。发布以后，到了开放的日子才有人答。'
}

export const changeNames: Record<Exclude<keyof FormChange, 'about'>, string> = {
  added: '加了',
  removed: '删了',
  reworded: '改了字',
  moved: '换了位置',
  rebranched: '改了跳转',
  adjusted: '改了别的',
}

export const aboutNames: Record<FormChange['about'][number], string> = {
  title: '问卷名称',
  opening: '开头的话',
  dimensions: '维度',
  overall: '总体满意题',
}
