import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium as playwright, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import type { Chromium } from './chromium'

// Not the package's own flags: a single process loses its second context, and web security would be off.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
export const DESKTOP = { viewport: { width: 1280, height: 800 } }

export interface RunningBrowser {
  /** A fresh visitor: touch for a phone (a Taro form button submits on touchend only), a mouse for a desktop. */
  phone(options?: BrowserContextOptions): Promise<BrowserContext>
  desktop(options?: BrowserContextOptions): Promise<BrowserContext>
  close(): Promise<void>
}

const launch = async ({ executablePath, env }: Chromium): Promise<{ browser: Browser; home: string }> => {
  const home = await mkdtemp(path.join(tmpdir(), 'browser-'))
  const browser = await playwright.launch({
    executablePath,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), HOME: home, TMPDIR: home, ...env },
  })
  return { browser, home }
}

const opening = (browser: Browser, device: BrowserContextOptions) => (options?: BrowserContextOptions) =>
  browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...device, ...options })

export const launchBrowser = async (chromium: Chromium): Promise<RunningBrowser> => {
  const { browser, home } = await launch(chromium)
  return {
    phone: opening(browser, PHONE),
    desktop: opening(browser, DESKTOP),
    async close() {
      await browser.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

let started: ReturnType<typeof launch> | null = null

const running = async (chromium: Chromium): Promise<Browser> => {
  const before = await started?.catch(() => null)
  if (before?.browser.isConnected()) return before.browser
  started = launch(chromium)
  const { browser, home } = await started
  // The browser itself ends with the process that started it.
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  return browser
}

/** The browser of this worker, started once for all test files; `close` closes the visitors of one file. */
export const sharedBrowser = async (chromium: Chromium): Promise<RunningBrowser> => {
  const browser = await running(chromium)
  const visitors: BrowserContext[] = []
  const open = (device: BrowserContextOptions) => async (options?: BrowserContextOptions) => {
    const visitor = await opening(browser, device)(options)
    visitors.push(visitor)
    return visitor
  }
  return {
    phone: open(PHONE),
    desktop: open(DESKTOP),
    async close() {
      await Promise.all(visitors.map((visitor) => visitor.close()))
    },
  }
}
