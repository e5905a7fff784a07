import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { seedDemo } from '../../cloudfunctions/_localcloud/demo/seed-demo'
import { seedTwoYears } from '../../cloudfunctions/_localcloud/demo/seed-two-years'
import type { Instant } from '#domain/instant'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../cloudfunctions/_localcloud/local-cloud'

const ROOT = path.resolve(__dirname, '..', '..')
const BUILT = ['dist/cloudfunctions', 'dist/localcloud', 'dist/h5/index.html', 'dist/weapp/app.json']

export interface HospitalOptions extends Partial<LocalCloudOptions> {
  /** With the demonstration hospital in it, or empty as on the first day. */
  seed: boolean
  /** And with its last two years, which take some seconds. */
  years?: boolean
}

export type Hospital = LocalCloud & {
  /** Address of an H5 page of src/routes.ts, '/pages/landing/index?scene=…'. */
  page(route: string): string
  /** Address that signs a browser in and leads on to a page. 'nobody' signs out. */
  signIn(persona: string, route?: string): string
}

/** A local cloud with the built functions and H5, timers still, in a folder that `close` removes. */
export const openHospital = async ({ seed, years = false, ...options }: HospitalOptions): Promise<Hospital> => {
  for (const file of BUILT) {
    if (!existsSync(path.join(ROOT, file))) throw new Error(`${file} is missing: npm run build`)
  }
  const setupCode = randomBytes(16).toString('hex')
  const dataDir = await mkdtemp(path.join(tmpdir(), 'hospital-'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDirs: [path.join(ROOT, 'dist/cloudfunctions')],
    functionProcess: path.join(ROOT, 'dist/localcloud/function-process.cjs'),
    indexes: JSON.parse(readFileSync(path.join(ROOT, 'cloudfunctions/indexes.json'), 'utf8')),
    httpFunctions: JSON.parse(readFileSync(path.join(ROOT, 'cloudfunctions/http-access.json'), 'utf8')).functions,
    h5Dir: path.join(ROOT, 'dist/h5'),
    port: 0,
    personas,
    timers: false,
    timeLimitsMs: { rollup: 60_000 },
    functionEnvironment: {
      hospital: { SETUP_CODE: setupCode },
      survey: { SURVEY_KEY: randomBytes(32).toString('base64url') },
    },
    ...options,
  })
  if (seed) await seedDemo(cloud.invoke, { setupCode })
  if (years) await seedTwoYears(cloud, Date.now() as Instant)
  const page = (route: string) => `${cloud.url}/#${route}`
  return {
    ...cloud,
    page,
    signIn: (persona, route = '/pages/landing/index') =>
      `${cloud.url}/as/${encodeURIComponent(persona)}?to=${encodeURIComponent(route)}`,
    async close() {
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
