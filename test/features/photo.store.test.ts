import { type PhotoId, photoIdFrom } from '#domain/ids'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FILING_ALBUM } from '../../src/features/complaint/album.names'
import {
  addressOf,
  keepPicture,
  loadAlbum,
  pictureOf,
  removeAlbum,
  saveAlbum,
  settleAlbum,
} from '../../src/files/photo.store'

const phone = vi.hoisted(() => ({ storage: new Map<string, string>(), room: Number.POSITIVE_INFINITY }))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => JSON.parse(phone.storage.get(key) ?? '""') as unknown,
    setStorageSync: (key: string, value: unknown) => {
      const text = JSON.stringify(value)
      if (text.length > phone.room) throw new Error('QuotaExceededError')
      phone.storage.set(key, text)
    },
    removeStorageSync: (key: string) => void phone.storage.delete(key),
  },
}))

const ids: PhotoId[] = [1, 2, 3].map((number) => photoIdFrom(new Uint8Array(16).fill(number)))
const [first, second, third] = ids as [PhotoId, PhotoId, PhotoId]
const LATER = 'step.12345678'

const anAlbum = () => {
  for (const id of ids) keepPicture(id, `picture of ${id}`)
  saveAlbum(FILING_ALBUM, [
    { id: first, state: 'sent' },
    { id: second, state: 'waiting' },
    { id: third, state: 'sent' },
  ])
}

beforeEach(() => {
  removeAlbum(FILING_ALBUM)
  removeAlbum(LATER)
  phone.storage.clear()
  phone.room = Number.POSITIVE_INFINITY
})

describe('photos on this phone', () => {
  it('are there again after the page was closed, with their pictures', () => {
    anAlbum()
    expect(loadAlbum(FILING_ALBUM).map(({ id, state }) => [id, state, pictureOf(id)])).toEqual([
      [first, 'sent', `picture of ${first}`],
      [second, 'waiting', `picture of ${second}`],
      [third, 'sent', `picture of ${third}`],
    ])
    expect(addressOf(first)).toBe(`data:image/jpeg;base64,picture of ${first}`)
  })

  it('leave nothing when they are given up', () => {
    anAlbum()
    removeAlbum(FILING_ALBUM)
    expect([...phone.storage.keys()]).toEqual([])
  })

  it('that went with a complaint leave, those that had not arrived wait beside the case', () => {
    anAlbum()
    settleAlbum(FILING_ALBUM, [first, third], LATER)
    expect(loadAlbum(FILING_ALBUM)).toEqual([])
    expect(loadAlbum(LATER)).toEqual([{ id: second, state: 'waiting' }])
    expect([pictureOf(first), pictureOf(second), pictureOf(third)]).toEqual(['', `picture of ${second}`, ''])
  })

  it('of a case stay when a step went without them', () => {
    anAlbum()
    settleAlbum(FILING_ALBUM, [], LATER)
    const before = loadAlbum(LATER)
    settleAlbum(LATER, [], LATER)
    expect(loadAlbum(LATER)).toEqual(before)
    settleAlbum(LATER, [first], LATER)
    expect(loadAlbum(LATER).map(({ id }) => id)).toEqual([second, third])
  })

  it('are held as long as the program runs where the phone has no room', () => {
    phone.room = 10
    expect(keepPicture(first, 'a picture too large')).toBe(false)
    expect(pictureOf(first)).toBe('a picture too large')
    expect(saveAlbum(FILING_ALBUM, [{ id: first, state: 'waiting' }])).toBe(false)
  })

  it('are none where something else was stored', () => {
    phone.storage.set(`complaint.album.${FILING_ALBUM}`, '[{"id":"x","state":"lost"}]')
    expect(loadAlbum(FILING_ALBUM)).toEqual([])
  })
})
