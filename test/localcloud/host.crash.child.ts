import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import indexes from '../../cloudfunctions/indexes.json'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { personas } from '../../cloudfunctions/_localcloud/demo/personas'
import { startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { SETUP_CODE } from '../functions/opened.cloud'

/**
 * A whole local cloud over the built functions, until it is killed. While the file `stop-before-commit` lies in its data
 * folder, a commit stops for good between its writes and COMMIT.
 */
const dataDir = process.argv[2] ?? ''
const say = (line: string) => writeSync(1, `${line}\n`)

const beforeCommit = () => {
  if (!existsSync(join(dataDir, 'stop-before-commit'))) return
  say('executed')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

startLocalCloud({
  dataDir,
  functionsDirs: ['dist/cloudfunctions'],
  indexes: indexes as IndexFile,
  httpFunctions: ['complaint'],
  port: 0,
  personas,
  functionEnvironment: { hospital: { SETUP_CODE } },
  beforeCommit,
}).then(({ url }) => say(url))
