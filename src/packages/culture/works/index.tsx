import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function WorksPage() {
  return (
    <Page title="作品" onBack={() => void goBack()}>
      <Empty title="作品" hint="这一页还在做。" />
    </Page>
  )
}
