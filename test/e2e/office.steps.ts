import type { Page } from 'playwright-core'
import { button, entry, field, radio } from './page.parts'

/** Begins an act on the case that is open: on a phone some wait behind 更多. */
export const act = async (page: Page, name: string) => {
  const wanted = button(page, name)
  const more = button(page, '更多')
  await wanted.or(more).first().waitFor()
  if ((await wanted.count()) === 0) await more.click()
  await wanted.click()
}

export const openCase = (page: Page, words: string) => button(page, new RegExp(`^${words}`)).click()

export const recordFinding = async (page: Page, finding: string, grounds: string) => {
  await act(page, '写核查结论')
  await radio(page, new RegExp(`^${finding}$`)).click()
  await field(page, '依据').fill(grounds)
  await button(page, '记下结论').click()
  await entry(page, `核查结论：${finding}`).waitFor()
}

/** Writes the reply, reads it as the complainant will, and sends it. */
export const reply = async (page: Page, words: string, look: () => Promise<void>) => {
  await act(page, '写答复')
  await field(page, '答复').fill(words)
  await button(page, '看看投诉人会读到什么').click()
  await page.getByRole('list', { name: '投诉人会读到的' }).waitFor()
  await look()
  await button(page, '送出答复').click()
  await entry(page, words).waitFor()
}
