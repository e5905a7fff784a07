import { useLoaded } from '#cloud/use-action'
import { DepartmentId, SurveyId } from '#domain/ids'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useRef } from 'react'
import * as v from 'valibot'
import { AnsweringPage } from '../../../features/answering/AnsweringPage'
import { StaffSurveyList } from '../../../features/answering/StaffSurveyList'
import { surveyApi } from '../../../features/answering/survey.api'
import { DisciplinePhones } from '../../../features/hospital/DisciplinePhones'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffApi } from '../../../features/staff/staff.api'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const NOTHING = {}
const TITLE = '请您评一评'

/** What a member of staff may answer now, and answering it. */
export default function StaffSurveysPage() {
  const { params } = useRouter()
  const surveyId = v.safeParse(SurveyId, params.id)
  const departmentId = v.safeParse(DepartmentId, params.department)
  return surveyId.success ? (
    <OneSurvey surveyId={surveyId.output} departmentId={departmentId.success ? departmentId.output : null} />
  ) : (
    <SurveyList />
  )
}

/** To the list that this page was opened from, or to a new one. */
const backToList = () =>
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : replaceWith(routes.staffSurveys()))

const SurveyList = () => {
  const { remote, reload } = useLoaded(surveyApi.forStaff, NOTHING)
  const now = useNow()
  const isFirst = useRef(true)
  // Somebody comes back from a questionnaire: what they answered is ticked.
  useDidShow(() => {
    if (!isFirst.current) void reload()
    isFirst.current = false
  })
  return (
    <Page title={TITLE} onBack={() => void goBack()} density="desk">
      {remote.status === 'done' ? (
        <StaffSurveyList
          surveys={remote.value.surveys}
          now={now}
          onOpen={(survey, department) =>
            void goTo(routes.staffSurveys({ id: survey.surveyId, department: department ?? undefined }))
          }
        />
      ) : remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.staffSurveys()} onRetry={() => void reload()} />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  )
}

const OneSurvey = ({ surveyId, departmentId }: { surveyId: SurveyId; departmentId: DepartmentId | null }) => {
  const me = useLoaded(staffApi.me, NOTHING)
  const list = useLoaded(surveyApi.forStaff, NOTHING)
  const failed = [me.remote, list.remote].find(({ status }) => status === 'failed')
  if (me.remote.status === 'done' && list.remote.status === 'done' && me.remote.value !== null) {
    const survey = list.remote.value.surveys.find((one) => one.surveyId === surveyId)
    const about = survey?.departments.find(({ id }) => id === departmentId)?.name
    return (
      <AnsweringPage
        door={{ kind: 'staff', surveyId, departmentId, by: me.remote.value.number }}
        title={TITLE}
        about={about}
        onLeave={backToList}
        onDone={backToList}
        onChanged={() => void goTo(routes.changed())}
        report={<DisciplinePhones onChannels={() => void goTo(routes.channels())} />}
      />
    )
  }
  const reload = () => {
    void me.reload()
    void list.reload()
  }
  return (
    <Page title={TITLE} onBack={backToList}>
      {failed?.status === 'failed' ? (
        <SignInOffer code={failed.code} to={routes.staffSurveys()} onRetry={reload} />
      ) : me.remote.status === 'done' && me.remote.value === null ? (
        <Empty
          title="这个微信还没有绑定职工"
          hint="本院职工请向管理员要口令，核对一次就能进。"
          action={
            <Button kind="quiet" onTap={() => void goTo(routes.join())}>
              我是本院职工
            </Button>
          }
        />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  )
}
