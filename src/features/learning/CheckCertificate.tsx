import { useAction } from '#cloud/use-action'
import { CertificateCode } from '#domain/integrity/certificate.model'
import type { ProvenCertificate } from '#domain/integrity/exam.contract'
import { verifyCodeInGroups } from '#domain/integrity/verify.code'
import { fullDayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useCallback } from 'react'
import * as v from 'valibot'
import { CodeCheck } from '../../ui/CodeCheck'
import { ReviewList } from '../../ui/ReviewList'
import { Status } from '../../ui/Status'
import { provenWords } from './exam.certificate'
import { learningApi } from './learning.api'

const codeIn = (text: string): CertificateCode | null => {
  const parsed = v.safeParse(CertificateCode, text)
  return parsed.success ? parsed.output : null
}

/** Asks whether a certificate is real: with the code that its square brought, or one that is typed. For everybody. */
export const CheckCertificate = ({ code }: { code: string }) => {
  const { remote, run } = useAction(learningApi.verifyCertificate)
  const check = useCallback((asked: CertificateCode) => void run({ code: asked }), [run])
  return (
    <CodeCheck
      lead="查一张考试合格证"
      brought={code}
      parse={codeIn}
      inGroups={verifyCodeInGroups}
      waiting={remote.status === 'pending'}
      failed={remote.status === 'failed' ? remote.code : null}
      onCheck={check}
    >
      {remote.status === 'done' ? <Proven proven={remote.value} /> : null}
    </CodeCheck>
  )
}

const Proven = ({ proven }: { proven: ProvenCertificate }) => {
  const { tone, text } = provenWords(proven)
  return (
    <View className="gap-4">
      <Status tone={tone}>查到了</Status>
      <View className="gap-2">{text}</View>
      <View className="gap-3">
        <ReviewList
          lines={[
            { term: '姓名', value: proven.name },
            { term: '科室', value: proven.departmentName ?? '没有登记' },
            { term: '考试', value: proven.title },
            { term: '合格', value: fullDayName(proven.passedOn) },
            { term: '医院', value: proven.hospitalName },
          ]}
        />
      </View>
    </View>
  )
}
