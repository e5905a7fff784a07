import { useRouter } from '@tarojs/taro'
import { AttendingView } from '../../../features/activities/AttendingView'
import { CheckInEntry } from '../../../features/activities/CheckInEntry'
import { useCheckIn } from '../../../features/activities/use-check-in'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const CODE = /^\d{6}$/

/** Staff say that they are there (活动签到), with the six digits that are thrown on the wall. */
export default function CheckInPage() {
  const given = String(useRouter().params.code ?? '')
  const hand = useCheckIn(CODE.test(given) ? given : null)
  const { mine, found, failed, busy } = hand
  const now = useNow()
  const { remote } = mine
  if (found) {
    const { attending, code } = found
    const ready = code !== null
    const isThere = attending.mine?.presence === 'there'
    return (
      <Page
        title="活动签到"
        className="check-in-page"
        onBack={hand.back}
        dock={
          isThere ? (
            <Button grow onTap={() => void goBack()}>
              好了
            </Button>
          ) : (
            <>
              {attending.mine ? null : (
                <Button kind="quiet" grow={!ready} busy={busy} busyText="正在记" onTap={hand.sayOnDuty}>
                  我在值班
                </Button>
              )}
              {ready ? (
                <Button grow icon="tick" busy={busy} busyText="正在签" onTap={hand.checkIn}>
                  签到
                </Button>
              ) : (
                <Button kind="quiet" grow onTap={hand.back}>
                  去输签到码
                </Button>
              )}
            </>
          )
        }
      >
        <AttendingView attending={attending} ready={ready} failed={failed === 'mistyped' ? null : failed} now={now} />
      </Page>
    )
  }
  return (
    <Page
      title="活动签到"
      onBack={() => void goBack()}
      dock={
        remote.status === 'done' ? (
          <Button grow busy={busy} busyText="正在找" onTap={() => hand.look()}>
            看看是哪一场
          </Button>
        ) : null
      }
    >
      {remote.status === 'done' ? (
        <CheckInEntry hand={hand} name={remote.value.name} rows={remote.value.rows} />
      ) : remote.status === 'failed' ? (
        remote.code === 'auth.forbidden' ? (
          <Empty
            title="签到给本院职工"
            hint="本院职工请先用工号和口令绑定一次；患者和家属不用签到。"
            action={
              <Button kind="quiet" onTap={() => void goTo(routes.join())}>
                我是本院职工
              </Button>
            }
          />
        ) : (
          <SignInOffer code={remote.code} to={routes.checkIn()} onRetry={() => void mine.reload()} />
        )
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}
