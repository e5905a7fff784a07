import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function SearchPage() {
  return (
    <Page title="搜索" onBack={() => void goBack()}>
      <Empty title="搜索" hint="这一页还在做。" />
    </Page>
  )
}
