import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function CheckInPage() {
  return (
    <Page title="签到" onBack={() => void goBack()}>
      <Empty title="签到" hint="这一页还在做。" />
    </Page>
  )
}
