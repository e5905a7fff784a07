import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import { ExamId, type StaffId } from '#domain/ids'
import { dayInWords, weekdayInWords } from '#domain/instant'
import type { Year } from '#domain/survey/quarter'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { newPlan } from '../../../features/exams/exam.plan'
import { examsApi } from '../../../features/exams/exams.api'
import { ExamList } from '../../../features/exams/ExamList'
import { GroupsPanel } from '../../../features/exams/GroupsPanel'
import { type KeptPlan, keptNewPlan } from '../../../features/exams/plan.store'
import { PlanForm } from '../../../features/exams/PlanForm'
import { RecordsBoard } from '../../../features/exams/RecordsBoard'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { examTabs } from '../../../features/session/exam.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { seesRates, staffSections } from '../../../features/session/staff.sections'
import { goBack, routes } from '../../../routes'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'
import { OpenedExam } from './OpenedExam'
import { PersonPanel } from './PersonPanel'
import '../../../features/exams/Exams.css'

const NOTHING = {}

/** Every exam, the one that is looked at, and the one that is planned. */
export default function ExamsPage() {
  const asked = v.safeParse(ExamId, useRouter().params.id)
  const [openId, setOpenId] = useState<ExamId | null>(asked.success ? asked.output : null)
  const [planned, setPlanned] = useState<KeptPlan | null>(null)
  const [showsGroups, setShowsGroups] = useState(false)
  const [showsRecords, setShowsRecords] = useState(false)
  const [person, setPerson] = useState<{ staffId: StaffId; year: Year } | null>(null)
  const { remote, reload } = useLoaded(examsApi.exams, NOTHING)
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const now = useNow()
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  const isListed = openId === null && planned === null && !showsRecords
  // On a phone what is opened takes the place of a list that was scrolled.
  useEffect(() => {
    if (!isListed) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [isListed])
  const leave = () => {
    setOpenId(null)
    setPlanned(null)
    setShowsRecords(false)
    void reload()
  }
  const plan = async () =>
    setPlanned(keptNewPlan() ?? { id: v.parse(ExamId, await randomHex()), rev: null, draft: newPlan(now) })
  return (
    <WideDesk
      title="考试"
      section="exams"
      sections={staffSections(roles, 'exams')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={isListed ? () => void goBack() : leave}
    >
      <TopTabs tabs={examTabs(roles, 'exams')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {planned ? (
        <PlanForm
          key={planned.id}
          id={planned.id}
          rev={null}
          first={planned.draft}
          now={now}
          onSaved={({ id }) => {
            setPlanned(null)
            setOpenId(id)
          }}
          onLeave={leave}
        />
      ) : openId ? (
        <OpenedExam
          key={openId}
          id={openId}
          now={now}
          seesComplaints={roles !== null && seesRates(roles)}
          onLeave={leave}
        />
      ) : showsRecords ? (
        <RecordsBoard now={now} onPerson={(staffId, year) => setPerson({ staffId, year })} onLeave={leave} />
      ) : remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.examDesk()} onRetry={() => void reload()} />
      ) : remote.status === 'done' ? (
        <ExamList
          rows={remote.value.rows}
          now={now}
          hasUnfinished={keptNewPlan() !== null}
          onOpen={setOpenId}
          onNew={() => void plan()}
          onGroups={() => setShowsGroups(true)}
          onRecords={() => setShowsRecords(true)}
        />
      ) : (
        <Skeleton lines={8} />
      )}
      {showsGroups ? <GroupsPanel onClose={() => setShowsGroups(false)} /> : null}
      {person ? <PersonPanel {...person} onClose={() => setPerson(null)} /> : null}
    </WideDesk>
  )
}
