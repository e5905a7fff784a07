import type { SupervisionContact } from '#domain/hospital/hospital.model'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Head } from '../../ui/Lead'
import { PhoneLink, PhoneLinks } from '../../ui/PhoneLink'
import { semantics } from '../../ui/semantics'
import './followup.css'

/** Of the whole country: discipline and supervision (纪检监察). */
const PUBLIC_LINE = '12388'

type Contacts = readonly SupervisionContact[]

const Phones = ({ contacts }: { contacts: readonly { label: string; phone: string | null }[] }) => (
  <PhoneLinks>
    {contacts.map(({ label, phone }) =>
      phone === null ? null : <PhoneLink key={`${label}${phone}`} name={label} number={phone} />,
    )}
  </PhoneLinks>
)

/** A red packet was mentioned (红包): how to report it. Nobody reports in their place. */
export const HowToReport = ({ contacts }: { contacts: Contacts }) => (
  <View className="call-howto" {...semantics({ role: 'region', label: '怎么举报' })}>
    <Head>怎么举报</Head>
    <View className="call-said">
      “这件事您可以直接向纪检监察室举报，也可以打 12388，可以不留名字。我不替您报，也不记是谁。”
    </View>
    <Phones
      contacts={[
        ...contacts.filter(({ kind }) => kind === 'discipline'),
        { label: '纪检监察举报', phone: PUBLIC_LINE },
      ]}
    />
  </View>
)

interface HowToComplainProps {
  contacts: Contacts
  busy: boolean
  /** Records 转投诉; null: it is recorded. */
  onRecord: (() => void) | null
  onComplain: () => void
}

/** They want to complain: how to, and that it is noted. A complaint is theirs to make. */
export const HowToComplain = ({ contacts, busy, onRecord, onComplain }: HowToComplainProps) => (
  <View className="call-howto" {...semantics({ role: 'region', label: '怎么投诉' })}>
    <Head>怎么投诉</Head>
    <View className="call-said">
      “您可以打医患办的电话，也可以扫病区里的码自己写。您要是愿意，我现在照您的话替您写上，念给您听，您同意了再交。”
    </View>
    <Phones contacts={contacts.filter(({ kind }) => kind === 'hospital')} />
    <View className="gap-3">
      <Button kind="quiet" icon="complaint" wide onTap={onComplain}>
        打开投诉页，照着写
      </Button>
    </View>
    {onRecord ? (
      <View className="gap-3">
        <Button kind="quiet" wide busy={busy} busyText="正在记" onTap={onRecord}>
          这一位记为“转投诉”
        </Button>
      </View>
    ) : null}
  </View>
)
