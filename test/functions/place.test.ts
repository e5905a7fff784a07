import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monthsOfScans } from '#domain/hospital/place.rules'
import type { Instant } from '#domain/instant'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import indexFile from '../../cloudfunctions/indexes.json'
import { openDatabase } from '../../cloudfunctions/_localcloud/database/database'
import type { IndexFile } from '../../cloudfunctions/_localcloud/database/index.file'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const indexes = indexFile as IndexFile

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
})
afterAll(() => cloud.close())

const asAdministrator = (action: string, input: unknown) => cloud.call('hospital', action, input, OPENIDS.administrator)
const landing = (id: string, more: Record<string, unknown> = {}) =>
  cloud.call('hospital', 'landing', { scene: `t=${id}`, ...more })

interface Row {
  id: string
  rev: number
  retirement: { replacedBy: string | null; honouredUntil: number | null } | null
  scans: { months: number[]; lastScannedOn: string | null }
}

const rows = async () => (await asAdministrator('touchpoints', {})).value?.['rows'] as Row[]
const row = async (id: string) => {
  const found = (await rows()).find((one) => one.id === id)
  if (!found) throw new Error(`no code ${id}`)
  return found
}

/** Puts codes up in the ward and answers their numbers. */
const putUp = async (...ids: string[]) => {
  const touchpoints = ids.map((id) => ({ id, spot: '电梯厅', format: 'a4' }))
  expect(await asAdministrator('addTouchpoints', { wardId: 'W12E', touchpoints })).toMatchObject({ ok: true })
}

describe('the landing page', () => {
  it('knows the ward of a scene, and who asks is not read', async () => {
    const reply = await cloud.call('hospital', 'landing', { scene: 't%3DW-1' }, 'openid-visitor')
    expect(reply).toMatchObject({
      ok: true,
      value: {
        hospital: { name: '青衿市人民医院' },
        pledge: '不收红包，每天的费用讲得清。',
        place: { touchpointId: 'W-1', departmentName: '呼吸科', place: '12 层东病区' },
        retired: false,
      },
    })
  })

  it.each(['t=GONE', '%E0%A4%A', '<script>', '%', 't=科室', 't=%25252', undefined])(
    'leads from %s to the hospital itself',
    async (scene) => {
      const reply = await cloud.call('hospital', 'landing', { scene, scan: true })
      expect(reply).toMatchObject({ ok: true, value: { place: null, retired: false } })
    },
  )
})

describe('a ward', () => {
  const ward = { id: 'W10E', departmentId: '03.01', name: '10 层东病区', pledge: '夜里按铃，三分钟内到床边。' }

  it('is added once, and its own pledge stands on its page', async () => {
    const added = await asAdministrator('addWard', ward)
    expect(added).toMatchObject({ ok: true, value: { rev: 0 } })
    expect(await asAdministrator('addWard', ward)).toEqual(added)
    expect(await asAdministrator('addWard', { ...ward, name: '别处' })).toMatchObject({ code: 'hospital.code_taken' })
    const touchpoints = [{ id: 'W10E-01', spot: '护士站', format: 'a6' }]
    await asAdministrator('addTouchpoints', { wardId: 'W10E', touchpoints })
    expect(await landing('W10E-01')).toMatchObject({ value: { pledge: ward.pledge, place: { place: '10 层东病区' } } })
  })

  it('is changed by one of two at a time, and asking again is harmless', async () => {
    const change = (name: string, rev: number) => asAdministrator('changeWard', { ...ward, name, rev })
    const replies = await Promise.all([change('十层东', 0), change('十层东区', 0)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'data.changed' })
    const name = String(replies.find(({ ok }) => ok)?.value?.['name'])
    expect(await change(name, 0)).toMatchObject({ ok: true, value: { rev: 1 } })
    expect(await asAdministrator('changeWard', { ...ward, id: 'NONE', rev: 0 })).toMatchObject({
      code: 'hospital.ward_unknown',
    })
    expect(await asAdministrator('changeWard', { ...ward, departmentId: '99', rev: 1 })).toMatchObject({
      code: 'hospital.department_unknown',
    })
  })
})

describe('codes', () => {
  it('are put up together, all or none, and asking again puts up nothing new', async () => {
    await putUp('W-2', 'W-3')
    const before = cloud.exportAll()
    await putUp('W-2', 'W-3')
    expect(cloud.exportAll()).toBe(before)
    const touchpoints = [
      { id: 'W-4', spot: '走廊', format: 'a4' },
      { id: 'W-2', spot: '别处', format: 'a4' },
    ]
    expect(await asAdministrator('addTouchpoints', { wardId: 'W12E', touchpoints })).toMatchObject({
      code: 'hospital.code_taken',
      fields: ['touchpoints.1.id'],
    })
    expect(cloud.exportAll()).toBe(before)
  })

  it('have pictures that scan to their own pages, several at once', async () => {
    await putUp('W-5', 'W-6')
    const reply = await asAdministrator('touchpointPictures', { touchpointIds: ['W-6', 'W-5'] })
    const pictures = reply.value?.['pictures'] as { touchpointId: string; url: string }[]
    expect(pictures.map(({ touchpointId }) => touchpointId)).toEqual(['W-6', 'W-5'])
    for (const { touchpointId, url } of pictures) {
      const picture = PNG.sync.read(Buffer.from(await (await fetch(url)).arrayBuffer()))
      const scanned = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
      const scene = encodeURIComponent(`t=${touchpointId}`)
      expect(scanned?.data).toBe(`${cloud.url}/#/pages/landing/index?scene=${scene}`)
    }
  })

  it('are moved and renamed from the revision that was read', async () => {
    await putUp('W-7')
    const change = (rev: number, spot: string) =>
      asAdministrator('changeTouchpoint', { id: 'W-7', rev, wardId: 'W12E', spot, format: 'sticker' })
    expect(await change(0, '分诊台')).toMatchObject({ ok: true, value: { rev: 1 } })
    expect(await change(0, '分诊台')).toMatchObject({ ok: true, value: { rev: 1 } })
    expect(await change(0, '收费窗口')).toMatchObject({ code: 'data.changed' })
  })

  it('are the administrator’s alone', async () => {
    const inputs = {
      touchpoints: {},
      addWard: { id: 'W9', departmentId: '03.01', name: '九层', pledge: null },
      changeWard: { id: 'W12E', rev: 0, departmentId: '03.01', name: '九层', pledge: null },
      addTouchpoints: { wardId: 'W12E', touchpoints: [{ id: 'W-9', spot: '走廊', format: 'a4' }] },
      changeTouchpoint: { id: 'W-1', rev: 0, wardId: 'W12E', spot: '走廊', format: 'a4' },
      replaceTouchpoint: { id: 'W-1', rev: 0, newId: 'W-9' },
      retireTouchpoint: { id: 'W-1', rev: 0 },
      restoreTouchpoint: { id: 'W-1', rev: 0 },
      touchpointPictures: { touchpointIds: ['W-1'] },
    }
    const before = cloud.exportAll()
    for (const [action, input] of Object.entries(inputs)) {
      for (const openid of [OPENIDS.officer, 'openid-visitor']) {
        expect(await cloud.call('hospital', action, input, openid)).toMatchObject({ code: 'auth.forbidden' })
      }
    }
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('a code taken out of use', () => {
  it('leads to the hospital’s page, which says so, until it is restored', async () => {
    await putUp('W-20')
    expect(await asAdministrator('retireTouchpoint', { id: 'W-20', rev: 0 })).toMatchObject({ value: { rev: 1 } })
    expect(await asAdministrator('retireTouchpoint', { id: 'W-20', rev: 0 })).toMatchObject({ value: { rev: 1 } })
    expect(await landing('W-20')).toMatchObject({ ok: true, value: { place: null, retired: true } })
    expect(await asAdministrator('restoreTouchpoint', { id: 'W-20', rev: 0 })).toMatchObject({ code: 'data.changed' })
    expect(await asAdministrator('restoreTouchpoint', { id: 'W-20', rev: 1 })).toMatchObject({ ok: true })
    expect(await landing('W-20')).toMatchObject({ value: { place: { touchpointId: 'W-20' }, retired: false } })
  })

  it('leads to the new one for its time of grace when it was replaced, also twice over', async () => {
    await putUp('W-30')
    const replace = (id: string, newId: string) => asAdministrator('replaceTouchpoint', { id, rev: 0, newId })
    expect(await replace('W-30', 'W-31')).toMatchObject({ ok: true })
    const once = cloud.exportAll()
    expect(await replace('W-30', 'W-31')).toMatchObject({ ok: true })
    expect(cloud.exportAll()).toBe(once)
    expect(await replace('W-30', 'W-32')).toMatchObject({ code: 'data.changed' })
    expect(await replace('W-31', 'W-1')).toMatchObject({ code: 'hospital.code_taken' })
    expect(await replace('W-31', 'W-32')).toMatchObject({ ok: true })
    expect(await landing('W-30')).toMatchObject({ value: { place: { touchpointId: 'W-32' }, retired: false } })
    expect((await row('W-30')).retirement).toMatchObject({ replacedBy: 'W-31' })
  })

  it('is not honoured any longer once its replacement is retired', async () => {
    await putUp('W-40')
    await asAdministrator('replaceTouchpoint', { id: 'W-40', rev: 0, newId: 'W-41' })
    await asAdministrator('retireTouchpoint', { id: 'W-41', rev: 0 })
    expect(await landing('W-40')).toMatchObject({ value: { place: null, retired: true } })
  })
})

describe('scans', () => {
  it('are counted by code and month, none lost when many come at once', async () => {
    await putUp('W-50')
    await Promise.all(Array.from({ length: 25 }, () => landing('W-50', { scan: true })))
    await landing('W-50')
    const { scans } = await row('W-50')
    expect(scans.months).toHaveLength(12)
    expect(scans.months.at(-1)).toBe(25)
    expect(scans.lastScannedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('leave nothing of who scanned, neither in the database nor in the logs', async () => {
    await putUp('W-51')
    const openid = 'openid-of-somebody-who-scans'
    for (let scan = 0; scan < 50; scan++) {
      await cloud.call('hospital', 'landing', { scene: 't=W-51', scan: true }, openid)
    }
    expect((await row('W-51')).scans.months.at(-1)).toBe(50)
    expect(cloud.exportAll()).not.toContain(openid)
    const logs = readdirSync(path.join(cloud.dataDir, 'logs'), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8'))
    expect(logs.join('')).toContain('landing')
    expect(logs.join('')).not.toContain(openid)
  })

  it('of a code that does not exist make no document', async () => {
    const before = cloud.exportAll()
    await landing('NOT-HERE', { scan: true })
    expect(cloud.exportAll()).toBe(before)
  })

  it('of a retired code are counted too: it still hangs somewhere', async () => {
    await putUp('W-52')
    await asAdministrator('retireTouchpoint', { id: 'W-52', rev: 0 })
    await landing('W-52', { scan: true })
    expect((await row('W-52')).scans.months.at(-1)).toBe(1)
  })
})

describe('scans of more codes and months than one page of the database holds', () => {
  it('are all there', async () => {
    const codes = Array.from({ length: 120 }, (_, index) => `W-${index + 100}`)
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scans-'))
    const database = openDatabase({ file: path.join(dataDir, 'database.sqlite'), indexes, clock: Date.now })
    const months = monthsOfScans(Date.now() as Instant)
    const data = months.flatMap((month) =>
      codes.map((touchpointId) =>
        JSON.stringify({
          _id: `${touchpointId}:${month}`,
          id: `${touchpointId}:${month}`,
          rev: 0,
          hospitalId: 'h1',
          touchpointId,
          month,
          count: 2,
          days: { '01': 2 },
        }),
      ),
    )
    expect(data.length).toBeGreaterThan(1000)
    await database.handle('database.insertDocument', { collectionName: 'scans', data })
    database.close()

    const full = await openCloud({ dataDir })
    await founded(full)
    for (let from = 0; from < codes.length; from += 20) {
      const touchpoints = codes.slice(from, from + 20).map((id) => ({ id, spot: '电梯厅', format: 'a4' }))
      await full.call('hospital', 'addTouchpoints', { wardId: 'W12E', touchpoints }, OPENIDS.administrator)
    }
    const board = await full.call('hospital', 'touchpoints', {}, OPENIDS.administrator)
    const counted = ((board.value?.['rows'] ?? []) as Row[]).filter(({ id }) => id !== 'W-1')
    expect(counted.map(({ scans }) => scans.months)).toEqual(codes.map(() => Array(12).fill(2)))
    await full.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
})
