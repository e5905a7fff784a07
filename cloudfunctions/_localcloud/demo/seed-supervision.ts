import { createHash } from 'node:crypto'
import { beijingDay, daysAfter, type Instant, monthsAfter } from '#domain/instant'
import type { DutyKind } from '#domain/survey/supervision.model'
import type { LocalCloud } from '../local-cloud'
import { openidOf } from './personas'

const DAY_MS = 86_400_000
const TERM_MONTHS = 24
const APPOINTED_MONTHS_AGO = 10
/** Past the middle of the month before. */
const LAST_MONTH = 12

const idOf = (text: string) => createHash('sha256').update(`supervision ${text}`).digest('hex').slice(0, 32)

const duties: readonly { kind: DutyKind; daysAgo: number; departmentId: string | null; text: string | null }[] = [
  { kind: 'training', daysAgo: 96, departmentId: null, text: '听了一场《九项准则》的课，和新聘的监督员一起。' },
  {
    kind: 'meeting',
    daysAgo: 47,
    departmentId: '03.01',
    text: '和六位家属座谈。都说护士和气；四位找不到投诉电话，两位不知道每天花了多少钱。说好把码牌移到走廊。',
  },
  { kind: 'inspection', daysAgo: 19, departmentId: '20', text: '夜里去急诊，看叫号和预检分诊，没有看到插队。' },
  { kind: 'reception', daysAgo: 6, departmentId: null, text: null },
]

/** What was seen in the month before: one answer below the middle, the rest good. */
const answers = {
  qpledge: '4',
  qchannel: '2',
  qprice: '4',
  qmanner: '5',
  qorder: '4',
  qgift: '5',
  qaffairs: '4',
}
const evidence = { qchannel: '码牌贴在开水房里面，走廊上没有。问了两位家属，都说没见过。' }

/** A supervisor (行风监督员) who is appointed, has been about, and rated a ward. Running it again changes nothing. */
export const seedSupervision = async ({ invoke }: Pick<LocalCloud, 'invoke'>, now: Instant): Promise<void> => {
  const call = async (action: string, input: unknown, persona: string, daysAgo = 0) => {
    const reply = await invoke('survey', { action, input }, { openid: openidOf(persona) }, { daysAgo })
    const { ok, code, value } = reply as { ok: boolean; code?: string; value?: unknown }
    if (!ok) throw new Error(`survey.${action}: ${code}`)
    return value
  }
  const today = beijingDay(now)
  const { rows } = (await call('supervisors', {}, 'surveyor')) as { rows: { staffId: string; terms: unknown[] }[] }
  const supervisor = rows.find(({ terms }) => terms.length === 0)
  if (!supervisor) return
  const from = monthsAfter(`${today.slice(0, 7)}-01`, -APPOINTED_MONTHS_AGO)
  const term = { from, to: daysAfter(monthsAfter(from, TERM_MONTHS), -1), note: '市人大代表，第一次聘' }
  await call('appointSupervisor', { id: idOf('term'), staffId: supervisor.staffId, ...term }, 'surveyor')
  for (const { daysAgo, ...duty } of duties) {
    const day = beijingDay((now - daysAgo * DAY_MS) as Instant)
    await call('recordDuty', { id: idOf(`duty ${daysAgo}`), day, ...duty }, 'supervisor')
  }
  const daysAgo = Number(today.slice(8)) + LAST_MONTH
  const { survey } = (await call('rateable', {}, 'supervisor', daysAgo)) as {
    survey: { surveyId: string; version: number } | null
  }
  if (!survey) return
  const { surveyId, version } = survey
  const rating = { id: idOf('rating'), surveyId, version, departmentId: '03.01', answers, evidence }
  await call('rateDepartment', rating, 'supervisor', daysAgo)
}
