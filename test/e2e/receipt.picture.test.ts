import { readFile } from 'node:fs/promises'
import { makeReceipt, RECEIPT_RANDOM_BYTES, receiptIn } from '#domain/complaint/receipt'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { type RunningBrowser, sharedBrowser } from './browser'

const ID = 'c'.repeat(32)
const code = makeReceipt(Uint8Array.from({ length: RECEIPT_RANDOM_BYTES }, (_, index) => (index * 53 + 7) % 250))
const kept = {
  complaintId: ID,
  ...code,
  hospitalName: '青衿市人民医院',
  receivedAt: Date.UTC(2026, 10, 18, 2),
  replyWithinWorkingDays: 5,
  dueAt: Date.UTC(2026, 10, 25, 15, 59),
  whenLate: '0000-555-0112',
}

let browser: RunningBrowser
let hospital: Hospital
beforeAll(async () => {
  browser = await sharedBrowser(inject('chromium'))
  hospital = await openHospital({ seed: false })
})
afterAll(async () => {
  await browser.close()
  await hospital.close()
})

describe('the picture of a receipt, drawn by a browser', () => {
  it.each([
    ['ordinary', false],
    ['elder', true],
  ])('in the %s version is downloaded and read back by a scanner', async (_, elder) => {
    const context = await browser.phone({ acceptDownloads: true })
    const page = await context.newPage()
    await page.goto(hospital.page('/pages/privacy/index'))
    await page.evaluate(
      ({ receipts, appearance }) => {
        localStorage.setItem('complaint.receipts', JSON.stringify({ data: receipts }))
        localStorage.setItem('appearance', JSON.stringify({ data: appearance }))
      },
      { receipts: [kept], appearance: { elder, theme: 'dark' } },
    )
    await page.goto(hospital.page(`/pages/receipt/index?id=${ID}`))
    await page.reload()
    const button = page.getByRole('button', { name: '存成图片' }).filter({ visible: true })
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    expect(download.suggestedFilename()).toBe(`投诉回执 ${code.selector}.png`)
    const { data, width, height } = PNG.sync.read(await readFile(await download.path()))
    expect(receiptIn(jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '')).toEqual(code)
    // Light whatever the page's colours are: the corner is paper.
    expect([...data.subarray(0, 3)]).toEqual([255, 254, 251])
    await context.close()
  })

  it('is kept by a long press where WeChat’s browser downloads nothing', async () => {
    const context = await browser.phone({ userAgent: 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' })
    const page = await context.newPage()
    await page.goto(hospital.page('/pages/privacy/index'))
    await page.evaluate(
      (receipts) => localStorage.setItem('complaint.receipts', JSON.stringify({ data: receipts })),
      [kept],
    )
    await page.goto(hospital.page(`/pages/receipt/index?id=${ID}`))
    await page.reload()
    await page.getByRole('button', { name: '存成图片' }).filter({ visible: true }).click()
    await page.getByRole('img', { name: '投诉回执图片' }).waitFor()
    await page.getByText('按住下面的图片不放').waitFor()
    await context.close()
  })
})
