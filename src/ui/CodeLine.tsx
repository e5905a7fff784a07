import { inGroups } from '#domain/complaint/receipt'
import { Text, View } from '@tarojs/components'
import { semantics } from './semantics'
import './CodeLine.css'

/** A query code as it stands on a receipt. */
export const CodeLine = ({ digits, label }: { digits: string; label: string }) => (
  <View className="code-line" {...semantics({ role: 'group', label: `${label} ${inGroups(digits)}` })}>
    {inGroups(digits)
      .split(' ')
      .map((group, index) => (
        // Two groups may read the same: the place in the code tells them apart.
        <Text key={`group-${index + 1}`} className="code-line-group">
          {group}
        </Text>
      ))}
  </View>
)
