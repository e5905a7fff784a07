import { View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/icon.names'
import { Mark, Motif } from '../../ui/Motif'
import { Section } from './Section'
import './Pictures.css'

const ICONS: IconName[] = [
  'back',
  'bell',
  'check',
  'clock',
  'complaint',
  'cross',
  'elder-mode',
  'eye',
  'forward',
  'home',
  'overdue',
  'pen',
  'phone',
  'progress',
  'report-secret',
  'save',
  'scan',
  'search',
  'tick',
  'warning',
]

export const Pictures = () => (
  <>
    <Section name="图标">
      <View className="icon-sheet">
        {ICONS.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </View>
    </Section>
    <Section name="一笔莲">
      <View className="row">
        <Motif />
        <Mark />
        <Mark fine className="mark-large" />
      </View>
    </Section>
  </>
)
