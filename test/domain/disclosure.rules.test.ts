import type { Disclosure } from '#domain/culture/disclosure.model'
import {
  actsOn,
  announce,
  beginWriting,
  confirm,
  dropDraft,
  type Hand,
  isPossibleDay,
  send,
  sendBack,
  takeAnnouncementBack,
  withdraw,
  write,
} from '#domain/culture/disclosure.rules'
import { usualSettings } from '#domain/culture/disclosure.slots'
import { DisclosureId, HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const hospitalId = v.parse(HospitalId, 'h1')
const settings = usualSettings(hospitalId, 'procurement-results')
const start = {
  id: v.parse(DisclosureId, 'a'.repeat(32)),
  hospitalId,
  slot: settings.slot,
  occurredOn: '2026-11-02',
  dueOn: '2026-11-30',
}
const NOW = Date.parse('2026-11-22T02:00:00Z') as Instant

/** Two writers of the owner, two publicity officers, one of the discipline office. */
const PEOPLE = { E1: 'w', E2: 'w', P1: 'wc', P2: 'wc', D1: 'c' }
const handOf = (name: keyof typeof PEOPLE): Hand => ({
  by: v.parse(StaffId, name),
  now: NOW,
  writes: PEOPLE[name].includes('w'),
  announces: true,
  confirms: PEOPLE[name].includes('c'),
})

const content = (text: string) => ({ title: '轮椅采购', text, attachments: [] })
const writing = (text: string, correction: string | null = null) => ({
  content: content(text),
  occurredOn: start.occurredOn,
  dueOn: start.dueOn,
  correction,
})
const publication = { audience: 'public' as const, regularOn: null, dueOn: start.dueOn }

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const published = () => {
  const draft = valueOf(beginWriting(start, writing('每台 640 元。'), settings, handOf('E1')))
  return valueOf(confirm(valueOf(send(draft, handOf('E1'))), publication, handOf('P1')))
}

describe('what a second person confirms', () => {
  const act = fc.record({
    who: fc.constantFrom(...(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[])),
    what: fc.constantFrom('write', 'send', 'sendBack', 'confirm', 'drop', 'withdraw', 'takeBack'),
    text: fc.constantFrom('甲', '乙', '丙'),
  })

  const done = (one: Disclosure, { who, what, text }: { who: keyof typeof PEOPLE; what: string; text: string }) => {
    const hand = handOf(who)
    switch (what) {
      case 'write':
        return write(one, writing(text, one.state === 'published' ? '写错了' : null), hand)
      case 'send':
        return send(one, hand)
      case 'sendBack':
        return sendBack(one, '请改', hand)
      case 'confirm':
        return confirm(one, publication, hand)
      case 'withdraw':
        return withdraw(one, '撤下', hand)
      case 'takeBack':
        return takeAnnouncementBack(one, '报错了', hand)
      default:
        return dropDraft(one, hand)
    }
  }

  it('was never written by them, whatever was done before in whatever order', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(act, { maxLength: 40 }), (isAnnounced, acts) => {
        let one = valueOf(
          isAnnounced
            ? announce('有变化', start, settings, handOf('E1'))
            : beginWriting(start, writing('甲'), settings, handOf('E1')),
        )
        const wrote = new Map<string, Set<string>>()
        if (!isAnnounced) wrote.set('甲', new Set(['E1']))
        for (const each of acts) {
          const before = one
          const next = done(one, each)
          if (!next.ok || next.value === null) continue
          one = next.value
          if (each.what === 'write' && one !== before)
            wrote.set(each.text, (wrote.get(each.text) ?? new Set()).add(each.who))
          // What is public stays as it was; its first day never changes.
          expect(one.versions.slice(0, before.versions.length)).toEqual(before.versions)
          if (before.publishedOn !== null) expect(one.publishedOn).toBe(before.publishedOn)
          if (before.state === 'withdrawn' || before.state === 'taken_back') expect(one).toEqual(before)
        }
        for (const { confirmedBy, writers, content: shown } of one.versions) {
          expect(writers).not.toContain(confirmedBy)
          expect(writers.some((writer) => wrote.get(shown.text)?.has(writer))).toBe(true)
          expect(handOf(confirmedBy as unknown as keyof typeof PEOPLE).confirms).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is for everybody only where the slot and the entry both are', () => {
    const draft = valueOf(beginWriting(start, writing('甲'), { ...settings, audience: 'staff' }, handOf('E1')))
    const sent = valueOf(send(draft, handOf('E1')))
    expect(valueOf(confirm(sent, publication, handOf('P1'))).audience).toBe('staff')
    const open = valueOf(send(valueOf(beginWriting(start, writing('甲'), settings, handOf('E1'))), handOf('E1')))
    expect(valueOf(confirm(open, { ...publication, audience: 'staff' }, handOf('P1'))).audience).toBe('staff')
  })
})

describe('an entry', () => {
  it('offers each person what they may do, and nothing that would be refused', () => {
    const draft = valueOf(beginWriting(start, writing('甲'), settings, handOf('P1')))
    expect(actsOn(draft, handOf('E1'))).toEqual(['write', 'send', 'drop'])
    const sent = valueOf(send(draft, handOf('P1')))
    expect(actsOn(sent, handOf('P1'))).toEqual(['write', 'drop'])
    expect(actsOn(sent, handOf('D1'))).toEqual(['confirm', 'sendBack'])
    expect(actsOn(published(), handOf('E2'))).toEqual(['correct'])
    expect(actsOn(published(), handOf('D1'))).toEqual(['withdraw'])
    const announced = valueOf(announce('有变化', start, settings, handOf('P1')))
    expect(actsOn(announced, handOf('P1'))).toEqual(['write'])
    expect(actsOn(announced, handOf('D1'))).toEqual(['takeBack'])
    expect(actsOn(valueOf(withdraw(published(), '撤下', handOf('D1'))), handOf('P1'))).toEqual([])
  })

  it('is of today or up to five years back', () => {
    expect(['2026-11-22', '2021-01-01'].map((day) => isPossibleDay(day, '2026-11-22'))).toEqual([true, true])
    expect(['2026-11-23', '2020-12-31'].map((day) => isPossibleDay(day, '2026-11-22'))).toEqual([false, false])
  })

  it('keeps what is public while a correction of it is dropped', () => {
    const draft = valueOf(write(published(), writing('乙', '写错了'), handOf('E1')))
    expect(draft).toMatchObject({ open: true, title: '轮椅采购', state: 'published' })
    expect(valueOf(dropDraft(draft, handOf('E2')))).toEqual(published())
  })
})
