import { sentenceFor } from '#domain/errors'
import type { DailyView } from '#domain/integrity/daily.contract'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { backToLearning } from '../../../features/learning/back-to-learning'
import { DailyDock, DailyDone, DailyQuestion } from '../../../features/learning/DailyFive'
import { useDaily, useFive } from '../../../features/learning/use-daily'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

const TITLE = '每日五题'

/** Five questions in a morning (每日五题), each explained at once. */
export default function DailyPage() {
  const { remote, reload } = useDaily()
  if (remote.status === 'done') return <Five key={remote.value.day} daily={remote.value} />
  return (
    <Page title={TITLE} onBack={() => void goBack()}>
      {remote.status !== 'failed' ? (
        <Skeleton lines={6} />
      ) : remote.code === 'daily.sitting' ? (
        <Empty
          title="先把卷子交了再练"
          hint={sentenceFor(remote.code)}
          action={
            <Button kind="quiet" onTap={backToLearning}>
              回到考试
            </Button>
          }
        />
      ) : remote.code === 'daily.none' ? (
        <Empty title="现在没有题" hint={sentenceFor(remote.code)} />
      ) : (
        <SignInOffer code={remote.code} to={routes.dailyFive()} onRetry={() => void reload()} />
      )}
    </Page>
  )
}

const Five = ({ daily }: { daily: DailyView }) => {
  const hand = useFive(daily)
  const { at, question } = hand
  useEffect(() => {
    if (at > 0) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [at])
  return (
    <Page
      title={TITLE}
      onBack={() => void goBack()}
      dock={
        question ? (
          <DailyDock daily={daily} hand={hand} />
        ) : (
          <>
            <Button kind="quiet" onTap={() => void goTo(routes.mistakes())}>
              看错题本
            </Button>
            <Button grow onTap={() => void goBack()}>
              好了
            </Button>
          </>
        )
      }
    >
      {question ? <DailyQuestion daily={daily} hand={hand} /> : <DailyDone daily={daily} hand={hand} />}
    </Page>
  )
}
