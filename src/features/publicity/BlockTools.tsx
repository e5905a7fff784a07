import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { blockNames } from './publicity.words'
import { isWritten, type SheetBlock, WRITTEN_KINDS } from './sheet.model'
import type { SheetEdit } from './use-sheet-edit'

interface BlockToolsProps {
  edit: SheetEdit
  block: SheetBlock
  /** Asks where the selected words lead. */
  onLink: () => void
}

interface Tool {
  name: string
  label: string
  isOn?: boolean
  isWide?: boolean
  onTap: () => void
}

/** What can be done to the block in hand: what it is, which of its words are strong, where it stands. */
export const BlockTools = ({ edit, block, onLink }: BlockToolsProps) => {
  const { key } = block
  const place = edit.blocks.findIndex((each) => each.key === key)
  const holdsMarks = block.kind === 'paragraph' || block.kind === 'list'
  const kinds = isWritten(block)
    ? WRITTEN_KINDS.map(
        (kind): Tool => ({
          name: blockNames[kind],
          label: `把这一段变成${blockNames[kind]}`,
          isOn: block.kind === kind,
          isWide: kind === 'heading' || kind === 'list',
          onTap: () => edit.turnInto(key, kind),
        }),
      )
    : []
  const marks: Tool[] = holdsMarks
    ? [
        { name: '加粗', label: '选中的字加粗', isWide: true, onTap: edit.toggleStrong },
        { name: '链接', label: '选中的字加链接', isWide: true, onTap: onLink },
      ]
    : []
  const own: Tool[] = [
    ...(block.kind === 'heading'
      ? [
          {
            name: block.level === 2 ? '改小一级' : '改大一级',
            label: block.level === 2 ? '小标题改小一级' : '小标题改大一级',
            isWide: true,
            onTap: () =>
              edit.changeBlock(key, (each) =>
                each.kind === 'heading' ? { ...each, level: block.level === 2 ? 3 : 2 } : each,
              ),
          },
        ]
      : []),
    ...(block.kind === 'list'
      ? [
          {
            name: block.ordered ? '去掉编号' : '编号',
            label: block.ordered ? '列表去掉编号' : '列表编上号',
            isWide: true,
            onTap: () =>
              edit.changeBlock(key, (each) => (each.kind === 'list' ? { ...each, ordered: !block.ordered } : each)),
          },
        ]
      : []),
  ]
  const places: Tool[] = [
    ...(place > 0 ? [{ name: '上移', label: '这一段上移', onTap: () => edit.move(key, -1) }] : []),
    ...(place < edit.blocks.length - 1 ? [{ name: '下移', label: '这一段下移', onTap: () => edit.move(key, 1) }] : []),
    { name: '删掉', label: '删掉这一段', onTap: () => edit.remove(key) },
  ]
  return (
    <View className="tools" {...semantics({ role: 'group', label: '这一段' })}>
      {[...kinds, ...marks, ...own, ...places].map(({ name, label, isOn, isWide, onTap }) => (
        <Tappable
          key={name}
          className={classNames('tool', isOn && 'is-on', isWide && 'is-wide-only')}
          label={label}
          pressed={isOn}
          onTap={onTap}
        >
          {name}
        </Tappable>
      ))}
    </View>
  )
}
