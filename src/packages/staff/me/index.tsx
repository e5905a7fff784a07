import { forgetSession, sessionToken } from '#cloud/session.store'
import { useAction, useLoaded } from '#cloud/use-action'
import type { Role } from '#domain/actor'
import { dayInWords } from '#domain/instant'
import { comesFromOutside } from '#domain/survey/answering.rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { SignInOffer } from '../../../features/session/SignInOffer'
import {
  learnsHere,
  looksAtQuestions,
  seesRates,
  worksOnCases,
  worksOnFollowUps,
} from '../../../features/session/staff.sections'
import { forgetStaffAnswers } from '../../../features/answering/survey.draft'
import { forgetCaseDrafts } from '../../../features/complaint/case.drafts'
import { forgetQuestions } from '../../../features/bank/question.store'
import { forgetPlans } from '../../../features/exams/plan.store'
import { forgetCalls } from '../../../features/followup/call.drafts'
import { forgetSheets } from '../../../features/learning/sheet.store'
import { sessionApi } from '../../../features/session/session.api'
import { staffApi } from '../../../features/staff/staff.api'
import { rolesInWords } from '../../../features/staff/staff.words'
import { forgetSupervisionDrafts } from '../../../features/supervision/supervision.drafts'
import { goBack, goHome, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { Empty } from '../../../ui/Empty'
import { Lead } from '../../../ui/Lead'
import { Item, List } from '../../../ui/List'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { ReviewList } from '../../../ui/ReviewList'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const ME = {}

const Links = ({ roles, hasDepartment }: { roles: readonly Role[]; hasDepartment: boolean }) => {
  const administers = roles.includes('administrator')
  return (
    <List label="可以去的地方">
      {worksOnCases(roles) ? <Item icon="complaint" title="待办" onTap={() => void goTo(routes.inbox())} /> : null}
      {seesRates(roles) ? <Item icon="dashboard" title="投诉率" onTap={() => void goTo(routes.rates())} /> : null}
      {worksOnFollowUps(roles) ? (
        <Item icon="phone" title="出院随访" onTap={() => void goTo(routes.followUps())} />
      ) : null}
      {administers ? <Item icon="scan" title="点位与码" onTap={() => void goTo(routes.touchpoints())} /> : null}
      {administers ? <Item icon="department" title="人与权限" onTap={() => void goTo(routes.staff())} /> : null}
      {comesFromOutside(roles) ? null : (
        <Item icon="pledge" title="廉洁承诺" onTap={() => void goTo(routes.pledge())} />
      )}
      {looksAtQuestions(roles) ? (
        <Item icon="exam" title="题库复核" onTap={() => void goTo(routes.questionBank({ queue: 'review' }))} />
      ) : null}
      {learnsHere(roles) ? <Item icon="quiz" title="廉洁学习" onTap={() => void goTo(routes.learning())} /> : null}
      {comesFromOutside(roles) ? null : <Item icon="tick" title="活动签到" onTap={() => void goTo(routes.checkIn())} />}
      {comesFromOutside(roles) ? null : (
        <Item icon="survey" title="请您评一评" onTap={() => void goTo(routes.staffSurveys())} />
      )}
      {hasDepartment && !roles.includes('supervisor') ? (
        <Item icon="eye" title="监督员看到的" onTap={() => void goTo(routes.supervise({ found: 'mine' }))} />
      ) : null}
      <Item icon="me" title="登录着的电脑" onTap={() => void goTo(routes.devices())} />
      <Item icon="home" title="本院公开的页面" onTap={() => void goHome()} />
    </List>
  )
}

/** Who one is here (我的): roles, where they lead, the way out. */
export default function MePage() {
  const { remote, reload } = useLoaded(staffApi.me, ME)
  const leaving = useAction(sessionApi.signOut)
  const [asked, setAsked] = useState(false)
  const now = useNow()
  const me = remote.status === 'done' ? remote.value : null
  const token = sessionToken()

  const signOut = async () => {
    if (!token) return
    await leaving.run({ token })
    // Whatever was answered: this browser keeps nothing, and the session ends by itself.
    forgetSession(token)
    forgetCaseDrafts()
    forgetStaffAnswers()
    forgetCalls()
    forgetSupervisionDrafts()
    forgetSheets()
    forgetQuestions()
    forgetPlans()
    void goHome()
  }

  return (
    <Page title="我的" onBack={() => void goBack()}>
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.me()} onRetry={() => void reload()} />
      ) : remote.status !== 'done' ? (
        <Skeleton lines={5} />
      ) : me === null ? (
        <Empty
          title="这个微信还没有绑定职工"
          hint="本院职工请向管理员要口令，核对一次就能进。患者和家属不用绑定。"
          action={
            <Button kind="quiet" onTap={() => void goTo(routes.join())}>
              我是本院职工
            </Button>
          }
        />
      ) : (
        <>
          <Lead above={me.hospitalName}>{me.name}</Lead>
          {me.awayUntil === null ? null : (
            <View className="gap-4">
              <Notice tone="wait">{`您设了外出，${dayInWords(me.awayUntil, now)}回来。提早回来，请管理员点“已回来”。`}</Notice>
            </View>
          )}
          <View className="gap-4">
            <ReviewList
              lines={[
                { term: '工号', value: me.number },
                { term: '科室', value: me.departmentName ?? '没有登记' },
                { term: '角色', value: rolesInWords(me.roles) },
              ]}
            />
          </View>
          <View className="gap-5">
            <Links roles={me.roles} hasDepartment={me.departmentName !== null} />
          </View>
          {token ? (
            <View className="gap-5">
              <Button kind="quiet" wide onTap={() => setAsked(true)}>
                退出这台电脑
              </Button>
            </View>
          ) : null}
        </>
      )}
      {asked ? (
        <ConfirmDialog
          title="退出这台电脑吗？"
          detail="退出后要再进来，用手机确认一次就行。"
          confirm="退出"
          busy={leaving.remote.status === 'pending'}
          onConfirm={() => void signOut()}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </Page>
  )
}
