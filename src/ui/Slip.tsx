import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Head } from './Lead'
import { Mark } from './Motif'
import { semantics } from './semantics'
import './Slip.css'

interface SlipProps {
  /** Who hands it over and what it is: 「青衿市人民医院 · 投诉回执」. */
  from: string
  title: string
  children: ReactNode
}

/** The rule alone, around whatever is formal. */
export const SlipFrame = ({ children }: { children: ReactNode }) => (
  <View className="slip">
    <View className="slip-inner">{children}</View>
  </View>
)

/** A formal paper the hospital hands back, in the printers' thick-and-thin rule. */
export const Slip = ({ from, title, children }: SlipProps) => (
  <SlipFrame>
    <View className="slip-head">
      <View className="grow">
        <View className="slip-from">{from}</View>
        <View className="slip-title" {...semantics({ role: 'heading', level: 2 })}>
          {title}
        </View>
      </View>
      <Mark fine className="slip-mark" />
    </View>
    {children}
  </SlipFrame>
)

interface SlipPartProps {
  children: ReactNode
  /** What the part is about. */
  label?: string
  /** A heading over several lines rather than a caption over one. */
  head?: string
  /** Ruled off from what stands above. */
  ruled?: boolean
}

export const SlipPart = ({ children, label, head, ruled = false }: SlipPartProps) => (
  <View className={ruled ? 'slip-part is-ruled' : 'slip-part'}>
    {label ? <View className="slip-label">{label}</View> : null}
    {head ? (
      <View className="slip-part-head">
        <Head>{head}</Head>
      </View>
    ) : null}
    {children}
  </View>
)

/** The promised date, the largest thing on a slip. */
export const SlipDate = ({ children }: { children: string }) => <View className="slip-date">{children}</View>

interface SlipStep {
  when: string
  what: string
  /** The promise itself. */
  due?: boolean
}

export const SlipSteps = ({ steps }: { steps: SlipStep[] }) => (
  <View>
    {steps.map(({ when, what, due }) => (
      <View key={when} className={due ? 'slip-step is-due' : 'slip-step'}>
        <View className="slip-when">{when}</View>
        <View className="slip-what">{what}</View>
      </View>
    ))}
  </View>
)
