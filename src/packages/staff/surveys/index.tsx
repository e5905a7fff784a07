import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function StaffSurveysPage() {
  return (
    <Page title="请您评一评" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
