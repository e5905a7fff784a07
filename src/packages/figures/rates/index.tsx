import { useLoaded } from '#cloud/use-action'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { RatesBoard } from '../../../features/metrics/RatesBoard'
import { RatesSkeleton } from '../../../features/metrics/RatesSkeleton'
import { usePrintFigures } from '../../../features/metrics/use-print-figures'
import { answers, useRates, viewIn } from '../../../features/metrics/use-rates'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, goTo, routes } from '../../../routes'
import { WideDesk } from '../../../ui/WideDesk'

/** The complaint rate (看板): for leaders and the complaint office. */
export default function RatesPage() {
  const { params } = useRouter()
  const [first] = useState(() => viewIn(params))
  const { view, remote, reload, show } = useRates(first)
  const { remote: me } = useLoaded(hospitalApi.me, {})
  usePrintFigures()
  const known = me.status === 'done' ? me.value : null
  const person = known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined
  return (
    <WideDesk
      title="投诉率"
      section="rates"
      sections={staffSections(known?.roles ?? null, 'rates')}
      person={person}
      onBack={() => void goBack()}
    >
      {remote.status === 'failed' ? (
        <SignInOffer
          code={remote.code}
          to={routes.rates({ ...view, month: view.month ?? undefined })}
          onRetry={reload}
        />
      ) : remote.status === 'done' ? (
        <RatesBoard
          rates={remote.value}
          isStale={!answers(remote.value, view)}
          onShow={show}
          onReload={reload}
          onOpen={(id) => void goTo(routes.inbox({ id }))}
        />
      ) : (
        <RatesSkeleton />
      )}
    </WideDesk>
  )
}
