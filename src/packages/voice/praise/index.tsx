import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function PraisePage() {
  return (
    <Page title="表扬感谢" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
