import { useLoaded } from '#cloud/use-action'
import { beijingDay, dayInWords, daysAfter, weekdayInWords } from '#domain/instant'
import { useState } from 'react'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { FiguresBoard, type Span } from '../../../features/publicity/FiguresBoard'
import { publicityApi } from '../../../features/publicity/publicity.api'
import { cultureTabs } from '../../../features/session/culture.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, routes } from '../../../routes'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'
import '../../../features/publicity/Editor.css'

const NOTHING = {}

/** How many read what, day by day. */
export default function ReadingPage() {
  const [span, setSpan] = useState<Span>(30)
  const now = useNow()
  const today = beijingDay(now)
  const { remote, reload } = useLoaded(publicityApi.readingFigures, { from: daysAfter(today, 1 - span), to: today })
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  return (
    <WideDesk
      title="阅读"
      section="culture"
      sections={staffSections(roles, 'culture')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={() => void goBack()}
    >
      <TopTabs tabs={cultureTabs(roles, 'figures')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.readingFigures()} onRetry={() => void reload()} />
      ) : remote.status === 'done' ? (
        <FiguresBoard figures={remote.value} span={span} now={now} onSpan={setSpan} />
      ) : (
        <Skeleton lines={8} />
      )}
    </WideDesk>
  )
}
