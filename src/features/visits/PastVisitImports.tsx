import type { PastVisitImport } from '#domain/hospital/visits.contract'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { monthsInWords, undoInWords } from './visits.words'

interface PastVisitImportsProps {
  rows: readonly PastVisitImport[]
  now: Instant
  onUndo: (batch: PastVisitImport) => void
}

/** Imports of the last time, each with its way back while there is one (以前的批次). */
export const PastVisitImports = ({ rows, now, onUndo }: PastVisitImportsProps) => (
  <View>
    <Head>以前的批次</Head>
    {rows.length === 0 ? (
      <View className="gap-2 t4 c2">还没有导入过。</View>
    ) : (
      <View className="gap-2">
        <List label="以前的批次">
          {rows.map((batch) => {
            const open = batch.undoneAt === null && batch.undoUntil >= now && !batch.covered
            const who = batch.importedBy || '管理员'
            return (
              <Item
                key={batch.id}
                title={`${dayInWords(batch.importedAt, now)}，${monthsInWords(batch.months)}`}
                detail={`${batch.fileName} · ${who} · ${batch.changed} 格 · ${undoInWords(batch, rows, now)}`}
                end={open ? '撤回' : undefined}
                onTap={open ? () => onUndo(batch) : undefined}
              />
            )
          })}
        </List>
      </View>
    )}
  </View>
)
