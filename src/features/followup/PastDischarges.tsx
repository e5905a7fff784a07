import { dayInWords, type Instant } from '#domain/instant'
import type { PastFollowUpImport } from '#domain/survey/followup.contract'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'

const undoInWords = ({ undoneAt, undoUntil }: PastFollowUpImport, now: Instant): string => {
  if (undoneAt !== null) return `${dayInWords(undoneAt, now)}撤回了`
  return undoUntil < now ? '过了可以撤回的日子' : `${dayInWords(undoUntil, now)}前可以撤回`
}

interface PastDischargesProps {
  rows: readonly PastFollowUpImport[]
  now: Instant
  onUndo: (batch: PastFollowUpImport) => void
}

/** Earlier files, each with the way back while there is one. */
export const PastDischarges = ({ rows, now, onUndo }: PastDischargesProps) =>
  rows.length === 0 ? null : (
    <View className="gap-6">
      <Head>以前的批次</Head>
      <List label="以前的批次">
        {rows.map((batch) => {
          const open = batch.undoneAt === null && batch.undoUntil >= now
          return (
            <Item
              key={batch.id}
              title={`${dayInWords(batch.importedAt, now)}，${batch.rows} 人`}
              detail={[batch.fileName, batch.importedByName, undoInWords(batch, now)].filter(Boolean).join(' · ')}
              end={open ? '撤回' : undefined}
              onTap={open ? () => onUndo(batch) : undefined}
            />
          )
        })}
      </List>
    </View>
  )
