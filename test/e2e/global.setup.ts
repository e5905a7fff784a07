import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareChromium, type Chromium } from './chromium'

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: Chromium
  }
}

/** Unpacks the browser once for all test files of the run; they read it with inject('chromium'). */
export default async (project: TestProject) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'chromium-'))
  project.provide('chromium', await prepareChromium(folder))
  return () => rm(folder, { recursive: true, force: true })
}
