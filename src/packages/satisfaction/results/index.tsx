import { useLoaded } from '#cloud/use-action'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { ResultsBoard } from '../../../features/results/ResultsBoard'
import { ResultsSkeleton } from '../../../features/results/ResultsSkeleton'
import { answers, departmentIn, viewIn } from '../../../features/results/results.view'
import { usePrintResults } from '../../../features/results/use-print-results'
import { useResults } from '../../../features/results/use-results'
import { satisfactionTabs } from '../../../features/session/satisfaction.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, goTo, routes } from '../../../routes'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

/** What was answered (满意度结果): for leaders and the survey office. */
export default function ResultsPage() {
  const { params } = useRouter()
  const [first] = useState(() => viewIn(params))
  const [departmentId] = useState(() => departmentIn(params))
  const { view, remote, reload, show } = useResults(first)
  const { remote: me } = useLoaded(hospitalApi.me, {})
  const now = useNow()
  usePrintResults()
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  const person = known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined
  const here = routes.results({
    rater: view.rater ?? undefined,
    period: view.period?.value,
    department: departmentId ?? undefined,
  })
  return (
    <WideDesk
      title="满意度"
      section="satisfaction"
      sections={staffSections(roles, 'satisfaction')}
      person={person}
      onBack={() => void goBack()}
    >
      <TopTabs tabs={satisfactionTabs(roles, 'results')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={here} onRetry={reload} />
      ) : remote.status === 'done' ? (
        <ResultsBoard
          results={remote.value}
          isOffice={roles?.includes('survey_officer') ?? false}
          isStale={!answers(remote.value, view)}
          departmentId={departmentId}
          onShow={show}
          onQuestionnaires={() => void goTo(routes.questionnaires())}
          onImprove={() => void goTo(routes.improvements())}
        />
      ) : (
        <ResultsSkeleton />
      )}
    </WideDesk>
  )
}
