import type { Column } from '#domain/culture/article.model'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { COLUMNS, shortColumnNames } from './culture.words'
import './ColumnLine.css'

interface ColumnLineProps {
  /** Null: articles of all of them. */
  shown: Column | null
  onShow: (column: Column | null) => void
  /** With 「全部」 before them. */
  withAll?: boolean
}

/** The four columns (四栏目) as a line of words. */
export const ColumnLine = ({ shown, onShow, withAll = false }: ColumnLineProps) => (
  <View className="column-line" {...semantics({ role: 'group', label: '栏目' })}>
    {(withAll ? [null, ...COLUMNS] : COLUMNS).map((column) => (
      <Tappable
        key={column ?? 'all'}
        className={classNames('column-word', column === shown && 'is-shown')}
        pressed={column === shown}
        onTap={() => onShow(column)}
      >
        <View className="column-word-name">{column ? shortColumnNames[column] : '全部'}</View>
      </Tappable>
    ))}
  </View>
)
