import { useAction, useLoaded } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { ActionInput } from '#domain/contract'
import type { hospitalContract } from '#domain/hospital/hospital.contract'
import { toast } from '../../ui/toast'
import { hospitalApi } from './hospital.api'

const NOTHING = {}

type Wish = Omit<ActionInput<typeof hospitalContract, 'changeHospital'>, 'rev'>

/** How saving a section stands; `changed` is the section that met a colleague's change or failed. */
export interface Saving {
  readonly busy: boolean
  readonly failed: ErrorCode | null
}

/** The hospital's settings, and saving a part of them from the revision that is shown. */
export const useSettings = () => {
  const { remote, reload } = useLoaded(hospitalApi.settings, NOTHING)
  const { remote: changing, run, reset } = useAction(hospitalApi.changeHospital)

  /** Whether it was saved. When a colleague saved first the new state is fetched, so that the next try can succeed. */
  const save = async (wish: Wish): Promise<boolean> => {
    if (remote.status !== 'done') return false
    const answer = await run({ rev: remote.value.hospital.rev, ...wish })
    if (answer.ok || answer.code === 'data.changed') await reload()
    if (answer.ok) toast('存好了，一分钟内各处都能看到')
    return answer.ok
  }

  const saving: Saving = {
    busy: changing.status === 'pending',
    failed: changing.status === 'failed' ? changing.code : null,
  }
  return { remote, reload, save, saving, forget: reset }
}
