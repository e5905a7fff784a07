import { Kind } from '#domain/complaint/category'
import { filingActions } from '#domain/complaint/filing.contract'
import { describe, expect, it } from 'vitest'
import {
  firstScreen,
  screenAfter,
  screenBefore,
  screenOfField,
  screensOf,
  stepOf,
} from '../../src/features/complaint/complaint.steps'

describe.each([...Kind.options])('the form for %s', (kind) => {
  const screens = screensOf(kind)

  it('is walked through forwards and backwards, from the kind to the review', () => {
    const walked = ['kind' as const, ...screens.flatMap((screen) => screenAfter(kind, screen) ?? [])]
    expect(walked).toEqual(screens)
    expect(screens.at(-1)).toBe('review')
    expect(screens.slice(1).map((screen) => screenBefore(kind, screen))).toEqual(screens.slice(0, -1))
    expect(screenBefore(kind, 'kind')).toBeNull()
  })

  it('counts its thoughts from the first to the last, six at most, leaving none out', () => {
    const steps = screens.map((screen) => stepOf(kind, screen))
    const of = steps[0]?.of ?? 0
    expect(of).toBeLessThanOrEqual(6)
    expect(steps.every((step) => step?.of === of)).toBe(true)
    expect([...new Set(steps.map((step) => step?.now))]).toEqual(Array.from({ length: of }, (_, index) => index + 1))
  })

  it('begins after the kind where the kind is known', () => {
    expect(firstScreen(kind)).toBe(screens[1])
    expect(stepOf(kind, firstScreen(kind))?.now).toBe(1)
  })
})

describe('the form', () => {
  it('asks for the kind first, and counts nothing before it knows how much there is', () => {
    expect(firstScreen(null)).toBe('kind')
    expect(stepOf(null, 'kind')).toBeNull()
  })

  it('asks for a day, a person and consent where illness may be told of, and nowhere else', () => {
    const asking = (screen: 'when' | 'health' | 'category') =>
      Kind.options.filter((kind) => screensOf(kind).includes(screen))
    expect(asking('when')).toEqual(['complaint'])
    expect(asking('category')).toEqual(['complaint'])
    expect(asking('health')).toEqual(['complaint', 'inquiry'])
  })

  it('knows the screen of everything a person answers in the contract', () => {
    const made = new Set(['complaintId', 'selector', 'secret'])
    const answered = Object.keys(filingActions.file.input.entries).filter((field) => !made.has(field))
    expect(answered.filter((field) => screenOfField(field) === null)).toEqual([])
    expect(screenOfField('contact.phone')).toBe('contact')
    expect(screenOfField('secret')).toBeNull()
    expect(screenOfField('constructor')).toBeNull()
  })
})
