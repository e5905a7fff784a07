import type { SessionRow } from '#domain/hospital/session.contract'
import { browserInWords } from '#domain/hospital/session.rules'
import { type Instant, timeInWords } from '#domain/instant'
import { Item, List } from '../../ui/List'

interface DeviceListProps {
  rows: readonly SessionRow[]
  now: Instant
  onEnd: (row: SessionRow) => void
}

/** One's own signed-in computers, each with the way out. */
export const DeviceList = ({ rows, now, onEnd }: DeviceListProps) => (
  <List label="登录着的电脑">
    {rows.map((row) => (
      <Item
        key={row.id}
        icon="me"
        title={row.current ? `${browserInWords(row.browser)}（就是这台）` : browserInWords(row.browser)}
        detail={`${timeInWords(row.createdAt, now)} 登录，${timeInWords(row.expiresAt, now)} 自动退出`}
        end="退出"
        onTap={() => onEnd(row)}
      />
    ))}
  </List>
)
