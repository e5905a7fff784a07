import type { HospitalId } from '#domain/ids'
import { beijingDay, type Instant, type Month, monthOf } from '#domain/instant'
import { monthKey } from '#domain/metrics/bucket.keys'
import { countsForImport, recountsRates, readsRates } from '#domain/metrics/metrics.access'
import type { metricsContract } from '#domain/metrics/metrics.contract'
import { monthAfter, monthsFrom } from '#domain/metrics/month.arithmetic'
import type { Rebuild } from '#domain/metrics/bucket.model'
import { factorOf, numeratorOf } from '#domain/metrics/rate'
import { countedIn, type Trait } from '#domain/metrics/tally'
import { sumOf } from '#domain/metrics/visit.totals'
import { err, ok } from '#domain/result'
import { oneOf } from '#runtime/documents'
import { departmentNames, departmentsOf } from '#runtime/read/hospital.read'
import { exactMonths, firstReceivedMonth } from '#runtime/read/rollup.read'
import { staffNames } from '#runtime/read/staff.read'
import type { Handlers } from '#runtime/serve'
import { asCountedCase, countedCases } from './counted.cases'
import type { OpenMetrics } from './metrics.open'
import { countIn, readMonths } from './months'
import { latestMonth, monthsFor, progressOf, ratesOf } from './rates.view'

/** More than the months of a page. */
const NOTES = 100
/** How many months the hospital's reports may be behind without a second reading. */
const LATELY = 2

export const metricsHandlers: Handlers<typeof metricsContract, OpenMetrics> = {
  async rates({ month, unit, indicator }, { actor, now, ...open }) {
    const hospitalId = readsRates(actor)
    if (!hospitalId) return err('auth.forbidden')
    const running = monthOf(beijingDay(now))
    const [hospital, rebuild, known, people, firstReceived] = await Promise.all([
      open.hospitals.find(hospitalId),
      open.rebuilds.find(hospitalId),
      departmentsOf(hospitalId),
      staffNames(hospitalId),
      firstReceivedMonth(hospitalId),
    ])
    if (!hospital) return err('hospital.not_founded')
    const read = async (wanted: readonly Month[]) => {
      const exact = await exactMonths(hospitalId, wanted)
      return { months: readMonths(exact.months, running), recounted: exact.recounted }
    }
    // The page opens at one of the latest months: what it needs is read together with what finds it.
    const opening = monthsFor(monthAfter(running, -LATELY), unit, running)
    const first = month === null ? await read(monthsFrom(opening[0] ?? running, running)) : null
    const shown = month ?? latestMonth(first?.months ?? new Map(), running)
    const wanted = monthsFor(shown, unit, running)
    const isThere = first !== null && wanted.every((each) => first.months.has(each))
    const [{ months, recounted }, notes] = await Promise.all([
      isThere ? first : read(wanted),
      notesOf(open, hospitalId, wanted),
    ])
    const departments = new Map(known.map(({ id, name }) => [id, name]))
    const retired = new Set(known.flatMap((department) => (department.retired ? [department.id] : [])))
    const places = { departments, retired, people }
    const sources = { hospital, months, now: running, asOf: now, recounted, rebuild, firstReceived, notes, ...places }
    return ok(ratesOf(sources, { month: shown, unit, indicator }))
  },

  async cases({ from, to, indicator, after, ...traits }, { actor, hospitals }) {
    const hospitalId = readsRates(actor)
    if (!hospitalId) return err('auth.forbidden')
    const hospital = await hospitals.find(hospitalId)
    if (!hospital) return err('hospital.not_founded')
    const asked = Object.entries(traits) as [keyof typeof traits, unknown][]
    const holds = (trait: Trait) => asked.every(([name, value]) => trait[name] === value)
    const period = { from, to }
    const [{ months }, { rows, next }, departments] = await Promise.all([
      exactMonths(hospitalId, monthsFrom(from, to)),
      countedCases({ hospital, period, indicator, departmentId: traits.departmentId, holds, after }),
      departmentNames(hospitalId),
    ])
    const counted = [...months.values()].map(({ cells }) => countedIn(cells))
    const total = counted.reduce((sum, one) => sum + numeratorOf(indicator, one, hospital.rateCounting, holds), 0)
    return ok({ rows: rows.map((complaint) => asCountedCase(complaint, actor, departments)), total, next })
  },

  async annotate({ month, text, rev }, { actor, now, notes }) {
    const hospitalId = readsRates(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const id = monthKey(hospitalId, month)
    const stored = await notes.find(id)
    const by = { id: actor.staff.id, name: actor.staff.name }
    const said = (record: { text: string | null; rev: number; at: Instant }) =>
      ok({
        note: record.text === null ? null : { text: record.text, byName: by.name, at: record.at },
        noteRev: record.rev,
      })
    // What was asked for is so already: a retry after a lost answer.
    if (stored && stored.text === text && stored.by === by.id) return said(stored)
    if ((stored?.rev ?? null) !== rev) return err('data.changed')
    if (!stored) {
      if (text === null) return ok({ note: null, noteRev: null })
      const first = { id, rev: 0, hospitalId, month, text, by: by.id, at: now }
      return (await notes.insert(first)) === 'inserted' ? said(first) : err('data.changed')
    }
    const written = await notes.replace({ ...stored, text, by: by.id, at: now })
    return written ? said(written) : err('data.changed')
  },

  async counted({ months }, { actor, now, hospitals }) {
    const hospitalId = countsForImport(actor)
    if (!hospitalId) return err('auth.forbidden')
    const hospital = await hospitals.find(hospitalId)
    if (!hospital) return err('hospital.not_founded')
    const exact = await exactMonths(hospitalId, months)
    const read = readMonths(exact.months, monthOf(beijingDay(now)))
    return ok({
      rows: [...read.values()].map((one) => ({
        month: one.month,
        numerator: countIn([one], 'overall', hospital.rateCounting),
        ...sumOf(one.visits.departments),
      })),
      factor: factorOf('overall', hospital.rateFactors),
    })
  },

  async rebuilding(_, { actor, rebuilds }) {
    const hospitalId = countsForImport(actor)
    if (!hospitalId) return err('auth.forbidden')
    const asked = await rebuilds.find(hospitalId)
    return ok(asked && standing(asked))
  },

  async rebuild(_, { actor, now, rebuilds }) {
    const hospitalId = recountsRates(actor)
    if (!hospitalId) return err('auth.forbidden')
    const earlier = await rebuilds.find(hospitalId)
    if (earlier && earlier.finishedAt === null) return ok(standing(earlier))
    const asked: Rebuild = {
      id: hospitalId,
      rev: earlier?.rev ?? 0,
      askedAt: now,
      first: null,
      next: null,
      last: monthOf(beijingDay(now)),
      finishedAt: null,
    }
    if (earlier) await rebuilds.replace(asked)
    else await rebuilds.insert(asked)
    return ok(standing((await rebuilds.find(hospitalId)) ?? asked))
  },
}

const standing = (asked: Rebuild) => ({ askedAt: asked.askedAt, ...progressOf(asked), finishedAt: asked.finishedAt })

const notesOf = async ({ notes }: OpenMetrics, hospitalId: HospitalId, months: readonly Month[]) => {
  const where = { _id: oneOf(months.map((month) => monthKey(hospitalId, month))) }
  const found = await notes.list({ where, orderBy: [['_id', 'asc']], limit: NOTES })
  return new Map(found.map((note) => [note.month, note]))
}
