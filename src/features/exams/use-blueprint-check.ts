import { useAction } from '#cloud/use-action'
import type { BlueprintCheck } from '#domain/integrity/office.contract'
import { useEffect, useState } from 'react'
import { blueprintOf, type CellDraft } from './exam.plan'
import { examsApi } from './exams.api'

const PAUSE_MS = 400

/** Whether the bank can fill the blueprint as it stands, asked for again whenever somebody pauses. */
export const useBlueprintCheck = (cells: readonly CellDraft[]) => {
  const { remote, latest, reset } = useAction(examsApi.checkBlueprint)
  const [checked, setChecked] = useState<{ key: string; check: BlueprintCheck } | null>(null)
  const blueprint = blueprintOf(cells)
  const key = JSON.stringify(blueprint)
  useEffect(() => {
    const wanted: ReturnType<typeof blueprintOf> = JSON.parse(key)
    if (wanted === null) {
      reset()
      return undefined
    }
    const ask = async () => {
      const check = await latest({ blueprint: wanted })
      if (check) setChecked({ key, check })
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key, latest, reset])
  return {
    /** null: not answered yet for what stands there. */
    check: blueprint !== null && checked?.key === key ? checked.check : null,
    problem: remote.status === 'failed' ? remote.code : null,
  }
}
