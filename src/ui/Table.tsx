import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { semantics } from './semantics'
import './Table.css'

interface Column {
  key: string
  name: string
  /** Figures stand under each other from the right. */
  align?: 'start' | 'end'
}

interface TableProps {
  label: string
  columns: readonly Column[]
  /** A cell for each column, by its key. */
  rows: readonly { key: string; cells: Readonly<Record<string, ReactNode>> }[]
}

/** Figures in rows and columns. What is wider than the screen scrolls within itself, by finger or by arrow keys. */
export const Table = ({ label, columns, rows }: TableProps) => {
  const scroller = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: 0 }
  const cellClass = ({ align }: Column) => classNames('table-cell', align === 'end' && 'is-end')
  return (
    <View className="table-place" {...semantics({ role: 'region', label })} {...scroller}>
      <View className="table" {...semantics({ role: 'table', label })}>
        <View className="table-row is-head" {...semantics({ role: 'row' })}>
          {columns.map((column) => (
            <View key={column.key} className={cellClass(column)} {...semantics({ role: 'columnheader' })}>
              {column.name}
            </View>
          ))}
        </View>
        {rows.map(({ key, cells }) => (
          <View key={key} className="table-row" {...semantics({ role: 'row' })}>
            {columns.map((column) => (
              <View key={column.key} className={cellClass(column)} {...semantics({ role: 'cell' })}>
                {cells[column.key]}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}
