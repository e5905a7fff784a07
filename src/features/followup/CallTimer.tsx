import type { Instant } from '#domain/instant'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Icon } from '../../ui/Icon'
import { lengthInWords } from './followup.words'
import './followup.css'

const SECOND_MS = 1000

const secondsSince = (since: Instant): number => Math.max(0, Math.floor((Date.now() - since) / SECOND_MS))

/** 「通话中 1:42」: seen by whoever rings, and stored nowhere. */
export const CallTimer = ({ since }: { since: Instant }) => {
  const [seconds, setSeconds] = useState(() => secondsSince(since))
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsSince(since)), SECOND_MS)
    return () => clearInterval(timer)
  }, [since])
  return (
    <View className="call-timer">
      <Icon name="phone" size="s" className="call-timer-icon" />
      <Text>{`通话中 ${lengthInWords(seconds)}`}</Text>
    </View>
  )
}
