import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function ColumnPage() {
  return (
    <Page title="栏目" onBack={() => void goBack()}>
      <Empty title="栏目" hint="这一页还在做。" />
    </Page>
  )
}
