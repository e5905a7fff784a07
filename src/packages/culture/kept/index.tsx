import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function KeptPage() {
  return (
    <Page title="收藏" onBack={() => void goBack()}>
      <Empty title="收藏" hint="这一页还在做。" />
    </Page>
  )
}
