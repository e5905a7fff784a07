import { forgetSession, sessionToken } from '#cloud/session.store'
import { useAction, useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { SessionRow } from '#domain/hospital/session.contract'
import { SESSION_VALID_HOURS } from '#domain/hospital/session.model'
import { browserInWords } from '#domain/hospital/session.rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { DeviceList } from '../../../features/session/DeviceList'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { sessionApi } from '../../../features/session/session.api'
import { goBack, goHome, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { toast } from '../../../ui/toast'
import { useNow } from '../../../ui/useNow'

const ALL = {}

/** The computers where one is signed in. */
export default function DevicesPage() {
  const { remote, reload } = useLoaded(sessionApi.sessions, ALL)
  const ending = useAction(sessionApi.endSession)
  const [chosen, setChosen] = useState<SessionRow | null>(null)
  const now = useNow()
  const rows = remote.status === 'done' ? remote.value.rows : []

  const end = async (row: SessionRow) => {
    if (ending.remote.status === 'pending') return
    const answer = await ending.run({ id: row.id })
    setChosen(null)
    if (!answer.ok) return
    if (row.current) {
      const token = sessionToken()
      if (token) forgetSession(token)
      return goHome()
    }
    toast('那台电脑已经退出')
    void reload()
  }

  return (
    <Page
      title="登录的电脑"
      onBack={() => void goBack()}
      dock={
        process.env.TARO_ENV === 'weapp' ? (
          <Button grow onTap={() => void goTo(routes.confirmSignIn())}>
            确认一台电脑登录
          </Button>
        ) : undefined
      }
    >
      <Lead hint={`每次登录 ${SESSION_VALID_HOURS} 小时后自动退出。看到不认识的电脑，马上让它退出，再告诉信息科。`}>
        您登录着的电脑
      </Lead>
      {ending.remote.status === 'failed' ? <ErrorNote>{sentenceFor(ending.remote.code)}</ErrorNote> : null}
      <View className="gap-4">
        {remote.status === 'failed' ? (
          <SignInOffer code={remote.code} to={routes.devices()} onRetry={() => void reload()} />
        ) : remote.status !== 'done' ? (
          <Skeleton lines={4} />
        ) : rows.length === 0 ? (
          <Empty title="现在没有电脑登录着" hint="在电脑上打开要办的页面，点“在电脑上登录”，再用手机确认。" />
        ) : (
          <DeviceList rows={rows} now={now} onEnd={setChosen} />
        )}
      </View>
      {chosen ? (
        <ConfirmDialog
          title={`${browserInWords(chosen.browser)}，要退出登录吗？`}
          detail={chosen.current ? '就是这台电脑，退出后回到公开的页面。' : '那台电脑再点任何一件，都要重新登录。'}
          confirm="退出"
          busy={ending.remote.status === 'pending'}
          onConfirm={() => void end(chosen)}
          onCancel={() => setChosen(null)}
        />
      ) : null}
    </Page>
  )
}
