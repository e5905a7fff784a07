import { serveTimer } from '#runtime/serve-timer'
import { finishVisitImports } from '#runtime/visit.imports'
import { audit } from './audit'
import { fold, FOLD_BATCH } from './fold'
import { foldStore } from './fold.store'
import { rebuildSlices } from './rebuild'

/** A function has 60 s at most, and the timer comes again in a minute. */
const FOLDING_MS = 25_000
const REBUILDING_MS = 40_000

const within = (milliseconds: number) => {
  const until = Date.now() + milliseconds
  return () => Date.now() < until
}

export const main = serveTimer('rollup', {
  visitImports: finishVisitImports,
  fold: async () => {
    const hasTime = within(FOLDING_MS)
    let folded = 0
    let last = FOLD_BATCH
    while (last > 0 && hasTime()) {
      last = await fold(foldStore())
      folded += last
    }
    return folded
  },
  rebuild: (now) => rebuildSlices(foldStore(), within(REBUILDING_MS - FOLDING_MS), now),
  audit: (now) => audit(foldStore(), now),
})
