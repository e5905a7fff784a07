import type { Landing } from '#domain/hospital/place.contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { PhoneLink } from '../../ui/PhoneLink'
import { PromiseNote } from '../../ui/PromiseNote'
import './ChannelsView.css'

/** Numbers of the whole country; a hospital cannot change them. */
const PUBLIC_LINES = [
  { label: '政务服务便民热线', phone: '12345', note: '当地政府受理，会转交医院办理' },
  { label: '卫生健康热线', phone: '12320', note: '卫生健康部门受理' },
  { label: '纪检监察举报', phone: '12388', note: '党员、公职人员违纪违法' },
]

const copyEmail = (email: string) => void Taro.setClipboardData({ data: email })

/** Everybody who supervises this hospital and how to reach them, the hospital's own and those above it. */
export const ChannelsView = ({ hospital }: { hospital: Landing['hospital'] }) => (
  <View className="channels">
    <Head>本院和主管部门</Head>
    {hospital.contacts.map(({ label, note, phone, email }) => (
      <View key={label} className="channel">
        {phone ? <PhoneLink name={label} number={phone} /> : <View className="channel-name">{label}</View>}
        {note ? <View className="channel-note">{note}</View> : null}
        {email ? (
          <View className="channel-mail">
            {email}
            <View className="channel-copy">
              <LinkText role="button" label={`复制${label}的邮箱`} onTap={() => copyEmail(email)}>
                复制
              </LinkText>
            </View>
          </View>
        ) : null}
      </View>
    ))}
    <View className="channels-public">
      <Head>全国统一电话</Head>
      {PUBLIC_LINES.map(({ label, phone, note }) => (
        <View key={phone} className="channel">
          <PhoneLink name={label} number={phone} />
          <View className="channel-note">{note}</View>
        </View>
      ))}
    </View>
    <PromiseNote
      next="您可以只找其中一处，也可以都找"
      by={`在这里说的，${hospital.replyWithinWorkingDays} 个工作日内答复`}
      seenBy="在这里说的，只有投诉管理专员和查这件事的人看得到"
      never="不进病历，不影响看病；谁也不许因此为难您"
    />
  </View>
)
