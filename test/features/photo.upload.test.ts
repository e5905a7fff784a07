import { PHOTO_MAX_BYTES, PHOTO_PART_BYTES, partsOf } from '#domain/complaint/photo.model'
import type { ErrorCode } from '#domain/errors'
import { type PhotoId, photoIdFrom } from '#domain/ids'
import { err, ok } from '#domain/result'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesIn, partOf, percentOf, RETRY_AFTER_MS, type SendPart, uploadPhoto } from '../../src/files/photo.upload'

const ID: PhotoId = photoIdFrom(new Uint8Array(16).fill(7))

const aPicture = (bytes: number): string => Buffer.alloc(bytes, 'photo').toString('base64')

/** What happens to one request: the answer comes, the request never arrives, or it arrives and its answer is lost. */
type Fate = 'answered' | 'lost' | 'answer lost'

/** A hospital that keeps parts as its function does, behind a network of which nothing can be relied on. */
const aHospital = (fates: readonly Fate[] = []) => {
  const parts = new Map<number, string>()
  const sent: number[] = []
  let storedWhole = 0
  let whole: Buffer | null = null
  const receive: SendPart = ({ part, bytes, data }) => {
    const of = partsOf(bytes)
    if (!whole) {
      if (!parts.has(part)) parts.set(part, data)
      if (parts.size === of) {
        whole = Buffer.concat(Array.from({ length: of }, (_, number) => Buffer.from(parts.get(number) ?? '', 'base64')))
        storedWhole += 1
      }
    }
    const received = whole ? Array.from({ length: of }, (_, number) => number) : [...parts.keys()].sort((a, b) => a - b)
    return Promise.resolve(ok({ received, whole: whole !== null }))
  }
  const send: SendPart = async (request) => {
    const fate = fates[sent.length] ?? 'answered'
    sent.push(request.part)
    if (fate === 'lost') return err('network.offline')
    const answer = await receive(request)
    return fate === 'answered' ? answer : err('network.offline')
  }
  return { send, sent, forget: () => parts.clear(), stored: () => ({ whole, times: storedWhole }) }
}

const refusing = (code: ErrorCode, after = 0) => {
  const { send, sent } = aHospital()
  const wrapped: SendPart = (part) => {
    if (sent.length < after) return send(part)
    sent.push(part.part)
    return Promise.resolve(err(code))
  }
  return { send: wrapped, sent }
}

const ports = (send: SendPart) => {
  const percents: number[] = []
  const waits: number[] = []
  return {
    percents,
    waits,
    send,
    wait: (ms: number) => {
      waits.push(ms)
      return Promise.resolve()
    },
    onProgress: (percent: number) => void percents.push(percent),
    isWanted: () => true,
  }
}

describe('a picture as text', () => {
  it('has as many bytes and parts as the picture, whatever its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: PHOTO_MAX_BYTES }), (bytes) => {
        const picture = aPicture(bytes)
        expect(bytesIn(picture)).toBe(bytes)
        const parts = Array.from({ length: partsOf(bytes) }, (_, part) => Buffer.from(partOf(picture, part), 'base64'))
        expect(Buffer.concat(parts).equals(Buffer.from(picture, 'base64'))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('fits into a request with its names around it', () => {
    const data = partOf(aPicture(PHOTO_MAX_BYTES), 0)
    const event = { action: 'sendPhotoPart', input: { photoId: ID, part: 0, bytes: PHOTO_MAX_BYTES, data } }
    expect(JSON.stringify(event).length).toBeLessThan(100 * 1024)
  })
})

describe('sending a photo', () => {
  it('tells how much has arrived, up to all of it', async () => {
    const hospital = aHospital()
    const bytes = PHOTO_PART_BYTES * 2 + 1000
    const sending = ports(hospital.send)
    expect(await uploadPhoto(ID, aPicture(bytes), sending)).toBe('whole')
    expect(hospital.sent).toEqual([0, 1, 2])
    expect(sending.percents).toEqual([percentOf(bytes, [0]), percentOf(bytes, [0, 1]), 100])
    expect(sending.waits).toEqual([])
  })

  it('over any network ends whole once it is tried often enough, and is stored once', async () => {
    const fates = fc.array(fc.constantFrom<Fate>('answered', 'lost', 'answer lost'), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(fates, fc.integer({ min: 1, max: 6 * PHOTO_PART_BYTES }), async (unlucky, bytes) => {
        const hospital = aHospital(unlucky)
        const picture = aPicture(bytes)
        let outcome = await uploadPhoto(ID, picture, ports(hospital.send))
        for (let tries = 0; outcome === 'stopped' && tries < 60; tries += 1) {
          outcome = await uploadPhoto(ID, picture, ports(hospital.send))
        }
        expect(outcome).toBe('whole')
        expect(hospital.stored().times).toBe(1)
        expect(hospital.stored().whole?.equals(Buffer.from(picture, 'base64'))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('goes on where it stopped: what arrived before the network went is not sent again', async () => {
    const lost: Fate[] = Array.from({ length: RETRY_AFTER_MS.length + 1 }, () => 'lost' as const)
    const hospital = aHospital(['answered', 'answered', 'answered', ...lost])
    const picture = aPicture(PHOTO_PART_BYTES * 6)
    const first = ports(hospital.send)
    expect(await uploadPhoto(ID, picture, first)).toBe('stopped')
    expect(first.percents.slice(-1)).toEqual([50])
    expect(first.waits).toEqual(RETRY_AFTER_MS)
    const before = hospital.sent.length
    expect(await uploadPhoto(ID, picture, ports(hospital.send))).toBe('whole')
    // The first part asks what is there.
    expect(hospital.sent.slice(before)).toEqual([0, 3, 4, 5])
  })

  it('begins anew when the hospital has none of its parts any more', async () => {
    const hospital = aHospital(['answered', 'answered'])
    const picture = aPicture(PHOTO_PART_BYTES * 3)
    let answers = 0
    const send: SendPart = async (part) => {
      answers += 1
      if (answers === 3) hospital.forget()
      return hospital.send(part)
    }
    expect(await uploadPhoto(ID, picture, ports(send))).toBe('whole')
    expect(hospital.stored().whole?.equals(Buffer.from(picture, 'base64'))).toBe(true)
  })

  it.each<[ErrorCode, 'broken' | 'crowded']>([
    ['photo.broken', 'broken'],
    ['input.invalid', 'broken'],
    ['photo.too_many', 'crowded'],
  ])('is not tried again at once after %s', async (code, outcome) => {
    const { send, sent } = refusing(code, 1)
    expect(await uploadPhoto(ID, aPicture(PHOTO_PART_BYTES * 3), ports(send))).toBe(outcome)
    expect(sent).toHaveLength(2)
  })

  it('ends when nobody wants it any more', async () => {
    const hospital = aHospital()
    const wanted = { ...ports(hospital.send), isWanted: () => hospital.sent.length < 2 }
    expect(await uploadPhoto(ID, aPicture(PHOTO_PART_BYTES * 5), wanted)).toBe('unwanted')
    expect(hospital.sent).toEqual([0, 1])
  })

  it('ends when the hospital takes every part and never has them all', async () => {
    let requests = 0
    const send: SendPart = () => {
      requests += 1
      return Promise.resolve(ok({ received: [], whole: false }))
    }
    expect(await uploadPhoto(ID, aPicture(PHOTO_PART_BYTES * 4), ports(send))).toBe('stopped')
    expect(requests).toBeLessThan(20)
  })

  it('is broken without a picture', async () => {
    const { send, sent } = refusing('system.failed')
    expect(await uploadPhoto(ID, '', ports(send))).toBe('broken')
    expect(sent).toEqual([])
  })
})
