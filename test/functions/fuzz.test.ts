import { complaintContract } from '#domain/complaint/complaint.contract'
import type { ContractDefinition } from '#domain/contract'
import { isErrorCode } from '#domain/errors'
import { hospitalContract } from '#domain/hospital/hospital.contract'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFiling, founded, openCloud, type OpenedCloud, OPENIDS, SETUP_CODE } from './opened.cloud'

const contracts: ContractDefinition[] = [complaintContract, hospitalContract]
const everyAction = contracts.flatMap(({ name, actions }) =>
  Object.keys(actions).map((action) => [name, action] as const),
)

const filing = aFiling()
const VALID: Record<string, Record<string, unknown>> = {
  landing: { scene: 't=W-1' },
  found: {
    setupCode: SETUP_CODE,
    administrator: '某人',
    hospital: {
      id: 'h9',
      name: '第九医院',
      pledge: '不收红包，不收回扣。',
      replyWithinWorkingDays: 5,
      contacts: [{ label: '医患办', note: null, phone: '0000-555-0100', email: null }],
    },
  },
  addDepartment: { id: '04', name: '外科' },
  addTouchpoint: { id: 'W-9', departmentId: '03.01', place: '九层', spot: '护士站' },
  touchpoints: {},
  touchpointPicture: { touchpointId: 'W-1' },
  invite: { code: '0'.repeat(16), name: '白', departmentId: null, roles: ['complaint_officer'] },
  join: { code: '1'.repeat(16) },
  file: filing,
  fileNamed: { ...filing, contact: { name: '陈', phone: '13800000001' } },
  progress: { selector: filing.selector, secret: filing.secret },
  inbox: { skip: 0 },
  read: { complaintId: filing.complaintId },
  accept: { complaintId: filing.complaintId, rev: 0 },
}

/** What people, scripts and broken phones put where something else is meant. */
const HOSTILE: unknown[] = [
  { $ne: null },
  { $gt: '' },
  [{ $where: 'sleep(1000)' }],
  'NUL\u0000inside',
  '<script>alert(1)</script>\u0007',
  '\ud800',
  'x'.repeat(99_000),
  -1,
  1e308,
  1.5,
  true,
  null,
  [],
  [[]],
  '',
  { toString: 1 },
  JSON.parse('{"__proto__":{"administrator":true}}'),
]

const UNPRINTABLE = HOSTILE.filter((value) => typeof value === 'string' && /[\u0000-\u0008]|\ud800/.test(value))

/** Every path to a value inside an input. */
const pathsIn = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, [...path, key])])
    : []

const replaced = (value: unknown, [key, ...rest]: string[], by: unknown): unknown => {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

const definitionOf = (name: string, action: string) => {
  const definition = contracts.find((contract) => contract.name === name)?.actions[action]
  if (!definition) throw new Error(`${name}.${action} is not in a contract`)
  return definition
}

let cloud: OpenedCloud
let before = ''
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  before = cloud.exportAll()
})
afterAll(() => cloud.close())

const isRefusal = (reply: unknown) => {
  const text = JSON.stringify(reply)
  expect(reply).toMatchObject({
    ok: false,
    code: expect.any(String),
    message: expect.stringMatching(/[\u4e00-\u9fff]/),
  })
  expect(isErrorCode((reply as { code: string }).code)).toBe(true)
  expect((reply as { code: string }).code).not.toBe('system.failed')
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error:|libsql|mingo|valibot/)
  expect(text).not.toMatch(/alert\(1\)|sleep\(1000\)/)
}

const callers = [undefined, 'openid-visitor', OPENIDS.officer, OPENIDS.administrator]

describe.each(everyAction)('%s.%s', (name, action) => {
  const { input: schema } = definitionOf(name, action)
  const valid = VALID[action]
  const paths = pathsIn(valid)
  const isTaken = (input: unknown) => v.safeParse(schema, input).success

  it('is tried here with an input that is as it should be', () => {
    expect(isTaken(valid)).toBe(true)
  })

  it('takes no unprintable text, no operator and no unknown field anywhere', () => {
    for (const path of paths) {
      // A scene may be anything a scanner reads: what is not understood leads to the hospital's own page.
      const texts = path.join() === 'scene' ? [] : UNPRINTABLE
      for (const value of [...texts, { $ne: null }, [{ $where: 'sleep(1000)' }]]) {
        expect([path, isTaken(replaced(valid, path, value))]).toEqual([path, false])
      }
    }
    expect(isTaken({ ...valid, openid: 'x' })).toBe(false)
  })

  it('refuses what it does not take with a code and a Chinese sentence, and writes nothing', async () => {
    const inputs = [7, 'text', [valid], { ...valid, extra: 1 }, { ...valid, openid: 'x' }, []]
    const wrong = paths.flatMap((path) => HOSTILE.map((value) => replaced(valid, path, value)))
    const refused = [...inputs, ...wrong.filter((input) => !isTaken(input))]
    expect(refused.length).toBeGreaterThan(5 * paths.length)
    for (const [index, input] of refused.entries()) {
      const reply = await cloud.call(name, action, input, callers[index % callers.length])
      isRefusal(reply)
      expect(['input.invalid', 'input.too_large']).toContain(reply.code)
    }
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('100 KB and more', () => {
  it.each(everyAction)('are refused by %s.%s before they reach anything', async (name, action) => {
    const paths = pathsIn(VALID[action]).map((path) => replaced(VALID[action], path, '字'.repeat(100_000)))
    for (const input of [...paths, '字'.repeat(100_000)]) {
      const response = await fetch(`${cloud.url}/api/fn/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action, input }),
      })
      const reply = (await response.json()) as { ok: boolean; code: string; message: string }
      expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(/^[\u4e00-\u9fff].*请/) })
      expect(JSON.stringify(reply)).not.toMatch(/\bat .*:\d+:\d+/)
    }
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('an id that belongs to nobody here', () => {
  it.each([
    ['complaint', 'read', VALID['read'], OPENIDS.officer],
    ['complaint', 'accept', VALID['accept'], OPENIDS.officer],
    ['complaint', 'progress', VALID['progress'], undefined],
    ['hospital', 'touchpointPicture', { touchpointId: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'addTouchpoint', { ...VALID['addTouchpoint'], departmentId: '69' }, OPENIDS.administrator],
    ['hospital', 'invite', { ...VALID['invite'], departmentId: '69' }, OPENIDS.administrator],
    ['hospital', 'join', VALID['join'], 'openid-visitor'],
    ['hospital', 'found', { ...VALID['found'], setupCode: 'WRONG' }, 'openid-visitor'],
  ])('is refused by %s.%s, and nothing is written', async (name, action, input, openid) => {
    isRefusal(await cloud.call(name, action, input, openid))
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('a function called with any object at all', () => {
  it.each(['complaint', 'hospital'])('%s answers with a code', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (event) => {
        isRefusal(await cloud.invoke(name, event))
      }),
      { numRuns: 60 },
    )
    expect(cloud.exportAll()).toBe(before)
  })
})
