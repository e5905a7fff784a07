import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import indexes from '../../cloudfunctions/indexes.json'
import rules from '../../cloudfunctions/security-rules.json'
import { filesBelow } from './source.files'

const collections = Object.keys(indexes).sort()
const functions = readdirSync('cloudfunctions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name)

describe('the data that is deployed beside the functions', () => {
  it('denies every client every collection and the storage', () => {
    expect(Object.keys(rules.database).sort()).toEqual(collections)
    for (const rule of [...Object.values(rules.database), rules.storage])
      expect(rule).toEqual({ read: false, write: false })
  })

  it('names every collection that a function opens, and no other', () => {
    const sources = filesBelow('cloudfunctions', ['.ts']).filter(({ file }) => !file.includes('/_localcloud/'))
    const opened = sources.flatMap(({ text }) =>
      [...text.matchAll(/\bdocuments\(\s*'([^']+)'/g)].map(([, name]) => name ?? ''),
    )
    expect([...new Set(opened)].sort()).toEqual(collections)
  })

  it.each(functions)('lets %s call only what it is allowed, and gives it one timer at most', (name) => {
    const config = JSON.parse(readFileSync(path.join('cloudfunctions', name, 'config.json'), 'utf8')) as {
      permissions?: { openapi: string[] }
      triggers?: { type: string; config: string }[]
    }
    // what reaches the function of the shared runtime decides, so the bundle is asked
    const bundle = readFileSync(path.join('dist/cloudfunctions', name, 'index.js'), 'utf8')
    const called = [...bundle.matchAll(/\bopenapi\.(\w+)\.(\w+)\(/g)].map(([, area, call]) => `${area}.${call}`)
    expect([...new Set(called)].sort()).toEqual([...(config.permissions?.openapi ?? [])].sort())
    // each mention of openapi is such a call: nothing is called under a name put together at run time
    expect(bundle.match(/\bopenapi\b/g) ?? []).toHaveLength(called.length)
    expect((config.triggers ?? []).length).toBeLessThanOrEqual(1)
    for (const { type, config: cron } of config.triggers ?? []) {
      expect(type).toBe('timer')
      expect(cron.split(' ')).toHaveLength(7)
    }
    expect(existsSync(path.join('cloudfunctions', name, 'package.json'))).toBe(false)
  })
})
