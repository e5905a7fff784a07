import type { Instant } from '#domain/instant'
import { fold } from '../../cloudfunctions/rollup/fold'
import { foldStore } from '../../cloudfunctions/rollup/fold.store'
import { rebuildSlices } from '../../cloudfunctions/rollup/rebuild'
import { NOW } from './rates.city'

/** What a roll-up did: months counted anew, or marked documents folded. */
export interface RolledUp {
  readonly done: number
  readonly seconds: number
  /** Of this process: functions and SDK, not the database. */
  readonly cpuSeconds: number
}

const now = NOW as Instant

const rebuild = () => rebuildSlices(foldStore(), () => true, now)

/** Folds until it has folded so many, or until nothing is left. */
const foldUpTo = async (most: number): Promise<number> => {
  let done = 0
  let last = 1
  while (done < most && last > 0) {
    last = await fold(foldStore())
    done += last
  }
  return done
}

const run = async (what: string, most: number) => {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const done = what === 'rebuild' ? await rebuild() : await foldUpTo(most)
  const { user, system } = process.cpuUsage(cpu)
  const result: RolledUp = { done, seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 }
  console.log(JSON.stringify(result))
}

const [what = '', most = '0'] = process.argv.slice(2)
void run(what, Number(most) || Number.POSITIVE_INFINITY)
