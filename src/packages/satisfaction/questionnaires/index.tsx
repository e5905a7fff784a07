import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function QuestionnairesPage() {
  return (
    <Page title="问卷" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
