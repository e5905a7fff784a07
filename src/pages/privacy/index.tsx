import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import Taro from '@tarojs/taro'
import { hospitalApi } from '../../features/hospital/hospital.api'
import { PrivacyNotice } from '../../features/privacy/PrivacyNotice'
import { goBack, goTo, routes } from '../../routes'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'

const NO_SCENE = {}

/** What is done with personal information, in plain words (个人信息保护法 Art 17). */
export default function PrivacyPage() {
  const { remote, reload } = useLoaded(hospitalApi.landing, NO_SCENE)
  return (
    <Page title="个人信息怎么用" onBack={() => void goBack()}>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : null}
      <PrivacyNotice
        hospital={remote.status === 'done' ? remote.value.hospital : null}
        onMine={() => void goTo(routes.mydata())}
      />
      {process.env.TARO_ENV === 'weapp' ? (
        <Button kind="text" wide onTap={() => Taro.openPrivacyContract()}>
          看微信里登记的隐私指引
        </Button>
      ) : null}
    </Page>
  )
}
