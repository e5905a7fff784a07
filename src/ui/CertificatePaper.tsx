import { View } from '@tarojs/components'
import { type ReactNode, useMemo } from 'react'
import { Motif } from './Motif'
import { squareMask } from './picture/square.mask'
import type { Square } from './picture/slip.strokes'
import { semantics } from './semantics'
import { SlipFrame } from './Slip'
import './CertificatePaper.css'

interface CertificatePaperProps {
  title: string
  departmentName: string | null
  name: string
  /** What it says, a breath a line. */
  lines: readonly string[]
  /** Under them: a hand, a word. */
  children?: ReactNode
  /** At the foot: who gives it, when, its code. */
  foot: readonly string[]
  /** What checks it. */
  square: Square
}

/** A certificate as somebody has it in hand: the lotus over the water, the name, and the square that proves it. */
export const CertificatePaper = ({
  title,
  departmentName,
  name,
  lines,
  children,
  foot,
  square,
}: CertificatePaperProps) => {
  const mask = useMemo(() => squareMask(square), [square])
  return (
    <SlipFrame>
      <View className="certificate">
        <View className="certificate-water">
          <Motif className="certificate-lotus" />
        </View>
        <View className="certificate-title" {...semantics({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {departmentName ? <View className="certificate-from">{departmentName}</View> : null}
        <View className="certificate-name">{name}</View>
        <View className="certificate-vow">
          {lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
        {children}
        <View className="certificate-foot">
          <View className="grow">
            {foot.map((line) => (
              <View key={line}>{line}</View>
            ))}
          </View>
          <View className="certificate-square theme-light" {...semantics({ role: 'img', label: '查验的二维码' })}>
            <View className="certificate-modules" style={{ maskImage: mask, WebkitMaskImage: mask }} />
          </View>
        </View>
      </View>
    </SlipFrame>
  )
}
