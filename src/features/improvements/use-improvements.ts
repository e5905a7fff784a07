import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import { type DepartmentId, ImprovementId } from '#domain/ids'
import type { ImprovementRow, Proposal } from '#domain/survey/improvement.contract'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { blankDraft, draftOf, type ItemDraft, type ItemForm, saidByIn } from './improvement.draft'
import type { ItemAct } from './ImprovementRows'
import { surveyApi } from './survey.api'

interface Opened {
  readonly form: ItemForm
  readonly proposal: Proposal | null
  readonly item: ImprovementRow | null
  readonly first: ItemDraft
}

const NOTHING = {}
const NEW: Opened = { form: 'new', proposal: null, item: null, first: blankDraft }

/** The board of what was said and done, and the form that is open over it. */
export const useImprovements = () => {
  const { remote, reload } = useLoaded(surveyApi.improvements, NOTHING)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  // Made once for a form: pressing again after no answer adds the same item.
  const newId = useRef<string | null>(null)

  const open = (next: Opened | null) => {
    setFailed(null)
    newId.current = null
    setOpened(next)
  }

  const sent = async ({ form, proposal, item }: Opened, draft: ItemDraft, departmentId: DepartmentId | null) => {
    const { said, plan, ownerName, reason, result, checkedBy, isPublic } = draft
    const described = { said, saidBy: saidByIn(draft.saidBy), departmentId, isPublic }
    if (item) {
      const which = { id: item.id, rev: item.rev }
      if (form === 'edit') return surveyApi.editImprovement({ ...which, ...described, plan, ownerName })
      if (form === 'giveUp') return surveyApi.giveUpImprovement({ ...which, reason })
      if (form === 'move') return surveyApi.moveImprovement({ ...which, dueOn: draft.dueOn ?? '', reason })
      return surveyApi.reportChange({ ...which, changedOn: draft.changedOn ?? '', result, checkedBy })
    }
    newId.current ??= proposal?.id ?? (await randomHex())
    const begun = { id: v.parse(ImprovementId, newId.current), source: proposal?.source ?? null, ...described }
    return form === 'leave'
      ? surveyApi.leaveAsIs({ ...begun, reason })
      : surveyApi.takeUpImprovement({ ...begun, plan, ownerName, dueOn: draft.dueOn ?? '' })
  }

  const save = async (draft: ItemDraft, departmentId: DepartmentId | null) => {
    if (!opened || busy) return
    setBusy(true)
    setFailed(null)
    const answer = await sent(opened, draft, departmentId)
    setBusy(false)
    if (answer.ok) open(null)
    else setFailed(answer.code)
    if (answer.ok || answer.code === 'data.changed' || answer.code === 'improvement.taken') void reload()
  }

  return {
    remote,
    reload,
    opened,
    busy,
    failed,
    save,
    close: () => open(null),
    write: () => open(NEW),
    take: (proposal: Proposal) => open({ ...NEW, form: 'take', proposal }),
    leave: (proposal: Proposal) => open({ ...NEW, form: 'leave', proposal }),
    act: (item: ImprovementRow, form: ItemAct) => open({ form, proposal: null, item, first: draftOf(item) }),
  }
}
