import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Instant } from '#domain/instant'
import { personas } from './demo/personas'
import { seedDemo } from './demo/seed-demo'
import { seedTwoYears } from './demo/seed-two-years'
import { openOwnerFile } from './disk/owner.files'
import { openFunctionSecrets } from './functions/function.secrets'
import { DEFAULT_PORT, type LocalCloud, startLocalCloud } from './local-cloud'

const USAGE = '用法：npm start -- [--data <数据目录>] [--port <端口>] [--empty]'

/** As DEPLOY.md sets it in production. */
const ROLLUP_LIMIT_MS = 60_000

// Keys that one function alone holds; in production the console's function settings hold them.
const FUNCTION_KEYS: Record<string, string[]> = { hospital: ['SETUP_CODE'], survey: ['SURVEY_KEY'] }

const readArguments = () => {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, empty: { type: 'boolean' } },
  })
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('端口应为 0 至 65535 的整数')
  const isEmpty = values.empty ?? false
  return { dataDir: resolve(values.data ?? (isEmpty ? 'data/empty' : 'data')), port, isEmpty }
}

const introduce = (cloud: LocalCloud, dataDir: string) => {
  console.log(`\n清廉医院已在本机运行：${cloud.url}/\n`)
  for (const { id, name, says } of personas)
    console.log(`  ${name}　${cloud.url}/as/${encodeURIComponent(id)}\n    ${says}`)
  console.log(`\n  未登录的访客　${cloud.url}/as/nobody`)
  console.log(`  控制台　　　　${cloud.url}/console`)
  console.log(`  数据目录　　　${dataDir}`)
}

const isFounded = async (cloud: LocalCloud): Promise<boolean> => {
  const reply = (await cloud.invoke('hospital', { action: 'landing', input: {} })) as { ok: boolean }
  return reply.ok
}

/** For a hospital that is still to be opened: the one-time code and the page that wants it. */
const explainSetup = (cloud: LocalCloud, setupCode: string) => {
  const page = `${cloud.url}/as/administrator?to=${encodeURIComponent('/packages/admin/setup/index')}`
  console.log(`\n医院还没有开通。用管理员的身份打开下面的页面，填开通码：\n\n  ${page}\n  开通码　${setupCode}`)
}

const stopOnSignal = (cloud: LocalCloud) => {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    console.log('\n正在停止……')
    cloud.close().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Makes the demonstration hospital once; what an interrupted run left undone is done by the next. */
const prepareDemo = async (cloud: LocalCloud, dataDir: string, setupCode: string) => {
  const marker = join(dataDir, 'demo-is-ready')
  if (existsSync(marker)) return
  console.log('第一次运行，正在准备演示医院：')
  await seedDemo(cloud, { setupCode, report: (progress) => console.log(`  ${progress}`) })
  console.log('  近两年的投诉和人次')
  await seedTwoYears(cloud, Date.now() as Instant)
  openOwnerFile(marker)
}

const run = async () => {
  const { dataDir, port, isEmpty } = readArguments()
  const secrets = openFunctionSecrets(dataDir, FUNCTION_KEYS)
  const cloud = await startLocalCloud({
    dataDir,
    port,
    functionsDirs: [resolve('dist/cloudfunctions')],
    indexes: JSON.parse(readFileSync(resolve('cloudfunctions/indexes.json'), 'utf8')),
    httpFunctions: JSON.parse(readFileSync(resolve('cloudfunctions/http-access.json'), 'utf8')).functions,
    h5Dir: resolve('dist/h5'),
    personas,
    functionEnvironment: secrets,
    timeLimitsMs: { rollup: ROLLUP_LIMIT_MS },
    functionProcess: join(__dirname, 'function-process.cjs'),
  })
  stopOnSignal(cloud)
  const setupCode = secrets.hospital?.SETUP_CODE ?? ''
  if (!isEmpty) await prepareDemo(cloud, dataDir, setupCode)
  introduce(cloud, dataDir)
  if (isEmpty && !(await isFounded(cloud))) explainSetup(cloud, setupCode)
  console.log('\n按 Ctrl+C 停止。')
}

/** What stopped the start, for whoever typed the command; null: nothing that they can mend. */
const adviceOn = ({ code, cause }: NodeJS.ErrnoException): string | null => {
  if (code === 'EADDRINUSE') return '这个端口正在被使用。请停止另一个本地云，或用 --port 换一个端口。'
  if (code?.startsWith('ERR_PARSE_ARGS')) return USAGE
  if ((cause as NodeJS.ErrnoException | undefined)?.code === 'SQLITE_BUSY')
    return '这个数据目录正被另一个本地云使用。请停止它，或用 --data 换一个数据目录。'
  return null
}

run().catch((error: NodeJS.ErrnoException) => {
  console.error(adviceOn(error) ?? error)
  process.exit(1)
})
