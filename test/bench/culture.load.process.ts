import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type ArticleContent, Column, copyId, PublicCopy, STAYS } from '#domain/culture/article.model'
import { entryOf, monthPosted, postingId } from '#domain/culture/posting.model'
import { gramsOf, searchedText } from '#domain/culture/search.grams'
import { emptyShelf, shelfAt } from '#domain/culture/shelf.count'
import type { ArticleId } from '#domain/ids'
import { beijingDay, type Instant, startOfBeijingDay } from '#domain/instant'
import * as v from 'valibot'
import { DEPARTMENTS, hospitalIdOf, NOW } from './rates.city'
import { departmentsOf, hospitalAt } from './rates.documents'
import { fillStore } from './rates.store'

export interface LoadedArticles {
  readonly articles: number
  readonly postings: number
  readonly seconds: number
}

/** Five a day, back from today: the more there are, the further back they go. */
const EVERY_MS = (24 * 3_600_000) / 5
/** The last few are in no posting yet. */
const WAITING = 5
const WORDS =
  '廉洁 承诺 红包 处方 护士 病房 走廊 清单 医保 检查 手术 家属 退回 登记 院史 账本 药箱 夜班 公开 监督 规矩 家风 本草 书画 义诊 投诉 回执 满意 排队 转诊 隐私 捐赠'.split(
    ' ',
  )
const SAID = 12

const articleIdAt = (at: number): ArticleId => at.toString(16).padStart(32, '0') as ArticleId

const contentAt = (at: number, count: number): ArticleContent => {
  const words = Array.from({ length: SAID }, (_, one) => WORDS[(at * 7 + one * one * 5 + one) % WORDS.length] ?? '')
  // One word stands in three articles alone, however many there are: the newest, one halfway, the oldest.
  const rare = at === 0 || at === Math.floor(count / 2) || at === count - 1 ? ['雪莲'] : []
  return {
    column: Column.options[at % 4] ?? 'story',
    title: `第${at}篇`,
    summary: words.slice(0, 3).join('，'),
    blocks: [{ kind: 'paragraph', spans: [{ text: `${[...words, ...rare].join('，')}。` }] }],
    cover: null,
    fiveClean: [(['medicine', 'care', 'governance', 'ethics'] as const)[at % 4] ?? 'care'],
    departmentId: DEPARTMENTS[at % 4] as ArticleContent['departmentId'],
    series: at % 9 === 0 ? '本草说廉' : null,
    byline: '',
    source: { kind: 'own' },
    realCase: false,
    wrongdoersNamedBy: null,
  }
}

const load = (folder: string, count: number) => {
  const began = performance.now()
  const indexes = JSON.parse(readFileSync('cloudfunctions/indexes.json', 'utf8'))
  const { insert, close } = fillStore(path.join(folder, 'database.sqlite'), indexes)
  const hospitalId = hospitalIdOf(0)
  insert('hospitals', hospitalAt(0))
  for (const department of departmentsOf(hospitalId)) {
    insert('departments', department, `${hospitalId}:${department.id}`)
  }
  const postings = new Map<string, { gram: string; month: string; copies: string[] }>()
  const midnight = startOfBeijingDay(beijingDay(NOW as Instant))
  const shelved: PublicCopy[] = []
  for (let at = 0; at < count; at += 1) {
    const content = contentAt(at, count)
    const articleId = articleIdAt(at)
    const shownAt = Math.round(NOW - (at + 1) * EVERY_MS) as Instant
    const isIndexed = at >= WAITING
    const { column, departmentId, series, fiveClean } = content
    const copy: PublicCopy = {
      id: copyId(articleId, 1),
      rev: 0,
      hospitalId,
      articleId,
      no: 1,
      draftRev: 6,
      version: 1,
      content,
      column,
      departmentId,
      series,
      fiveClean: {
        medicine: fiveClean.includes('medicine'),
        care: fiveClean.includes('care'),
        governance: fiveClean.includes('governance'),
        ethics: fiveClean.includes('ethics'),
        insurance: fiveClean.includes('insurance'),
      },
      pinned: false,
      at: shownAt,
      from: shownAt,
      until: STAYS,
      isIndexed,
    }
    if (at < 100) v.parse(PublicCopy, copy)
    insert('articles', copy)
    shelved.push({ ...copy, content: null })
    if (!isIndexed) continue
    const month = monthPosted(shownAt)
    for (const gram of gramsOf(searchedText(content))) {
      const id = postingId(hospitalId, gram, month)
      const known = postings.get(id)
      if (known) known.copies.push(entryOf(copy))
      else postings.set(id, { gram, month, copies: [entryOf(copy)] })
    }
  }
  for (const [id, posting] of postings) insert('article_postings', { id, rev: 0, hospitalId, ...posting })
  insert('article_shelves', shelfAt(emptyShelf(hospitalId), shelved, midnight))
  close()
  const loaded: LoadedArticles = {
    articles: count,
    postings: postings.size,
    seconds: (performance.now() - began) / 1000,
  }
  console.log(JSON.stringify(loaded))
}

const [folder = '', count = '0'] = process.argv.slice(2)
if (folder) load(folder, Number(count))
