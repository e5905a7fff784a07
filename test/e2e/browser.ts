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

export const launchBrowser = async (chromium: Chromium): Promise<RunningBrowser> => {
  const home = await mkdtemp(path.join(tmpdir(), 'browser-'))
  const browser: Browser = await playwright.launch({
    executablePath: chromium.executablePath,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), HOME: home, TMPDIR: home, ...chromium.env },
  })
  const open = (device: BrowserContextOptions) => (options?: BrowserContextOptions) =>
    browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...device, ...options })
  return {
    phone: open(PHONE),
    desktop: open(DESKTOP),
    async close() {
      await browser.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
