import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function EditorPage() {
  return (
    <Page title="写稿" onBack={() => void goBack()}>
      <Empty title="写稿" hint="这一页还在做。" />
    </Page>
  )
}
