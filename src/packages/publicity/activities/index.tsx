import { useLoaded } from '#cloud/use-action'
import type { ActivityView } from '#domain/culture/activity.contract'
import { sentenceFor } from '#domain/errors'
import { ActivityId } from '#domain/ids'
import { beijingDay, dayInWords, type Instant, monthOf, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { ActivityDetail, type DetailAct } from '../../../features/activities/ActivityDetail'
import { ActivityMonth } from '../../../features/activities/ActivityMonth'
import { cultureApi } from '../../../features/activities/culture.api'
import { FinishForm } from '../../../features/activities/FinishForm'
import { blankPlan, draftOfPlan } from '../../../features/activities/plan.draft'
import { PlanForm } from '../../../features/activities/PlanForm'
import { Projector } from '../../../features/activities/Projector'
import { ReasonPanel } from '../../../features/activities/ReasonPanel'
import { useActivityDesk } from '../../../features/activities/use-activity-desk'
import { useWorkDesk } from '../../../features/activities/use-work-desk'
import { WhoWasThere } from '../../../features/activities/WhoWasThere'
import { WorksDesk } from '../../../features/activities/WorksDesk'
import { Checklists, Counts } from '../../../features/activities/YearBoard'
import { cultureTabs } from '../../../features/session/culture.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { staffApi } from '../../../features/staff/staff.api'
import { goBack, routes } from '../../../routes'
import { Chip } from '../../../ui/Chip'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { LinkText } from '../../../ui/LinkText'
import { semantics } from '../../../ui/semantics'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}

type DeskView = 'month' | 'checklists' | 'counts' | 'works'

const VIEWS: readonly (readonly [DeskView, string])[] = [
  ['month', '活动'],
  ['checklists', '清单'],
  ['counts', '统计'],
  ['works', '作品'],
]

/** Where the page for checking in stands, for a phone that scans it. */
const addressOf = (code: string): string => {
  const route = routes.checkIn({ code })
  return process.env.TARO_ENV === 'h5' ? `${location.origin}${location.pathname}#${route}` : route
}

/** Activities of the desk: a month, what departments have still to do, the counts, the works. */
export default function ActivityDeskPage() {
  const asked = v.safeParse(ActivityId, useRouter().params.id)
  const me = useLoaded(staffApi.me, NOTHING)
  const now = useNow()
  const desk = useActivityDesk(asked.success ? asked.output : null, monthOf(beijingDay(now)))
  const [view, setView] = useState<DeskView>('month')
  const [projecting, setProjecting] = useState(false)
  const known = me.remote.status === 'done' ? me.remote.value : null
  const roles = known?.roles ?? null
  const { remote } = desk
  if (projecting && desk.open) {
    return (
      <Projector
        activity={desk.open}
        now={now}
        addressOf={addressOf}
        onLeave={() => {
          setProjecting(false)
          desk.refresh()
        }}
      />
    )
  }
  return (
    <WideDesk
      title="活动"
      section="culture"
      sections={staffSections(roles, 'culture')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={() => (desk.open ? desk.show(null) : void goBack())}
    >
      <TopTabs tabs={cultureTabs(roles, 'activities')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.activityDesk()} onRetry={() => void desk.reload()} />
      ) : remote.status === 'done' ? (
        <View>
          <View className="acts-chips" {...semantics({ role: 'group', label: '看什么' })}>
            {VIEWS.filter(([key]) => key !== 'works' || remote.value.mayReview).map(([key, name]) => (
              <Chip key={key} pressed={key === view} onTap={() => setView(key)}>
                {name}
              </Chip>
            ))}
          </View>
          {view === 'month' ? (
            <MonthView desk={desk} value={remote.value} now={now} onProject={() => setProjecting(true)} />
          ) : view === 'works' ? (
            <Works now={now} />
          ) : (
            <Year view={view} now={now} />
          )}
        </View>
      ) : (
        <Skeleton lines={8} />
      )}
    </WideDesk>
  )
}

const Works = ({ now }: { now: Instant }) => <WorksDesk desk={useWorkDesk()} now={now} />

const Year = ({ view, now }: { view: 'checklists' | 'counts'; now: Instant }) => {
  const thisYear = Number(beijingDay(now).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { remote, reload } = useLoaded(cultureApi.activityBoard, { year })
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={8} />
  const Shown = view === 'checklists' ? Checklists : Counts
  return <Shown board={remote.value} thisYear={thisYear} onYear={setYear} />
}

type Month = Extract<Awaited<ReturnType<typeof cultureApi.activities>>, { ok: true }>['value']
type Form = 'new' | 'plan' | 'finish' | 'cancel' | 'seeWho'

interface MonthViewProps {
  desk: ReturnType<typeof useActivityDesk>
  value: Month
  now: Instant
  onProject: () => void
}

const MonthView = ({ desk, value, now, onProject }: MonthViewProps) => {
  const [sheet, setSheet] = useState<'list' | 'calendar'>('list')
  const [form, setForm] = useState<Form | null>(null)
  const { open, opening, month, busy, failed } = desk
  const openForm = (next: Form | null) => {
    desk.forget()
    setForm(next)
  }
  const closeWhen = async (done: Promise<boolean>) => {
    if (await done) setForm(null)
  }
  const onAct = (act: DetailAct) => {
    if (act === 'checkIn') return onProject()
    if (act === 'release') return void desk.release()
    if (act === 'takeBack') return void desk.takeBack()
    openForm(act)
  }
  const showing = open || opening ? 'detail' : 'list'
  return (
    <View className={`acts-two is-showing-${showing}${sheet === 'calendar' ? ' is-calendar' : ''}`}>
      <View className="acts-list" {...semantics({ role: 'region', label: '列表' })}>
        <ActivityMonth
          month={month}
          rows={value.rows}
          view={sheet}
          current={open?.id ?? null}
          now={now}
          onMonth={desk.setMonth}
          onView={setSheet}
          onOpen={desk.show}
          onPlan={() => openForm('new')}
        />
      </View>
      <View className="acts-detail" {...semantics({ role: 'region', label: '这一场' })}>
        <View className="acts-back">
          <LinkText role="button" onTap={() => desk.show(null)}>
            回到列表
          </LinkText>
        </View>
        {opening && opening !== 'pending' ? (
          <ErrorNote>{sentenceFor(opening)}</ErrorNote>
        ) : open ? (
          <ActivityDetail activity={open} now={now} busy={busy} failed={form ? null : failed} onAct={onAct} />
        ) : opening ? (
          <Skeleton lines={6} />
        ) : (
          <Empty
            title="点一场，看办得怎样"
            hint="排好了，当天打开签到码；办过了，记人数、放照片，请另一位同事给大家看。"
          />
        )}
      </View>
      {form === 'new' || (form === 'plan' && open) ? (
        <PlanForm
          title={form === 'new' ? '排一场' : '改安排'}
          first={form === 'plan' && open ? draftOfPlan(open.plan, open.departmentName) : blankPlan(beijingDay(now))}
          departments={value.departments}
          wholeHospital={value.wholeHospital}
          series={value.series}
          now={now}
          busy={busy}
          failed={failed}
          onSave={(plan) => void closeWhen(desk.save(plan, form === 'plan' ? open : null))}
          onClose={() => openForm(null)}
        />
      ) : null}
      {form === 'finish' && open ? (
        <Finishing activity={open} desk={desk} onDone={(done) => void closeWhen(done)} onClose={() => openForm(null)} />
      ) : null}
      {form === 'cancel' && open ? (
        <ReasonPanel
          title={open.state === 'done' ? '作废这一场' : '不办了'}
          hint={
            open.state === 'done'
              ? '场次、人次不再算它，公开页上也拿下来。同事看得到这句话；作废了不再改。'
              : '同事看得到这句话；取消了不再改，要办请另排一场。'
          }
          act={open.state === 'done' ? '作废' : '不办了'}
          busy={busy}
          failed={failed}
          onSend={(reason) => void closeWhen(desk.cancel(reason))}
          onClose={() => openForm(null)}
        />
      ) : null}
      {form === 'seeWho' && open ? <WhoWasThere activity={open} now={now} onClose={() => openForm(null)} /> : null}
    </View>
  )
}

interface FinishingProps {
  activity: ActivityView
  desk: ReturnType<typeof useActivityDesk>
  onDone: (done: Promise<boolean>) => void
  onClose: () => void
}

/** How many have checked in is asked for first: the form says which number counts. */
const Finishing = ({ activity, desk, onDone, onClose }: FinishingProps) => {
  const { remote } = useLoaded(cultureApi.checkInScreen, { id: activity.id })
  if (remote.status === 'pending' || remote.status === 'idle') return null
  return (
    <FinishForm
      activity={activity}
      there={remote.status === 'done' ? remote.value.there : 0}
      busy={desk.busy}
      failed={desk.failed}
      onFinish={(outcome) => onDone(desk.finish(outcome))}
      onClose={onClose}
    />
  )
}
