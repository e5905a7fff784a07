import { sceneIn, sceneOf, touchpointIn } from '#domain/hospital/scene'
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

  it('of any bytes, however often encoded, names a code of the allowed letters or none', () => {
    const text = fc.oneof(
      // Halves of a character cannot be encoded by anybody.
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
      fc.stringMatching(/^[t=%0-9A-Fa-f科室&]{0,60}$/),
    )
    const encoded = (scene: string, times: number): string => {
      if (times === 0) return scene
      return encoded(encodeURIComponent(scene), times - 1)
    }
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 3 }), (raw, times) => {
        const named = touchpointIn(encoded(raw, times))
        expect(named === null || v.is(TouchpointId, named)).toBe(true)
      }),
    )
  })

  it('is read when a scanner encoded it twice, and no longer when it is longer than a code holds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{1,23}$/), (name) => {
        const scene = sceneOf(v.parse(TouchpointId, name))
        expect(touchpointIn(encodeURIComponent(encodeURIComponent(scene)))).toBe(name)
        expect(touchpointIn(scene.padEnd(33, '&'))).toBeNull()
        expect(touchpointIn(`${scene}科`)).toBeNull()
        expect(touchpointIn(`${scene}%`)).toBeNull()
      }),
    )
  })

  it('of an address is its first, whatever else a router hands over', () => {
    fc.assert(
      fc.property(fc.anything(), (query) => {
        const scene = sceneIn(query)
        expect(scene === undefined || (typeof scene === 'string' && scene.length <= 200)).toBe(true)
      }),
    )
    expect(sceneIn(['t=A1', 't=B2'])).toBe('t=A1')
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
