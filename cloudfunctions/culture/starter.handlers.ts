import { createHash } from 'node:crypto'
import { keepsPages } from '#domain/culture/article.access'
import { blocksText } from '#domain/culture/block.model'
import type { StarterRow, starterActions } from '#domain/culture/starter.contract'
import { takeReady } from '#domain/culture/starter.rules'
import { ArticleId, type HospitalId } from '#domain/ids'
import { err, ok } from '#domain/result'
import { lengthOf } from '#domain/text'
import { oneOf } from '#runtime/documents'
import { settle } from '#runtime/culture/settle'
import { draftRecords } from '#runtime/read/culture.read'
import type { ActionHandlers } from '#runtime/serve'
import * as v from 'valibot'
import type { OpenCulture } from './culture.open'
import { deskOf } from './desk.acts'
import type { StarterPiece } from './starter/piece'
import { starterSet } from './starter/starter.set'

/** The same for the same hospital: a piece is on its desk once. */
const starterId = (hospitalId: HospitalId, { key }: StarterPiece): ArticleId =>
  v.parse(ArticleId, createHash('sha256').update(`starter ${hospitalId} ${key}`).digest('hex').slice(0, 32))

const rowsFor = async (hospitalId: HospitalId): Promise<StarterRow[]> => {
  const ids = starterSet.map((piece) => starterId(hospitalId, piece))
  const found = await draftRecords().list({ where: { _id: oneOf(ids) }, limit: ids.length })
  const taken = new Set(found.map(({ id }) => id))
  return starterSet.map((piece) => {
    const id = starterId(hospitalId, piece)
    const { column, title, summary, cover, blocks } = piece.content
    return {
      key: piece.key,
      id,
      column,
      title,
      summary,
      plate: cover?.kind === 'plate' ? cover.name : null,
      length: lengthOf(blocksText(blocks)),
      taken: taken.has(id),
    }
  })
}

export const starterHandlers: ActionHandlers<typeof starterActions, OpenCulture> = {
  async starterSet(_input, { actor }) {
    const hospitalId = keepsPages(actor)
    return hospitalId ? ok({ rows: await rowsFor(hospitalId) }) : err('auth.forbidden')
  },

  async takeStarterPieces({ keys }, context) {
    const hospitalId = keepsPages(context.actor)
    const desk = deskOf(context)
    if (!hospitalId || !desk) return err('auth.forbidden')
    const wanted = starterSet.filter(({ key }) => keys.includes(key))
    if (wanted.length < new Set(keys).size) return err('article.unknown', ['keys'])
    const act = { who: desk.who, now: desk.now, headWrote: false }
    // One that a colleague took meanwhile exists, and stays as it is.
    await Promise.all(
      wanted.map(async (piece) => {
        const { content } = piece
        const draft = takeReady({ id: starterId(hospitalId, piece), hospitalId, content }, act)
        if ((await draftRecords().insert(draft)) === 'inserted') await settle(draft, desk.now)
      }),
    )
    return ok({ rows: await rowsFor(hospitalId) })
  },
}
