import { useAction } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { StaffId } from '#domain/ids'
import { useCallback, useEffect, useState } from 'react'
import { complaintApi } from '../../../features/complaint/complaint.api'

export type HandingOver =
  | { readonly status: 'idle' }
  | { readonly status: 'moving'; readonly moved: number; readonly total: number }
  | { readonly status: 'failed'; readonly code: ErrorCode }
  /** Nothing more can go to that colleague. */
  | { readonly status: 'stuck'; readonly left: number }

/** Somebody's open cases, and giving them to somebody else, part after part until none is left. */
export const useHandOver = (staffId: StaffId) => {
  const { remote, run } = useAction(complaintApi.openCasesOf)
  const [handing, setHanding] = useState<HandingOver>({ status: 'idle' })
  const reload = useCallback(() => run({ staffId }), [run, staffId])
  useEffect(() => {
    void reload()
  }, [reload])

  const handOver = async (toStaffId: StaffId) => {
    let moved = 0
    for (let left = 1; left > 0; ) {
      const answer = await complaintApi.handOver({ fromStaffId: staffId, toStaffId })
      if (!answer.ok) {
        setHanding({ status: 'failed', code: answer.code })
        break
      }
      moved += answer.value.moved
      left = answer.value.left
      const isStuck = left > 0 && answer.value.moved === 0
      setHanding(isStuck ? { status: 'stuck', left } : { status: 'moving', moved, total: moved + left })
      if (isStuck) break
    }
    setHanding((state) => (state.status === 'moving' ? { status: 'idle' } : state))
    await reload()
    return moved
  }

  return { open: remote, handing, handOver, reload }
}
