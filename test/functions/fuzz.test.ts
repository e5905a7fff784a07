import { complaintContract } from '#domain/complaint/complaint.contract'
import type { ContractDefinition } from '#domain/contract'
import { isErrorCode } from '#domain/errors'
import { hospitalContract } from '#domain/hospital/hospital.contract'
import fc from 'fast-check'
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
  me: {},
  file: filing,
  fileNamed: { ...filing, contact: { name: '陈', phone: '13800000001' } },
  progress: { selector: filing.selector, secret: filing.secret },
  inbox: { after: 0 },
  read: { complaintId: filing.complaintId },
  accept: { complaintId: filing.complaintId, rev: 0 },
}

/** Values that no field of any contract accepts where a string, a number, a list or an object is meant. */
const HOSTILE: unknown[] = [
  { $ne: null },
  { $gt: '' },
  [{ $where: 'sleep(1000)' }],
  'NUL\u0000inside',
  '<script>alert(1)</script>\u0007',
  '\ud800',
  '字'.repeat(100_000),
  'x'.repeat(99_000),
  -1,
  1e308,
  1.5,
  true,
  [],
  [[]],
  '',
  { __proto__: { admin: true }, toString: 1 },
]

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

describe.each(everyAction)('%s.%s', (name, action) => {
  const callers = [undefined, 'openid-visitor', OPENIDS.officer, OPENIDS.administrator]

  it('has an input here that is as it should be', () => {
    expect(VALID).toHaveProperty(action)
  })

  it('refuses every hostile value in every field, with a code and a Chinese sentence, and writes nothing', async () => {
    const valid = VALID[action] ?? {}
    const inputs: unknown[] = [null, 7, 'text', [], [valid], { ...valid, extra: 1 }, { ...valid, openid: 'x' }]
    for (const field of Object.keys(valid)) {
      const right = typeof valid[field]
      // A field of free text takes some of these words; markup is text like any other there.
      const wrong = HOSTILE.filter(
        (value) =>
          typeof value !== right ||
          !['string', 'number'].includes(right) ||
          String(value).length > 2500 ||
          /[\u0000-\u0008]|\ud800/.test(String(value)),
      )
      inputs.push(
        ...wrong
          .filter((value) => !(Array.isArray(valid[field]) && value === valid[field]))
          .map((value) => ({ ...valid, [field]: value })),
      )
    }
    for (const [index, input] of inputs.entries()) {
      // null stands for "no input", which an action without fields accepts.
      if (input === null && Object.keys(valid).length === 0) continue
      isRefusal(await cloud.call(name, action, input, callers[index % callers.length]))
    }
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('a function called with anything at all', () => {
  it.each(['complaint', 'hospital'])('%s answers with a code', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (event) => {
        isRefusal(await cloud.invoke(name, event))
      }),
      { numRuns: 60 },
    )
    expect(cloud.exportAll()).toBe(before)
  })
})
