import { pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import type { OwnSignature } from '#domain/integrity/pledge.contract'
import { fullDayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { CertificatePaper } from '../../ui/CertificatePaper'
import { certificateSquare } from './certificate.code'
import { HandWriting } from './HandWriting'
import { vowLines } from './pledge.words'

/** What somebody has in hand after signing. */
export const Certificate = ({ signature, hospitalName }: { signature: OwnSignature; hospitalName: string }) => {
  const { name, departmentName, signedOn, way, code } = signature
  const square = useMemo(() => certificateSquare(code), [code])
  return (
    <CertificatePaper
      title="廉洁承诺"
      departmentName={departmentName}
      name={name}
      lines={vowLines(signature)}
      foot={[hospitalName, fullDayName(signedOn), `查验码 ${pledgeCodeInGroups(code)}`]}
      square={square}
    >
      {way.kind === 'drawn' ? (
        <View className="certificate-hand">
          <HandWriting strokes={way.strokes} name={name} />
        </View>
      ) : (
        <View className="certificate-confirmed">本人确认签下</View>
      )}
    </CertificatePaper>
  )
}
