import { SetupForm } from '../../../features/hospital/SetupForm'
import { goBack, replaceWith, routes } from '../../../routes'
import { Page } from '../../../ui/Page'

/** Opening the hospital with the one-time code of its deployment; what is left to do stands on the settings page. */
export default function SetupPage() {
  return (
    <Page title="开通医院" onBack={() => void goBack()}>
      <SetupForm onFounded={() => void replaceWith(routes.settings())} />
    </Page>
  )
}
