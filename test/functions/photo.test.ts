import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bytesOfPart, PHOTO_MAX_BYTES, PHOTO_PART_BYTES, partsOf } from '#domain/complaint/photo.model'
import fc from 'fast-check'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanPhoto } from '../../cloudfunctions/_runtime/photo.clean'
import { aJpeg, aPng, GPS } from '../builders/photo.builder'
import { contentsUnder, filesUnder } from '../builders/files'
import { aFiling, anEventId, founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
})
afterAll(() => cloud.close())

const aPhotoId = () => randomBytes(16).toString('hex')

const partOf = (photo: Buffer, part: number) =>
  photo.subarray(part * PHOTO_PART_BYTES, (part + 1) * PHOTO_PART_BYTES).toString('base64')

const sendPart = (photoId: string, photo: Buffer, part: number, openid?: string) =>
  cloud.call('complaint', 'sendPhotoPart', { photoId, part, bytes: photo.length, data: partOf(photo, part) }, openid)

const sendAll = async (photo: Buffer, photoId = aPhotoId(), openid?: string) => {
  for (let part = 0; part < partsOf(photo.length); part += 1) {
    expect(await sendPart(photoId, photo, part, openid)).toMatchObject({ ok: true })
  }
  return photoId
}

const photosIn = (value: unknown) => (value as { photos: { id: string; url: string }[] }).photos

describe('a cleaned photo', () => {
  it('tells no place, no phone and nothing behind its end, and is a whole JPEG still', () => {
    const clean = cleanPhoto(aJpeg({ bytes: 5000 }))
    expect(clean?.extension).toBe('jpg')
    const content = clean?.content ?? Buffer.alloc(0)
    expect(content.toString('latin1')).not.toMatch(/GPSLatitude|Exif\0\0|JFIF\0|made by|hidden behind/)
    expect([...content.subarray(0, 2), ...content.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9])
    // Cleaning what is clean changes nothing.
    expect(cleanPhoto(content)?.content.equals(content)).toBe(true)
  })

  it('keeps what Adobe says of its colours, and nothing anybody else wrote in that place', () => {
    const with14 = (content: string) => {
      const photo = aJpeg({ bytes: 100, seed: 7 })
      const segment = Buffer.from(`\xff\xee\0${String.fromCharCode(content.length + 2)}${content}`, 'latin1')
      return Buffer.concat([photo.subarray(0, 2), segment, photo.subarray(2)])
    }
    expect(cleanPhoto(with14('Adobe\0d\0\0\0\0\u0001'))?.content.includes('Adobe')).toBe(true)
    for (const other of ['Adobe\0d\0\0\0\0\u0001 and where it was taken', 'Ducky123GPS!']) {
      expect(
        cleanPhoto(with14(other))?.content.equals(cleanPhoto(aJpeg({ bytes: 100, seed: 7 }))?.content ?? Buffer.of()),
      ).toBe(true)
    }
  })

  it('as PNG is the same picture without its texts', () => {
    const content = cleanPhoto(aPng())?.content ?? Buffer.alloc(0)
    expect(content.toString('latin1')).not.toContain('GPS')
    expect(PNG.sync.read(content)).toMatchObject({ width: 4, height: 4 })
  })

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a script', Buffer.from('<script>alert(1)</script>')],
    ['a JPEG that stops in the middle', aJpeg().subarray(0, 900)],
    ['a JPEG wider than any photo', aJpeg({ width: 60_000 })],
    ['a JPEG without height', aJpeg({ height: 0 })],
    ['a GIF', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1')],
    ['only the beginning of a PNG', aPng().subarray(0, 30)],
  ])('is not made of %s', (_, bytes) => {
    expect(cleanPhoto(bytes)).toBeNull()
  })

  it('is refused or clean, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(400), (noise, at) => {
        const photo = aJpeg({ bytes: 100, seed: 7 })
        photo.set(noise.subarray(0, Math.max(0, photo.length - at)), Math.min(at, photo.length))
        const clean = cleanPhoto(photo)
        if (clean) expect(cleanPhoto(clean.content)?.content.equals(clean.content)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is cut into full parts and a rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: PHOTO_MAX_BYTES }), (bytes) => {
        const sizes = Array.from({ length: partsOf(bytes) }, (_, part) => bytesOfPart(part, bytes))
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes)
        expect(sizes.every((size) => size > 0 && size <= PHOTO_PART_BYTES)).toBe(true)
      }),
    )
  })
})

describe('a photo on its way', () => {
  it('is whole however its parts arrive: out of order, twice, two last ones at once', async () => {
    const photo = aJpeg({ bytes: 130_000 })
    const photoId = aPhotoId()
    expect((await sendPart(photoId, photo, 2)).value).toEqual({ received: [2], whole: false })
    expect((await sendPart(photoId, photo, 0)).value).toEqual({ received: [0, 2], whole: false })
    expect((await sendPart(photoId, photo, 0)).value).toEqual({ received: [0, 2], whole: false })
    const last = await Promise.all([sendPart(photoId, photo, 1), sendPart(photoId, photo, 1)])
    expect(last.some(({ value }) => value?.whole === true)).toBe(true)
    expect((await sendPart(photoId, photo, 1)).value).toEqual({ received: [0, 1, 2], whole: true })
    expect(cloud.exportAll()).not.toContain(photo.subarray(0, 60).toString('base64'))
  })

  it('is whole and stored once in whatever order its parts come, how often, and how many at once', async () => {
    const files = () => filesUnder(path.join(cloud.dataDir, 'storage')).filter((file) => !file.endsWith('.json'))
    const photo = aJpeg({ bytes: PHOTO_PART_BYTES * 3 + 1000 })
    const of = partsOf(photo.length)
    const numbers = Array.from({ length: of }, (_, part) => part)
    const again = fc.array(fc.nat(of - 1), { maxLength: 4 })
    const orders = fc.tuple(fc.shuffledSubarray(numbers, { minLength: of }), again, fc.integer({ min: 1, max: 3 }))
    await fc.assert(
      fc.asyncProperty(orders, async ([order, twice, atOnce]) => {
        const before = files()
        const photoId = aPhotoId()
        const parts = [...twice, ...order]
        for (let from = 0; from < parts.length; from += atOnce) {
          await Promise.all(parts.slice(from, from + atOnce).map((part) => sendPart(photoId, photo, part)))
        }
        // What a phone does next: it sends what it was told is missing.
        expect((await sendPart(photoId, photo, 0)).value).toEqual({ received: numbers, whole: true })
        const stored = files().filter((file) => !before.includes(file))
        expect(stored).toHaveLength(1)
        const content = readFileSync(stored[0] ?? '')
        expect(content.equals(cleanPhoto(photo)?.content ?? Buffer.alloc(0))).toBe(true)
        expect(content.toString('latin1')).not.toMatch(/Exif\0\0|GPSLatitude/)
      }),
      { numRuns: 12 },
    )
  })

  it('that is no picture is refused, and nothing of it stays', async () => {
    const photoId = aPhotoId()
    const junk = Buffer.from('<svg onload=alert(1)>'.repeat(20))
    expect(await sendPart(photoId, junk, 0)).toMatchObject({ code: 'photo.broken' })
    expect(cloud.exportAll()).not.toContain(photoId)
    const photo = aJpeg({ bytes: 60_000 })
    const data = partOf(photo, 0)
    for (const wrong of [
      { photoId, part: 0, bytes: 10, data },
      { photoId, part: 5, bytes: photo.length, data },
    ]) {
      expect(await cloud.call('complaint', 'sendPhotoPart', wrong)).toMatchObject({ code: 'photo.broken' })
    }
  })
})

describe('photos of a complaint', () => {
  it('are handed in with it, seen by both sides, and add up when more come', async () => {
    const [first, second] = [await sendAll(aJpeg({ bytes: 60_000 })), await sendAll(aPng())]
    const filing = aFiling({ photos: [first] })
    expect(await cloud.call('complaint', 'file', filing)).toMatchObject({ ok: true })
    expect(await cloud.call('complaint', 'file', filing)).toMatchObject({ ok: true })
    const { selector, secret, complaintId } = filing
    const added = { selector, secret, eventId: anEventId(), text: null, photos: [second] }
    expect(await cloud.call('complaint', 'answer', added)).toMatchObject({ ok: true })
    const { value } = await cloud.call('complaint', 'progress', { selector, secret })
    expect(photosIn(value).map(({ id }) => id)).toEqual([first, second])
    const read = await cloud.call('complaint', 'read', { complaintId }, OPENIDS.officer)
    expect(photosIn(read.value).map(({ id }) => id)).toEqual([first, second])
    const answer = await fetch(photosIn(value)[0]?.url ?? '')
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain(GPS)
  })

  it('cannot be somebody else’s, nor half there', async () => {
    const photoId = await sendAll(aJpeg())
    expect(await cloud.call('complaint', 'file', aFiling({ photos: [photoId] }))).toMatchObject({ ok: true })
    expect(await cloud.call('complaint', 'file', aFiling({ photos: [photoId] }))).toMatchObject({
      code: 'photo.unknown',
    })
    const half = aPhotoId()
    await sendPart(half, aJpeg({ bytes: 60_000 }), 0)
    const before = cloud.exportAll().split('\n').length
    expect(await cloud.call('complaint', 'file', aFiling({ photos: [half] }))).toMatchObject({ code: 'photo.unknown' })
    expect(cloud.exportAll().split('\n').length).toBe(before)
  })

  it('leave no trace of who sent them: database, storage, logs', async () => {
    const openid = 'oTRACE-photographer-8842'
    const photoId = await sendAll(aJpeg({ bytes: 100_000 }), aPhotoId(), openid)
    const filing = aFiling({ photos: [photoId] })
    await cloud.call('complaint', 'file', filing, openid)
    const stored = contentsUnder(cloud.dataDir)
    for (const trace of [openid, filing.secret, GPS]) {
      expect(cloud.exportAll()).not.toContain(trace)
      expect(stored.some((content) => content.includes(trace))).toBe(false)
    }
    const names = filesUnder(cloud.dataDir).join('\n')
    expect(names).not.toContain(photoId)
  })
})

describe('the clock', () => {
  it('removes what no complaint took within three days, and nothing else', async () => {
    const [kept, left] = [await sendAll(aJpeg()), await sendAll(aJpeg())]
    await cloud.call('complaint', 'file', aFiling({ photos: [kept] }))
    const part = {
      photoId: aPhotoId(),
      part: 0,
      bytes: 60_000,
      data: aJpeg({ bytes: 60_000 }).subarray(0, PHOTO_PART_BYTES).toString('base64'),
    }
    const old = { action: 'sendPhotoPart', input: part }
    await cloud.invoke('complaint', old, undefined, { daysAgo: 4 })
    const photo = aPng()
    const oldPhoto = { photoId: aPhotoId(), part: 0, bytes: photo.length, data: photo.toString('base64') }
    await cloud.invoke('complaint', { action: 'sendPhotoPart', input: oldPhoto }, undefined, { daysAgo: 4 })
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, done: { removeUnclaimedPhotos: 2 } })
    const stored = cloud.exportAll()
    expect(stored).toContain(kept)
    expect(stored).toContain(left)
    expect(stored).not.toContain(oldPhoto.photoId)
    expect(stored).not.toContain(part.photoId)
  })
})
