import { MAPPED_FIELDS, type MappedField } from '#domain/hospital/visits.model'
import type { ReadColumn, Sheet } from '#domain/hospital/visits.reading'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { Head } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { fieldNames, mappingInWords } from './visits.words'

const SAMPLES = 3

/** What stands first in a column, so that one sees what it is. */
const samplesIn = (sheet: Sheet, headingRow: number, column: number): string =>
  sheet
    .slice(headingRow)
    .map((row) => (row[column] ?? '').trim())
    .filter((cell) => cell !== '')
    .slice(0, SAMPLES)
    .join('、')

interface MappingTableProps {
  sheet: Sheet
  /** From 1. */
  headingRow: number
  columns: readonly ReadColumn[]
  onMap: (column: number, field: MappedField) => void
}

/** The headings of the file and what each is taken for (文件里的列); those that nobody knows are open. */
export const MappingTable = ({ sheet, headingRow, columns, onMap }: MappingTableProps) => {
  const [opened, setOpened] = useState<ReadonlyMap<number, boolean>>(
    () => new Map(columns.filter(({ by }) => by === 'nothing').map(({ column }) => [column, true])),
  )
  return (
    <View>
      <Head aside={mappingInWords(columns)}>文件里的列</Head>
      <View className="visit-columns" {...semantics({ role: 'list', label: '文件里的列' })}>
        {columns.map(({ column, heading, field, by }) => {
          const isUnknown = by === 'nothing'
          const isOpen = opened.get(column) ?? isUnknown
          const samples = samplesIn(sheet, headingRow, column)
          return (
            <View key={column} className="visit-column" {...semantics({ role: 'listitem' })}>
              <Tappable
                className="visit-column-line"
                label={`${heading}，${isUnknown ? '不认得，先不要' : fieldNames[field]}，${isOpen ? '收起' : '改对应'}`}
                onTap={() => setOpened(new Map([...opened, [column, !isOpen]]))}
              >
                <View className="visit-column-heading">{heading}</View>
                <Icon name="forward" size="s" className="visit-column-arrow" />
                <View
                  className={classNames(
                    'visit-column-field',
                    field === 'ignored' && 'is-ignored',
                    isUnknown && 'is-unknown',
                  )}
                >
                  {isUnknown ? '不认得，先不要' : fieldNames[field]}
                </View>
              </Tappable>
              {isOpen ? (
                <View className="visit-column-choices">
                  {samples ? <View className="visit-column-samples">{`里面写着 ${samples}`}</View> : null}
                  <View className="visit-chips" {...semantics({ role: 'group', label: `“${heading}”是什么` })}>
                    {MAPPED_FIELDS.map((offered) => (
                      <View key={offered} className="visit-chip">
                        <Chip pressed={!isUnknown && offered === field} onTap={() => onMap(column, offered)}>
                          {fieldNames[offered]}
                        </Chip>
                      </View>
                    ))}
                  </View>
                </View>
              ) : null}
            </View>
          )
        })}
      </View>
    </View>
  )
}
