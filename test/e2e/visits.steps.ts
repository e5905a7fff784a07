import type { Page } from 'playwright-core'
import { beijingDay, type Instant, monthOf } from '#domain/instant'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import { gb18030Of } from '../builders/gb18030'
import { button } from './page.parts'

/** The month before this one: over, and as a rule reported. */
export const lastMonth = (): string => monthAfter(monthOf(beijingDay(Date.now() as Instant)), -1)

const asCell = (cell: string) => (cell.includes(',') ? `"${cell}"` : cell)

/** A file as a hospital's own system writes it: GB18030, parted by commas. */
export const chooseVisits = async (page: Page, rows: readonly (readonly string[])[], name = '接诊人次.csv') => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(page, /^(选择文件|再选一个文件|换一个文件)$/).click(),
  ])
  const text = rows.map((row) => row.map(asCell).join(',')).join('\r\n')
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(gb18030Of(text)) })
}
