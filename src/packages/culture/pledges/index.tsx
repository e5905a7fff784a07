import { goBack } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'

export default function PledgeWallPage() {
  return (
    <Page title="我承诺 你监督" onBack={() => void goBack()}>
      <Empty title="我承诺 你监督" hint="这一页还在做。" />
    </Page>
  )
}
