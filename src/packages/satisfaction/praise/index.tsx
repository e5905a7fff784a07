import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function PraiseReviewPage() {
  return (
    <Page title="表扬" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
