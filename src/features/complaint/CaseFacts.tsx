import type { CaseDetail } from '#domain/complaint/case.contract'
import { careSettingNames, type Contact, type ForWhom } from '#domain/complaint/complaint.model'
import { dayInWords, endOfBeijingDay, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Facts } from '../../ui/Facts'
import { LinkText } from '../../ui/LinkText'
import { dial } from '../../ui/PhoneLink'
import { NO_DEPARTMENT } from './case.sorting'
import { channelOf } from './case.words'

const forWhomWords: Record<ForWhom, string> = { self: '本人', relative: '家里人', minor: '未成年的孩子' }

interface CaseFactsProps {
  detail: CaseDetail
  contact: Contact | null
  now: Instant
  onSeeContact: () => void
}

const Complainant = ({ detail, contact, onSeeContact }: Omit<CaseFactsProps, 'now'>) => {
  if (!detail.named) return <>不留名，等本人凭查询码回来看</>
  const mayLook = detail.acts.includes('seeContact')
  return (
    <View>
      {mayLook ? (contact?.name ?? detail.contactName ?? '没有留姓名') : '留了姓名和电话，投诉管理专员看得到'}
      {contact ? (
        <View>
          <LinkText label={`拨打 ${contact.phone}`} onTap={() => dial(contact.phone)}>
            {contact.phone}
          </LinkText>
        </View>
      ) : mayLook ? (
        <View>
          <LinkText role="button" onTap={onSeeContact}>
            看电话（会留记录）
          </LinkText>
        </View>
      ) : null}
    </View>
  )
}

const PrintLink = () => (
  <LinkText role="button" onTap={() => window.print()}>
    打印这一件
  </LinkText>
)

const whoSees = ({ assigneeName }: CaseDetail): string =>
  assigneeName
    ? `投诉管理专员；${assigneeName} 看得到经过，看不到姓名和电话`
    : '投诉管理专员。交给科室以后，核查的人看得到经过，看不到姓名和电话'

const cameBy = (detail: CaseDetail) => {
  const text = channelOf(detail)
  return text === null ? [] : [{ term: '怎么来的', text }]
}

/** What else is known, beside the history. */
export const CaseFacts = ({ detail, contact, now, onSeeContact }: CaseFactsProps) => (
  <Facts
    facts={[
      { term: '投诉人', text: <Complainant detail={detail} contact={contact} onSeeContact={onSeeContact} /> },
      { term: '替谁说', text: forWhomWords[detail.forWhom] },
      {
        term: '哪天的事',
        text: detail.happenedOn ? dayInWords(endOfBeijingDay(detail.happenedOn), now) : '没有写',
      },
      { term: '在哪儿', text: detail.place ?? '没有扫码，全院' },
      { term: '归哪个科室', text: detail.departmentName ?? NO_DEPARTMENT },
      { term: '就医环节', text: careSettingNames[detail.careSetting] },
      ...cameBy(detail),
      {
        term: '病情内容',
        text: detail.healthConsent ? '本人单独同意，为办这件事留着' : '本人没有单独同意；写到病情的，只为办这件事看',
      },
      { term: '谁能看到', text: whoSees(detail) },
      { term: '答复期限', text: `${detail.replyWithinWorkingDays} 个工作日` },
      { term: '答复之后', text: '投诉人可以认可，或者要求再查；再查由没有查过的人办' },
      ...(process.env.TARO_ENV === 'h5' ? [{ term: '纸质档案', text: <PrintLink /> }] : []),
    ]}
  />
)
