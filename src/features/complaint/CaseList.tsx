import type { CaseRow } from '#domain/complaint/case.contract'
import { statusNames } from '#domain/complaint/complaint.model'
import { inGroups } from '#domain/complaint/receipt'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { DeskGroup } from '../../ui/DeskGroup'
import { Item, List } from '../../ui/List'
import { Status, type Tone } from '../../ui/Status'
import { groupedByDeadline } from './case.order'
import { HEALTH } from './case.sorting'
import { describeCase, marksOf } from './case.words'
import { type Deadline, deadlineGroupNames, deadlineOf, titleOf } from './complaint.words'
import './CaseList.css'

const TONES: Record<Deadline['group'], Tone> = { overdue: 'late', today: 'wait', undated: 'wait', later: 'rest' }

interface CaseListProps {
  rows: readonly CaseRow[]
  now: Instant
  current: string | null
  /** Open cases stand by deadline; the others simply in their order, with how they stand. */
  byDeadline: boolean
  onOpen: (row: CaseRow) => void
}

const CaseItem = ({ row, now, current, byDeadline, onOpen }: Omit<CaseListProps, 'rows'> & { row: CaseRow }) => {
  const { group, words } = byDeadline
    ? deadlineOf(row.dueAt, now)
    : { group: 'later' as const, words: statusNames[row.status] }
  const marks = marksOf(row)
  return (
    <Item
      title={titleOf(row.opening)}
      detail={describeCase(row)}
      end={
        <View className="case-end">
          <Status tone={TONES[group]}>{words}</Status>
          {marks.map((mark) => (
            <View key={mark} className={mark === HEALTH ? 'case-mark is-health' : 'case-mark'}>
              {mark}
            </View>
          ))}
        </View>
      }
      endLabel={[words, ...marks, `编号 ${inGroups(row.selector)}`].join('，')}
      current={row.id === current}
      onTap={() => onOpen(row)}
    />
  )
}

/** Cases in the order in which they want to be dealt with. */
export const CaseList = ({ rows, ...shared }: CaseListProps) =>
  shared.byDeadline ? (
    <>
      {groupedByDeadline(rows, shared.now).map(({ group, rows: members }) => (
        <DeskGroup key={group} name={`${deadlineGroupNames[group]} ${members.length}`}>
          <List label={deadlineGroupNames[group]}>
            {members.map((row) => (
              <CaseItem key={row.id} row={row} {...shared} />
            ))}
          </List>
        </DeskGroup>
      ))}
    </>
  ) : (
    <View className="case-rows">
      <List label="投诉">
        {rows.map((row) => (
          <CaseItem key={row.id} row={row} {...shared} />
        ))}
      </List>
    </View>
  )
