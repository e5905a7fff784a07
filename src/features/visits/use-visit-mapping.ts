import { useAction } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { VisitMapping } from '#domain/hospital/visits.model'
import type { DepartmentId } from '#domain/ids'
import { useCallback, useEffect, useRef, useState } from 'react'
import { visitsApi } from './visits.api'

type Settled = Pick<VisitMapping, 'columns' | 'departments'>

export interface VisitWays extends Settled {
  readonly rev: number | null
  readonly known: readonly { id: DepartmentId; name: string; retired: boolean }[]
}

const MOST_COLUMNS = 60
const MOST_NAMES = 500
const LONGEST = 60

const isWritable = (written: string) => written !== '' && written.length <= LONGEST

/** What is settled now goes before what was; the oldest is forgotten where there is no more room. */
export const withColumns = (before: Settled, columns: Settled['columns']): Settled => {
  const added = columns.filter(({ heading }) => isWritable(heading))
  const headings = new Set(added.map(({ heading }) => heading))
  const kept = before.columns.filter(({ heading }) => !headings.has(heading))
  return { ...before, columns: [...kept, ...added].slice(-MOST_COLUMNS) }
}

/** `departmentId` null: rows of this name are left out; undefined: it is not settled any more. */
export const withName = (before: Settled, name: string, departmentId: DepartmentId | null | undefined): Settled => {
  const kept = before.departments.filter((one) => one.name !== name)
  const added = departmentId === undefined || !isWritable(name) ? [] : [{ name, departmentId }]
  return { ...before, departments: [...kept, ...added].slice(-MOST_NAMES) }
}

/** How this hospital's files are read, and what is settled about it on the way. */
export const useVisitMapping = () => {
  const { remote, run } = useAction(visitsApi.visitMapping)
  const [ways, setWays] = useState<VisitWays | null>(null)
  /** What was settled holds for the file that is open, even while it cannot be remembered. */
  const [unsaved, setUnsaved] = useState<ErrorCode | null>(null)
  const latest = useRef<VisitWays | null>(null)
  const stored = useRef<number | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())

  const put = useCallback((next: VisitWays) => {
    latest.current = next
    setWays(next)
  }, [])
  const reload = useCallback(async () => {
    const answer = await run({})
    if (!answer.ok) return
    stored.current = answer.value.rev
    put(answer.value)
  }, [run, put])
  useEffect(() => {
    void reload()
  }, [reload])

  const save = async (change: (before: Settled) => Settled): Promise<void> => {
    if (!latest.current) return
    const { columns, departments } = latest.current
    let answer = await visitsApi.rememberVisitMapping({ rev: stored.current, columns, departments })
    if (!answer.ok && answer.code === 'data.changed') {
      // A colleague settled something meanwhile: both hold.
      const theirs = await visitsApi.visitMapping({})
      if (theirs.ok) {
        put({ ...theirs.value, ...change(theirs.value) })
        const { columns: both, departments: names } = latest.current
        answer = await visitsApi.rememberVisitMapping({ rev: theirs.value.rev, columns: both, departments: names })
      }
    }
    if (answer.ok) stored.current = answer.value.rev
    setUnsaved(answer.ok ? null : answer.code)
  }

  const settle = (change: (before: Settled) => Settled) => {
    if (!latest.current) return
    put({ ...latest.current, ...change(latest.current) })
    queue.current = queue.current.then(() => save(change))
  }
  return { remote, ways, reload, settle, unsaved, saveAgain: () => settle((same) => same) }
}
