import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function PublicityPage() {
  return (
    <Page title="稿件" onBack={() => void goBack()}>
      <Empty title="稿件" hint="这一页还在做。" />
    </Page>
  )
}
