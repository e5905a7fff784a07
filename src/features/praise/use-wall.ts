import { useAction } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import type { WallPraise } from '#domain/survey/praise.contract'
import { useCallback, useEffect, useState } from 'react'
import { surveyApi } from './survey.api'

type Answer = Extract<Awaited<ReturnType<typeof surveyApi.wall>>, { ok: true }>['value']

interface Wall {
  readonly rows: readonly WallPraise[]
  readonly next: Answer['next']
  readonly departments: Answer['departments']
  readonly hospitalName: string
}

/** The wall of a hospital or of one department, a page after the other. */
export const useWall = () => {
  const [departmentId, setDepartmentId] = useState<DepartmentId | null>(null)
  const [wall, setWall] = useState<Wall | null>(null)
  const { remote, latest } = useAction(surveyApi.wall)

  const load = useCallback(async () => {
    const first = await latest({ departmentId, after: null })
    if (first) setWall(first)
  }, [latest, departmentId])
  useEffect(() => {
    void load()
  }, [load])

  const more = async () => {
    if (!wall?.next) return
    const page = await latest({ departmentId, after: wall.next })
    if (page) setWall({ ...wall, rows: [...wall.rows, ...page.rows], next: page.next })
  }
  const show = (id: DepartmentId | null) => {
    if (id === departmentId) return
    setWall((before) => before && { ...before, rows: [], next: null })
    setDepartmentId(id)
  }
  const failed: ErrorCode | null = remote.status === 'failed' ? remote.code : null
  return { wall, departmentId, busy: remote.status === 'pending', failed, show, more, reload: load }
}

export type WallInHand = ReturnType<typeof useWall>
