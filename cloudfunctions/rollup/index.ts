import { serveTimer } from '#runtime/serve-timer'
import { finishVisitImports } from '#runtime/visit.imports'
import { audit } from './audit'
import { fold } from './fold'
import { foldStore } from './fold.store'
import { rebuildSlices } from './rebuild'
import { auditSheets } from './survey.audit'
import { foldSheets } from './survey.fold'
import { sheetStore } from './survey.store'

/** A function has 60 s at most, and the timer comes again in a minute. */
const FOLDING_MS = 20_000
const FOLDING_SHEETS_MS = 10_000
const REBUILDING_MS = 12_000

const within = (milliseconds: number) => {
  const until = Date.now() + milliseconds
  return () => Date.now() < until
}

/** Batch after batch, until there is none left or no time. Answers how many documents were folded. */
const foldAll = async (foldBatch: () => Promise<number>, milliseconds: number): Promise<number> => {
  const hasTime = within(milliseconds)
  let folded = 0
  let last = 1
  while (last > 0 && hasTime()) {
    last = await foldBatch()
    folded += last
  }
  return folded
}

export const main = serveTimer('rollup', {
  visitImports: finishVisitImports,
  fold: () => foldAll(() => fold(foldStore()), FOLDING_MS),
  foldSheets: () => {
    const store = sheetStore()
    return foldAll(() => foldSheets(store), FOLDING_SHEETS_MS)
  },
  rebuild: (now) => rebuildSlices(foldStore(), within(REBUILDING_MS), now),
  audit: (now) => audit(foldStore(), now),
  auditSheets: (now) => auditSheets(sheetStore(), now),
})
