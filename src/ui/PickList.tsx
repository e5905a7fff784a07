import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './PickList.css'

interface PickRow<Key extends string> {
  key: Key
  title: string
  detail?: string
  /** At the end of the row: a figure, a date. */
  end?: string
}

interface PickProps<Key extends string> {
  rows: readonly PickRow<Key>[]
  picked: ReadonlySet<Key>
  onPick: (picked: ReadonlySet<Key>) => void
}

interface PickListProps<Key extends string> extends PickProps<Key> {
  label: string
  /** Absent: a row does nothing but be ticked. */
  onOpen?: (key: Key) => void
}

const Tick = ({ on }: { on: boolean }) => (
  <View className={classNames('pick-tick', on && 'is-on')}>
    {on ? <Icon name="tick" className="pick-mark" /> : null}
  </View>
)

/** Rows that can be ticked to do something with several, and opened one by one. */
export const PickList = <Key extends string>({ label, rows, picked, onPick, onOpen }: PickListProps<Key>) => {
  const toggle = (key: Key) => {
    const next = new Set(picked)
    if (!next.delete(key)) next.add(key)
    onPick(next)
  }
  return (
    <View className="pick-list" {...semantics({ role: 'list', label })}>
      {rows.map(({ key, title, detail, end }) => {
        const words = (
          <>
            <View className="pick-words">
              <View>{title}</View>
              {detail ? <View className="pick-detail">{detail}</View> : null}
            </View>
            {end ? <View className="pick-end">{end}</View> : null}
          </>
        )
        return (
          <View key={key} className="pick-row" {...semantics({ role: 'listitem' })}>
            <Tappable
              role="checkbox"
              className="pick-box"
              label={`选中 ${title}`}
              checked={picked.has(key)}
              onTap={() => toggle(key)}
            >
              <Tick on={picked.has(key)} />
            </Tappable>
            {onOpen ? (
              <Tappable
                className="pick-open"
                label={[title, detail, end].filter(Boolean).join('，')}
                onTap={() => onOpen(key)}
              >
                {words}
              </Tappable>
            ) : (
              <View className="pick-open">{words}</View>
            )}
          </View>
        )
      })}
    </View>
  )
}

/** Ticks every row, or none. */
export const PickAll = <Key extends string>({ rows, picked, onPick }: PickProps<Key>) => {
  const all = rows.length > 0 && rows.every(({ key }) => picked.has(key))
  const words = picked.size > 0 ? `全选，已选 ${picked.size} 个` : '全选'
  return (
    <Tappable
      role="checkbox"
      className="pick-all"
      label={words}
      checked={all}
      disabled={rows.length === 0}
      onTap={() => onPick(new Set(all ? [] : rows.map(({ key }) => key)))}
    >
      <Tick on={all} />
      <View className="pick-all-words">{words}</View>
    </Tappable>
  )
}
