import { Category, Channel, Kind } from '#domain/complaint/category'
import { CareSetting, Complaint, type ComplaintEvent } from '#domain/complaint/complaint.model'
import { Department, Hospital } from '#domain/hospital/hospital.model'
import { StaffRecord } from '#domain/hospital/staff.model'
import { MonthOfVisits } from '#domain/hospital/visits.model'
import type { DepartmentId, HospitalId } from '#domain/ids'
import { leafKey, monthKey } from '#domain/metrics/bucket.keys'
import { type Countable, Outcome } from '#domain/metrics/tally'
import * as v from 'valibot'
import {
  type City,
  DAYS,
  DEPARTMENTS,
  dayOf,
  hospitalIdOf,
  MINUTE_MS,
  MONTH_OF_DAY,
  MONTHS,
  START,
  VISITED_DEPARTMENTS,
} from './rates.city'

const DAY_MS = 86_400_000
const TEXTS = [
  '在护士站问了三次费用清单，都说等着，没有人解释。出院结算才发现多了两项。',
  '挂的是上午九点的号，十一点半才看上，前面一直有人直接推门进去。',
  '老人夜里按铃，二十多分钟没有人来。问起来说交接班忙，态度也不耐烦。',
  '报告说三天出，第五天还没有，三个科室互相推，最后才知道标本送错了地方。',
]
const REPLY = '经核查，当日解释不到位，科室已当面致歉，多收的已退回。'

/** 32 hexadecimal digits that look drawn by chance, each number's own. */
const idOf = (salt: number, number: number): string => {
  let digits = ''
  for (let part = 0; part < 4; part += 1) {
    let mixed = Math.imul(number ^ Math.imul(salt * 4 + part + 1, 0x9e3779b1), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    digits += (0x100000000 + ((mixed ^ (mixed >>> 16)) >>> 0)).toString(16).slice(1)
  }
  return digits
}

export const traitsAt = ({ received }: City, row: number): Countable => {
  const outcome = Outcome.options[received.outcome[row] as number] as Outcome
  const withdrawn = outcome === 'withdrawn'
  const undecided = outcome === 'undecided'
  return {
    departmentId: (DEPARTMENTS[received.department[row] as number] ?? null) as Countable['departmentId'],
    careSetting: CareSetting.options[received.careSetting[row] as number] as Countable['careSetting'],
    kind: Kind.options[received.kind[row] as number] as Kind,
    category: Category.options[received.category[row] as number] ?? null,
    channel: Channel.options[received.channel[row] as number] as Channel,
    status: withdrawn ? 'withdrawn' : undecided ? 'investigating' : 'closed',
    finding: withdrawn || undecided ? null : outcome,
  }
}

/** A complaint as the function would have stored it at the end of its life: a little over 1 KB. */
export const complaintAt = (city: City, row: number, isMarked: boolean): v.InferInput<typeof Complaint> => {
  const { hospital, minute } = city.received
  const at = START + (minute[row] as number) * MINUTE_MS
  const hospitalId = hospitalIdOf(hospital[row] as number)
  const traits = traitsAt(city, row)
  const isDone = traits.status !== 'investigating'
  const events: v.InferInput<typeof Complaint.entries.events> = [
    { id: idOf(2, row), kind: 'submitted', at },
    { id: idOf(3, row), kind: 'accepted', at: at + 3 * 3_600_000, by: 'S1' },
    ...(traits.finding
      ? ([
          {
            id: idOf(4, row),
            kind: 'replied',
            at: at + 3 * DAY_MS,
            by: 'S1',
            finding: traits.finding,
            text: REPLY,
          },
          { id: idOf(5, row), kind: 'closed', at: at + 9 * DAY_MS, by: 'S1', confirmed: true },
        ] satisfies v.InferInput<typeof ComplaintEvent>[])
      : []),
  ]
  return {
    id: idOf(0, row),
    rev: events.length,
    hospitalId,
    touchpointId: 'W-1',
    place: '住院部 12 层东病区',
    urgent: traits.category === 'B',
    happenedOn: null,
    forWhom: 'relative',
    text: TEXTS[row % TEXTS.length] as string,
    photos: [],
    healthConsent: false,
    contact: null,
    openid: null,
    remind: false,
    textSafety: 'not_sent',
    selector: String(row).padStart(8, '0'),
    secretHash: idOf(1, row),
    ...traits,
    stage: isDone ? 'done' : 'open',
    assigneeId: 'S1',
    receivedAt: at,
    replyWithinWorkingDays: 5,
    dueAt: at + 7 * DAY_MS,
    events,
    pend: isMarked ? [leafKey(hospitalId, DAYS[dayOf(minute[row] as number)] as string)] : [],
    pending: isMarked,
  }
}

/** What a hospital reported of a month. */
export const visitsAt = ({ hospitals, visited }: City, hospital: number, at: number): MonthOfVisits => {
  const [first, last] = [MONTH_OF_DAY.indexOf(at), MONTH_OF_DAY.lastIndexOf(at)]
  const series = (column: Uint16Array, department: number) => ({
    by: 'day' as const,
    days: Array.from(
      { length: last - first + 1 },
      (_, day) => column[((first + day) * hospitals + hospital) * VISITED_DEPARTMENTS + department] as number,
    ),
  })
  const hospitalId = hospitalIdOf(hospital)
  const month = MONTHS[at] as string
  return {
    id: monthKey(hospitalId, month),
    rev: 0,
    hospitalId,
    month,
    departments: DEPARTMENTS.slice(0, VISITED_DEPARTMENTS).map((departmentId, department) => ({
      departmentId: departmentId as DepartmentId,
      outpatient: series(visited.outpatient, department),
      discharges: series(visited.discharges, department),
    })),
    batchId: null,
    pending: false,
  }
}

export const hospitalAt = (at: number): Hospital =>
  v.parse(Hospital, {
    id: hospitalIdOf(at),
    rev: 0,
    name: `青衿市第 ${at + 1} 人民医院`,
    pledge: '不收红包，每天的费用讲得清。',
    contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
    replyWithinWorkingDays: 5,
  })

export const departmentsOf = (hospitalId: HospitalId): Department[] =>
  DEPARTMENTS.map((id, at) => v.parse(Department, { id, hospitalId, rev: 0, name: `第 ${at + 1} 科室` }))

/** Who reads a hospital's figures. */
export const leaderOpenid = (hospitalId: string) => `openid-leader-${hospitalId}`

const STAFF_EACH = 20

export const staffOf = (hospitalId: HospitalId): StaffRecord[] =>
  Array.from({ length: STAFF_EACH }, (_, at) =>
    v.parse(StaffRecord, {
      id: `${hospitalId}-S${at}`,
      rev: 0,
      hospitalId,
      number: `QJ-${at}`,
      name: '沈',
      departmentId: null,
      roles: at === 0 ? ['leader'] : ['case_handler'],
      state: { kind: 'active' },
      openid: at === 0 ? leaderOpenid(hospitalId) : `openid-${hospitalId}-${at}`,
      invitation: null,
      imported: null,
    }),
  )

/** Refuses what the functions could not read back. */
export const requireReadable = (city: City): void => {
  for (let row = 0; row < 100; row += 1) v.parse(Complaint, complaintAt(city, row, row % 2 === 0))
  v.parse(MonthOfVisits, visitsAt(city, 0, 0))
}
