import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function ReadingPage() {
  return (
    <Page title="阅读" onBack={() => void goBack()}>
      <Empty title="阅读" hint="这一页还在做。" />
    </Page>
  )
}
