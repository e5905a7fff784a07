import { type PairingCode, PAIRING_VALID_MINUTES } from '#domain/hospital/session.model'
import { pairingCodeInGroups } from '#domain/hospital/session.rules'
import type { Instant } from '#domain/instant'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { semantics } from '../../ui/semantics'
import { PairingSquare } from './PairingSquare'
import './SignInCode.css'

const SECOND_MS = 1000

/** 「4 分 09 秒」 */
const leftInWords = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS))
  return `${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`
}

const TimeLeft = ({ until }: { until: Instant }) => {
  const [left, setLeft] = useState(() => until - Date.now())
  useEffect(() => {
    const timer = setInterval(() => setLeft(until - Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [until])
  return <Text>{leftInWords(left)}</Text>
}

/** A code as the computer shows it: to be typed, and to be scanned. */
export const SignInCode = ({ code, until }: { code: PairingCode; until: Instant }) => {
  const shown = pairingCodeInGroups(code)
  return (
    <View className="sign-in-code">
      <PairingSquare code={code} />
      <View className="sign-in-words">
        <View className="t4 c2">登录码</View>
        <View className="sign-in-digits" {...semantics({ role: 'group', label: `登录码 ${code.split('').join(' ')}` })}>
          {shown.split(' ').map((group, index) => (
            <Text key={`group-${index + 1}`} className="sign-in-group">
              {group}
            </Text>
          ))}
        </View>
        <View className="t4 c2">
          {`${PAIRING_VALID_MINUTES} 分钟内有效，还有 `}
          <TimeLeft until={until} />
        </View>
      </View>
    </View>
  )
}
