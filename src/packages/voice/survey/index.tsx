import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function SurveyPage() {
  return (
    <Page title="满意度评价" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
