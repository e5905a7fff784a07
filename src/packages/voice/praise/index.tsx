import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { sceneIn } from '#domain/hospital/scene'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { KeptPraises } from '../../../features/praise/KeptPraises'
import { praiseWants } from '../../../features/praise/praise.draft'
import { forgetPraise, keptPraises } from '../../../features/praise/praise.kept'
import { PraisePaper } from '../../../features/praise/PraisePaper'
import { PraiseThanks } from '../../../features/praise/PraiseThanks'
import { surveyApi } from '../../../features/praise/survey.api'
import { useThanking } from '../../../features/praise/use-thanking'
import { goBack, goTo, routes } from '../../../routes'
import { takeBegun } from '../../../ui/begun.words'
import { Button } from '../../../ui/Button'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** Thanks for a person or a department, one sheet. Nobody is asked who they are. */
export default function PraisePage() {
  const scene = sceneIn(useRouter().params.scene)
  const now = useNow()
  const { remote, reload } = useLoaded(surveyApi.praisePaper, { scene })
  const paper = remote.status === 'done' ? remote.value : null
  const [whom] = useState(takeBegun)
  const thanking = useThanking(paper ? paper.place : undefined, whom, now)
  const [kept, setKept] = useState(keptPraises)
  const { draft, photos, sent, failed, busy } = thanking
  useEffect(() => {
    if (!sent) return
    setKept(keptPraises())
    toTop()
  }, [sent])
  const wants = draft ? praiseWants(draft, photos.waiting) : null

  const dock =
    !paper || !draft ? null : sent ? (
      <>
        <Button kind="quiet" grow onTap={thanking.again}>
          再谢一位
        </Button>
        <Button kind="quiet" grow onTap={() => void goBack()}>
          好了
        </Button>
      </>
    ) : (
      <View className="praise-dock">
        <View className="praise-dock-words">{wants ?? `${paper.passOnWithinDays} 天内把话带到，带到了告诉您`}</View>
        <Button busy={busy} disabled={wants !== null} onTap={() => void thanking.send()}>
          送出
        </Button>
      </View>
    )
  return (
    <Page title="表扬感谢" onBack={() => void goBack()} dock={dock}>
      {failed ? (
        <ErrorNote onRetry={draft ? () => void thanking.send() : undefined}>{sentenceFor(failed)}</ErrorNote>
      ) : null}
      {sent ? (
        <PraiseThanks
          progress={sent.progress}
          remembered={sent.remembered}
          now={now}
          onWall={() => void goTo(routes.praises())}
        />
      ) : paper && draft ? (
        <PraisePaper draft={draft} photos={photos} saved={thanking.saved} change={thanking.change} />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={6} />
      )}
      {paper && !sent ? (
        <KeptPraises
          kept={kept}
          now={now}
          onForget={({ id }) => {
            forgetPraise(id)
            setKept(keptPraises())
          }}
        />
      ) : null}
    </Page>
  )
}
