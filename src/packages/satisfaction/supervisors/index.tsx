import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function SupervisorsPage() {
  return (
    <Page title="监督员" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
