import { sceneOf, touchpointIn } from '#domain/hospital/scene'
import { TouchpointId } from '#domain/ids'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const id = v.parse(TouchpointId, 'JQ-12E-01')

describe('a scene', () => {
  it.each([
    ['t=JQ-12E-01', id],
    ['t%3DJQ-12E-01', id],
    ['t%253DJQ-12E-01', id],
    ['t=jq-12e-01', id],
    ['a=1&t=JQ-12E-01', id],
    [undefined, null],
    ['', null],
    ['%', null],
    ['%E0%A4%A', null],
    ['t=', null],
    ['t=<script>', null],
    ['t=科室', null],
    ['t=JQ 12E', null],
    [`t=${'A'.repeat(40)}`, null],
    ['x'.repeat(5000), null],
  ])('%s names %s', (scene, expected) => {
    expect(touchpointIn(scene)).toBe(expected)
  })

  it('never throws and survives its own round trip', () => {
    fc.assert(fc.property(fc.string(), (scene) => void touchpointIn(scene)))
    expect(touchpointIn(sceneOf(id))).toBe(id)
  })

  it('fits the 32 characters of a mini-program code for every touchpoint', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{1,23}$/), (text) => {
        const scene = sceneOf(v.parse(TouchpointId, text))
        expect(scene.length).toBeLessThanOrEqual(32)
        expect(touchpointIn(encodeURIComponent(scene))).toBe(text)
      }),
    )
  })
})
