import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { ExamId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import * as v from 'valibot'
import { backToLearning } from '../../../features/learning/back-to-learning'
import { CheckCertificate } from '../../../features/learning/CheckCertificate'
import { ExamCertificate, useCertificate } from '../../../features/learning/ExamCertificate'
import { learningApi } from '../../../features/learning/learning.api'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffApi } from '../../../features/staff/staff.api'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { LinkText } from '../../../ui/LinkText'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

const NOTHING = {}

/** Opens the checking of a pledge's certificate without a code yet. */
const NO_CODE = '-'

/** One's own certificate of an exam; without one, the place where anybody checks a certificate's code. */
export default function CertificatePage() {
  const { params } = useRouter()
  const examId = v.safeParse(ExamId, params.exam)
  if (examId.success) return <Own examId={examId.output} />
  return (
    <Page title="查考试合格证" onBack={() => void goBack()}>
      <CheckCertificate code={params.code ?? ''} />
      <View className="gap-5">
        <LinkText onTap={() => void goTo(routes.pledges({ code: NO_CODE }))}>手里是廉洁承诺证书，到这里查</LinkText>
      </View>
    </Page>
  )
}

const Own = ({ examId }: { examId: ExamId }) => {
  const me = useLoaded(staffApi.me, NOTHING)
  const { remote, reload } = useLoaded(learningApi.myCertificate, { examId })
  const hospitalName = me.remote.status === 'done' ? (me.remote.value?.hospitalName ?? '') : ''
  const kept = useCertificate(hospitalName)
  const failed = [remote, me.remote].find(({ status }) => status === 'failed')
  const certificate = remote.status === 'done' && me.remote.status === 'done' ? remote.value : null
  const retry = () => {
    void me.reload()
    void reload()
  }
  return (
    <Page
      title="合格证"
      onBack={backToLearning}
      plainDock
      dock={
        certificate ? (
          <>
            <Button kind="quiet" onTap={backToLearning}>
              回到学习
            </Button>
            <Button grow icon="save" busy={kept.busy} busyText="正在画" onTap={() => void kept.save(certificate)}>
              存成图片
            </Button>
          </>
        ) : null
      }
    >
      {certificate ? (
        <ExamCertificate certificate={certificate} hospitalName={hospitalName} outcome={kept.outcome} />
      ) : failed?.status !== 'failed' ? (
        <Skeleton lines={8} />
      ) : failed.code === 'certificate.not_passed' ? (
        <Empty
          title="还没有合格证"
          hint={sentenceFor(failed.code)}
          action={
            <Button kind="quiet" onTap={() => void replaceWith(routes.exam({ id: examId }))}>
              看这场考试
            </Button>
          }
        />
      ) : (
        <SignInOffer code={failed.code} to={routes.certificate({ exam: examId })} onRetry={retry} />
      )}
    </Page>
  )
}
