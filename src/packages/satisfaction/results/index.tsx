import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function ResultsPage() {
  return (
    <Page title="满意度" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
