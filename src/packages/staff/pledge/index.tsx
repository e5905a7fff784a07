import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function PledgePage() {
  return (
    <Page title="廉洁承诺" onBack={() => void goBack()}>
      <Empty title="廉洁承诺" hint="这一页还在做。" />
    </Page>
  )
}
