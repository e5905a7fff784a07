import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function DisclosureDeskPage() {
  return (
    <Page title="院务公开" onBack={() => void goBack()}>
      <Empty title="院务公开" hint="这一页还在做。" />
    </Page>
  )
}
