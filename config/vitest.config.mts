import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const SECOND = 1000

/** Tests that read sources alone and need nothing built. */
const DOMAIN = 'test/domain/**/*.test.ts'
const QUICK = 'test/{ui,features,cloud,tools}/**/*.test.{ts,tsx}'

/** Listens to what every module tells the disk: alone in its process. */
const DISK = 'test/localcloud/host.disk.test.ts'

const QUICKLY = { testTimeout: 10 * SECOND, sequence: { groupOrder: 0 } }

const SLOWLY = { testTimeout: 60 * SECOND, hookTimeout: 120 * SECOND, sequence: { groupOrder: 1 } }

// The demonstration hospital as it is told once, for all test files of this run.
const DEMONSTRATIONS = mkdtempSync(path.join(tmpdir(), 'demonstrations-'))
process.on('exit', () => rmSync(DEMONSTRATIONS, { recursive: true, force: true }))

/** What takes minutes begins first, so that no processor waits for it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const takesMinutes = ({ moduleId }: TestSpecification) => /\/screens[.]\w+[.]test[.]ts$/.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(takesMinutes), ...sorted.filter((file) => !takesMinutes(file))]
  }
}

export default defineConfig({
  root: process.cwd(),
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    environment: 'node',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    env: { DEMONSTRATIONS },
    // What is waited for comes when a busy machine gets to it.
    expect: { poll: { timeout: 15 * SECOND } },
    projects: [
      // Rules keep nothing between two questions: they are loaded once for all files.
      { extends: true, test: { name: 'domain', include: [DOMAIN], isolate: false, ...QUICKLY } },
      { extends: true, test: { name: 'quick', include: [QUICK], ...QUICKLY } },
      { extends: true, test: { name: 'disk', include: [DISK], ...SLOWLY } },
      {
        extends: true,
        test: {
          name: 'cloud',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, DOMAIN, QUICK, DISK, 'test/{weapp,e2e}/**'],
          // Functions run in processes of their own; what a test file loads itself is loaded once.
          isolate: false,
          ...SLOWLY,
        },
      },
      // Whole mini-programs and browsers, after everything quicker.
      { extends: true, test: { name: 'weapp', include: ['test/weapp/**/*.test.ts'], ...SLOWLY } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global.setup.ts'],
          isolate: false,
          ...SLOWLY,
        },
      },
    ],
  },
})
