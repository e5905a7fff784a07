import type { DraftView } from '#domain/culture/desk.contract'
import type { ArticleCard, ArticleView, Tombstone } from '#domain/culture/reader.contract'
import type { ActionOutput } from '#domain/contract'
import type { cultureContract } from '#domain/culture/culture.contract'
import { beijingDay, daysAfter, endOfBeijingDay, type Instant } from '#domain/instant'
import { READERS_PER_MINUTE } from '#domain/culture/reading.rules'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { contentsUnder } from '../builders/files'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anArticle, asCulture, cultureIn, hex } from './culture.staff'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The hour hand that every function reads. */
let ahead = 0
const now = () => Date.now() + ahead

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud({ clock: now })
  await founded(cloud)
  await cultureIn(cloud)
})
afterAll(() => cloud.close())

type Who = keyof typeof asCulture
type Output<A extends keyof (typeof cultureContract)['actions'] & string> = ActionOutput<typeof cultureContract, A>

const desk = (who: Who, action: string, input: unknown) => cloud.call('culture', action, input, asCulture[who])
const draftOf = async (who: Who, action: string, input: unknown): Promise<DraftView> => {
  const reply = await desk(who, action, input)
  if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
  return reply.value as unknown as DraftView
}
const read = async <A extends keyof (typeof cultureContract)['actions'] & string>(action: A, input: unknown) => {
  const reply = await cloud.call('culture', action, input)
  if (!reply.ok) throw new Error(`${action}: ${reply.code}`)
  return reply.value as unknown as Output<A>
}

const seen = ({ id, rev }: DraftView) => ({ id, rev })

const saved = (about: Record<string, unknown> = {}, who: Who = 'editor', id = hex()) =>
  draftOf(who, 'saveDraft', { id, rev: null, content: anArticle(about), keep: true })

const REVIEWERS = [
  ['head', 'department'],
  ['publicist', 'publicity'],
  ['discipline', 'discipline'],
] as const

const approved = async (draft: DraftView, deidentified = false): Promise<DraftView> => {
  let at = await draftOf('editor', 'sendForReview', seen(draft))
  for (const [who, step] of REVIEWERS) at = await draftOf(who, 'approveDraft', { ...seen(at), step, deidentified })
  return at
}

const published = async (about: Record<string, unknown> = {}, times: Record<string, unknown> = {}) => {
  const draft = await approved(await saved(about))
  return draftOf('publicist', 'publishDraft', { ...seen(draft), publishAt: null, goneAt: null, ...times })
}

const articleOf = async (id: string): Promise<{ article: ArticleView | null; tombstone: Tombstone | null } | null> => {
  const reply = await cloud.call('culture', 'article', { id })
  if (reply.code === 'article.unknown') return null
  return reply.value as unknown as { article: ArticleView | null; tombstone: Tombstone | null }
}

const found = async (words: string, column: string | null = null): Promise<ArticleCard[]> => {
  const rows: ArticleCard[] = []
  for (let after: unknown = null; ; ) {
    const page = await read('searchArticles', { words, column, after })
    rows.push(...page.rows.map(({ card }) => card))
    if (!page.next) return rows
    after = page.next
  }
}

const NO_FILTER = { column: null, fiveClean: null, departmentId: null, series: null }
const listed = async (filter: Record<string, unknown> = {}): Promise<ArticleCard[]> => {
  const rows: ArticleCard[] = []
  for (let after: unknown = null; ; ) {
    const page = await read('articles', { filter: { ...NO_FILTER, ...filter }, after })
    rows.push(...page.rows)
    if (!page.next) return rows
    after = page.next
  }
}

/** As many more of a published article, a minute apart and later, as if they had been there. */
const multiplied = async (out: DraftView, count: number, change: (content: object, one: number) => object) => {
  const line = cloud
    .exportAll()
    .split('\n')
    .find((one) => one.includes(`"${out.id}:1"`) && one.includes('"draftRev"'))
  const exported = JSON.parse(line ?? '{}') as { document?: { at: number; content: object } }
  const copy = exported.document ?? (exported as { at: number; content: object })
  const made = Array.from({ length: count }, (_, one) => {
    const [articleId, at] = [hex(), copy.at + (one + 1) * 60_000]
    const id = `${articleId}:1`
    return { ...copy, _id: id, id, articleId, at, from: at, content: change(copy.content, one) }
  })
  await cloud.insertMissing('articles', made)
  ahead += (count + 1) * 60_000
  return made.map(({ articleId }) => articleId).reverse()
}

describe('an article', () => {
  it('goes from the desk past three steps and two people to everybody, and is found by its words', async () => {
    const draft = await saved({ title: '从稿纸到走廊' })
    expect(draft).toMatchObject({ state: 'writing', acts: ['write', 'sendForReview'], unfinished: [], version: 1 })
    const out = await published({ title: '从稿纸到走廊', summary: '她把信封退回去的那一夜。' })
    expect(out).toMatchObject({ state: 'published', shown: true, publishedBy: { name: '卢' } })
    const { article } = (await articleOf(out.id)) ?? {}
    expect(article).toMatchObject({ title: '从稿纸到走廊', departmentName: '呼吸科', minutes: 1, changedOn: null })
    expect(article?.content).not.toHaveProperty('realCase')
    expect((await listed({ column: 'story' })).map(({ id }) => id)).toContain(out.id)
    const page = await read('searchArticles', { words: '从稿纸', column: null, after: null })
    expect(page.rows[0]).toMatchObject({
      card: { id: out.id },
      title: [
        { text: '从稿纸', found: true },
        { text: '到走廊', found: false },
      ],
    })
    const home = await read('cultureHome', {})
    expect(home.lead?.id).toBe(out.id)
    expect(home.columns.find(({ column }) => column === 'story')).toMatchObject({ total: 1 })
    expect((await read('articlesOf', { ids: [hex(), out.id] })).rows.map(({ id }) => id)).toEqual([out.id])
  })
})

describe('a desk', () => {
  it('saves by itself, and the same save again is harmless, also after a lost answer', async () => {
    const id = hex()
    const first = { id, rev: null, content: anArticle({ title: '' }), keep: false }
    const draft = await draftOf('editor', 'saveDraft', first)
    expect(draft).toMatchObject({ unfinished: ['title'], version: 0 })
    expect(await draftOf('editor', 'saveDraft', first)).toEqual(draft)
    const next = { id, rev: draft.rev, content: anArticle({ title: '灯' }), keep: false }
    const renamed = await draftOf('editor', 'saveDraft', next)
    expect(await draftOf('editor', 'saveDraft', next)).toEqual(renamed)
    expect(await desk('head', 'saveDraft', { ...next, content: anArticle({ title: '别的' }) })).toMatchObject({
      code: 'data.changed',
    })
    const atOnce = ['editor', 'head', 'publicist'] as const
    const replies = await Promise.all(
      atOnce.map((who) =>
        desk(who, 'saveDraft', { id, rev: renamed.rev, content: anArticle({ title: who }), keep: true }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.flatMap(({ code }) => code ?? [])).toEqual(['data.changed', 'data.changed'])
  })

  it('keeps versions, the published ones always, and loses nothing by going back to one', async () => {
    const out = await published({ title: '第一版' })
    // As if somebody had kept sixty between the first and the next.
    const between = Array.from({ length: 60 }, (_, at) => {
      const version = 1 + (at + 1) / 100
      const content = anArticle({ title: `改到第${at}遍` })
      const by = { hospitalId: 'h1', articleId: out.id, at: now(), by: 'S21', writers: ['S21'] }
      return { id: `${out.id}:${version}`, rev: 0, ...by, version, content, isPublished: false }
    })
    await cloud.insertMissing('article_versions', between)
    const second = { ...seen(out), content: anArticle({ title: '第二版' }), keep: true }
    let draft = await draftOf('editor', 'saveDraft', second)
    const versionsOf = async () => {
      const reply = await desk('editor', 'draftVersions', { id: draft.id })
      return (reply.value as unknown as Output<'draftVersions'>).versions
    }
    const kept = await versionsOf()
    expect(kept).toHaveLength(51)
    expect(kept.filter((version) => version.published)).toMatchObject([{ title: '第一版', by: { name: '宋' } }])
    const unsaved = anArticle({ title: '还没有留版的字' })
    draft = await draftOf('editor', 'saveDraft', { ...seen(draft), content: unsaved, keep: false })
    const version = kept.at(-1)?.version ?? 0
    const back = await draftOf('head', 'restoreVersion', { ...seen(draft), version })
    expect(back).toMatchObject({ content: { title: '第一版' }, state: 'writing', shown: true })
    expect(back.writers.map(({ name }) => name).sort()).toEqual(['宋', '陶'])
    expect((await versionsOf())[0]).toMatchObject({ title: '还没有留版的字' })
    // Going back is writing: the head may not let it pass.
    const sent = await draftOf('editor', 'sendForReview', seen(back))
    const passing = { ...seen(sent), step: 'department', deidentified: false }
    expect(await desk('head', 'approveDraft', passing)).toMatchObject({ code: 'article.own_words' })
    expect(await desk('head', 'sendDraftBack', { ...seen(sent), reason: '再看看' })).toMatchObject({
      code: 'article.own_words',
    })
    expect(await desk('editor', 'draftVersion', { id: draft.id, version: 99 })).toMatchObject({
      code: 'article.unknown',
    })
  })

  it('makes a writer of a reviewer who changes one sign, and ends what was passed', async () => {
    const draft = await approved(await saved())
    const content = anArticle({ title: '门口的那盏灯。' })
    const changed = await draftOf('publicist', 'saveDraft', { ...seen(draft), content, keep: false })
    expect(changed).toMatchObject({ state: 'writing', approvals: [] })
    const again = await draftOf('editor', 'sendForReview', seen(changed))
    const passed = await draftOf('head', 'approveDraft', { ...seen(again), step: 'department', deidentified: false })
    expect(passed.approvals).toMatchObject([{ step: 'department', by: { name: '陶', mine: true } }])
    const own = await draftOf('publicist', 'draft', { id: draft.id })
    expect(own.acts).not.toContain('approve')
    expect(own.why).toMatch(/另一位宣传专员/)
    const step = { ...seen(passed), step: 'publicity', deidentified: false }
    expect(await desk('publicist', 'approveDraft', step)).toMatchObject({ code: 'article.own_words' })
    // The same person with every post may not take all three steps either.
    const theirs = await draftOf('everything', 'approveDraft', step)
    const last = { ...seen(theirs), step: 'discipline', deidentified: false }
    const passed3 = await draftOf('discipline', 'approveDraft', last)
    expect(await desk('publicist', 'publishDraft', { ...seen(passed3), publishAt: null, goneAt: null })).toMatchObject({
      code: 'article.own_words',
    })
    // A retry of what was passed is answered as it is.
    expect(await draftOf('discipline', 'approveDraft', last)).toEqual(passed3)
    expect(await desk('publicist2', 'publishDraft', { ...seen(passed3), publishAt: null, goneAt: null })).toMatchObject(
      {
        ok: true,
      },
    )
  })

  it('is closed to who has no post at it, and to other departments until an article is through', async () => {
    const draft = await saved()
    for (const who of [undefined, 'openid-handler', 'openid-administrator', 'openid-nobody']) {
      const reply = await cloud.call('culture', 'draft', { id: draft.id }, who)
      expect(['auth.forbidden', 'auth.required']).toContain(reply.code)
    }
    expect(await desk('outsider', 'draft', { id: draft.id })).toMatchObject({ code: 'article.unknown' })
    const writing = { ...seen(draft), content: anArticle({ title: '我来改' }), keep: false }
    expect(await desk('outsider', 'saveDraft', writing)).toMatchObject({ code: 'article.unknown' })
    const through = await approved(draft)
    expect(await desk('outsider', 'draft', { id: draft.id })).toMatchObject({ ok: true, value: { acts: [] } })
    expect(await desk('outsider', 'saveDraft', { ...writing, ...seen(through) })).toMatchObject({
      code: 'auth.forbidden',
    })
    const versionsFor = async (who: Who) => (await desk(who, 'draftVersions', { id: draft.id })).value?.['versions']
    const first = { id: draft.id, version: 1 }
    expect(await versionsFor('outsider')).toEqual([])
    expect(await desk('outsider', 'draftVersion', first)).toMatchObject({ code: 'auth.forbidden' })
    // What is public beside a change may be read by whoever may see the change, and no other version.
    const times = { publishAt: null, goneAt: null }
    const out = await draftOf('publicist', 'publishDraft', { ...seen(through), ...times })
    const content = anArticle({ title: '第二稿' })
    const changed = await approved(await draftOf('editor', 'saveDraft', { ...seen(out), content, keep: true }))
    expect(await versionsFor('outsider')).toMatchObject([{ version: 1, published: true }])
    expect(await desk('outsider', 'draftVersion', first)).toMatchObject({ ok: true })
    expect(await desk('outsider', 'draftVersion', { ...first, version: 2 })).toMatchObject({ code: 'auth.forbidden' })
    await draftOf('discipline', 'withdrawArticle', { ...seen(changed), reason: '写错了' })
    expect(await desk('outsider', 'draftVersion', first)).toMatchObject({ code: 'article.unknown' })
  })

  it('says in its queues whose turn it is', async () => {
    const sent = await draftOf('editor', 'sendForReview', seen(await saved({ title: '轮到谁' })))
    const queue = async (who: Who, name: string) =>
      ((await desk(who, 'drafts', { queue: name, skip: 0 })).value as unknown as Output<'drafts'>).rows.find(
        ({ id }) => id === sent.id,
      )
    expect(await queue('head', 'mine')).toMatchObject({ step: 'department', mine: true, writers: ['宋'] })
    expect(await queue('publicist', 'mine')).toBeUndefined()
    expect(await queue('publicist', 'review')).toMatchObject({ mine: false })
    expect(await queue('outsider', 'review')).toBeUndefined()
    const back = await draftOf('head', 'sendDraftBack', { ...seen(sent), reason: '日期写错了' })
    expect(await queue('editor', 'mine')).toMatchObject({ state: 'writing' })
    const keeps = async (who: Who) => (await desk(who, 'drafts', { queue: 'mine', skip: 0 })).value?.['keepsPages']
    expect([await keeps('editor'), await keeps('publicist')]).toEqual([false, true])
    const removed = await desk('editor', 'removeDraft', seen(back))
    expect(removed).toMatchObject({ ok: true })
    expect(await desk('editor', 'draft', { id: sent.id })).toMatchObject({ code: 'article.unknown' })
    const out = await published()
    expect(await desk('editor', 'removeDraft', seen(out))).toMatchObject({ code: 'article.published' })
  })

  it('knows whoever wrote by any name and any post, and lets them neither pass nor publish it', async () => {
    const content = anArticle({ title: '换了岗的人' })
    const draft = await draftOf('head', 'saveDraft', { id: hex(), rev: null, content, keep: true })
    const is = async (name: string, roles: string[], departmentId: string) => {
      const { value } = await cloud.call('hospital', 'people', {}, OPENIDS.administrator)
      const people = (value?.['rows'] ?? []) as { id: string; rev: number }[]
      const rev = people.find(({ id }) => id === 'S22')?.rev
      const change = { staffId: 'S22', rev, number: 'QJ-S22', name, departmentId, roles }
      expect(await cloud.call('hospital', 'changePerson', change, OPENIDS.administrator)).toMatchObject({ ok: true })
    }
    await is('陶新', ['department_head', 'publicity', 'discipline'], 'F05')
    let at = await draftOf('head', 'sendForReview', seen(draft))
    const takes = (who: Who, step: string) => desk(who, 'approveDraft', { ...seen(at), step, deidentified: true })
    for (const [who, step] of [
      ['everything', 'department'],
      ['publicist', 'publicity'],
      ['discipline', 'discipline'],
    ] as const) {
      expect(await takes('head', step)).toMatchObject({
        code: expect.stringMatching(/^(article\.own_words|auth\.forbidden)$/),
      })
      at = (await takes(who, step)).value as unknown as DraftView
    }
    const times = { publishAt: null, goneAt: null }
    expect(await desk('head', 'publishDraft', { ...seen(at), ...times })).toMatchObject({ code: 'article.own_words' })
    const out = await draftOf('publicist', 'publishDraft', { ...seen(at), ...times })
    // Over, it does not begin anew by them either; nor after it was withdrawn and the same words were put back.
    const again = { publishAt: null, goneAt: now() + HOUR }
    expect(await desk('head', 'publishDraft', { ...seen(out), ...again })).toMatchObject({ code: 'article.own_words' })
    const gone = await draftOf('publicist', 'withdrawArticle', { ...seen(out), reason: '再核一遍' })
    expect(gone.acts).not.toContain('publish')
    expect(await desk('publicist', 'publishDraft', { ...seen(gone), ...times })).toMatchObject({
      code: 'article.not_approved',
    })
    await draftOf('publicist', 'restoreVersion', { ...seen(gone), version: 1 })
    await is('陶', ['department_head'], '03.01')
  })

  it('shows nothing to the public before its minute, whatever is asked with its number', async () => {
    const word = '未发先知'
    const waiting = await approved(await saved({ title: word, series: word, summary: word }))
    const isNowhere = async () => {
      for (const [action, more] of Object.entries({ article: {}, articleCode: {}, readArticle: { reader: hex() } })) {
        const reply = await cloud.call('culture', action, { id: waiting.id, ...more })
        expect([action, reply.code]).toEqual([action, 'article.unknown'])
      }
      const lists = [await read('cultureHome', {}), await read('articles', { filter: NO_FILTER, after: null })]
      expect(JSON.stringify(lists)).not.toContain(word)
      expect((await read('articlesOf', { ids: [waiting.id] })).rows).toEqual([])
      expect(await found(word)).toEqual([])
      for (const { id } of await listed()) expect((await articleOf(id))?.article?.next?.id).not.toBe(waiting.id)
    }
    await isNowhere()
    const times = { publishAt: now() + HOUR, goneAt: null }
    const planned = await draftOf('publicist', 'publishDraft', { ...seen(waiting), ...times })
    await draftOf('publicist', 'pinArticle', { ...seen(planned), pinned: true })
    await cloud.fireTimer('clock')
    await isNowhere()
  })

  it('knows no department and no picture that is not there', async () => {
    const of = (about: Record<string, unknown>) =>
      desk('editor', 'saveDraft', { id: hex(), rev: null, content: anArticle(about), keep: false })
    expect(await of({ departmentId: '99' })).toMatchObject({ code: 'hospital.department_unknown' })
    const image = { kind: 'image', mediaId: hex(), alt: '灯', width: 4, height: 3 }
    expect(await of({ blocks: [image] })).toMatchObject({ code: 'media.unknown' })
  })
})

describe('time', () => {
  it('shows an article from its minute until its minute, whether or not a timer runs', async () => {
    const times = { publishAt: now() + HOUR, goneAt: now() + 3 * HOUR }
    const total = async () => (await read('cultureHome', {})).columns.find(({ column }) => column === 'news')?.total
    const before = (await total()) ?? 0
    const out = await published({ column: 'news', title: '周三街头义诊通知' }, times)
    expect(out).toMatchObject({ state: 'published', shown: false, publishAt: times.publishAt })
    const isThere = async () => [
      (await articleOf(out.id)) !== null,
      (await listed({ column: 'news' })).some(({ id }) => id === out.id),
      (await found('街头义诊通知')).some(({ id }) => id === out.id),
      (await total()) === before + 1,
    ]
    expect(await isThere()).toEqual([false, false, false, false])
    ahead += HOUR + 1000
    expect(await isThere()).toEqual([true, true, true, true])
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true })
    expect(await isThere()).toEqual([true, true, true, true])
    ahead += 2 * HOUR
    expect(await isThere()).toEqual([false, false, false, false])
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true })
    expect(await isThere()).toEqual([false, false, false, false])
    const again = await draftOf('publicist', 'publishDraft', { ...seen(out), publishAt: null, goneAt: null })
    expect(again.shown).toBe(true)
    expect(await isThere()).toEqual([true, true, true, true])
  })

  it('leaves the earlier copy of a changed article until the change begins', async () => {
    const out = await published({ title: '原来的说法', column: 'education' })
    const content = anArticle({ title: '改过的说法', column: 'culture' })
    const changed = await draftOf('editor', 'saveDraft', { ...seen(out), content, keep: false })
    expect(changed).toMatchObject({ state: 'writing', shown: true })
    expect((await articleOf(out.id))?.article?.title).toBe('原来的说法')
    const passed = await approved(changed)
    const publishAt = now() + 2 * HOUR
    await draftOf('publicist2', 'publishDraft', { ...seen(passed), publishAt, goneAt: null })
    expect((await articleOf(out.id))?.article).toMatchObject({ title: '原来的说法', changedOn: null })
    expect(await found('改过的说法')).toEqual([])
    ahead += 2 * HOUR + 1000
    const { article } = (await articleOf(out.id)) ?? {}
    expect(article).toMatchObject({ title: '改过的说法', column: 'culture', changedOn: expect.any(String) })
    expect(await found('原来的说法')).toEqual([])
    expect((await listed({ column: 'education' })).some(({ id }) => id === out.id)).toBe(false)
    expect((await listed({ column: 'culture' })).filter(({ id }) => id === out.id)).toHaveLength(1)
    await cloud.fireTimer('clock')
    expect((await found('改过的说法')).map(({ id }) => id)).toEqual([out.id])
  })

  it('passes while the whole cloud is down, and what was planned is there when it is up again', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'restart-'))
    let later = 0
    const open = () => openCloud({ dataDir, clock: () => Date.now() + later })
    const before = await open()
    await founded(before)
    await cultureIn(before)
    const draft = { id: hex(), rev: null, content: anArticle({ title: '停机也不误点' }), keep: true }
    const as = async (one: OpenedCloud, who: Who, action: string, input: unknown) =>
      (await one.call('culture', action, input, asCulture[who])).value as unknown as DraftView
    let at = await as(before, 'editor', 'saveDraft', draft)
    at = await as(before, 'editor', 'sendForReview', seen(at))
    for (const [who, step] of REVIEWERS) {
      at = await as(before, who, 'approveDraft', { ...seen(at), step, deidentified: false })
    }
    const publishAt = Date.now() + HOUR
    at = await as(before, 'publicist', 'publishDraft', { ...seen(at), publishAt, goneAt: publishAt + HOUR })
    expect(at.state).toBe('published')
    expect(await before.call('culture', 'article', { id: draft.id })).toMatchObject({ code: 'article.unknown' })
    await before.close()
    later = HOUR + 1000
    const after = await open()
    expect(await after.call('culture', 'article', { id: draft.id })).toMatchObject({
      value: { article: { title: '停机也不误点' } },
    })
    await after.close()
    later = 2 * HOUR + 1000
    const last = await open()
    expect(await last.call('culture', 'article', { id: draft.id })).toMatchObject({ code: 'article.unknown' })
    await last.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
})

describe('withdrawing', () => {
  it('leaves a word why, and nothing of the article to be read or found', async () => {
    const words = '只在这一篇里的一句话'
    const blocks = [{ kind: 'paragraph', spans: [{ text: `${words}，后来发现不实。` }] }]
    const out = await published({ title: '要撤的一篇', summary: '撤之前的摘要', blocks, series: '院史红廉' })
    await cloud.fireTimer('clock')
    expect((await found(words)).map(({ id }) => id)).toEqual([out.id])
    // Whoever has begun to change it changes no word of what is said in its place.
    const begun = { ...seen(out), content: anArticle({ title: '还没审过的新标题' }), keep: false }
    const changed = await draftOf('editor', 'saveDraft', begun)
    const reason = '文中一处日期有误，核实后重发。'
    expect(await desk('editor', 'withdrawArticle', { ...seen(changed), reason })).toMatchObject({
      code: 'auth.forbidden',
    })
    const withdrawing = { ...seen(changed), reason }
    const gone = await draftOf('discipline', 'withdrawArticle', withdrawing)
    expect(gone).toMatchObject({ state: 'withdrawn', shown: false, withdrawn: { reason, by: { name: '贺' } } })
    expect(await draftOf('discipline', 'withdrawArticle', withdrawing)).toEqual(gone)
    const isGone = async () => {
      expect(await articleOf(out.id)).toMatchObject({ article: null, tombstone: { title: '要撤的一篇', reason } })
      expect(await found(words)).toEqual([])
      expect(
        JSON.stringify([await listed(), await read('cultureHome', {}), await read('articlesOf', { ids: [out.id] })]),
      ).not.toMatch(/要撤的一篇|撤之前的摘要|院史红廉/)
      expect(await cloud.call('culture', 'readArticle', { id: out.id, reader: hex() })).toMatchObject({
        code: 'article.unknown',
      })
    }
    await isGone()
    const publicLines = () =>
      cloud
        .exportAll()
        .split('\n')
        .filter((line) => /"articles"|"article_postings"/.test(line) && line.includes(out.id))
    expect(publicLines().some((line) => line.includes('一句话'))).toBe(false)
    await cloud.fireTimer('clock')
    await isGone()
    expect(publicLines()).toEqual([])
    // It can be put right and come again, after a review by others.
    const right = await draftOf('editor', 'saveDraft', {
      ...seen(gone),
      content: anArticle({ title: '改正后的一篇' }),
      keep: true,
    })
    const anew = await approved(right)
    const publishAt = now() + HOUR
    const times = { publishAt, goneAt: publishAt + HOUR }
    const back = await draftOf('publicist', 'publishDraft', { ...seen(anew), ...times })
    await isGone()
    ahead += HOUR + 1000
    expect(await articleOf(back.id)).toMatchObject({ article: { title: '改正后的一篇' }, tombstone: null })
    // Once it was there again, the old word is over.
    await cloud.fireTimer('clock')
    ahead += HOUR
    expect(await articleOf(back.id)).toBeNull()
  })
})

describe('a publishing that was cut off', () => {
  it('is finished by the clock, or by whoever looks at it next', async () => {
    const out = await published({ title: '发到一半' })
    const lines = cloud.exportAll().split('\n')
    const stored = lines
      .map((line) => line && JSON.parse(line))
      .find((one) => JSON.stringify(one)?.includes('"发到一半"') && JSON.stringify(one).includes('isSettled'))
    const draft = stored.document ?? stored.data ?? stored
    const cutOff = (id: string) => ({
      ...draft,
      _id: id,
      id,
      isSettled: false,
      content: { ...draft.content, title: `断在${id.slice(0, 4)}` },
    })
    const [one, other] = [hex(), hex()]
    await cloud.insertMissing('article_drafts', [cutOff(one), cutOff(other)])
    expect(await articleOf(one)).toBeNull()
    await cloud.fireTimer('clock')
    expect((await articleOf(one))?.article?.title).toBe(`断在${one.slice(0, 4)}`)
    const third = hex()
    await cloud.insertMissing('article_drafts', [cutOff(third)])
    expect(await desk('publicist', 'draft', { id: third })).toMatchObject({ ok: true })
    expect((await articleOf(third))?.article?.title).toBe(`断在${third.slice(0, 4)}`)
    for (const id of [one, other, third, out.id]) {
      const { rev } = await draftOf('publicist', 'draft', { id })
      await draftOf('publicist', 'withdrawArticle', { id, rev, reason: '试完了' })
    }
  })
})

describe('lists', () => {
  it('are read page by page, each once, the newest first, what is on top before them', async () => {
    const about = { column: 'culture', title: '本草之一', series: '本草说廉', fiveClean: ['care'] }
    const oldest = await published(about)
    const later = await multiplied(oldest, 22, (content, one) => ({ ...content, title: `本草之${one + 2}` }))
    const ids = [...later, oldest.id]
    expect((await listed({ series: '本草说廉' })).map(({ id }) => id)).toEqual(ids)
    expect((await listed({ column: 'culture', fiveClean: 'care' })).map(({ id }) => id)).toEqual(ids)
    expect((await listed({ departmentId: '03.01', series: '本草说廉' })).map(({ id }) => id)).toEqual(ids)
    expect(await listed({ departmentId: 'F05' })).toEqual([])
    const first = await read('articles', { filter: NO_FILTER, after: null })
    expect(first.series).toContain('本草说廉')
    expect(first.departments).toContainEqual({ id: '03.01', name: '呼吸科' })
    expect(await desk('editor', 'pinArticle', { ...seen(oldest), pinned: true })).toMatchObject({
      code: 'auth.forbidden',
    })
    await draftOf('publicist', 'pinArticle', { ...seen(oldest), pinned: true })
    expect((await listed({ series: '本草说廉' })).map(({ id }) => id)).toEqual([oldest.id, ...ids.slice(0, -1)])
    expect((await read('cultureHome', {})).lead?.id).toBe(oldest.id)
    expect((await articleOf(ids[0] ?? ''))?.article?.next?.id).toBe(ids[1])
    expect((await articleOf(oldest.id))?.article?.next).not.toBeNull()
  })
})

describe('a search', () => {
  const long = '走廊'.repeat(200)
  it('finds the same whether words are in the postings or not yet, in pages, and says where it stands', async () => {
    const paragraph = (text: string) => [{ kind: 'paragraph', spans: [{ text }] }]
    const first = { column: 'education', title: '第0课', blocks: paragraph(`${long}阿胶与银针`) }
    const oldest = await published(first)
    const later = await multiplied(oldest, 11, (content, one) => ({
      ...content,
      title: `第${one + 1}课`,
      blocks: paragraph(`${long}阿胶与银针${one % 2 ? '' : '，奉还'}`),
    }))
    const made = [...later, oldest.id]
    const all = async () => [
      (await found('阿胶与银针')).map(({ id }) => id),
      (await found('银针', 'education')).map(({ id }) => id),
      (await found('银针', 'news')).map(({ id }) => id),
      (await found('针')).map(({ id }) => id),
      (await found('银针 奉还')).length,
      (await found('胶银')).length,
    ]
    const expected = [made, made, [], made, 6, 0]
    expect(await all()).toEqual(expected)
    // A slow machine posts a part each night.
    const waits = () => cloud.exportAll().includes('"isIndexed":false')
    for (let night = 0; night < 6 && waits(); night += 1) await cloud.fireTimer('clock')
    expect(waits()).toBe(false)
    expect(await all()).toEqual(expected)
    const page = await read('searchArticles', { words: '银针', column: null, after: null })
    expect(page.rows).toHaveLength(10)
    expect(page.rows[0]?.excerpt).toContainEqual({ text: '银针', found: true })
    expect(page.rows[0]?.title).toEqual([{ text: '第11课', found: false }])
    expect(await read('searchArticles', { words: '，。', column: null, after: null })).toEqual({ rows: [], next: null })
    // Indexing again posts nothing twice.
    const before = cloud
      .exportAll()
      .split('\n')
      .filter((line) => line.includes('article_postings'))
    await cloud.fireTimer('clock')
    expect(
      cloud
        .exportAll()
        .split('\n')
        .filter((line) => line.includes('article_postings')),
    ).toEqual(before)
  })
})

describe('reading figures', () => {
  const today = () => beijingDay(now() as Instant)
  const figures = async () => {
    const reply = await desk('publicist', 'readingFigures', { from: daysAfter(today(), -3), to: today() })
    return reply.value as unknown as Output<'readingFigures'>
  }

  it('count somebody once a day, and after midnight nobody can tell who it was', async () => {
    // From the beginning of a day, so that what follows is on one.
    ahead += endOfBeijingDay(today()) + 60_000 - now()
    const out = await published({ column: 'education', title: '谁在读' })
    const readers = [hex(), hex(), hex()]
    const reading = (reader: string | undefined) => read('readArticle', { id: out.id, reader })
    for (const reader of readers) expect(await reading(reader)).toEqual({ counted: true })
    expect(await reading(readers[0])).toEqual({ counted: false })
    await Promise.all(readers.map(reading))
    const other = await published({ column: 'education', title: '也在读' })
    expect(await read('readArticle', { id: other.id, reader: readers[0] })).toEqual({ counted: true })
    const then = await figures()
    expect(then.columns.find(({ column }) => column === 'education')?.readers).toEqual([null, null, null, 3])
    expect(then.articles.filter(({ id }) => id === out.id || id === other.id)).toEqual([
      { id: out.id, title: '谁在读', column: 'education', readers: 3 },
      { id: other.id, title: '也在读', column: 'education', readers: 1 },
    ])
    // What a desk writes anew is nobody's to read in a table.
    await draftOf('editor', 'saveDraft', { ...seen(out), content: anArticle({ title: '还没审的题目' }), keep: true })
    expect(JSON.stringify(await figures())).not.toContain('还没审的题目')
    const day = today()
    const linesOf = (name: string) =>
      cloud
        .exportAll()
        .split('\n')
        .filter((line) => line.includes(`"${name}"`))
    expect(readers.some((reader) => cloud.exportAll().includes(reader))).toBe(false)
    const hashes = linesOf('reading_marks').map((line) => /[0-9a-f]{64}/.exec(line)?.[0] ?? '')
    const salts = linesOf('reading_salts').map((line) => /[0-9a-f]{64}/.exec(line)?.[0] ?? '')
    expect([hashes.length, salts.length]).toEqual([7, 1])
    ahead += DAY
    await cloud.fireTimer('clock')
    const after = cloud.exportAll()
    for (const hidden of [...readers, ...hashes, ...salts]) expect(after).not.toContain(hidden)
    expect(contentsUnder(cloud.dataDir).some((content) => readers.some((reader) => content.includes(reader)))).toBe(
      false,
    )
    expect((await figures()).days.at(-2)).toBe(day)
    expect((await figures()).columns.find(({ column }) => column === 'education')?.readers).toEqual([null, null, 3, 0])
  })

  it('move no further by a script than is said', async () => {
    const out = await published({ column: 'news', title: '一个脚本在读' })
    // At the beginning of a minute in which nearly as many were counted as can be true.
    ahead += 60_000 - (now() % 60_000) + 500
    const minute = now() - (now() % 60_000)
    const month = today().slice(0, 7)
    const about = { rev: 0, hospitalId: 'h1', month, articleId: out.id, column: 'news', days: {}, minute }
    const id = `h1:${month}:${out.id}`
    await cloud.insertMissing('reading_months', [{ ...about, id, inMinute: READERS_PER_MINUTE - 3 } as { id: string }])
    const counted: boolean[] = []
    for (let time = 0; time < 6; time += 1) {
      counted.push((await read('readArticle', { id: out.id, reader: hex() })).counted)
    }
    expect(counted).toEqual([true, true, true, false, false, false])
    const before = cloud.exportAll()
    expect(await cloud.call('culture', 'readArticle', { id: hex(), reader: hex() })).toMatchObject({
      code: 'article.unknown',
    })
    expect(cloud.exportAll()).toBe(before)
  })

  it('are for those who write and lead', async () => {
    const asked = { from: today(), to: today() }
    expect(await cloud.call('culture', 'readingFigures', asked, 'openid-handler')).toMatchObject({
      code: 'auth.forbidden',
    })
    expect(await desk('editor', 'readingFigures', { from: '2026-01-02', to: '2026-01-01' })).toMatchObject({
      code: 'input.invalid',
    })
  })
})
