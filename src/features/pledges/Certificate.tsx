import type { OwnSignature } from '#domain/integrity/pledge.contract'
import { pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { Motif } from '../../ui/Motif'
import { semantics } from '../../ui/semantics'
import { SlipFrame } from '../../ui/Slip'
import { codeSquare, squareMask } from './certificate.code'
import { HandWriting } from './HandWriting'
import { fullDay, vowLines } from './pledge.words'
import './Certificate.css'

/** What somebody has in hand after signing. */
export const Certificate = ({ signature, hospitalName }: { signature: OwnSignature; hospitalName: string }) => {
  const { name, departmentName, signedOn, way, code } = signature
  const mask = useMemo(() => squareMask(codeSquare(code)), [code])
  return (
    <SlipFrame>
      <View className="certificate">
        <View className="certificate-water">
          <Motif className="certificate-lotus" />
        </View>
        <View className="certificate-title" {...semantics({ role: 'heading', level: 2 })}>
          廉洁承诺
        </View>
        {departmentName ? <View className="certificate-from">{departmentName}</View> : null}
        <View className="certificate-name">{name}</View>
        <View className="certificate-vow">
          {vowLines(signature).map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
        {way.kind === 'drawn' ? (
          <View className="certificate-hand">
            <HandWriting strokes={way.strokes} name={name} />
          </View>
        ) : (
          <View className="certificate-confirmed">本人确认签下</View>
        )}
        <View className="certificate-foot">
          <View className="grow">
            <View>{hospitalName}</View>
            <View>{fullDay(signedOn)}</View>
            <View>{`查验码 ${pledgeCodeInGroups(code)}`}</View>
          </View>
          <View className="certificate-square theme-light" {...semantics({ role: 'img', label: '查验的二维码' })}>
            <View className="certificate-modules" style={{ maskImage: mask, WebkitMaskImage: mask }} />
          </View>
        </View>
      </View>
    </SlipFrame>
  )
}
