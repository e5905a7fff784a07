import type { Kind } from '#domain/complaint/category'
import { byWhenInWords } from '#domain/complaint/promise.words'
import type { Landing } from '#domain/hospital/place.contract'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Entries, Entry } from '../../ui/Entry'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { PhoneLink, PhoneLinks } from '../../ui/PhoneLink'
import { useAppearance } from '../../ui/useAppearance'
import './LandingView.css'

interface LandingViewProps {
  landing: Landing
  now: Instant
  onSpeak: (kind: Kind) => void
  onSurvey: () => void
  onPraise: () => void
  onPledges: () => void
  onChannels: () => void
  onCulture: () => void
  onPrivacy: () => void
  onStaff: () => void
}

const PHONES_SHOWN = 2

/** What a scan opens: what one can say here, what this ward has pledged, and whom to ring. */
export const LandingView = ({
  landing,
  now,
  onSpeak,
  onSurvey,
  onPraise,
  onPledges,
  onChannels,
  onCulture,
  onPrivacy,
  onStaff,
}: LandingViewProps) => {
  const { hospital, pledge, retired, dueIfFiledNow } = landing
  const promised = { dueAt: dueIfFiledNow, replyWithinWorkingDays: hospital.replyWithinWorkingDays }
  const byWhen = `${dueIfFiledNow ? '今天说，' : ''}${byWhenInWords(promised, now)}答复您`
  const { elder } = useAppearance()
  const phones = hospital.contacts.flatMap(({ label, phone }) => (phone ? [{ label, phone }] : []))
  return (
    <View>
      {retired ? (
        <View className="landing-retired">
          <Notice tone="wait" icon="scan">
            这张码停用了。在这一页照样能说，写上是哪个病区就行；也可以打下面的电话。
          </Notice>
        </View>
      ) : null}
      <Entry kind="main" icon="complaint" name="投诉建议" detail={byWhen} onTap={() => onSpeak('complaint')} />
      <Entries>
        <Entry icon="survey" name="满意度评价" detail="不记名，约 2 分钟" onTap={onSurvey} />
        <Entry icon="praise" name="表扬感谢" detail="把您的话带到" onTap={onPraise} />
      </Entries>
      <View className="landing-only">
        <LinkText onTap={() => onSpeak('suggestion')}>建议或咨询</LinkText>
      </View>
      <View className="landing-pledge">
        <Head>我承诺　你监督</Head>
        <View className="landing-vow">{pledge}</View>
        <LinkText onTap={onPledges}>这里谁承诺过</LinkText>
      </View>
      <PhoneLinks>
        {phones.slice(0, PHONES_SHOWN).map(({ label, phone }) => (
          <PhoneLink key={label} name={label} number={phone} />
        ))}
      </PhoneLinks>
      <View className="landing-urgent">
        <Notice icon="bell">紧急情况请立即呼叫医护人员或拨打 120。</Notice>
      </View>
      <View className="landing-more">
        <LinkText onTap={onChannels}>还可以找谁</LinkText>
        {elder ? <LinkText onTap={onCulture}>听个清廉故事</LinkText> : null}
        <LinkText onTap={onPrivacy}>个人信息怎么用</LinkText>
        <LinkText onTap={onStaff}>我是本院职工</LinkText>
      </View>
    </View>
  )
}
