import type { Landing } from '#domain/hospital/place.contract'
import { byWhenInWords } from '#domain/complaint/promise.words'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Entries, Entry } from '../../ui/Entry'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { PhoneLink, PhoneLinks } from '../../ui/PhoneLink'
import './LandingView.css'

interface LandingViewProps {
  landing: Landing
  now: Instant
  onComplain: () => void
  onProgress: () => void
  onChannels: () => void
}

const PHONES_SHOWN = 2

/** What a scan opens: what one can do here, what this ward has pledged, and whom to ring. */
export const LandingView = ({ landing, now, onComplain, onProgress, onChannels }: LandingViewProps) => {
  const { hospital, dueIfFiledNow } = landing
  const promised = { dueAt: dueIfFiledNow, replyWithinWorkingDays: hospital.replyWithinWorkingDays }
  const byWhen = `${dueIfFiledNow ? '今天说，' : ''}${byWhenInWords(promised, now)}答复您`
  const phones = hospital.contacts.flatMap(({ label, phone }) => (phone ? [{ label, phone }] : []))
  return (
    <View>
      <Entry kind="main" icon="complaint" name="投诉建议" detail={byWhen} onTap={onComplain} />
      <Entries>
        <Entry icon="progress" name="查进度" detail="凭回执上的码" onTap={onProgress} />
        <Entry icon="eye" name="监督渠道" detail="还可以找谁" onTap={onChannels} />
      </Entries>
      <View className="landing-pledge">
        <Head>我承诺　你监督</Head>
        <View className="landing-vow">{hospital.pledge}</View>
      </View>
      <PhoneLinks>
        {phones.slice(0, PHONES_SHOWN).map(({ label, phone }) => (
          <PhoneLink key={label} name={label} number={phone} />
        ))}
      </PhoneLinks>
      <View className="landing-urgent">
        <Notice icon="bell">紧急情况请立即呼叫医护人员或拨打 120。</Notice>
      </View>
    </View>
  )
}
