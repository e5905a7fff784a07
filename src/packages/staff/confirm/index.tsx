import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { type PairingCode, SESSION_VALID_HOURS } from '#domain/hospital/session.model'
import { pairingCodeIn, pairingCodeInGroups } from '#domain/hospital/session.rules'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { PairingEntry, PairingReview } from '../../../features/session/ConfirmSignIn'
import { sessionApi } from '../../../features/session/session.api'
import { goBack, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'
import { useNow } from '../../../ui/useNow'

/** A member of staff looks at what a computer asks, and signs it in. */
export default function ConfirmSignInPage() {
  const [typed, setTyped] = useState(String(useRouter().params.code ?? ''))
  const [code, setCode] = useState<PairingCode | null>(null)
  const [mistyped, setMistyped] = useState(false)
  const looking = useAction(sessionApi.signInAsked)
  const confirming = useAction(sessionApi.confirmSignIn)
  const now = useNow()

  const asked = looking.remote.status === 'done' && code ? looking.remote.value : null
  const failed = [confirming.remote, looking.remote].find(({ status }) => status === 'failed')
  const problem = failed?.status === 'failed' ? failed.code : null

  const type = (text: string) => {
    setTyped(text)
    setMistyped(false)
  }
  const look = () => {
    const wanted = pairingCodeIn(typed)
    setMistyped(wanted === null)
    if (!wanted || looking.remote.status === 'pending') return
    setCode(wanted)
    confirming.reset()
    void looking.run({ code: wanted })
  }
  const startOver = () => {
    setCode(null)
    setTyped('')
    looking.reset()
    confirming.reset()
  }
  const confirm = () => {
    if (code && confirming.remote.status !== 'pending') void confirming.run({ code })
  }

  if (confirming.remote.status === 'done') {
    return (
      <Page
        title="确认电脑登录"
        onBack={() => void goBack()}
        dock={
          <>
            <Button kind="text" onTap={() => void replaceWith(routes.devices())}>
              看登录着的电脑
            </Button>
            <Button grow onTap={() => void goBack()}>
              好了
            </Button>
          </>
        }
      >
        <Lead
          hint={`电脑上几秒内自己打开。${SESSION_VALID_HOURS} 小时后自动退出；人走开，先在电脑上退出，也可以在手机里让它退出。`}
        >
          电脑登录好了
        </Lead>
      </Page>
    )
  }
  return (
    <Page
      title="确认电脑登录"
      onBack={asked ? startOver : () => void goBack()}
      dock={
        asked && code ? (
          <>
            <Button kind="text" onTap={startOver}>
              不是，不确认
            </Button>
            <Button grow busy={confirming.remote.status === 'pending'} onTap={confirm}>
              是这台，确认登录
            </Button>
          </>
        ) : (
          <Button grow busy={looking.remote.status === 'pending'} onTap={look}>
            看看是哪台电脑
          </Button>
        )
      }
    >
      {problem ? (
        <View className="gap-2">
          <ErrorNote>{sentenceFor(problem)}</ErrorNote>
        </View>
      ) : null}
      {asked && code ? (
        <PairingReview asked={asked} code={pairingCodeInGroups(code)} now={now} />
      ) : (
        <PairingEntry
          typed={typed}
          error={mistyped ? '登录码是 8 位字母和数字，请照电脑屏幕再输一遍。' : undefined}
          onTyped={type}
          onDone={look}
        />
      )}
    </Page>
  )
}
