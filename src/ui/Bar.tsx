import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { measureBarRoom } from './capsule'
import { Icon } from './Icon'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import { useAppearance } from './useAppearance'
import './Bar.css'

/** 长辈版, on every page. */
export const ElderSwitch = () => {
  const { elder, setElder } = useAppearance()
  return (
    <Tappable className="bar-button" onTap={() => setElder(!elder)}>
      {elder ? null : <Icon name="elder-mode" className="bar-icon" />}
      <Text>{elder ? '普通版' : '长辈版'}</Text>
    </Tappable>
  )
}

interface BarProps {
  /** Said, not shown: what the page is called, also while it has nothing to show yet. */
  title: string
  onBack?: () => void
}

/** Back and the elder switch; the one thing the page is about stands in the page. */
export const Bar = ({ title, onBack }: BarProps) => {
  const [room] = useState(measureBarRoom)
  const { elder } = useAppearance()
  const height = room && !elder ? { height: `${room.height}px` } : {}
  return (
    <View className="bar-place" style={{ paddingTop: `${room?.top ?? 0}px` }} {...semantics({ role: 'banner' })}>
      <View className="spoken" {...semantics({ role: 'heading', level: 1 })}>
        {title}
      </View>
      <View className="bar" style={{ ...height, paddingRight: `${room?.right ?? 12}px` }}>
        {onBack ? (
          <Tappable className="bar-button" onTap={onBack}>
            <Icon name="back" className="bar-icon" />
            <Text>返回</Text>
          </Tappable>
        ) : null}
        <ElderSwitch />
      </View>
    </View>
  )
}
