import { useLoaded } from '#cloud/use-action'
import { LiveId } from '#domain/ids'
import { useRouter } from '@tarojs/taro'
import * as v from 'valibot'
import { backToLearning } from '../../../features/learning/back-to-learning'
import { JoinEntry, OpenEntry, useJoining } from '../../../features/learning/LiveDoor'
import { LiveDock, LiveQuestion, useLiveHand } from '../../../features/learning/LiveInHand'
import { LiveScreenView, LiveTurn, useLiveScreen } from '../../../features/learning/LiveScreenView'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { opensLiveQuiz } from '../../../features/session/staff.sections'
import { staffApi } from '../../../features/staff/staff.api'
import { replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const NOTHING = {}
const TITLE = '现场答题'
const HOST = '1'

/** A department sits a quiz together (现场答题): the door, the hand of somebody in the room, the speaker's screen. */
export default function LivePage() {
  const { params } = useRouter()
  const id = v.safeParse(LiveId, params.id)
  if (!id.success) return <Door code={params.code ?? ''} />
  return params.host === HOST ? <Screen id={id.output} /> : <InTheRoom id={id.output} />
}

const Door = ({ code }: { code: string }) => {
  const me = useLoaded(staffApi.me, NOTHING)
  const joining = useJoining(code, (id) => void replaceWith(routes.live({ id })))
  const now = useNow()
  const known = me.remote.status === 'done' ? me.remote.value : null
  return (
    <Page
      title={TITLE}
      onBack={backToLearning}
      dock={
        <Button grow busy={joining.busy} busyText="正在进" onTap={() => joining.join()}>
          进去
        </Button>
      }
    >
      {me.remote.status === 'failed' ? (
        <SignInOffer code={me.remote.code} to={routes.live({ code })} onRetry={() => void me.reload()} />
      ) : (
        <JoinEntry joining={joining} />
      )}
      {known && opensLiveQuiz(known.roles) ? (
        <OpenEntry now={now} onOpened={(id) => void replaceWith(routes.live({ id, host: HOST }))} />
      ) : null}
    </Page>
  )
}

const InTheRoom = ({ id }: { id: LiveId }) => {
  const inHand = useLiveHand(id)
  const { hand, failed, again } = inHand
  return (
    <Page
      title={TITLE}
      onBack={backToLearning}
      dock={
        inHand.isOpen ? (
          <LiveDock inHand={inHand} />
        ) : hand?.stage.kind === 'ended' ? (
          <Button kind="quiet" grow onTap={backToLearning}>
            回到学习
          </Button>
        ) : null
      }
    >
      {hand ? (
        <LiveQuestion inHand={inHand} hand={hand} />
      ) : failed ? (
        <SignInOffer code={failed} to={routes.live({ id })} onRetry={again} />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  )
}

const Screen = ({ id }: { id: LiveId }) => {
  const screening = useLiveScreen(id)
  const { screen, failed, again } = screening
  return (
    <Page
      title={screen?.title ?? TITLE}
      density="desk"
      className="projector-page"
      onBack={backToLearning}
      dock={screen && screen.stage.kind !== 'ended' ? <LiveTurn screening={screening} screen={screen} /> : null}
    >
      {screen ? (
        <LiveScreenView screening={screening} screen={screen} />
      ) : failed ? (
        <SignInOffer code={failed} to={routes.live({ id, host: HOST })} onRetry={again} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}
