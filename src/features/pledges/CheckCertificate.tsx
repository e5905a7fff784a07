import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { PledgeCode, pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import type { ProvenPledge } from '#domain/integrity/pledge.contract'
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
import { integrityApi } from './integrity.api'
import { provenWords, versionName } from './pledge.words'

/** Asks whether a certificate is real: with the code that its square brought, or one that is typed. */
export const CheckCertificate = ({ code }: { code: string }) => {
  const brought = v.safeParse(PledgeCode, code)
  const [typed, setTyped] = useState(brought.success ? pledgeCodeInGroups(brought.output) : '')
  const [isWrong, setWrong] = useState(false)
  const { remote, run } = useAction(integrityApi.verifyPledge)
  const first = brought.success ? brought.output : null
  useEffect(() => {
    if (first) void run({ code: first })
  }, [first, run])
  const check = () => {
    const parsed = v.safeParse(PledgeCode, typed)
    setWrong(!parsed.success)
    if (parsed.success) void run({ code: parsed.output })
  }
  return (
    <View>
      <Lead hint="证书左下角的 12 位查验码；大小写、横线和空格都不要紧。">查一张承诺证书</Lead>
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
