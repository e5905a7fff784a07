import { useLoaded } from '#cloud/use-action'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { integrityApi } from '../../../features/pledges/integrity.api'
import { PledgeBoardView } from '../../../features/pledges/PledgeBoardView'
import { Versions } from '../../../features/pledges/Versions'
import { cultureTabs } from '../../../features/session/culture.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { staffApi } from '../../../features/staff/staff.api'
import { goBack, routes } from '../../../routes'
import { Chip } from '../../../ui/Chip'
import { semantics } from '../../../ui/semantics'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}

/** Who has pledged (亮诺), and the versions of the pledge. */
export default function PledgeDeskPage() {
  const me = useLoaded(staffApi.me, NOTHING)
  const { remote, reload } = useLoaded(integrityApi.pledgeBoard, NOTHING)
  const [part, setPart] = useState<'board' | 'versions'>('board')
  const now = useNow()
  const known = me.remote.status === 'done' ? me.remote.value : null
  const roles = known?.roles ?? null
  const board = remote.status === 'done' ? remote.value : null
  return (
    <WideDesk
      title="承诺"
      section="culture"
      sections={staffSections(roles, 'culture')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={() => void goBack()}
    >
      <TopTabs tabs={cultureTabs(roles, 'pledges')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.pledgeDesk()} onRetry={() => void reload()} />
      ) : board ? (
        <View>
          {board.keeps ? (
            <View className="pledge-parts" {...semantics({ role: 'group', label: '看什么' })}>
              <Chip pressed={part === 'board'} onTap={() => setPart('board')}>
                谁签了
              </Chip>
              <Chip pressed={part === 'versions'} onTap={() => setPart('versions')}>
                承诺书
              </Chip>
            </View>
          ) : null}
          <View className="gap-3">
            {part === 'versions' && board.keeps ? (
              <Versions now={now} onChanged={() => void reload()} />
            ) : (
              <PledgeBoardView board={board} now={now} />
            )}
          </View>
        </View>
      ) : (
        <Skeleton lines={8} />
      )}
    </WideDesk>
  )
}
