import { useLoaded } from '#cloud/use-action'
import { PraiseId } from '#domain/ids'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { PraiseCountsPanel } from '../../../features/praise/PraiseCountsPanel'
import { PraiseDetail } from '../../../features/praise/PraiseDetail'
import { PraiseList } from '../../../features/praise/PraiseList'
import { usePraiseDesk } from '../../../features/praise/use-praise-desk'
import { satisfactionTabs } from '../../../features/session/satisfaction.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, routes } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}

/** The survey office passes thanks on, and puts on the wall what may be shown. */
export default function PraiseReviewPage() {
  const asked = v.safeParse(PraiseId, useRouter().params.id)
  const desk = usePraiseDesk(asked.success ? asked.output : null)
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const [counting, setCounting] = useState(false)
  const now = useNow()
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  const { page, open, problem } = desk
  return (
    <WideDesk
      title="表扬"
      section="satisfaction"
      sections={staffSections(roles, 'satisfaction')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={open ? () => desk.show(null) : () => void goBack()}
    >
      <TopTabs tabs={satisfactionTabs(roles, 'praise')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {problem && !page ? (
        <SignInOffer code={problem} to={routes.praiseReview({ id: open?.id })} onRetry={() => void desk.reload()} />
      ) : page ? (
        <View className={`praise-desk is-showing-${open ? 'detail' : 'list'}`}>
          <View className="praise-desk-list">
            {problem ? (
              <SignInOffer code={problem} to={routes.praiseReview()} onRetry={() => void desk.reload()} />
            ) : null}
            <PraiseList
              page={page}
              state={desk.state}
              now={now}
              current={open?.id ?? null}
              busy={desk.busy}
              onState={desk.setState}
              onOpen={desk.show}
              onMore={() => void desk.more()}
              onCounts={() => setCounting(true)}
            />
          </View>
          <View className="praise-desk-detail">
            {open ? (
              <PraiseDetail
                key={open.id}
                praise={open}
                departments={page.departments}
                now={now}
                acting={desk.acting}
                failed={desk.failed}
                onAct={desk.act}
              />
            ) : (
              <Empty title="还没有打开哪一条" hint="在左边点一条，看原话，带到，再登出来。" />
            )}
          </View>
        </View>
      ) : (
        <Skeleton lines={8} />
      )}
      {counting ? <PraiseCountsPanel onClose={() => setCounting(false)} /> : null}
    </WideDesk>
  )
}
