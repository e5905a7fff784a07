import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function ArticlePage() {
  return (
    <Page title="文章" onBack={() => void goBack()}>
      <Empty title="文章" hint="这一页还在做。" />
    </Page>
  )
}
