import type { StaffId } from '#domain/ids'
import { DutyEntry } from './DutyEntry'
import { surveyApi } from './survey.api'
import { SupervisionLines } from './SupervisionLines'
import { usePages } from './use-pages'

interface DutiesDoneProps {
  /** Of one supervisor; null: of all. */
  of: { staffId: StaffId; name: string } | null
  onAll: () => void
}

/** What supervisors did, the latest first. */
export const DutiesDone = ({ of, onAll }: DutiesDoneProps) => (
  <SupervisionLines
    label="履职记录"
    only={of && { words: `只看${of.name}的`, label: `只看${of.name}的，点这里看全部`, onAll }}
    list={usePages(surveyApi.dutiesDone, { staffId: of?.staffId ?? null })}
    nothing={{ title: '还没有履职记录', hint: '监督员在手机上“记一次履职”，这里就有。' }}
    renderLine={({ byName, ...duty }) => <DutyEntry key={duty.id} duty={duty} byName={byName} />}
  />
)
