import { mediaIn } from '#domain/culture/article.media'
import { Column } from '#domain/culture/article.model'
import type { readerActions } from '#domain/culture/reader.contract'
import { excerptOf, marked, phrasesOf } from '#domain/culture/search.grams'
import { blocksText } from '#domain/culture/block.model'
import { beijingDay } from '#domain/instant'
import { err, ok } from '#domain/result'
import { shelfNow } from '#runtime/culture/shelf'
import { mediaLinks } from '#runtime/media.claims'
import { departmentNames, whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'
import { NO_FILTER, readerRepository } from './reader.repository'
import { findArticles } from './reader.search'
import { cardsOf, withWords } from './reader.views'
import { countReading } from './reading.count'

const PAGE = 20
const FOUND_PAGE = 10
const NEWEST = 3
/** As many are on top; whatever else is pinned stands where its day is. */
const ON_TOP = 3
const theHospital = async () => (await whereabouts(null))?.hospital ?? null

export const readerHandlers: ActionHandlers<typeof readerActions, OpenCulture> = {
  async cultureHome(_input, { now }) {
    const hospital = await theHospital()
    if (!hospital) return err('hospital.not_founded')
    const reader = readerRepository(hospital.id, now)
    const [shelf, names, [pinned], ...newest] = await Promise.all([
      shelfNow(hospital.id, now),
      departmentNames(hospital.id),
      reader.pinned(NO_FILTER, 1),
      ...Column.options.map((column) => reader.newest({ ...NO_FILTER, column }, null, NEWEST)),
    ])
    const [first] = newest.flat().sort((left, right) => right.at - left.at)
    const lead = pinned ?? first
    const cards = await cardsOf(lead ? [lead, ...newest.flat()] : [], names)
    const totals = new Map(shelf.columns.map(({ column, total }) => [column, total]))
    const shown = lead ? cards.slice(1) : []
    return ok({
      hospitalName: hospital.name,
      lead: cards[0] ?? null,
      columns: Column.options.map((column) => ({
        column,
        total: totals.get(column) ?? 0,
        cards: shown.filter((card) => card.column === column),
      })),
      series: shelf.series,
    })
  },

  async articles({ filter, after }, { now }) {
    const hospital = await theHospital()
    if (!hospital) return err('hospital.not_founded')
    const reader = readerRepository(hospital.id, now)
    const [onTop, found, shelf, names] = await Promise.all([
      reader.pinned(filter, ON_TOP),
      reader.newest(filter, after, PAGE + ON_TOP + 1),
      shelfNow(hospital.id, now),
      departmentNames(hospital.id),
    ])
    const top = new Set(onTop.map(({ articleId }) => articleId))
    const rest = found.filter(({ articleId }) => !top.has(articleId))
    const page = rest.slice(0, PAGE)
    const last = rest.length > PAGE ? page[page.length - 1] : undefined
    return ok({
      rows: await cardsOf(after ? page : [...onTop, ...page], names),
      next: last ? { at: last.at, id: last.articleId } : null,
      departments: shelf.departments.flatMap(({ id }) => {
        const name = names.get(id)
        return name ? [{ id, name }] : []
      }),
      series: shelf.series.map(({ name }) => name),
    })
  },

  async article({ id }, { now }) {
    const hospital = await theHospital()
    if (!hospital) return err('hospital.not_founded')
    const reader = readerRepository(hospital.id, now)
    const [copy] = withWords([await reader.find(id)].flatMap((found) => found ?? []))
    if (!copy) {
      const gone = await reader.gone(id)
      if (!gone) return err('article.unknown')
      return ok({
        article: null,
        tombstone: { title: gone.title, withdrawnOn: beijingDay(gone.at), reason: gone.reason },
      })
    }
    const { column } = copy
    const inColumn = { ...NO_FILTER, column }
    const [names, older, newer, media] = await Promise.all([
      departmentNames(hospital.id),
      reader.newest(inColumn, { at: copy.at, id }, 1),
      reader.newest(inColumn, null, 2),
      mediaLinks(mediaIn(copy.content).map(({ mediaId }) => mediaId)),
    ])
    // Behind the oldest the newest follows.
    const next = older[0] ?? newer.find(({ articleId }) => articleId !== id)
    const [card, nextCard] = await cardsOf(next ? [copy, next] : [copy], names)
    if (!card) throw new Error('a copy with words makes a card')
    const { realCase: _realCase, ...content } = copy.content
    return ok({
      article: {
        ...card,
        hospitalId: hospital.id,
        hospitalName: hospital.name,
        content,
        media,
        publishedAt: copy.at,
        changedOn: copy.from > copy.at ? beijingDay(copy.from) : null,
        next: nextCard ?? null,
      },
      tombstone: null,
    })
  },

  async articlesOf({ ids }, { now }) {
    const hospital = await theHospital()
    if (!hospital) return err('hospital.not_founded')
    const [found, names] = await Promise.all([
      readerRepository(hospital.id, now).findAll(ids),
      departmentNames(hospital.id),
    ])
    const cards = new Map((await cardsOf(found, names)).map((card) => [card.id, card]))
    return ok({ rows: [...new Set(ids)].flatMap((id) => cards.get(id) ?? []) })
  },

  async searchArticles({ words, column, after }, { now }) {
    const hospital = await theHospital()
    if (!hospital) return err('hospital.not_founded')
    const phrases = phrasesOf(words)
    const asked = { hospitalId: hospital.id, phrases, column, after, now }
    const [{ copies, next }, names] = await Promise.all([
      findArticles(asked, FOUND_PAGE, readerRepository(hospital.id, now)),
      departmentNames(hospital.id),
    ])
    const shown = withWords(copies)
    const cards = await cardsOf(shown, names)
    return ok({
      rows: cards.flatMap((card, at) => {
        const content = shown[at]?.content
        if (!content) return []
        const body = [content.summary, blocksText(content.blocks)].filter(Boolean).join('\n')
        return [{ card, title: marked(content.title, phrases), excerpt: excerptOf(body, phrases) }]
      }),
      next,
    })
  },

  async readArticle({ id, reader }, { now }) {
    const hospital = await theHospital()
    if (!hospital) return err('hospital.not_founded')
    const copy = await readerRepository(hospital.id, now).find(id)
    if (!copy) return err('article.unknown')
    return ok({ counted: await countReading(copy, reader, now) })
  },
}
