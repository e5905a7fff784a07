import { useLoaded } from '#cloud/use-action'
import { View } from '@tarojs/components'
import { LinkText } from '../../ui/LinkText'
import { PhoneLink, PhoneLinks } from '../../ui/PhoneLink'
import { hospitalApi } from './hospital.api'

const NOWHERE = {}
/** Of the whole country: discipline and supervision. */
const PUBLIC_LINE = '12388'
const OF_DISCIPLINE = /纪检|监察/

/** Whom to tell of red packets and kickbacks (红包、回扣): the hospital's discipline office, and 12388. */
export const DisciplinePhones = ({ onChannels }: { onChannels: () => void }) => {
  const { remote } = useLoaded(hospitalApi.landing, NOWHERE)
  const contacts = remote.status === 'done' ? remote.value.hospital.contacts : []
  const office = contacts.find(({ label, phone }) => phone !== null && OF_DISCIPLINE.test(label))
  return (
    <View>
      <PhoneLinks>
        {office?.phone ? <PhoneLink name={office.label} number={office.phone} /> : null}
        <PhoneLink name="纪检监察举报" number={PUBLIC_LINE} />
      </PhoneLinks>
      <LinkText onTap={onChannels}>还可以找谁</LinkText>
    </View>
  )
}
