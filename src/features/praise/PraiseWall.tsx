import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { WallPraise } from '#domain/survey/praise.contract'
import { praiseKindNames } from '#domain/survey/praise.model'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { PraiseShots } from './PraiseShots'
import { monthOf } from './praise.words'
import { surveyApi } from './survey.api'
import type { WallInHand } from './use-wall'
import './PraiseWall.css'

/** What people thanked for, in reviewed words; the month and never the day. */
export const PraiseWall = ({
  wall: { wall, departmentId, busy, failed, show, more, reload },
}: {
  wall: WallInHand
}) => {
  const retry = () => void (wall?.next ? more() : reload())
  return (
    <View>
      {wall && wall.departments.length > 1 ? (
        <View className="wall-chips" {...semantics({ role: 'group', label: '看哪个科室' })}>
          <Chip pressed={departmentId === null} onTap={() => show(null)}>
            全院
          </Chip>
          {wall.departments.map(({ id, name }) => (
            <Chip key={id} pressed={departmentId === id} onTap={() => show(id)}>
              {name}
            </Chip>
          ))}
        </View>
      ) : null}
      {wall && wall.rows.length > 0 ? (
        <View {...semantics({ role: 'list', label: '感谢' })}>
          {wall.rows.map((praise) => (
            <OnWall key={praise.wallId} praise={praise} />
          ))}
        </View>
      ) : null}
      {failed ? <ErrorNote onRetry={retry}>{sentenceFor(failed)}</ErrorNote> : null}
      {!wall || (busy && wall.rows.length === 0) ? (
        failed ? null : (
          <Skeleton lines={6} />
        )
      ) : wall.rows.length === 0 && !failed ? (
        <Empty title="墙上还没有" hint="写感谢的人同意了，去掉姓名，才登在这里。" />
      ) : null}
      {wall?.next && !failed ? (
        <View className="gap-5">
          <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={() => void more()}>
            再看以前的
          </Button>
        </View>
      ) : null}
    </View>
  )
}

const OnWall = ({ praise }: { praise: WallPraise }) => {
  const { remote, run } = useAction(surveyApi.wallPhotos)
  const from = [
    praise.departmentName,
    praise.kind === 'words' ? null : praiseKindNames[praise.kind],
    monthOf(praise.month),
  ]
  const see = () => void run({ wallId: praise.wallId })
  return (
    <View className="wall-praise" {...semantics({ role: 'listitem' })}>
      <View className="wall-praise-text">{praise.text}</View>
      <View className="wall-praise-from">{from.filter(Boolean).join(' · ')}</View>
      {remote.status === 'done' ? (
        <PraiseShots urls={remote.value.urls} name="照片" />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={see}>{sentenceFor(remote.code)}</ErrorNote>
      ) : praise.photos > 0 ? (
        <LinkText role="button" label={`看照片：${praise.text.slice(0, 12)}`} onTap={see}>
          {remote.status === 'pending' ? '正在取照片' : `看照片（${praise.photos} 张）`}
        </LinkText>
      ) : null}
    </View>
  )
}
