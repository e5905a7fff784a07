import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions, deployedFunctions, testFunctions } from './build.functions'
import { buildLocalCloud } from './build.localcloud'
import { hashInputs } from './build.stamps'
import { ROOT, runNode, taroCommand } from './run.child'
import { checkSizes } from './size-check'

export interface Target {
  name: string
  title: string
  /** Hash of all that decides the output. */
  inputs(): string
  /** True when the output is there at all. */
  exists(): boolean
  build(): Promise<void>
}

const dist = (...parts: string[]) => path.join(ROOT, 'dist', ...parts)

const LOCK = ['package.json', 'package-lock.json']
const APP = ['src', 'config', 'babel.config.js', 'tsconfig.json', ...LOCK]
// Of config only Taro's own part reaches the app.
const NOT_APP = /^config\/(decisions|vitest|dependency|tools\/(?!taro[.]))/
const SERVER = ['cloudfunctions', 'src/domain', 'tsconfig.json', 'config/tools/build.functions.ts', ...LOCK]

const app = (type: 'weapp' | 'h5', title: string, entry: string): Target => ({
  name: type,
  title,
  inputs: () => hashInputs(APP, NOT_APP),
  exists: () => existsSync(dist(type, entry)),
  async build() {
    rmSync(dist(type), { recursive: true, force: true })
    const taro = await runNode([...taroCommand(), 'build', '--type', type], {
      env: { NODE_ENV: 'production' },
    })
    if (!taro.ok || !existsSync(dist(type, entry))) throw new Error(taro.output)
    if (type === 'weapp') checkSizes(dist('weapp'))
  },
})

/** In the order in which they are built: what is quick first, the two app builds one after the other. */
export const TARGETS: Target[] = [
  {
    name: 'cloudfunctions',
    title: '云函数',
    inputs: () => hashInputs(SERVER, /^cloudfunctions\/_localcloud$/),
    exists: () => deployedFunctions().every(({ name }) => existsSync(dist('cloudfunctions', name, 'index.js'))),
    build: () => buildFunctions(deployedFunctions(), dist('cloudfunctions')),
  },
  {
    name: 'localcloud',
    title: '本地云',
    inputs: () => hashInputs([...SERVER, 'config/tools/build.localcloud.ts']),
    exists: () => existsSync(dist('localcloud', 'main.cjs')),
    build: () => buildLocalCloud(dist('localcloud')),
  },
  {
    name: 'test-functions',
    title: '测试用云函数',
    inputs: () => hashInputs([...SERVER, 'test/contract'], /^cloudfunctions\/_localcloud$/),
    exists: () => testFunctions().every(({ name }) => existsSync(dist('test-functions', name, 'index.js'))),
    build: () => buildFunctions(testFunctions(), dist('test-functions')),
  },
  app('weapp', '小程序', 'app.json'),
  app('h5', 'H5', 'index.html'),
]
