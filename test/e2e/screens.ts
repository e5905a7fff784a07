import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { buildAll } from '../../config/tools/build'
import { launchBrowser, type RunningBrowser } from './browser'
import { prepareChromium } from './chromium'
import { openHospital, type Hospital } from '../builders/hospital'
import { SCREENS, type Screen } from './screens.list'

const FOLDER = path.join(__dirname, 'screens')
const SETTLE_MS = 300

interface Appearance {
  name: string
  open(browser: RunningBrowser): Promise<BrowserContext>
  /** Whether the visible switch is turned to 长辈版 first. */
  elder?: boolean
}

const APPEARANCES: Appearance[] = [
  { name: 'phone', open: (browser) => browser.phone() },
  { name: 'desktop', open: (browser) => browser.desktop() },
  { name: 'elder', open: (browser) => browser.phone(), elder: true },
  { name: 'dark', open: (browser) => browser.phone({ colorScheme: 'dark' }) },
]

const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  // A page that comes in is still moving.
  await page.waitForTimeout(SETTLE_MS)
}

const photograph = async (page: Page, hospital: Hospital, screen: Screen, { name, elder }: Appearance) => {
  await page.goto(hospital.signIn(screen.persona ?? 'nobody', screen.route))
  await settled(page)
  if (elder) {
    await page.getByRole('button', { name: '长辈版' }).filter({ visible: true }).first().click()
    await settled(page)
  }
  if (screen.steps) {
    await screen.steps(page)
    await settled(page)
  }
  await page.screenshot({ path: path.join(FOLDER, `${screen.name}-${name}.png`), fullPage: true })
}

/** Photographs every page in every appearance; those whose name contains one of the words when words are given. */
const photographAll = async (words: string[]) => {
  await buildAll({ missing: true })
  const screens = SCREENS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  const unpacked = await mkdtemp(path.join(tmpdir(), 'chromium-'))
  const hospital = await openHospital({ seed: true, years: true })
  const browser = await launchBrowser(await prepareChromium(unpacked))
  await mkdir(FOLDER, { recursive: true })
  try {
    for (const appearance of APPEARANCES) {
      for (const screen of screens) {
        // A visitor of its own: no picture depends on what an earlier one left in storage.
        const context = await appearance.open(browser)
        await photograph(await context.newPage(), hospital, screen, appearance)
        await context.close()
        console.log(`已拍摄 ${screen.name}-${appearance.name}`)
      }
    }
  } finally {
    await browser.close()
    await hospital.close()
    await rm(unpacked, { recursive: true, force: true })
  }
  console.log(`图片在 ${path.relative(process.cwd(), FOLDER)}`)
}

photographAll(process.argv.slice(2)).catch((error: Error) => {
  console.error(error)
  process.exitCode = 1
})
