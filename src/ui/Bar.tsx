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

/** Back and the elder switch; the page's title stands in the page. */
export const Bar = ({ onBack }: { onBack?: () => void }) => {
  const [room] = useState(measureBarRoom)
  const { elder } = useAppearance()
  const height = room && !elder ? { height: `${room.height}px` } : {}
  return (
    <View className="bar-place" style={{ paddingTop: `${room?.top ?? 0}px` }} {...semantics({ role: 'banner' })}>
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
