import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Tappable } from './Tappable'
import './PhoneLink.css'

/** Opens the phone's dialler; the person still presses call. */
export const dial = (number: string) => {
  // Putting the dialler away again is not a failure.
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}

interface PhoneLinkProps {
  /** Who answers: 「纪检监察室」. */
  name: string
  number: string
}

export const PhoneLink = ({ name, number }: PhoneLinkProps) => (
  <Tappable role="link" className="phone-link" label={`${name} ${number}，拨打`} onTap={() => dial(number)}>
    <Icon name="phone" size="s" className="cj" />
    <View className="phone-words">
      <View className="phone-name">{name}</View>
      <View className="phone-number">{number}</View>
    </View>
  </Tappable>
)

/** Two numbers beside each other, ruled. */
export const PhoneLinks = ({ children }: { children: ReactNode }) => <View className="phone-links">{children}</View>
