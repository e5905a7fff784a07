import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { PaperSheet } from '../../ui/PaperSheet'
import { semantics } from '../../ui/semantics'
import { allKeys } from './case.keys'
import './CaseKeys.css'

/** Every key of the desk. */
export const CaseKeys = ({ onClose }: { onClose: () => void }) => (
  <PaperSheet
    title="全部快捷键"
    facts={[]}
    actions={
      <Button kind="quiet" grow onTap={onClose}>
        知道了
      </Button>
    }
    onEscape={onClose}
  >
    <View className="case-keys" {...semantics({ role: 'list', label: '快捷键' })}>
      {allKeys.map(({ keys, name }) => (
        <View key={name} className="case-key" {...semantics({ role: 'listitem' })}>
          <View className="case-key-caps">{keys.join(' ')}</View>
          {name}
        </View>
      ))}
    </View>
  </PaperSheet>
)
