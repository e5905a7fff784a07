import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeReceipt, RECEIPT_RANDOM_BYTES } from '#domain/complaint/receipt'
import { complaintIdFrom } from '#domain/ids'
import httpAccess from '../../cloudfunctions/http-access.json'
import indexes from '../../cloudfunctions/indexes.json'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { type LocalCloudOptions, startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'

export const SETUP_CODE = 'OPEN-FOR-TESTS'
export const SURVEY_KEY = 'key-of-the-survey-function-for-tests-only'

/** A local cloud over the built function bundles, in a folder of its own, without anybody in it. */
export const openCloud = async (options: Partial<LocalCloudOptions> = {}) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cloud-'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDirs: ['dist/cloudfunctions'],
    indexes: indexes as IndexFile,
    httpFunctions: httpAccess.functions,
    port: 0,
    timers: false,
    functionEnvironment: { hospital: { SETUP_CODE }, survey: { SURVEY_KEY } },
    ...options,
  })
  const call = (name: string, action: string, input: unknown, openid?: string) =>
    cloud.invoke(name, { action, input }, openid === undefined ? undefined : { openid }) as Promise<{
      ok: boolean
      code?: string
      message?: string
      value?: Record<string, unknown>
    }>
  return {
    ...cloud,
    dataDir,
    call,
    /** Its folder goes with it, unless somebody wants to look into it. */
    close: async (isRemoved = true) => {
      await cloud.close()
      if (isRemoved) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type OpenedCloud = Awaited<ReturnType<typeof openCloud>>

export const OPENIDS = {
  administrator: 'openid-administrator',
  officer: 'openid-officer',
  colleague: 'openid-colleague',
  handler: 'openid-handler',
}

type Caller = Pick<OpenedCloud, 'call'>

const demanding =
  ({ call }: Caller) =>
  async (name: string, action: string, input: unknown, openid: string) => {
    const reply = await call(name, action, input, openid)
    if (!reply.ok) throw new Error(`${name}.${action}: ${reply.code}`)
  }

/** One ward, one code, two officers (S1, S2) and a case handler (S3) for a hospital that was founded. */
export const furnished = async (cloud: Caller) => {
  const must = demanding(cloud)
  const { administrator, officer, colleague, handler } = OPENIDS
  await must('hospital', 'addDepartment', { id: '03.01', name: '呼吸科' }, administrator)
  const ward = { id: 'W12E', departmentId: '03.01', name: '12 层东病区', pledge: null }
  await must('hospital', 'addWard', ward, administrator)
  const touchpoints = [{ id: 'W-1', spot: '护士站', format: 'a4' }]
  await must('hospital', 'addTouchpoints', { wardId: 'W12E', touchpoints }, administrator)
  for (const [openid, staffId, code, name, role] of [
    [officer, 'S1', '0123456789ABCDEF', '沈', 'complaint_officer'],
    [colleague, 'S2', '0123456789ABCDEG', '白', 'complaint_officer'],
    [handler, 'S3', '0123456789ABCDEH', '顾', 'case_handler'],
  ] as const) {
    const number = `QJ-${staffId}`
    await must('hospital', 'addPerson', { staffId, number, name, departmentId: null, roles: [role] }, administrator)
    await must('hospital', 'invite', { people: [{ staffId, code }] }, administrator)
    await must('hospital', 'join', { number, code }, openid)
  }
}

/** Founds a hospital and furnishes it, through its own functions. */
export const founded = async (cloud: Caller) => {
  const hospital = {
    id: 'h1',
    name: '青衿市人民医院',
    pledge: '不收红包，每天的费用讲得清。',
    replyWithinWorkingDays: 5,
    contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
  }
  const founding = { setupCode: SETUP_CODE, administrator: '韩工', hospital }
  await demanding(cloud)('hospital', 'found', founding, OPENIDS.administrator)
  await furnished(cloud)
}

/** What a phone sends to file a complaint, under a number of its own. */
export const aFiling = (about: Record<string, unknown> = {}) => ({
  complaintId: complaintIdFrom(randomBytes(16)),
  touchpointId: 'W-1',
  kind: 'complaint',
  category: 'F',
  careSetting: 'inpatient',
  happenedOn: null,
  forWhom: 'relative',
  text: '问了三次，都说等着。',
  photos: [] as string[],
  healthConsent: false,
  contact: null as { name: string | null; phone: string } | null,
  ...makeReceipt(randomBytes(RECEIPT_RANDOM_BYTES)),
  ...about,
})

/** What a page makes before it acts, so that a retry is the same act. */
export const anEventId = () => randomBytes(16).toString('hex')
