import { useLoaded } from '#cloud/use-action'
import { SlotName } from '#domain/culture/disclosure.model'
import { sentenceFor } from '#domain/errors'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { disclosureApi } from '../../../features/disclosures/disclosure.api'
import { DeskList } from '../../../features/disclosures/DeskList'
import { EntryDesk } from '../../../features/disclosures/EntryDesk'
import { EntryForm } from '../../../features/disclosures/EntryForm'
import { FiguresPanel } from '../../../features/disclosures/FiguresPanel'
import { SlotDesk } from '../../../features/disclosures/SlotDesk'
import { useDesk } from '../../../features/disclosures/use-desk'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { cultureTabs } from '../../../features/session/culture.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, routes } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}

/** Owners write what must be public, a second person confirms it, and nobody loses sight of what is overdue. */
export default function DisclosureDeskPage() {
  const asked = v.safeParse(SlotName, useRouter().params.slot)
  const desk = useDesk(asked.success ? asked.output : null)
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const [counting, setCounting] = useState(false)
  const now = useNow()
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  const { board, opened, problem } = desk
  const openSlot = opened?.kind === 'entry' ? opened.entry.slot : opened?.slot
  const slot = board?.slots.find((each) => each.slot === openSlot) ?? null
  const back = () => {
    if (!opened) return void goBack()
    return desk.open(
      opened.kind === 'slot' ? null : { kind: 'slot', slot: opened.kind === 'entry' ? opened.entry.slot : opened.slot },
    )
  }
  return (
    <WideDesk
      title="院务公开"
      section="culture"
      sections={staffSections(roles, 'culture')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={back}
    >
      <TopTabs tabs={cultureTabs(roles, 'disclosures')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {problem ? (
        <SignInOffer code={problem} to={routes.disclosureDesk({ slot: openSlot })} onRetry={() => void desk.reload()} />
      ) : null}
      {board ? (
        <View className={`disclosure-desk is-showing-${opened ? 'detail' : 'list'}`}>
          <View className="disclosure-desk-part disclosure-desk-list">
            <DeskList board={board} desk={desk} now={now} onFigures={() => setCounting(true)} />
          </View>
          <View className="disclosure-desk-part disclosure-desk-detail">
            {desk.failed ? (
              <View className="disclosure-failed">
                <ErrorNote>{sentenceFor(desk.failed)}</ErrorNote>
              </View>
            ) : null}
            {slot && opened?.kind === 'entry' ? (
              <EntryDesk key={opened.entry.id} entry={opened.entry} slot={slot} desk={desk} now={now} />
            ) : slot && opened?.kind === 'new' ? (
              <EntryForm
                key={`new ${slot.slot}`}
                slot={slot}
                entry={null}
                desk={desk}
                now={now}
                onLeave={() => desk.open({ kind: 'slot', slot: slot.slot })}
              />
            ) : slot ? (
              <SlotDesk key={slot.slot} slot={slot} board={board} desk={desk} now={now} />
            ) : (
              <Empty title="还没有打开哪一项" hint="在左边点一项，写一条、报一个变化，或者看谁在等。" />
            )}
          </View>
        </View>
      ) : problem ? null : (
        <Skeleton lines={8} />
      )}
      {counting ? (
        <FiguresPanel
          ask={disclosureApi.disclosureFigures}
          now={now}
          onEntry={(id) => {
            setCounting(false)
            void desk.openEntry(id)
          }}
          onSlot={(wanted) => {
            setCounting(false)
            desk.open({ kind: 'slot', slot: wanted })
          }}
          onClose={() => setCounting(false)}
        />
      ) : null}
    </WideDesk>
  )
}
