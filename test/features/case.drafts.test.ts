import type { ComplaintEvent } from '#domain/complaint/complaint.model'
import type { ComplaintId, DepartmentId, EventId, StaffId } from '#domain/ids'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  begunActs,
  type CaseDraft,
  DRAFT_KEPT_DAYS,
  emptyDraft,
  loadCaseDraft,
  removeCaseDraft,
  saveCaseDraft,
  wentOutAsWritten,
} from '../../src/features/complaint/case.drafts'
import { beijing } from '../builders/complaint.builder'

const storage = vi.hoisted(() => ({ full: false, entries: new Map<string, unknown>() }))
vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => storage.entries.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (storage.full) throw new Error('no room')
      storage.entries.set(key, structuredClone(value))
    },
  },
}))

const now = beijing('2026-11-20T10:00:00')
const later = beijing('2026-12-20T10:00:00')
const one = 'a'.repeat(32) as ComplaintId
const other = 'b'.repeat(32) as ComplaintId
const eventId = 'e'.repeat(32) as EventId
const written = (text: string) => ({ ...emptyDraft, text })

beforeEach(() => {
  storage.full = false
  storage.entries.clear()
})

describe('what is written for an act', () => {
  it('is kept by case and by act until it is removed', () => {
    saveCaseDraft(one, 'reply', written('写给甲'), now)
    saveCaseDraft(one, 'note', written('记下'), now)
    saveCaseDraft(other, 'reply', written('写给乙'), now)
    expect(loadCaseDraft(one, 'reply').text).toBe('写给甲')
    expect(loadCaseDraft(other, 'reply').text).toBe('写给乙')
    removeCaseDraft(one, 'reply')
    expect(loadCaseDraft(one, 'reply')).toEqual(emptyDraft)
    expect(begunActs(one)).toEqual(['note'])
  })

  it('keeps the id of its act for the next attempt, and an id alone is nothing begun', () => {
    saveCaseDraft(one, 'accept', { ...emptyDraft, eventId }, now)
    expect(loadCaseDraft(one, 'accept').eventId).toBe(eventId)
    expect(begunActs(one)).toEqual([])
  })

  it('is begun with a choice, too', () => {
    saveCaseDraft(one, 'sort', { ...emptyDraft, urgent: false }, now)
    expect(begunActs(one)).toEqual(['sort'])
    saveCaseDraft(one, 'sort', emptyDraft, now)
    expect(begunActs(one)).toEqual([])
    saveCaseDraft(one, 'sort', { ...emptyDraft, department: { belongs: false, typed: '', id: null } }, now)
    expect(begunActs(one)).toEqual(['sort'])
  })

  it('leaves the device when it was forgotten', () => {
    saveCaseDraft(one, 'reply', written('旧的'), now)
    saveCaseDraft(other, 'note', written('新的'), later)
    expect(DRAFT_KEPT_DAYS).toBe(30)
    expect(begunActs(one)).toEqual([])
    expect(begunActs(other)).toEqual(['note'])
  })

  it('says so when the device has no room', () => {
    storage.full = true
    expect(saveCaseDraft(one, 'reply', written('写了'), now)).toBe(false)
  })

  it.each([[''], ['text'], [[]], [{ [`${one}.reply`]: 7 }], [{ [`${one}.reply`]: { text: 1, finding: 'x' } }]])(
    'starts afresh from %o',
    (stored) => {
      storage.entries.set('case.drafts', stored)
      expect(loadCaseDraft(one, 'reply')).toEqual(emptyDraft)
      expect(saveCaseDraft(one, 'reply', written('新写的'), now)).toBe(true)
    },
  )
})

describe('an attempt whose answer was lost', () => {
  const happened = { id: eventId, at: now, by: 'S1' as StaffId }
  const draft = { ...written('写的'), eventId }

  it('went out as written when the words are the same', () => {
    expect(wentOutAsWritten({ events: [{ ...happened, kind: 'noted', text: '写的' }] }, draft)).toBe(true)
    expect(
      wentOutAsWritten({ events: [{ ...happened, kind: 'noted', text: '写的' }] }, { ...draft, text: ' 写的\r\n' }),
    ).toBe(true)
    expect(wentOutAsWritten({ events: [] }, draft)).toBe(true)
  })

  it('did not when they were changed since', () => {
    expect(wentOutAsWritten({ events: [{ ...happened, kind: 'noted', text: '先写的' }] }, draft)).toBe(false)
    const found = { ...happened, kind: 'found' as const, finding: 'founded' as const, text: '写的' }
    expect(wentOutAsWritten({ events: [found] }, { ...draft, finding: 'unfounded' })).toBe(false)
    expect(wentOutAsWritten({ events: [found] }, { ...draft, finding: 'founded' })).toBe(true)
    const assigned = { ...happened, kind: 'assigned' as const, to: 'S3' as StaffId }
    expect(wentOutAsWritten({ events: [assigned] }, { ...draft, staffId: 'S4' as StaffId })).toBe(false)
  })

  const canteen = 'F04' as DepartmentId
  const sorted: ComplaintEvent = {
    ...happened,
    kind: 'sorted',
    category: 'G',
    urgent: false,
    careSetting: 'other',
    departmentId: canteen,
  }
  it.each<[Partial<CaseDraft>, boolean]>([
    [{}, true],
    [{ category: 'G', careSetting: 'other' }, true],
    [{ category: 'A' }, false],
    [{ careSetting: 'inpatient' }, false],
    [{ urgent: true }, false],
    [{ department: { belongs: true, typed: '营养膳食科', id: canteen } }, true],
    [{ department: { belongs: false, typed: '营养膳食科', id: null } }, false],
  ])('sorted with %j: %s', (chosen, asWritten) => {
    expect(wentOutAsWritten({ events: [sorted] }, { ...emptyDraft, eventId, ...chosen })).toBe(asWritten)
  })
})
