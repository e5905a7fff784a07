import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from './axe'
import { type Least, misfits } from './layout'

const ANY_SIZE: Least = { target: 0, text: 0 }
export const ELDER_SIZE: Least = { target: 80, text: 24 }

/** Without a fault for those who cannot see it, and without scrolling sideways. */
export const isSound = async (page: Page, least = ANY_SIZE) => {
  expect(await axe(page)).toEqual([])
  expect(await misfits(page, least)).toEqual([])
}
