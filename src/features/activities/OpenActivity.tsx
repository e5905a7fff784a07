import { extraNames, headsName } from '#domain/culture/activity.model'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Lead } from '../../ui/Lead'
import { Picture } from '../../ui/Picture'
import { Plate } from '../../ui/plates/Plate'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { countInWords } from '#domain/number.words'
import { dayAndWeekday, matterInWords, plateOf } from './activity.words'
import type { cultureApi } from './culture.api'
import { Lines } from './Lines'
import './OpenActivity.css'

type Shown = Extract<Awaited<ReturnType<typeof cultureApi.activityOpen>>, { ok: true }>['value']

/** One activity that was held: what, when, how many came, and what it looked like. */
export const OpenActivityView = ({ shown: { activity, photos }, now }: { shown: Shown; now: Instant }) => {
  const { matter, title, day, departmentName, series, heads, extra, text } = activity
  const counted = extraNames[matter.kind]
  return (
    <View className="act-open">
      <Plate name={plateOf(matter.kind)} size="bleed" />
      <View className="gap-5">
        <Lead above={matterInWords(matter)}>{title}</Lead>
      </View>
      <View className="gap-4">
        <Lines
          lines={[
            { term: '哪一天', text: dayAndWeekday(day, now) },
            { term: '谁办的', text: departmentName ?? '全院' },
            { term: '系列', text: series },
            { term: headsName(matter.kind), text: heads === null ? null : `${countInWords(heads)} 人次` },
            {
              term: counted?.name ?? '',
              text: extra === null || !counted ? null : `${countInWords(extra)} ${counted.unit}`,
            },
          ]}
        />
      </View>
      {text ? <View className="act-open-text">{text}</View> : null}
      {photos.length > 0 ? (
        <View className="act-open-photos" {...semantics({ role: 'list', label: '照片' })}>
          {photos.map(({ mediaId, url, alt }) => (
            <View key={mediaId} className="act-open-photo" {...semantics({ role: 'listitem' })}>
              <Tappable
                className="act-open-frame"
                label={`${alt}，放大看`}
                onTap={() => void Taro.previewImage({ urls: photos.map((photo) => photo.url), current: url })}
              >
                <Picture src={url} label={alt} className="act-open-picture" cut />
              </Tappable>
              <View className="act-open-alt">{alt}</View>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}
