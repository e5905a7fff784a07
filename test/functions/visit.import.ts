import { randomBytes } from 'node:crypto'
import { OPENIDS, type OpenedCloud } from './opened.cloud'

export interface MonthOfFigures {
  readonly month: string
  /** Visits and discharges by department. */
  readonly departments: Readonly<Record<string, readonly [outpatient: number | null, discharges: number | null]>>
}

const asSeries = (count: number | null) => (count === null ? null : { by: 'month', count })

/** Whole months into the hospital, through the administrator's own actions. */
export const importVisits = async ({ call }: Pick<OpenedCloud, 'call'>, months: readonly MonthOfFigures[]) => {
  const batchId = randomBytes(16).toString('hex')
  const must = async (action: string, input: unknown) => {
    const reply = await call('hospital', action, input, OPENIDS.administrator)
    if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
    return reply.value
  }
  for (let from = 0; from < months.length; from += 12) {
    const part = months.slice(from, from + 12)
    const stored = (await must('visits', { months: part.map(({ month }) => month) })) as {
      rows: { month: string; rev: number }[]
    }
    for (const { month, departments } of part) {
      const seen = stored.rows.find((row) => row.month === month)?.rev ?? null
      const reported = Object.entries(departments).map(([departmentId, [outpatient, discharges]]) => ({
        departmentId,
        outpatient: asSeries(outpatient),
        discharges: asSeries(discharges),
      }))
      await must('stageVisits', { batchId, fileName: '接诊人次.csv', month, seen, departments: reported })
    }
  }
  await must('commitVisits', { batchId, months: months.map(({ month }) => month) })
  return batchId
}
