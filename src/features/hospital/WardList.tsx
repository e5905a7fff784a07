import type { TouchpointBoard, WardRow } from '#domain/hospital/place.contract'
import type { Instant } from '#domain/instant'
import { Item, List } from '../../ui/List'
import { Status } from '../../ui/Status'
import { departmentOf, silenceInWords, sumOf, wardInWords } from './place.words'

interface WardListProps {
  board: TouchpointBoard
  now: Instant
  current: string | null
  onOpen: (ward: WardRow) => void
}

/** Wards with what was scanned there this month. */
export const WardList = ({ board, now, current, onOpen }: WardListProps) => (
  <List label="病区和场所，后面是这个月的扫码次数">
    {board.wards.map((ward) => {
      const rows = board.rows.filter(({ wardId }) => wardId === ward.id)
      const isQuiet = rows.some((row) => silenceInWords(row, now) !== null)
      const scans = `${sumOf(rows)} 次`
      return (
        <Item
          key={ward.id}
          title={ward.name}
          detail={`${departmentOf(board, ward)} · ${wardInWords(rows, now)}`}
          end={isQuiet ? <Status tone="wait">{scans}</Status> : scans}
          endLabel={scans}
          current={ward.id === current}
          onTap={() => onOpen(ward)}
        />
      )
    })}
  </List>
)
