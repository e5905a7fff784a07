import { sentenceFor } from '#domain/errors'
import { SESSION_VALID_HOURS } from '#domain/hospital/session.model'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { SignInCode } from '../../../features/session/SignInCode'
import { useSignIn } from '../../../features/session/use-sign-in'
import { goBack, goHome, replaceWith, routes, wantedPage } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { PromiseNote } from '../../../ui/PromiseNote'
import { Skeleton } from '../../../ui/Skeleton'

const Showing = ({ to }: { to: string }) => {
  const { signIn, again } = useSignIn(() => void replaceWith(to))
  return (
    <>
      <Lead hint="在手机里打开本院小程序的“确认电脑登录”，扫二维码或输入登录码，这台电脑就登录了。">
        用手机确认登录
      </Lead>
      {signIn.status === 'shown' ? (
        <>
          <SignInCode code={signIn.code} until={signIn.until} />
          {signIn.offline ? (
            <Notice tone="wait" announced="status">
              没连上网。先别关这一页，连上网会接着等您确认。
            </Notice>
          ) : null}
        </>
      ) : signIn.status === 'expired' ? (
        <View className="gap-4">
          <ErrorNote onRetry={again} retryText="换一个登录码">
            这个登录码过时了。要接着登录，换一个新的。
          </ErrorNote>
        </View>
      ) : signIn.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={again}>{sentenceFor(signIn.code)}</ErrorNote>
        </View>
      ) : (
        <Skeleton lines={4} label="正在做登录码" />
      )}
      <View className="gap-5">
        <PromiseNote
          next={`手机上确认后，这里几秒内自己打开；${SESSION_VALID_HOURS} 小时后自动退出，关掉这一页也退出`}
          seenBy="您在这里办了什么，本院按岗位能看到；电脑上只用到您的姓名、科室和岗位"
          never="翻看您以患者或家属身份提交过的内容"
        />
      </View>
    </>
  )
}

/** An ordinary browser asks to be signed in; its owner confirms in the mini-program. Leads on to the page that was wanted. */
export default function SignInPage() {
  const to = wantedPage(useRouter().params.to)
  return (
    <Page
      title="电脑登录"
      onBack={() => void goBack()}
      plainDock
      dock={
        <Button kind="text" onTap={() => void goHome()}>
          不登录，看公开的页面
        </Button>
      }
    >
      {process.env.TARO_ENV === 'h5' ? (
        <Showing to={to} />
      ) : (
        <Empty
          title="这一页在电脑上用"
          hint="手机里的小程序不用登录。要让电脑登录，点下面去确认。"
          action={
            <Button kind="quiet" onTap={() => void replaceWith(routes.confirmSignIn())}>
              确认电脑登录
            </Button>
          }
        />
      )}
    </Page>
  )
}
