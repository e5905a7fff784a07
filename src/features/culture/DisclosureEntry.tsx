import type { SlotBoard } from '#domain/culture/disclosure.contract'
import { Text } from '@tarojs/components'
import { Item } from '../../ui/List'
import { useAppearance } from '../../ui/useAppearance'

/** The way to 院务公开, with what is overdue said at once. Without an answer it is a way all the same. */
export const DisclosureEntry = ({ board, onOpen }: { board: SlotBoard | null; onOpen: () => void }) => {
  const { elder } = useAppearance()
  const total = board?.slots.length ?? 0
  const late = board?.slots.filter(({ standing }) => standing === 'overdue').length ?? 0
  const words = [`${total} 项`, late > 0 ? `${late} 项逾期` : null].filter(Boolean).join('，')
  // One line under the title: in large letters a second one would stand by itself.
  if (elder && total > 0) return <Item icon="disclosure" title="院务公开" detail={words} onTap={onOpen} />
  return (
    <Item
      icon="disclosure"
      title="院务公开"
      detail="收费、招标、任免，什么时候公开的都写着"
      end={
        total === 0 ? undefined : (
          <Text>
            {`${total} 项`}
            {late > 0 ? <Text className="culture-late">{`，${late} 项逾期`}</Text> : null}
          </Text>
        )
      }
      endLabel={total === 0 ? undefined : words}
      onTap={onOpen}
    />
  )
}
