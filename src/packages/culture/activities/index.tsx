import { useLoaded } from '#cloud/use-action'
import { ActivityKind } from '#domain/culture/activity.model'
import { sentenceFor } from '#domain/errors'
import { ActivityId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import * as v from 'valibot'
import { cultureApi } from '../../../features/activities/culture.api'
import { OpenActivities } from '../../../features/activities/OpenActivities'
import { OpenActivityView } from '../../../features/activities/OpenActivity'
import { EVERYTHING, useOpenActivities } from '../../../features/activities/use-open-activities'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { ErrorNote } from '../../../ui/ErrorNote'
import { LinkText } from '../../../ui/LinkText'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

/** What was held here (清廉活动), and one of them. */
export default function ActivitiesPage() {
  const { params } = useRouter()
  const id = v.safeParse(ActivityId, params.id)
  const kind = v.safeParse(ActivityKind, params.kind)
  const now = useNow()
  return id.success ? <One id={id.output} now={now} /> : <Many kind={kind.success ? kind.output : null} now={now} />
}

const Many = ({ kind, now }: { kind: ActivityKind | null; now: Instant }) => {
  const list = useOpenActivities({ ...EVERYTHING, kind })
  return (
    <Page
      title="清廉活动"
      onBack={() => void goBack()}
      dock={
        <Button kind="quiet" grow onTap={() => void goTo(routes.works())}>
          看职工的作品
        </Button>
      }
    >
      <OpenActivities list={list} now={now} onOpen={(id) => void goTo(routes.activities({ id }))} />
      <View className="gap-5">
        <LinkText onTap={() => void goTo(routes.checkIn())}>本院职工，活动签到</LinkText>
      </View>
    </Page>
  )
}

const One = ({ id, now }: { id: ActivityId; now: Instant }) => {
  const { remote, reload } = useLoaded(cultureApi.activityOpen, { id })
  return (
    <Page
      title={remote.status === 'done' ? remote.value.activity.title : '清廉活动'}
      onBack={() => void goBack()}
      dock={
        <Button kind="quiet" grow onTap={() => void replaceWith(routes.activities())}>
          看别的活动
        </Button>
      }
    >
      {remote.status === 'done' ? (
        <OpenActivityView shown={remote.value} now={now} />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
