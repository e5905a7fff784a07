import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  CHARTS_LIMIT,
  checkSizes,
  MAIN_LIMIT,
  sizeTable,
  SUB_PACKAGE_LIMIT,
  tooLarge,
  weigh,
} from '../../config/tools/size-check'

const ROOTS = ['packages/staff', 'packages/charts']

describe('weighing a mini-program', () => {
  it('counts a file in the sub-package it lies in, and everything else in the main one', () => {
    const sizes = weigh(
      [
        { path: 'app.js', bytes: 10 },
        { path: 'packages/staff/inbox/index.js', bytes: 5 },
        { path: 'packages/staffing.js', bytes: 3 },
      ],
      ROOTS,
    )
    expect(sizes.map(({ root, bytes }) => [root, bytes])).toEqual([
      [null, 13],
      ['packages/staff', 5],
      ['packages/charts', 0],
    ])
  })

  it.each([
    ['app.js', MAIN_LIMIT],
    ['packages/staff/a.js', SUB_PACKAGE_LIMIT],
    ['packages/charts/a.js', CHARTS_LIMIT],
  ])('lets %s have its limit and not a byte more', (file, limit) => {
    expect(tooLarge(weigh([{ path: file, bytes: limit }], ROOTS))).toEqual([])
    expect(tooLarge(weigh([{ path: file, bytes: limit + 1 }], ROOTS))).toHaveLength(1)
  })

  it('names what is over in the table', () => {
    expect(sizeTable(weigh([{ path: 'app.js', bytes: MAIN_LIMIT + 1024 }], []))).toMatch(/主包.*601\.0 KB.*超出/)
  })
})

describe('checking a built folder', () => {
  let folder: string
  const write = (file: string, bytes: number) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), Buffer.alloc(bytes))
  }
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sizes-'))
    writeFileSync(path.join(folder, 'app.json'), JSON.stringify({ subPackages: [{ root: 'packages/staff/' }] }))
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
    vi.restoreAllMocks()
  })

  it('passes what is small', () => {
    write('packages/staff/index.js', SUB_PACKAGE_LIMIT)
    expect(() => checkSizes(folder)).not.toThrow()
  })

  it('fails and says which package is too large', () => {
    write('packages/staff/index.js', SUB_PACKAGE_LIMIT + 1)
    expect(() => checkSizes(folder)).toThrow('packages/staff')
  })
})
