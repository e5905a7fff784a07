import { useAction } from '#cloud/use-action'
import { PledgeCode, pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import type { ProvenPledge } from '#domain/integrity/pledge.contract'
import { fullDayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useCallback } from 'react'
import * as v from 'valibot'
import { CodeCheck } from '../../ui/CodeCheck'
import { ReviewList } from '../../ui/ReviewList'
import { Status } from '../../ui/Status'
import { integrityApi } from './integrity.api'
import { provenWords, versionName } from './pledge.words'

const codeIn = (text: string): PledgeCode | null => {
  const parsed = v.safeParse(PledgeCode, text)
  return parsed.success ? parsed.output : null
}

/** Asks whether a certificate is real: with the code that its square brought, or one that is typed. */
export const CheckCertificate = ({ code }: { code: string }) => {
  const { remote, run } = useAction(integrityApi.verifyPledge)
  const check = useCallback((asked: PledgeCode) => void run({ code: asked }), [run])
  return (
    <CodeCheck
      lead="查一张承诺证书"
      brought={code}
      parse={codeIn}
      inGroups={pledgeCodeInGroups}
      waiting={remote.status === 'pending'}
      failed={remote.status === 'failed' ? remote.code : null}
      onCheck={check}
    >
      {remote.status === 'done' ? <Proven proven={remote.value} /> : null}
    </CodeCheck>
  )
}

const Proven = ({ proven }: { proven: ProvenPledge }) => {
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
            { term: '签的是', value: versionName(proven) },
            { term: '哪天', value: fullDayName(proven.signedOn) },
            { term: '医院', value: proven.hospitalName },
          ]}
        />
      </View>
    </View>
  )
}
