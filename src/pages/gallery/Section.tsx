import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Head } from '../../ui/Lead'
import './Section.css'

/** One component in all its states. */
export const Section = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="section">
    <Head>{name}</Head>
    <View className="section-body">{children}</View>
  </View>
)

/** One state under another. */
export const Stack = ({ children }: { children: ReactNode }) => <View className="stack">{children}</View>
