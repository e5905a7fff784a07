import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyRepository, placeProbe, removeCopy, violationsOf, type Violation } from './repository.copy'

const { forbidden } = createRequire(import.meta.url)('../../config/dependency-rules.cjs') as {
  forbidden: { name: string }[]
}
const PROBES = path.join(import.meta.dirname, 'probes')
const probed = readdirSync(PROBES).sort()

let copy = ''
let refused: Violation[] = []
const mustBeRefused = new Map<string, string[]>()

// One pass over all probes at once: each violation names the file it stands in, so no probe can hide another.
beforeAll(async () => {
  copy = await copyRepository()
  for (const name of probed) mustBeRefused.set(name, await placeProbe(copy, path.join(PROBES, name)))
  refused = await violationsOf(copy)
})
afterAll(() => removeCopy(copy))

describe('the directions of the repository', () => {
  it('hold for everything but the probes', () => {
    const placed = new Set([...mustBeRefused.values()].flat())
    expect(refused.filter(({ from }) => !placed.has(from))).toEqual([])
  })

  it('have a probe for every rule and a rule for every probe', () => {
    expect(probed).toEqual(forbidden.map(({ name }) => name).sort())
  })

  it.each(probed)('%s refuses its probe', (name) => {
    const offenders = mustBeRefused.get(name) ?? []
    const accepted = offenders.filter((file) => !refused.some(({ rule, from }) => rule === name && from === file))
    expect(offenders).not.toEqual([])
    expect(accepted).toEqual([])
  })
})
