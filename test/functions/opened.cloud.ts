import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeReceipt, RECEIPT_RANDOM_BYTES } from '#domain/complaint/receipt'
import { complaintIdFrom } from '#domain/ids'
import indexes from '../../cloudfunctions/indexes.json'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'

export const SETUP_CODE = 'OPEN-FOR-TESTS'

/** A local cloud over the built function bundles, in a folder of its own, without anybody in it. */
export const openCloud = async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'cloud-'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDirs: ['dist/cloudfunctions'],
    indexes: indexes as IndexFile,
    port: 0,
    timers: false,
    functionEnvironment: { hospital: { SETUP_CODE } },
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
    close: async () => {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type OpenedCloud = Awaited<ReturnType<typeof openCloud>>

export const OPENIDS = {
  administrator: 'openid-administrator',
  officer: 'openid-officer',
  colleague: 'openid-colleague',
}

/** Founds a hospital with one ward, one code and two officers, through its own functions. */
export const founded = async ({ call }: OpenedCloud) => {
  const must = async (name: string, action: string, input: unknown, openid: string) => {
    const reply = await call(name, action, input, openid)
    if (!reply.ok) throw new Error(`${name}.${action}: ${reply.code}`)
  }
  const { administrator, officer, colleague } = OPENIDS
  await must(
    'hospital',
    'found',
    {
      setupCode: SETUP_CODE,
      administrator: '韩工',
      hospital: {
        id: 'h1',
        name: '青衿市人民医院',
        pledge: '不收红包，每天的费用讲得清。',
        replyWithinWorkingDays: 5,
        contacts: [{ label: '医患办', note: null, phone: '0000-555-0120', email: null }],
      },
    },
    administrator,
  )
  await must('hospital', 'addDepartment', { id: '03.01', name: '呼吸科' }, administrator)
  const ward = { id: 'W-1', departmentId: '03.01', place: '12 层东病区', spot: '护士站' }
  await must('hospital', 'addTouchpoint', ward, administrator)
  for (const [openid, code] of [
    [officer, '0123456789ABCDEF'],
    [colleague, '0123456789ABCDEG'],
  ] as const) {
    await must(
      'hospital',
      'invite',
      { code, name: '沈', departmentId: null, roles: ['complaint_officer'] },
      administrator,
    )
    await must('hospital', 'join', { code }, openid)
  }
}

/** What a phone sends to file a complaint, under a number of its own. */
export const aFiling = (about: Record<string, unknown> = {}) => ({
  complaintId: complaintIdFrom(randomBytes(16)),
  touchpointId: 'W-1',
  careSetting: 'inpatient',
  text: '问了三次，都说等着。',
  ...makeReceipt(randomBytes(RECEIPT_RANDOM_BYTES)),
  ...about,
})
