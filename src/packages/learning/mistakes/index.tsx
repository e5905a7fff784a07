import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { backToLearning } from '../../../features/learning/back-to-learning'
import { learningApi } from '../../../features/learning/learning.api'
import { MistakeBook } from '../../../features/learning/MistakeBook'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const NOTHING = {}

/** What somebody got wrong at their daily five (错题本). */
export default function MistakesPage() {
  const { remote, reload } = useLoaded(learningApi.mistakes, NOTHING)
  const now = useNow()
  return (
    <Page
      title="错题本"
      onBack={backToLearning}
      dock={
        remote.status === 'done' ? (
          <Button grow onTap={() => void replaceWith(routes.dailyFive())}>
            做今天的五题
          </Button>
        ) : null
      }
    >
      {remote.status === 'done' ? (
        <MistakeBook rows={remote.value.rows} now={now} />
      ) : remote.status !== 'failed' ? (
        <Skeleton lines={6} />
      ) : remote.code === 'daily.sitting' ? (
        <Empty title="先把卷子交了再看" hint={sentenceFor(remote.code)} />
      ) : (
        <SignInOffer code={remote.code} to={routes.mistakes()} onRetry={() => void reload()} />
      )}
    </Page>
  )
}
