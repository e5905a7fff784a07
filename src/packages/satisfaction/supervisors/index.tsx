import { useLoaded } from '#cloud/use-action'
import { satisfactionTabs } from '../../../features/session/satisfaction.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { staffApi } from '../../../features/staff/staff.api'
import { SupervisorBoard } from '../../../features/supervision/SupervisorBoard'
import { surveyApi } from '../../../features/supervision/survey.api'
import { goBack, routes } from '../../../routes'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}

/** The survey office appoints supervisors (行风监督员) and reads what they did and found. */
export default function SupervisorsPage() {
  const me = useLoaded(staffApi.me, NOTHING)
  const { remote, reload } = useLoaded(surveyApi.supervisors, NOTHING)
  const known = me.remote.status === 'done' ? me.remote.value : null
  const roles = known?.roles ?? null
  return (
    <WideDesk
      title="监督员"
      section="satisfaction"
      sections={staffSections(roles, 'satisfaction')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={() => void goBack()}
    >
      <TopTabs tabs={satisfactionTabs(roles, 'supervisors')} />
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.supervisors()} onRetry={() => void reload()} />
      ) : remote.status === 'done' ? (
        <SupervisorBoard rows={remote.value.rows} onChanged={() => void reload()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </WideDesk>
  )
}
