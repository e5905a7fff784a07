import type { Remote } from '#cloud/use-action'
import { useAction } from '#cloud/use-action'
import { err, ok, type Result } from '#domain/result'
import type { ErrorCode } from '#domain/errors'
import type { Person } from '#domain/hospital/staff.contract'
import type { DepartmentId } from '#domain/ids'
import { useCallback, useEffect, useState } from 'react'
import { staffApi } from './staff.api'

export interface People {
  readonly rows: readonly Person[]
  readonly departments: readonly { id: DepartmentId; name: string; retired: boolean }[]
}

/** The whole roster, page after page: searching and counting want all of it. */
const everybody = async (): Promise<Result<People, ErrorCode>> => {
  const rows: Person[] = []
  let after: Person['number'] | undefined
  for (;;) {
    const answer = await staffApi.people(after === undefined ? {} : { after })
    if (!answer.ok) return err(answer.code)
    rows.push(...answer.value.rows)
    if (answer.value.next === null) return ok({ rows, departments: answer.value.departments })
    after = answer.value.next
  }
}

/** The roster, and what changed in it since without asking for all of it again. */
export const usePeople = () => {
  const { remote, run } = useAction(everybody)
  const [people, setPeople] = useState<People | null>(null)
  const reload = useCallback(async () => {
    const answer = await run(undefined)
    if (answer.ok) setPeople(answer.value)
  }, [run])
  useEffect(() => {
    void reload()
  }, [reload])
  const put = useCallback((person: Person) => {
    setPeople((known) => {
      if (!known) return known
      const isNew = !known.rows.some(({ id }) => id === person.id)
      const rows = isNew ? [...known.rows, person] : known.rows.map((one) => (one.id === person.id ? person : one))
      return { ...known, rows: [...rows].sort((left, right) => (left.number < right.number ? -1 : 1)) }
    })
  }, [])
  const shown: Remote<People> = people ? { status: 'done', value: people } : remote
  return { people: shown, reload, put }
}
