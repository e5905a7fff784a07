import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function CultureHomePage() {
  return (
    <Page title="清廉文化" onBack={() => void goBack()}>
      <Empty title="清廉文化" hint="这一页还在做。" />
    </Page>
  )
}
