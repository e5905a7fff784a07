import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'

export type Cloud = typeof import('wx-server-sdk')
export type CloudDatabase = ReturnType<Cloud['database']>

export interface ContractEnvironment {
  cloud: Cloud
  db: CloudDatabase
  /**
   * An empty collection for one test. The local cloud makes a new one each time. A real environment cannot drop a
   * collection through the SDK, so there the name is fixed: emptied before the test and after it.
   */
  collection(name: string): Promise<string>
  close(): Promise<void>
}

/** Has a unique index on `no`; in a real environment it must be made by hand. */
export const UNIQUE_COLLECTION = 'contract_unique'
/** Has an index on `dept`, `at`; in a real environment it must be made by hand. */
export const INDEXED_COLLECTION = 'contract_indexed'

const INDEXES = {
  [UNIQUE_COLLECTION]: { indexes: [{ name: 'by_no', keys: [['no', 1]], unique: true }] },
  [INDEXED_COLLECTION]: {
    indexes: [
      {
        name: 'by_dept_at',
        keys: [
          ['dept', 1],
          ['at', 1],
        ],
      },
    ],
  },
}

// the SDK reads its environment while it is being loaded
const loadSdk = (environment: Record<string, string>): Cloud => {
  Object.assign(process.env, environment)
  return createRequire(import.meta.url)('wx-server-sdk') as Cloud
}

const realEnvironment = (): Record<string, string> | null => {
  const { CONTRACT_ENV_ID, CONTRACT_REGION, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env
  if (!CONTRACT_ENV_ID) return null
  if (!TENCENTCLOUD_SECRETID || !TENCENTCLOUD_SECRETKEY) {
    throw new Error('CONTRACT_ENV_ID needs TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY beside it')
  }
  const region = CONTRACT_REGION ?? 'ap-shanghai'
  // as a cloud function the SDK would call an address that only Tencent's own network knows
  const URL = `https://${CONTRACT_ENV_ID}.${region}.tcb-api.tencentcloudapi.com/admin`
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: region,
    SCF_NAMESPACE: CONTRACT_ENV_ID,
    TCB_ENV: CONTRACT_ENV_ID,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL }),
  }
}

const emptied = async (db: CloudDatabase, name: string): Promise<void> => {
  await db
    .collection(name)
    .where({ _id: db.command.exists(true) })
    .remove()
}

const openReal = (environment: Record<string, string>): ContractEnvironment => {
  const cloud = loadSdk(environment)
  cloud.init({ env: environment.SCF_NAMESPACE })
  const db = cloud.database()
  const used = new Set<string>()
  return {
    cloud,
    db,
    async collection(given) {
      const name = given.startsWith('contract_') ? given : `contract_${given}`
      // it may be there from the last run
      await db.createCollection(name).catch(() => undefined)
      await emptied(db, name)
      used.add(name)
      return name
    },
    async close() {
      for (const name of used) await emptied(db, name)
    },
  }
}

const openLocal = async (): Promise<ContractEnvironment> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'contract-'))
  const server = await startLocalCloud({ dataDir, functionsDirs: [], indexes: INDEXES, port: 0, timers: false })
  const cloud = loadSdk(server.environment())
  cloud.init({ env: process.env.TCB_ENV })
  const db = cloud.database()
  let made = 0
  return {
    cloud,
    db,
    async collection(given) {
      if (given in INDEXES) {
        await emptied(db, given)
        return given
      }
      made++
      const name = `contract_${given}_${made}`
      await db.createCollection(name)
      return name
    },
    async close() {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * What the contract suite talks to, through the unmodified wx-server-sdk: the real environment CONTRACT_ENV_ID when it is
 * given with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, a local cloud of its own otherwise.
 */
export const contractEnvironment = async (): Promise<ContractEnvironment> => {
  const real = realEnvironment()
  return real ? openReal(real) : openLocal()
}
