import type { SupervisorRow } from '#domain/survey/supervision.contract'
import { dutyNames } from '#domain/survey/supervision.model'
import { Empty } from '../../ui/Empty'
import { LinkText } from '../../ui/LinkText'
import { Table } from '../../ui/Table'
import { useNow } from '../../ui/useNow'
import { termNow, termStanding } from './supervision.words'

interface SupervisorTableProps {
  rows: readonly SupervisorRow[]
  onOpen: (row: SupervisorRow) => void
}

const COLUMNS = [
  { key: 'name', title: '监督员' },
  { key: 'appointment', title: '聘期' },
  { key: 'inspection', title: dutyNames.inspection, numeric: true },
  { key: 'meeting', title: dutyNames.meeting, numeric: true },
  { key: 'training', title: dutyNames.training, numeric: true },
  { key: 'reception', title: dutyNames.reception, numeric: true },
  { key: 'ratings', title: '评议科室', numeric: true },
]

/** Who is appointed, until when, and what they did in that time. */
export const SupervisorTable = ({ rows, onOpen }: SupervisorTableProps) => {
  const now = useNow()
  if (rows.length === 0) {
    return <Empty title="还没有监督员" hint="请管理员在“人与权限”里给一位加上“行风监督员”的岗位，加好以后在这里聘。" />
  }
  return (
    <Table
      label="行风监督员"
      lined
      columns={COLUMNS}
      rows={rows.map((row) => {
        const { staffId, name, terms, duties, ratings } = row
        const term = termNow(terms)
        return {
          key: staffId,
          cells: {
            name: (
              <LinkText role="button" label={`${name}，聘期`} onTap={() => onOpen(row)}>
                {name}
              </LinkText>
            ),
            appointment: term ? termStanding(term, now) : '还没有聘',
            inspection: String(duties.inspection),
            meeting: String(duties.meeting),
            training: String(duties.training),
            reception: String(duties.reception),
            ratings: String(ratings),
          },
        }
      })}
    />
  )
}
