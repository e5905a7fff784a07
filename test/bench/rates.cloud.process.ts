import { readFileSync } from 'node:fs'
import { startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { NOW } from './rates.city'
import { leaderOpenid } from './rates.documents'

const began = Date.now()

/** A local cloud over the folder that is the first argument; the others are hospitals whose leaders one can be. */
const run = async (dataDir: string, hospitals: string[]) => {
  const cloud = await startLocalCloud({
    dataDir,
    functionsDirs: ['dist/cloudfunctions'],
    indexes: JSON.parse(readFileSync('cloudfunctions/indexes.json', 'utf8')),
    port: 0,
    personas: hospitals.map((id) => ({ id, name: '院长', says: '', openid: leaderOpenid(id), landing: '/' })),
    timers: false,
    clock: () => NOW + Date.now() - began,
  })
  console.log(JSON.stringify({ url: cloud.url, environment: cloud.environment() }))
  process.on('SIGTERM', () => void cloud.close().then(() => process.exit(0)))
}

const [dataDir = '', ...hospitals] = process.argv.slice(2)
void run(dataDir, hospitals)
