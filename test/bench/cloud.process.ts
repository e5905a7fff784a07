import { readFileSync } from 'node:fs'
import { startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { seedDemo } from '../../cloudfunctions/_localcloud/demo/seed-demo'

const SETUP_CODE = 'bench'

/** A local cloud with the built functions and the demonstration hospital, in the folder that is its argument. */
const run = async (dataDir: string) => {
  const indexes = JSON.parse(readFileSync('cloudfunctions/indexes.json', 'utf8'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDirs: ['dist/cloudfunctions'],
    indexes: { ...indexes, bench: { indexes: [] } },
    httpFunctions: ['complaint'],
    port: 0,
    personas,
    timers: false,
    functionEnvironment: { hospital: { SETUP_CODE } },
  })
  await seedDemo(cloud, { setupCode: SETUP_CODE })
  console.log(JSON.stringify({ url: cloud.url, environment: cloud.environment() }))
  process.on('SIGTERM', () => void cloud.close().then(() => process.exit(0)))
}

void run(process.argv[2] ?? '')
