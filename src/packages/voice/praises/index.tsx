import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function PraisesPage() {
  return (
    <Page title="感谢墙" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
