import { sentenceFor } from '#domain/errors'
import { invitationInGroups } from '#domain/hospital/staff.code'
import type { Person } from '#domain/hospital/staff.contract'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { ReviewList } from '../../ui/ReviewList'
import { toast } from '../../ui/toast'
import { invitationInWords } from './staff.words'
import type { HandedOut, Inviting } from './use-invitations'

const handOutText = ({ person, code, expiresAt }: HandedOut, now: Instant) =>
  `请打开本院小程序的“职工入口”，填工号 ${person.number} 和口令 ${invitationInGroups(code)}，${dayInWords(expiresAt, now)}前有效。`

const copy = async (text: string) => {
  try {
    await Taro.setClipboardData({ data: text })
    if (process.env.TARO_ENV === 'h5') toast('已复制，可以发给本人了')
  } catch {
    toast('没能复制，请照着念给本人', 'wait')
  }
}

/** A code, shown the one time it can be. */
export const HandedOutCode = ({ handed, now }: { handed: HandedOut; now: Instant }) => (
  <View>
    <ReviewList
      lines={[
        { term: '给谁', value: `${handed.person.name}，工号 ${handed.person.number}` },
        { term: '口令', value: invitationInGroups(handed.code) },
        { term: '有效到', value: dayInWords(handed.expiresAt, now) },
      ]}
    />
    <View className="gap-3">
      <Notice tone="wait">口令只在这里显示这一次，关掉就看不到了。请当面给，或者发给本人。</Notice>
    </View>
    <View className="gap-3">
      <Button kind="quiet" wide onTap={() => void copy(handOutText(handed, now))}>
        复制给本人的话
      </Button>
    </View>
  </View>
)

interface InvitationPartProps {
  person: Person
  inviting: Inviting
  now: Instant
  busy: boolean
  onInvite: () => void
  onRevoke: () => void
}

/** One person's invitation: given, given again, taken back. */
export const InvitationPart = ({ person, inviting, now, busy, onInvite, onRevoke }: InvitationPartProps) => {
  const handed = inviting.status === 'made' ? inviting.rows.find((one) => one.person.id === person.id) : undefined
  const isIn = person.state.kind !== 'invited'
  const isOpen = person.invitation !== null
  return (
    <View>
      <Head aside={isIn && !isOpen ? undefined : invitationInWords(person.invitation, now)}>
        {isIn ? '换微信' : '邀请'}
      </Head>
      {inviting.status === 'stopped' ? (
        <ErrorNote onRetry={inviting.goOn}>{sentenceFor(inviting.code)}</ErrorNote>
      ) : null}
      {handed ? (
        <HandedOutCode handed={handed} now={now} />
      ) : (
        <View className="t4 c2">
          {isIn
            ? '换了微信，发一份新口令；新微信核对上，旧的就进不来了。'
            : '口令在这台设备上生成，发出新的，旧的就不能用了。'}
        </View>
      )}
      <View className="gap-3">
        <Button kind="quiet" wide busy={inviting.status === 'making'} busyText="正在生成" onTap={onInvite}>
          {isOpen ? '换一个口令' : isIn ? '发换绑口令' : '发邀请口令'}
        </Button>
      </View>
      {isOpen ? (
        <View className="gap-3">
          <Button kind="text" busy={busy} onTap={onRevoke}>
            收回这份口令
          </Button>
        </View>
      ) : null}
    </View>
  )
}
