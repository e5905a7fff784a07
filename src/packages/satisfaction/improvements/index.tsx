import { useLoaded } from '#cloud/use-action'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { standingInWords } from '../../../features/improvements/change.words'
import { ImprovementForm } from '../../../features/improvements/ImprovementForm'
import { ImprovementRows } from '../../../features/improvements/ImprovementRows'
import { Proposals } from '../../../features/improvements/Proposals'
import { useImprovements } from '../../../features/improvements/use-improvements'
import { satisfactionTabs } from '../../../features/session/satisfaction.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Lead } from '../../../ui/Lead'
import { LinkText } from '../../../ui/LinkText'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}

/** What people said and what came of it: who sees to it, until when, and what the figures say since. */
export default function ImprovementsPage() {
  const { remote, reload, opened, busy, failed, save, close, write, take, leave, act } = useImprovements()
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const now = useNow()
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  const board = remote.status === 'done' ? remote.value : null
  return (
    <WideDesk
      title="我们改了"
      section="satisfaction"
      sections={staffSections(roles, 'satisfaction')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={() => void goBack()}
    >
      <TopTabs
        tabs={satisfactionTabs(roles, 'improvements')}
        aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`}
      />
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.improvements()} onRetry={() => void reload()} />
      ) : board ? (
        <>
          <View className="improve-head">
            <Lead hint={standingInWords(board.items)}>您说的，我们改了</Lead>
            <View className="improve-acts">
              <LinkText onTap={() => void goTo(routes.changed())}>公开的页</LinkText>
              {board.mayWrite ? (
                <Button kind="quiet" icon="pen" onTap={write}>
                  写一条
                </Button>
              ) : null}
            </View>
          </View>
          {board.proposals.length > 0 ? (
            <Proposals proposals={board.proposals} mayWrite={board.mayWrite} onTake={take} onLeave={leave} />
          ) : null}
          <View className="improve-part">
            {board.items.length > 0 ? (
              <ImprovementRows items={board.items} now={now} mayWrite={board.mayWrite} onAct={act} />
            ) : (
              <Empty title="还没有写下一件" hint="有题低于界限，会在这里等着；投诉里说得多的，也可以写一条。" />
            )}
          </View>
          {opened ? (
            <ImprovementForm
              key={`${opened.form}${opened.item?.id ?? opened.proposal?.id ?? ''}`}
              form={opened.form}
              about={opened.proposal?.question ?? opened.item?.said ?? null}
              first={opened.first}
              departments={board.departments}
              now={now}
              busy={busy}
              failed={failed}
              onSave={(draft, departmentId) => void save(draft, departmentId)}
              onClose={close}
            />
          ) : null}
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </WideDesk>
  )
}
