import type { Page } from 'playwright-core'

// Taro keeps the pages below the one that is shown: only what is visible counts.
const shown = { visible: true }

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).filter(shown)
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).filter(shown)
export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).filter(shown)
export const radio = (page: Page, name: RegExp) => page.getByRole('radio', { name }).filter(shown)
export const notice = (page: Page, words: string | RegExp) =>
  page.getByRole('alert').or(page.getByRole('status')).filter(shown).filter({ hasText: words })

export const said = (page: Page, words: string | RegExp) => page.getByText(words).filter(shown).first()

/** What happened, as a line of the timeline that is shown. */
export const entry = (page: Page, words: string | RegExp) =>
  page.getByRole('listitem').filter(shown).filter({ hasText: words })
