import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { semantics } from './semantics'
import './DeskGroup.css'

/** Rows of one deadline: 「已超期 2」. */
export const DeskGroup = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="desk-group">
    <View className="desk-group-name" {...semantics({ role: 'heading', level: 3 })}>
      {name}
    </View>
    {children}
  </View>
)
