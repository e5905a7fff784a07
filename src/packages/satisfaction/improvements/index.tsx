import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function ImprovementsPage() {
  return (
    <Page title="我们改了" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
