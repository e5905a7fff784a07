import { useLoaded } from '#cloud/use-action'
import { beijingDay, dayInWords, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { RecordsBoard } from '../../../features/exams/RecordsBoard'
import { learningApi } from '../../../features/learning/learning.api'
import { Exams, Today, TopicProgress, Ways } from '../../../features/learning/LearningHome'
import { yearsBack } from '../../../features/learning/record.words'
import { RecordView, YearChoice } from '../../../features/learning/RecordView'
import { useDaily } from '../../../features/learning/use-daily'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { opensLiveQuiz, readsLearning, staffSections } from '../../../features/session/staff.sections'
import { staffApi } from '../../../features/staff/staff.api'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Lead } from '../../../ui/Lead'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'
import '../../../features/exams/Exams.css'

const NOTHING = {}
const RECORD = 'record'
const DEPARTMENTS = 'departments'
const TITLES = { home: '廉洁学习', [RECORD]: '学习档案', [DEPARTMENTS]: '科室学习' } as const
const TO_DEPARTMENTS = routes.learning({ part: DEPARTMENTS })
/** For whoever came from an article without working here. */
const FOR_STAFF = '本院职工每天在这里答五道题：不收红包、不拿回扣、怎么接待投诉。您是来看病的，不用做什么。'

/** Asks again for what may have changed whenever somebody comes back to the page. */
const useComingBack = (again: () => void) => {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  const wasAway = useRef(false)
  useDidHide(() => {
    wasAway.current = true
  })
  useDidShow(() => {
    if (wasAway.current) latest.current()
    wasAway.current = false
  })
}

/** Where staff learn: today's five, exams, what comes back, and what was learned. */
export default function LearningHomePage() {
  const { params } = useRouter()
  const me = useLoaded(staffApi.me, NOTHING)
  const known = me.remote.status === 'done' ? me.remote.value : null
  const now = useNow()
  const part = params.part === RECORD || params.part === DEPARTMENTS ? params.part : 'home'
  const tab = (key: string, name: string, isCurrent: boolean, to: string) => ({
    key,
    name,
    isCurrent,
    onTap: () => {
      if (!isCurrent) void replaceWith(to)
    },
  })
  const tabs = [
    tab('home', '学习', part === 'home', routes.learning()),
    tab(RECORD, '档案', part === RECORD, routes.learning({ part: RECORD })),
    ...(known && readsLearning(known.roles)
      ? [tab(DEPARTMENTS, known.roles.includes('leader') ? '各科' : '本科', part === DEPARTMENTS, TO_DEPARTMENTS)]
      : []),
  ]
  const desk = (children: ReactNode) => (
    <WideDesk
      title={TITLES[part]}
      section="learning"
      sections={staffSections(known?.roles ?? null, 'learning')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={() => void goBack()}
    >
      <TopTabs tabs={tabs} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {children}
    </WideDesk>
  )
  if (known && part === DEPARTMENTS) return desk(<RecordsBoard now={now} onPerson={null} onLeave={null} />)
  if (known && part === RECORD) return desk(<OwnRecord />)
  if (known) return desk(<Home name={known.name} opensLive={opensLiveQuiz(known.roles)} />)
  if (me.remote.status === 'failed') {
    return desk(
      <View>
        <Lead hint={FOR_STAFF}>廉洁学习</Lead>
        <View className="gap-4">
          <SignInOffer
            code={me.remote.code}
            to={routes.learning({ part: params.part })}
            onRetry={() => void me.reload()}
          />
        </View>
      </View>,
    )
  }
  return desk(
    me.remote.status === 'done' ? (
      <Empty
        title="这里是本院职工学规矩的地方"
        hint={`${FOR_STAFF}您是本院职工，向管理员要口令，核对一次就能进。`}
        action={
          <Button kind="quiet" onTap={() => void goTo(routes.join())}>
            我是本院职工
          </Button>
        }
      />
    ) : (
      <Skeleton lines={6} />
    ),
  )
}

const Home = ({ name, opensLive }: { name: string; opensLive: boolean }) => {
  const daily = useDaily()
  const exams = useLoaded(learningApi.myExams, NOTHING)
  const progress = useLoaded(learningApi.progress, NOTHING)
  useComingBack(() => {
    void daily.reload()
    void exams.reload()
    void progress.reload()
  })
  const { remote } = daily
  if (remote.status === 'failed' && remote.code === 'auth.forbidden') {
    return <Empty title="廉洁学习给本院职工" hint="您的岗位不在这里学习；本院公开的内容在“清廉文化”里。" />
  }
  return (
    <View className="learning-home">
      <View>
        <Today above={name} daily={daily} onDaily={() => void goTo(routes.dailyFive())} />
        <Exams exams={exams} onExam={({ id }) => void goTo(routes.exam({ id }))} />
        <Ways
          due={remote.status === 'done' ? remote.value.due : null}
          opensLive={opensLive}
          onMistakes={() => void goTo(routes.mistakes())}
          onLive={() => void goTo(routes.live())}
          onPledge={() => void goTo(routes.pledge())}
        />
      </View>
      <View className="learning-beside">
        <TopicProgress progress={progress} />
      </View>
    </View>
  )
}

const OwnRecord = () => {
  const now = useNow()
  const years = yearsBack(beijingDay(now))
  const [year, setYear] = useState(years[0] ?? '')
  const { remote, reload } = useLoaded(learningApi.myRecord, { year })
  return (
    <View>
      <YearChoice years={years} year={year} onYear={setYear} />
      {remote.status === 'done' ? (
        <RecordView record={remote.value} />
      ) : remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.learning({ part: RECORD })} onRetry={() => void reload()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </View>
  )
}
