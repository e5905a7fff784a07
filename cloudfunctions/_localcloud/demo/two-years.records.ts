import type { Staff } from '#domain/actor'
import { officialCalendar } from '#domain/calendar/working-days'
import type { Category, Channel, Kind } from '#domain/complaint/category'
import type { CareSetting, Complaint, Finding } from '#domain/complaint/complaint.model'
import { accept, close, type Done, find, receive, reply } from '#domain/complaint/complaint.rules'
import type { DepartmentId, EventId, HospitalId } from '#domain/ids'
import { type Instant, type Month, startOfBeijingDay } from '#domain/instant'
import { daysOf, monthAfter } from '#domain/metrics/month.arithmetic'
import type { Result } from '#domain/result'
import { type Chance, diceFor, outOf, pick, poisson } from './dice'
import {
  BAD_MONTH,
  BUSY_DEPARTMENT,
  channelsTold,
  elsewhere,
  findingsTold,
  MONTHS_TOLD,
  suggested,
  thanked,
  told,
  USUAL_RATE,
  visited,
} from './two-years.story'

export interface ToldMonth {
  readonly month: Month
  readonly departments: readonly { departmentId: string; outpatient: number; discharges: number | null }[]
}

/** Visits of the months before this one, the earliest first, with a little growth. The same story in whatever month it is told. */
export const visitsTold = (now: Month): ToldMonth[] =>
  Array.from({ length: MONTHS_TOLD }, (_, at) => {
    const month = monthAfter(now, at - MONTHS_TOLD)
    const chance = diceFor(`visits ${at}`)
    const growth = 1 + at * 0.0015
    const about = (usual: number) => Math.round(usual * growth * (0.98 + chance() * 0.04))
    return {
      month,
      departments: visited.map(({ id, outpatient, discharges }) => ({
        departmentId: id,
        outpatient: about(outpatient),
        discharges: discharges === null ? null : about(discharges),
      })),
    }
  })

interface Words {
  readonly departmentId: string
  readonly careSetting: CareSetting
  readonly kind: Kind
  readonly category: Category | null
  readonly channel: Channel
  readonly text: string
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const settingOf = (departmentId: string, chance: Chance): CareSetting => {
  if (departmentId === '20') return 'emergency'
  if (departmentId.startsWith('F')) return chance() < 0.6 ? 'outpatient' : 'other'
  return chance() < 0.55 ? 'outpatient' : 'inpatient'
}

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

/** A case as it went: accepted the next day, looked into, answered, filed away. */
const lived = (complaint: Complaint, officer: Staff, chance: Chance, now: Instant): Complaint => {
  const by = { openid: '', staff: officer }
  const step = (days: number, name: string): Done => ({
    id: `${complaint.id.slice(0, 31)}${name}` as EventId,
    by,
    now: (complaint.receivedAt + days * DAY_MS) as Instant,
  })
  const isOver = (days: number) => complaint.receivedAt + days * DAY_MS < now
  if (!isOver(4)) return complaint
  const accepted = must(accept(complaint, step(1, 'a')))
  const finding: Finding = outOf(findingsTold, chance).finding
  const found =
    complaint.kind === 'complaint'
      ? must(find(accepted, step(3, 'b'), { finding, text: '已向当事科室核实。' }))
      : accepted
  const replied = must(reply(found, step(4, 'c'), '您反映的事已经核实，处理的情况已当面向您说明。'))
  return isOver(13) ? must(close(replied, step(12, 'd'), 7)) : replied
}

const receivedIn = (month: Month, chance: Chance): Instant => {
  const day = pick(daysOf(month), chance)
  const minute = 8 * 60 + Math.floor(chance() * 12 * 60)
  return (startOfBeijingDay(day) + minute * MINUTE_MS) as Instant
}

const wordsOf = (month: ToldMonth, monthsAgo: number, chance: Chance): Words[] => {
  const isBad = monthsAgo === BAD_MONTH.monthsAgo
  const share = 1 - elsewhere.reduce((sum, { percent }) => sum + percent, 0) / 100
  const words: Words[] = []
  const complain = (departmentId: string, expected: number) => {
    for (let left = poisson(expected * (isBad ? BAD_MONTH.times : 1), chance); left > 0; left -= 1) {
      const about = isBad && chance() < 0.5 ? told.find(({ category }) => category === BAD_MONTH.category) : null
      const { category, words: said } = about ?? outOf(told, chance)
      const { channel } = outOf(channelsTold, chance)
      const careSetting = settingOf(departmentId, chance)
      words.push({ departmentId, careSetting, kind: 'complaint', category, channel, text: pick(said, chance) })
    }
  }
  let visits = 0
  for (const { departmentId, outpatient, discharges } of month.departments) {
    const seen = outpatient + (discharges ?? 0)
    visits += seen
    const isBusy = departmentId === BUSY_DEPARTMENT.id && monthsAgo <= BUSY_DEPARTMENT.sinceMonthsAgo
    complain(departmentId, (seen / 10_000) * USUAL_RATE * share * (isBusy ? BUSY_DEPARTMENT.times : 1))
  }
  for (const { id, percent } of elsewhere) complain(id, (visits / 10_000) * USUAL_RATE * (percent / 100))
  for (let left = poisson(9, chance); left > 0; left -= 1) {
    const { id } = pick(visited, chance)
    const careSetting = settingOf(id, chance)
    words.push({
      departmentId: id,
      careSetting,
      kind: 'praise',
      category: null,
      channel: 'miniprogram',
      text: pick(thanked, chance),
    })
  }
  for (let left = poisson(3, chance); left > 0; left -= 1) {
    words.push({
      departmentId: 'F03',
      careSetting: 'other',
      kind: 'suggestion',
      category: null,
      channel: 'miniprogram',
      text: pick(suggested, chance),
    })
  }
  return words
}

/** What was received in those months, as it stands now. */
export const complaintsTold = (
  months: readonly ToldMonth[],
  { hospitalId, officer, now }: { hospitalId: HospitalId; officer: Staff; now: Instant },
): Complaint[] => {
  let count = 0
  return months.flatMap((month, at) => {
    const chance = diceFor(`complaints ${at}`)
    return wordsOf(month, months.length - at, chance).map(({ departmentId, ...words }) => {
      count += 1
      const complaint = receive(
        {
          ...words,
          id: `${count.toString(16).padStart(8, '0')}${'0'.repeat(24)}` as Complaint['id'],
          hospitalId,
          departmentId: departmentId as DepartmentId,
          touchpointId: null,
          place: null,
          happenedOn: null,
          forWhom: 'self',
          photos: [],
          healthConsent: false,
          contact: null,
          openid: null,
          textSafety: 'not_sent',
          // Numbers nobody holds a receipt for.
          selector: String(90_000_000 + count) as Complaint['selector'],
          secretHash: '',
          replyWithinWorkingDays: 5,
        },
        receivedIn(month.month, chance),
        officialCalendar,
      )
      return lived(complaint, officer, chance, now)
    })
  })
}
