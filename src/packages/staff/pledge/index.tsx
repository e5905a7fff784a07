import { useAction, useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { integrityApi } from '../../../features/pledges/integrity.api'
import { SignDock, SignedView, UnsignedView, useCertificate } from '../../../features/pledges/OwnPledgeView'
import { useSigning } from '../../../features/pledges/SignPanel'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { toast } from '../../../ui/toast'
import { useNow } from '../../../ui/useNow'

const NOTHING = {}

/** The words are other ones now and are read first: no second try at once. */
const OTHER_WORDS = 'pledge.version_old'

/** Further down than any page is long. */
const END_PX = 100_000

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** A member of staff reads the pledge, signs it, and keeps the certificate. */
export default function PledgePage() {
  const { remote, reload } = useLoaded(integrityApi.myPledge, NOTHING)
  const own = remote.status === 'done' ? remote.value : null
  const signing = useSigning()
  const sending = useAction(integrityApi.signPledge)
  const certificate = useCertificate(own?.hospitalName ?? '')
  const [busy, setBusy] = useState(false)
  const now = useNow()
  const signature = own?.signature ?? null
  const problem = sending.remote.status === 'failed' ? sending.remote.code : null
  useEffect(() => {
    if (problem === null || problem === OTHER_WORDS) return
    Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: END_PX, duration: 0 }))
  }, [problem])

  const sign = async () => {
    if (!own?.current || !signing.way) return
    setBusy(true)
    const answer = await sending.run({ versionId: own.current.id, way: signing.way })
    if (answer.ok) {
      await reload()
      toast('签好了，谢谢您')
      toTop()
    } else if (answer.code === OTHER_WORDS) {
      await reload()
      toTop()
    }
    setBusy(false)
  }
  const dock = signature ? (
    <>
      <Button kind="quiet" onTap={() => void goTo(routes.pledges())}>
        看墙
      </Button>
      <Button grow icon="save" busy={certificate.busy} busyText="正在画" onTap={() => void certificate.save(signature)}>
        存成图片
      </Button>
    </>
  ) : own?.current ? (
    <SignDock signing={signing} busy={busy} onSign={() => void sign()} />
  ) : null

  return (
    <Page title="廉洁承诺" onBack={() => void goBack()} dock={dock} plainDock={signature !== null}>
      {problem === OTHER_WORDS && !signature ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(problem)}</ErrorNote>
        </View>
      ) : null}
      {own && signature ? (
        <SignedView own={own} signature={signature} outcome={certificate.outcome} />
      ) : own ? (
        <UnsignedView own={own} signing={signing} now={now}>
          {problem && problem !== OTHER_WORDS ? (
            <View className="gap-4">
              <ErrorNote onRetry={() => void sign()}>{sentenceFor(problem)}</ErrorNote>
            </View>
          ) : null}
        </UnsignedView>
      ) : remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.pledge()} onRetry={() => void reload()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
