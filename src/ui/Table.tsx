import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { semantics } from './semantics'
import './Table.css'

export interface TableColumn {
  readonly key: string
  readonly title: string
  /** Figures stand at the right, one under the other. */
  readonly numeric?: boolean
}

export interface TableRow {
  readonly key: string
  /** By the keys of the columns. */
  readonly cells: Readonly<Record<string, ReactNode>>
  /** Stands out, with the reason in words in one of its cells. */
  readonly strong?: boolean
  /** Columns whose figures say nothing new: left out where the row becomes lines. */
  readonly quiet?: ReadonlySet<string>
}

interface TableProps {
  /** What is listed, for a screen reader. */
  label: string
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
  /** Becomes lines on a phone too; otherwise only in elder mode. */
  lined?: boolean
}

/** Rows of figures; where there is no room for the columns each row becomes a few lines that name their figures. */
export const Table = ({ label, columns, rows, lined = false }: TableProps) => (
  <View className={classNames('table', lined && 'is-lined')} {...semantics({ role: 'table', label })}>
    <View className="table-row is-head" {...semantics({ role: 'row' })}>
      {columns.map(({ key, title, numeric }) => (
        <View
          key={key}
          className={classNames('table-cell', `table-${key}`, numeric && 'is-numeric')}
          {...semantics({ role: 'columnheader' })}
        >
          {title}
        </View>
      ))}
    </View>
    {rows.map(({ key: rowKey, cells, strong, quiet }) => (
      <View key={rowKey} className={classNames('table-row', strong && 'is-strong')} {...semantics({ role: 'row' })}>
        {columns.map(({ key, title, numeric }) => (
          <View
            key={key}
            className={classNames('table-cell', `table-${key}`, numeric && 'is-numeric', quiet?.has(key) && 'is-quiet')}
            {...semantics({ role: 'cell' })}
          >
            <View className="table-term">{title}</View>
            <View className="table-value">{cells[key]}</View>
          </View>
        ))}
      </View>
    ))}
  </View>
)
