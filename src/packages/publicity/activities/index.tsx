import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function ActivityDeskPage() {
  return (
    <Page title="活动" onBack={() => void goBack()}>
      <Empty title="活动" hint="这一页还在做。" />
    </Page>
  )
}
