import type { Instant } from '#domain/instant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { seedDemo } from '../../cloudfunctions/_localcloud/demo/seed-demo'
import { seedTwoYears } from '../../cloudfunctions/_localcloud/demo/seed-two-years'
import { BUSY_DEPARTMENT } from '../../cloudfunctions/_localcloud/demo/two-years.story'
import { openCloud, type OpenedCloud, SETUP_CODE } from '../functions/opened.cloud'

interface Page {
  complete: boolean
  recounted: number
  rebuilding: unknown
  figures: { indicator: string; numerator: number; denominator: number; factor: number }[]
  chart: { points: { value: number; beyond: boolean; note: { text: string } | null }[]; method: string }
  departments: { rows: { departmentId: string; outside: string }[] }
}

const NOW = Date.now() as Instant
const officer = personas.find(({ id }) => id === 'officer')?.openid

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await seedDemo(cloud, { setupCode: SETUP_CODE })
  await seedTwoYears(cloud, NOW)
})
afterAll(() => cloud.close())

describe('the two years of the demonstration', () => {
  it('tell an ordinary hospital with one bad month and one busy department', async () => {
    const { value } = await cloud.call('metrics', 'rates', { month: null }, officer)
    const page = value as unknown as Page
    expect(page).toMatchObject({ complete: true, rebuilding: null })
    const { points } = page.chart
    expect(points).toHaveLength(24)
    const told = points.filter(({ beyond }) => beyond)
    expect(told).toHaveLength(1)
    expect(told[0]?.note?.text).toContain('新收费系统')
    const flagged = page.departments.rows.filter(({ outside }) => outside === '998')
    expect(flagged.map(({ departmentId }) => departmentId)).toEqual([BUSY_DEPARTMENT.id])
    const [overall] = page.figures
    const rate = ((overall?.numerator ?? 0) / (overall?.denominator ?? 1)) * (overall?.factor ?? 0)
    expect(rate).toBeGreaterThan(5)
    expect(rate).toBeLessThan(12)
  })

  it('are the same after they were told again', async () => {
    const before = cloud.exportAll().split('\n')
    await seedTwoYears(cloud, NOW)
    const after = cloud.exportAll().split('\n')
    expect(after).toHaveLength(before.length)
    const bucket = /"collection":"rollup_/
    expect(after.filter((line) => !bucket.test(line))).toEqual(before.filter((line) => !bucket.test(line)))
  })
})
