import { foldSheets } from '../../cloudfunctions/rollup/survey.fold'
import { sheetStore } from '../../cloudfunctions/rollup/survey.store'

export interface FoldedSheets {
  readonly sheets: number
  readonly seconds: number
}

/** Folds until nothing waits. */
const run = async () => {
  const began = performance.now()
  const store = sheetStore()
  let sheets = 0
  for (let last = 1; last > 0; sheets += last) last = await foldSheets(store)
  const folded: FoldedSheets = { sheets, seconds: (performance.now() - began) / 1000 }
  console.log(JSON.stringify(folded))
}

void run()
