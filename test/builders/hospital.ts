import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { seedDemo } from '../../cloudfunctions/_localcloud/demo/seed-demo'
import { seedTwoYears } from '../../cloudfunctions/_localcloud/demo/seed-two-years'
import { beijingDay, type Instant } from '#domain/instant'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../cloudfunctions/_localcloud/local-cloud'
import { madeOnce } from './made.once'

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

const SETUP_CODE = 'OPEN-THE-DEMONSTRATION'
const SURVEY_KEY = 'key-of-the-survey-function-for-the-demonstration'

const openIn = (dataDir: string, options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> =>
  startLocalCloud({
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
    functionEnvironment: { hospital: { SETUP_CODE }, survey: { SURVEY_KEY } },
    ...options,
  })

const tell = async (dataDir: string, years: boolean) => {
  const cloud = await openIn(dataDir)
  try {
    if (years) await seedTwoYears(cloud, Date.now() as Instant)
    else await seedDemo(cloud, { setupCode: SETUP_CODE })
  } finally {
    await cloud.close()
  }
}

/** The demonstration takes seconds to tell: it is told once in a run and a day, and copied for whoever wants it. */
const copyDemonstration = async (dataDir: string, years: boolean): Promise<void> => {
  const root = process.env['DEMONSTRATIONS']
  if (!root) {
    await tell(dataDir, false)
    if (years) await tell(dataDir, true)
    return
  }
  const today = beijingDay(Date.now() as Instant)
  const demo = await madeOnce(root, `demo-${today}`, (folder) => tell(folder, false))
  const wanted = years
    ? await madeOnce(root, `years-${today}`, async (folder) => {
        await cp(demo, folder, { recursive: true })
        await tell(folder, true)
      })
    : demo
  await cp(wanted, dataDir, { recursive: true })
}

/** A local cloud with the built functions and H5, timers still, in a folder that `close` removes. */
export const openHospital = async ({ seed, years = false, ...options }: HospitalOptions): Promise<Hospital> => {
  for (const file of BUILT) {
    if (!existsSync(path.join(ROOT, file))) throw new Error(`${file} is missing: npm run build`)
  }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'hospital-'))
  if (seed) await copyDemonstration(dataDir, years)
  const cloud = await openIn(dataDir, options)
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
