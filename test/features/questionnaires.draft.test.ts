import type { SurveyId } from '#domain/ids'
import { readySet } from '#domain/survey/ready/ready.sets'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dropDraft, keepDraft, loadDraft } from '../../src/features/questionnaires/draft.store'
import { writeQuestion } from '../../src/features/questionnaires/form.edit'

const storage = vi.hoisted(() => ({ full: false, entries: new Map<string, unknown>() }))
vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => storage.entries.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (storage.full) throw new Error('no room')
      storage.entries.set(key, structuredClone(value))
    },
    removeStorageSync: (key: string) => storage.entries.delete(key),
  },
}))

const one = 'a'.repeat(32) as SurveyId
const other = 'b'.repeat(32) as SurveyId

beforeEach(() => {
  storage.full = false
  storage.entries.clear()
})

describe('a draft that has not reached the server', () => {
  it('is kept by itself, with the revision it was written upon', () => {
    const form = readySet('staff')
    expect(keepDraft(one, { rev: 3, form })).toBe(true)
    expect(loadDraft(one)).toEqual({ rev: 3, form })
    expect(loadDraft(other)).toBeNull()
  })

  it('is kept with words still missing', () => {
    const form = writeQuestion(readySet('peer'), readySet('peer').questions[0]?.id ?? ('q' as never), '')
    keepDraft(one, { rev: 0, form })
    expect(loadDraft(one)?.form).toEqual(form)
  })

  it('is gone once it is saved', () => {
    keepDraft(one, { rev: 0, form: readySet('staff') })
    dropDraft(one)
    expect(loadDraft(one)).toBeNull()
  })

  it('says when the device has no room', () => {
    storage.full = true
    expect(keepDraft(one, { rev: 0, form: readySet('staff') })).toBe(false)
  })

  it.each(['', 'draft', { rev: 1 }, { rev: 1, form: { title: '', questions: [] } }])('is none in %o', (stored) => {
    storage.entries.set(`questionnaire.draft.${one}`, stored)
    expect(loadDraft(one)).toBeNull()
  })
})
