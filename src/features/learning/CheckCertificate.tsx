import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { CertificateCode } from '#domain/integrity/certificate.model'
import type { ProvenCertificate } from '#domain/integrity/exam.contract'
import { verifyCodeInGroups } from '#domain/integrity/verify.code'
import { fullDayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { ReviewList } from '../../ui/ReviewList'
import { Skeleton } from '../../ui/Skeleton'
import { Status } from '../../ui/Status'
import { TextField } from '../../ui/TextField'
import { provenWords } from './exam.certificate'
import { learningApi } from './learning.api'

/** Asks whether a certificate is real: with the code that its square brought, or one that is typed. For everybody. */
export const CheckCertificate = ({ code }: { code: string }) => {
  const brought = v.safeParse(CertificateCode, code)
  const first = brought.success ? brought.output : null
  const [typed, setTyped] = useState(first ? verifyCodeInGroups(first) : '')
  const [isWrong, setWrong] = useState(false)
  const { remote, run } = useAction(learningApi.verifyCertificate)
  useEffect(() => {
    if (first) void run({ code: first })
  }, [first, run])
  const check = () => {
    const parsed = v.safeParse(CertificateCode, typed)
    setWrong(!parsed.success)
    if (parsed.success) void run({ code: parsed.output })
  }
  return (
    <View>
      <Lead hint="证书左下角的 12 位查验码；大小写、横线和空格都不要紧。">查一张考试合格证</Lead>
      {remote.status === 'done' ? (
        <Proven proven={remote.value} />
      ) : remote.status === 'pending' ? (
        <Skeleton lines={3} />
      ) : remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-5">
        <TextField
          label="查验码"
          value={typed}
          placeholder="8F2K-Q4MW-70XT"
          maxlength={40}
          error={isWrong ? '查验码是 12 位的字母和数字，请照证书再看一遍。' : undefined}
          onInput={setTyped}
          onConfirm={check}
        />
      </View>
      <View className="gap-3">
        <Button kind="quiet" wide busy={remote.status === 'pending'} busyText="正在查" onTap={check}>
          查
        </Button>
      </View>
    </View>
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
