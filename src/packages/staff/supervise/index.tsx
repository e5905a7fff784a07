import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function SupervisePage() {
  return (
    <Page title="行风监督" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
