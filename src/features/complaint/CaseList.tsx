import type { CaseRow } from '#domain/complaint/complaint.contract'
import { careSettingNames } from '#domain/complaint/complaint.model'
import type { Instant } from '#domain/instant'
import { DeskGroup } from '../../ui/DeskGroup'
import { Item, List } from '../../ui/List'
import { Status, type Tone } from '../../ui/Status'
import { type Deadline, deadlineGroupNames, deadlineOf, titleOf } from './complaint.words'

const GROUPS: readonly Deadline['group'][] = ['overdue', 'today', 'undated', 'later']
const TONES: Record<Deadline['group'], Tone> = { overdue: 'late', today: 'wait', undated: 'wait', later: 'rest' }

export const describeCase = (row: CaseRow): string =>
  [row.departmentName ?? '全院', careSettingNames[row.careSetting], row.named ? '留名' : '不留名'].join(' · ')

/** Rows as the desk shows them: the latest first to be answered, group by group. */
export const inDeskOrder = (rows: readonly CaseRow[], now: Instant): CaseRow[] =>
  GROUPS.flatMap((group) => rows.filter(({ dueAt }) => deadlineOf(dueAt, now).group === group))

interface CaseListProps {
  rows: readonly CaseRow[]
  now: Instant
  current: string | null
  onOpen: (row: CaseRow) => void
}

export const CaseList = ({ rows, now, current, onOpen }: CaseListProps) => (
  <>
    {GROUPS.map((group) => {
      const members = rows.filter(({ dueAt }) => deadlineOf(dueAt, now).group === group)
      if (members.length === 0) return null
      return (
        <DeskGroup key={group} name={`${deadlineGroupNames[group]} ${members.length}`}>
          <List label={deadlineGroupNames[group]}>
            {members.map((row) => {
              const { words } = deadlineOf(row.dueAt, now)
              return (
                <Item
                  key={row.id}
                  title={titleOf(row.opening)}
                  detail={`${describeCase(row)}${row.status === 'submitted' ? ' · 待受理' : ''}`}
                  end={<Status tone={TONES[group]}>{words}</Status>}
                  endLabel={words}
                  current={row.id === current}
                  onTap={() => onOpen(row)}
                />
              )
            })}
          </List>
        </DeskGroup>
      )
    })}
  </>
)
