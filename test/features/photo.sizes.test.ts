import { PHOTO_MAX_BYTES, PHOTO_MAX_SIDE } from '#domain/complaint/photo.model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempt, shrink, sizeWithin } from '../../src/files/photo.sizes'
import { bytesIn } from '../../src/files/photo.upload'

/** An encoder for which a picture of so many pixels weighs so much. */
const weighing = (bytesPerPixel: number) => {
  const tried: Attempt[] = []
  const encode = (attempt: Attempt) => {
    tried.push(attempt)
    const bytes = Math.round(attempt.pixels * attempt.quality * bytesPerPixel)
    return Promise.resolve(Buffer.alloc(bytes).toString('base64'))
  }
  return { tried, encode }
}

describe('making a photo small', () => {
  it.each<[number, number, number, number]>([
    [4032, 3024, 1600, 1200],
    [3024, 4032, 1200, 1600],
    [1080, 2400, 929, 2065],
    [640, 480, 640, 480],
    [1152, 41_549, 113, 4096],
    [20_000, 1, 4096, 1],
  ])('draws %i × %i as %i × %i', (width, height, w, h) => {
    expect(sizeWithin({ width, height }, 1_920_000)).toEqual({ width: w, height: h })
  })

  it('never makes one larger, nor larger than the hospital takes', () => {
    const side = fc.integer({ min: 1, max: 60_000 })
    fc.assert(
      fc.property(side, side, fc.integer({ min: 10_000, max: 4_000_000 }), (width, height, pixels) => {
        const size = sizeWithin({ width, height }, pixels)
        expect(size.width).toBeLessThanOrEqual(Math.min(width, PHOTO_MAX_SIDE))
        expect(size.height).toBeLessThanOrEqual(Math.min(height, PHOTO_MAX_SIDE))
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('takes the first try that is small enough', async () => {
    const light = weighing(0.1)
    expect(await shrink(light.encode)).not.toBeNull()
    expect(light.tried).toHaveLength(1)
    const heavy = weighing(0.4)
    const picture = await shrink(heavy.encode)
    expect(heavy.tried.length).toBeGreaterThan(2)
    expect(bytesIn(picture ?? '')).toBeLessThanOrEqual(PHOTO_MAX_BYTES)
  })

  it('gives up on one that no size makes small', async () => {
    expect(await shrink(weighing(5).encode)).toBeNull()
  })
})
