import { useLoaded } from '#cloud/use-action'
import { DepartmentId } from '#domain/ids'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useRef } from 'react'
import * as v from 'valibot'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { staffApi } from '../../../features/staff/staff.api'
import { DutyPage } from '../../../features/supervision/DutyPage'
import { FoundInMine } from '../../../features/supervision/FoundInMine'
import { RatingPage } from '../../../features/supervision/RatingPage'
import { SupervisionHome } from '../../../features/supervision/SupervisionHome'
import { surveyApi } from '../../../features/supervision/survey.api'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}
const TITLE = '行风监督'

/** A supervisor of conduct (行风监督员): the appointment, rating a department, writing down a duty; and what was found. */
export default function SupervisePage() {
  const { params } = useRouter()
  const departmentId = v.safeParse(DepartmentId, params.department)
  if (departmentId.success) return <Rating departmentId={departmentId.output} />
  if (params.found) return <Found />
  return params.duty ? <Duty /> : <Home />
}

/** To the page that this one was opened from, or to a new one. */
const backHome = () => void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : replaceWith(routes.supervise()))

const Home = () => {
  const me = useLoaded(staffApi.me, NOTHING)
  const own = useLoaded(surveyApi.supervision, NOTHING)
  const rateable = useLoaded(surveyApi.rateable, NOTHING)
  const reload = () => {
    void own.reload()
    void rateable.reload()
  }
  const isFirst = useRef(true)
  // Somebody comes back from a department: what they rated is ticked.
  useDidShow(() => {
    if (!isFirst.current) reload()
    isFirst.current = false
  })
  const known = me.remote.status === 'done' ? me.remote.value : null
  return (
    <WideDesk
      title={TITLE}
      section="supervise"
      sections={staffSections(known?.roles ?? null, 'supervise')}
      person={known?.name}
      onBack={() => void goBack()}
    >
      {own.remote.status === 'failed' ? (
        <SignInOffer code={own.remote.code} to={routes.supervise()} onRetry={reload} />
      ) : own.remote.status === 'done' ? (
        <SupervisionHome
          supervision={own.remote.value}
          rateable={rateable.remote}
          onRetryRateable={() => void rateable.reload()}
          onRate={(department) => void goTo(routes.supervise({ department }))}
          onDuty={() => void goTo(routes.supervise({ duty: 'new' }))}
          onChanged={reload}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </WideDesk>
  )
}

/** For whoever works in a department that was rated. */
const Found = () => {
  const { remote, reload } = useLoaded(surveyApi.foundInMine, NOTHING)
  return (
    <Page title="监督员看到的" onBack={() => void goBack()} density="desk">
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.supervise({ found: 'mine' })} onRetry={() => void reload()} />
      ) : remote.status === 'done' ? (
        <FoundInMine {...remote.value} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}

const Rating = ({ departmentId }: { departmentId: DepartmentId }) => {
  const { remote, reload } = useLoaded(surveyApi.rateable, NOTHING)
  const value = remote.status === 'done' ? remote.value : null
  const department = value?.departments.find(({ id }) => id === departmentId)
  if (value?.survey && department) {
    return (
      <RatingPage
        departmentId={departmentId}
        departmentName={department.name}
        month={value.month}
        open={value.survey}
        onLeave={backHome}
      />
    )
  }
  return (
    <Page title="行风评议" onBack={backHome}>
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.supervise()} onRetry={() => void reload()} />
      ) : value ? (
        <Empty title="这个科室现在评不了" hint="评议可能已经收了，或者科室撤了。请回到行风监督再看。" />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  )
}

const Duty = () => {
  const own = useLoaded(surveyApi.supervision, NOTHING)
  const rateable = useLoaded(surveyApi.rateable, NOTHING)
  const term = own.remote.status === 'done' ? own.remote.value.term : null
  if (term?.isInForce && rateable.remote.status === 'done') {
    return <DutyPage term={term} departments={rateable.remote.value.departments} onLeave={backHome} onDone={backHome} />
  }
  const failed = [own.remote, rateable.remote].find(({ status }) => status === 'failed')
  const reload = () => {
    void own.reload()
    void rateable.reload()
  }
  return (
    <Page title="记一次履职" onBack={backHome}>
      {failed?.status === 'failed' ? (
        <SignInOffer code={failed.code} to={routes.supervise()} onRetry={reload} />
      ) : own.remote.status === 'done' && !term?.isInForce ? (
        <Empty title="今天不在聘期里" hint="要续聘，请找本院满意度专员。" />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  )
}
