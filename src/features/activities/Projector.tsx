import type { ActivityView } from '#domain/culture/activity.contract'
import { activityKindNames } from '#domain/culture/activity.model'
import { sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { drawnSquare } from '../../files/scan.square'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Page } from '../../ui/Page'
import { ScanSquare } from '../../ui/ScanSquare'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { whenInWords } from './activity.words'
import { useProjector } from './use-projector'
import './CheckIn.css'
import './Projector.css'

interface ProjectorProps {
  activity: ActivityView
  now: Instant
  /** The address of the page where this code is used, for the square. */
  addressOf: (code: string) => string
  onLeave: () => void
}

/** Thrown on the wall while people come in: six digits that change, and how many are there. No names. */
export const Projector = ({ activity, now, addressOf, onLeave }: ProjectorProps) => {
  const { screen, failed, left, retry, close } = useProjector(activity.id)
  const { plan } = activity
  const shown = screen?.code ? `${screen.code.slice(0, 3)} ${screen.code.slice(3)}` : null
  return (
    <Page
      title="签到码"
      density="desk"
      className="projector-page"
      onBack={onLeave}
      dock={
        <>
          <Button
            kind="quiet"
            onTap={async () => {
              await close()
              onLeave()
            }}
          >
            收起签到
          </Button>
          <Button kind="text" onTap={onLeave}>
            先离开，签到还开着
          </Button>
        </>
      }
    >
      <Lead
        above={activityKindNames[plan.matter.kind]}
        hint={[whenInWords(plan, now), plan.place].filter(Boolean).join(' · ')}
      >
        {plan.title}
      </Lead>
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={retry}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {screen?.code && shown ? (
        <View className="projector">
          {process.env.TARO_ENV === 'h5' ? (
            <ScanSquare
              text={addressOf(screen.code)}
              label="签到码的二维码，用小程序的“活动签到”扫"
              className="projector-square"
              draw={drawnSquare}
            />
          ) : null}
          <View className="projector-words">
            <View className="projector-how">小程序“我的”里点“活动签到”，扫码，或输这 6 位数</View>
            <View
              className="projector-code"
              {...semantics({ role: 'group', label: `签到码 ${screen.code.split('').join(' ')}` })}
            >
              {shown}
            </View>
            <View className="projector-left">{`${left} 秒后换一个，拍下来发给别人没有用`}</View>
            <View className="projector-there" {...semantics({ role: 'status', live: 'polite' })}>
              <View className="projector-number">{`到了 ${screen.there} 人`}</View>
              <View>
                {[
                  plan.expected === null ? '' : `应到 ${plan.expected} 人`,
                  screen.onDuty > 0 ? `在值班 ${screen.onDuty} 人` : '',
                ]
                  .filter(Boolean)
                  .join('，')}
              </View>
            </View>
          </View>
        </View>
      ) : screen ? (
        <View className="gap-4">
          <ErrorNote onRetry={retry} retryText="再打开签到">
            签到已经收起来了。
          </ErrorNote>
        </View>
      ) : failed ? null : (
        <Skeleton lines={5} label="正在做签到码" />
      )}
    </Page>
  )
}
