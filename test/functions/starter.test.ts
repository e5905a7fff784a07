import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asCulture, cultureIn } from './culture.staff'
import { founded, OPENIDS, type OpenedCloud, openCloud } from './opened.cloud'

interface Row {
  key: string
  column: string
  title: string
  taken: boolean
}

let cloud: OpenedCloud

beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  await cultureIn(cloud)
})

afterAll(() => cloud.close())

const call = (action: string, input: unknown, openid?: string) => cloud.call('culture', action, input, openid)

const must = async <T>(action: string, input: unknown, openid: string): Promise<T> => {
  const reply = await call(action, input, openid)
  if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
  return reply.value as T
}

const rows = async () => (await must<{ rows: Row[] }>('starterSet', {}, asCulture.publicist)).rows

interface OnDesk {
  id: string
  rev: number
  title: string
  writers: unknown[]
}

const onDesk = async (title: string) => {
  const desk = await must<{ rows: OnDesk[] }>('drafts', { queue: 'writing', skip: 0 }, asCulture.publicist)
  return desk.rows.filter((row) => row.title === title)
}

describe('the starter set', () => {
  it('is shown to those who keep the pages, and to nobody else', async () => {
    expect((await rows()).length).toBeGreaterThanOrEqual(24)
    expect((await call('starterSet', {}, asCulture.discipline)).ok).toBe(true)
    for (const openid of [asCulture.editor, asCulture.head, OPENIDS.administrator, OPENIDS.officer, 'openid-visitor']) {
      expect(await call('starterSet', {}, openid)).toMatchObject({ code: 'auth.forbidden' })
      const taking = await call('takeStarterPieces', { keys: ['story-night-lamp'] }, openid)
      expect(taking).toMatchObject({ code: 'auth.forbidden' })
    }
    expect((await rows()).filter(({ taken }) => taken)).toEqual([])
  })

  it('puts a piece on the desk once, however often and by whom it is taken', async () => {
    const keys = ['story-night-lamp', 'rule-privacy']
    const both = [asCulture.publicist, asCulture.discipline].map((openid) =>
      call('takeStarterPieces', { keys }, openid),
    )
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true])
    await must('takeStarterPieces', { keys }, asCulture.publicist2)
    expect((await rows()).filter(({ taken }) => taken).map(({ key }) => key)).toEqual(keys)
    expect(await onDesk('夜灯')).toHaveLength(1)
  })

  it('takes nothing where one key is not known', async () => {
    const taking = await call('takeStarterPieces', { keys: ['culture-bell', 'not-there'] }, asCulture.publicist)
    expect(taking).toMatchObject({ code: 'article.unknown' })
    expect((await rows()).find(({ key }) => key === 'culture-bell')?.taken).toBe(false)
  })

  it('makes nobody a writer, so that whoever took it may review it; three steps are left to two people', async () => {
    const [draft] = await onDesk('夜灯')
    if (!draft) throw new Error('it was taken above')
    let { rev } = await must<OnDesk>('sendForReview', { id: draft.id, rev: 0 }, asCulture.publicist)
    const early = await call('publishDraft', { id: draft.id, rev, publishAt: null, goneAt: null }, asCulture.publicist)
    expect(early).toMatchObject({ code: 'article.not_approved' })
    for (const [step, openid] of [
      ['department', asCulture.head],
      ['publicity', asCulture.publicist],
      ['discipline', asCulture.discipline],
    ] as const) {
      const seen = { id: draft.id, rev, step, deidentified: false }
      rev = (await must<OnDesk>('approveDraft', seen, openid)).rev
    }
    await must('publishDraft', { id: draft.id, rev, publishAt: null, goneAt: null }, asCulture.publicist)
    const home = await call('cultureHome', {})
    expect(home.value?.['lead']).toMatchObject({ title: '夜灯', cover: { kind: 'plate', name: 'story-night-lamp' } })
  })

  it('makes a writer of whoever changes a word, who may then not review it', async () => {
    const title = '第五条：帘子拉上，名字也要拉上'
    const [{ id }] = (await onDesk(title)) as [OnDesk]
    const draft = await must<OnDesk & { content: Record<string, unknown> }>('draft', { id }, asCulture.publicist)
    const content = { ...draft.content, byline: '文 / 宣传科' }
    const saved = await must<OnDesk>('saveDraft', { id, rev: draft.rev, content, keep: false }, asCulture.publicist)
    expect(saved.writers).toHaveLength(1)
    // The piece as it came can be had back.
    const first = await must<{ content: unknown }>('draftVersion', { id, version: 1 }, asCulture.publicist)
    expect(first.content).toEqual(draft.content)
    const sent = await must<OnDesk>('sendForReview', { id, rev: saved.rev }, asCulture.publicist)
    const approval = { id, rev: sent.rev, step: 'department', deidentified: false }
    expect(await call('approveDraft', approval, asCulture.publicist)).toMatchObject({ code: 'article.own_words' })
  })
})
