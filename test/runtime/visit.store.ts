import type { MonthOfVisits, VisitImport, VisitImportPart, VisitLock } from '#domain/hospital/visits.model'
import type { VisitStore } from '#runtime/visit.importing'

interface Stored {
  readonly id: string
  readonly rev: number
}

/** What is in the database, and each figure of a month that was written, in order. */
export const emptyShelves = () => ({
  months: new Map<string, MonthOfVisits>(),
  imports: new Map<string, VisitImport>(),
  parts: new Map<string, VisitImportPart>(),
  locks: new Map<string, VisitLock>(),
  /** `${month}: ${the import before} → ${the import after}` */
  written: [] as string[],
})
export type Shelves = ReturnType<typeof emptyShelves>

/**
 * The document database in memory: each operation happens at once, after `step` let it. One that `step` refuses did not
 * happen.
 */
export const storeOn = (shelves: Shelves, step: () => Promise<void>): VisitStore => {
  const records = <T extends Stored>(shelf: Map<string, T>, note: (before: T | null, after: T) => void = () => {}) => ({
    find: async (id: string) => {
      await step()
      return shelf.get(id) ?? null
    },
    insert: async (document: T) => {
      await step()
      if (shelf.has(document.id)) return 'exists' as const
      note(null, document)
      shelf.set(document.id, document)
      return 'inserted' as const
    },
    replace: async (document: T) => {
      await step()
      const stored = shelf.get(document.id)
      if (stored?.rev !== document.rev) return null
      const next = { ...document, rev: document.rev + 1 }
      note(stored, next)
      shelf.set(document.id, next)
      return next
    },
  })
  const { months, imports, parts, locks, written } = shelves
  const all = <T>(shelf: Map<string, T>, holds: (one: T) => boolean) => [...shelf.values()].filter(holds)
  return {
    months: {
      ...records(months, (before, after) => {
        written.push(`${after.month}: ${before?.batchId?.[0] ?? '-'} → ${after.batchId?.[0] ?? '-'}`)
      }),
      revisions: async (ids) => {
        await step()
        return new Map(all(months, ({ id }) => ids.includes(id)).map(({ id, rev }) => [id, rev]))
      },
      countWrittenBy: async ({ id }) => {
        await step()
        return all(months, ({ batchId }) => batchId === id).length
      },
    },
    imports: {
      ...records(imports),
      abandoned: async (before, limit) => {
        await step()
        const isOld = ({ state, importedAt }: VisitImport) =>
          (state === 'staged' || state === 'dropped') && importedAt < before
        return all(imports, isOld).slice(0, limit)
      },
      removeDropped: async (id) => {
        await step()
        if (imports.get(id)?.state === 'dropped') imports.delete(id)
      },
    },
    parts: {
      byIds: async (ids) => {
        await step()
        return all(parts, ({ id }) => ids.includes(id))
      },
      removeOf: async (batchId) => {
        await step()
        for (const part of all(parts, (one) => one.batchId === batchId)) parts.delete(part.id)
      },
    },
    locks: {
      ...records(locks),
      held: async (limit) => {
        await step()
        return all(locks, ({ batchId }) => batchId !== null).slice(0, limit)
      },
    },
  }
}
