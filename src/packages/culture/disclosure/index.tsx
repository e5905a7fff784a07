import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function DisclosurePage() {
  return (
    <Page title="公开事项" onBack={() => void goBack()}>
      <Empty title="公开事项" hint="这一页还在做。" />
    </Page>
  )
}
