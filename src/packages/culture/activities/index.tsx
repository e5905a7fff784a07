import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function ActivitiesPage() {
  return (
    <Page title="清廉活动" onBack={() => void goBack()}>
      <Empty title="清廉活动" hint="这一页还在做。" />
    </Page>
  )
}
