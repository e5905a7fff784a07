import type { ActivityView } from '#domain/culture/activity.contract'
import { extraNames, headsByNames, headsName } from '#domain/culture/activity.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { type Instant, timeInWords } from '#domain/instant'
import { countInWords } from '#domain/number.words'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { openFile } from '../../files/file.open'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { Picture } from '../../ui/Picture'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { toast } from '../../ui/toast'
import { matterInWords, whenInWords } from './activity.words'
import { Lines } from './Lines'
import './ActivityDesk.css'

export type DetailAct = ActivityView['acts'][number]

interface ActivityDetailProps {
  activity: ActivityView
  now: Instant
  busy: boolean
  failed: ErrorCode | null
  onAct: (act: DetailAct) => void
}

const headsLine = ({ plan, heads, headsBy, checkedIn, outcome }: ActivityView): string | null => {
  if (heads === null || headsBy === null) return null
  const other = headsBy === 'check_in' ? outcome?.entered : checkedIn
  const kept = other === null || other === undefined ? '' : `；另一个数 ${countInWords(other)} 也留着`
  return `${countInWords(heads)} ${plan.matter.kind === 'home_visit' ? '人次' : '人'}，按${headsByNames[headsBy]}${kept}`
}

const extraLine = ({ plan, outcome }: ActivityView): string | null => {
  const extra = extraNames[plan.matter.kind]
  if (!extra || !outcome) return null
  return outcome.extra === null ? '没有数' : `${countInWords(outcome.extra)} ${extra.unit}`
}

const opened = async (name: string, url: string) => {
  if ((await openFile({ name, url })) === 'failed') toast('文件没有打开，请再点一次', 'wait')
}

/** One activity on the desk: what it is, what came of it, and what may be done with it now. */
export const ActivityDetail = ({ activity, now, busy, failed, onAct }: ActivityDetailProps) => {
  const { plan, departmentName, state, outcome, cancelled, organiserName, release, media, works, acts, why, open } =
    activity
  const { kind } = plan.matter
  const may = (act: DetailAct) => acts.includes(act)
  const nameOf = new Map((outcome?.evidence ?? []).map(({ mediaId, name }) => [mediaId, name]))
  const pictures = media.filter(({ evidence }) => evidence === 'picture')
  const files = media.filter(({ evidence }) => evidence === 'file')
  const told = [plan.speaker, plan.topic].filter(Boolean).join('，')
  return (
    <View>
      <Lead above={matterInWords(plan.matter)}>{plan.title}</Lead>
      {cancelled ? (
        <View className="gap-4">
          <Notice tone="wait">{`${outcome ? '作废了' : '取消了'}：${cancelled}`}</Notice>
        </View>
      ) : null}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="acts-acts">
        {may('checkIn') ? (
          <Button icon="scan" onTap={() => onAct('checkIn')}>
            {open ? '回到签到码' : '打开签到码'}
          </Button>
        ) : null}
        {may('finish') ? (
          <Button kind={state === 'done' || may('checkIn') ? 'quiet' : 'primary'} onTap={() => onAct('finish')}>
            {state === 'done' ? '改办成的样子' : '办完了'}
          </Button>
        ) : null}
        {may('release') ? (
          <Button busy={busy} onTap={() => onAct('release')}>
            给大家看
          </Button>
        ) : null}
        {may('seeWho') ? (
          <Button kind="quiet" icon="me" onTap={() => onAct('seeWho')}>
            谁来了
          </Button>
        ) : null}
        {may('plan') ? (
          <Button kind="text" onTap={() => onAct('plan')}>
            改安排
          </Button>
        ) : null}
        {may('takeBack') ? (
          <Button kind="text" busy={busy} onTap={() => onAct('takeBack')}>
            从公开页拿下来
          </Button>
        ) : null}
        {may('cancel') ? (
          <Button kind="text" onTap={() => onAct('cancel')}>
            {state === 'done' ? '记错了，作废' : '不办了'}
          </Button>
        ) : null}
      </View>
      {why ? <View className="t4 c2 gap-2">{why}</View> : null}
      <View className="gap-4">
        <Lines
          lines={[
            { term: '时间', text: whenInWords(plan, now) },
            { term: '谁办的', text: departmentName ?? '全院' },
            { term: '地点', text: plan.place },
            { term: '谁讲', text: told },
            { term: '系列', text: plan.series },
            { term: '应到', text: plan.expected === null ? null : `${plan.expected} 人` },
            { term: '谁组织', text: organiserName },
            { term: '收到作品', text: works === null ? null : `${works} 件` },
          ]}
        />
      </View>
      {outcome && state === 'done' ? (
        <View className="gap-5">
          <Head
            aside={
              release
                ? `${timeInWords(release.at, now)}，${release.by}给大家看${release.changedSince ? '；之后又改过，公开页还是旧的' : ''}`
                : '大家还看不到'
            }
          >
            办成的样子
          </Head>
          <View className="gap-3">
            <Lines
              lines={[
                { term: headsName(kind), text: headsLine(activity) ?? '没有数' },
                { term: extraNames[kind]?.name ?? '', text: extraLine(activity) },
                { term: '给大家看', text: outcome.publicText || '没有写话' },
              ]}
            />
          </View>
          {pictures.length > 0 ? (
            <View className="acts-shots" {...semantics({ role: 'list', label: '照片' })}>
              {pictures.map(({ mediaId, url }, at) => {
                const label = nameOf.get(mediaId) || `第 ${at + 1} 张照片`
                return (
                  <View key={mediaId} {...semantics({ role: 'listitem' })}>
                    <Tappable
                      className="acts-shot"
                      label={`${label}，放大看`}
                      onTap={() => void Taro.previewImage({ urls: pictures.map((one) => one.url), current: url })}
                    >
                      <Picture src={url} label={label} className="acts-shot-picture" cut />
                    </Tappable>
                  </View>
                )
              })}
            </View>
          ) : null}
          {files.map(({ mediaId, url, name }) => (
            <View key={mediaId}>
              <LinkText onTap={() => void opened(name, url)}>{nameOf.get(mediaId) || name || '材料'}</LinkText>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}
