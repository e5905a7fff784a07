import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function PledgeDeskPage() {
  return (
    <Page title="承诺" onBack={() => void goBack()}>
      <Empty title="承诺" hint="这一页还在做。" />
    </Page>
  )
}
