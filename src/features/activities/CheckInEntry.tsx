import { activityKindNames } from '#domain/culture/activity.model'
import type { Attending } from '#domain/culture/attendance.contract'
import { presenceNames } from '#domain/culture/attendance.model'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Status } from '../../ui/Status'
import { TextField } from '../../ui/TextField'
import { hoursInWords } from './activity.words'
import type { CheckInInHand } from './use-check-in'

const DIGITS_TYPED = 12

const standingOf = ({ mine, open }: Attending): { tone: 'done' | 'wait' | 'rest'; text: string } => {
  if (mine) return { tone: mine.presence === 'there' ? 'done' : 'rest', text: presenceNames[mine.presence] }
  return open ? { tone: 'wait', text: '正在签到' } : { tone: 'rest', text: '还没开始签' }
}

const scan = async (onScanned: (text: string) => void) => {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    onScanned(result)
  } catch {
    // Closed without a scan: the code can be typed.
  }
}

interface CheckInEntryProps {
  hand: CheckInInHand
  name: string
  rows: readonly Attending[]
}

/** Where the six digits on the screen are typed or scanned, and what is held today. */
export const CheckInEntry = ({ hand, name, rows }: CheckInEntryProps) => {
  const { typed, type, look, choose, failed } = hand
  return (
    <View>
      <Lead above={name} hint="看屏幕上的 6 位数，一分钟换一次；人在会场才看得到。">
        活动签到
      </Lead>
      <View className="gap-5">
        <TextField
          label="6 位签到码"
          kind="digits"
          value={typed}
          placeholder="照屏幕上的输"
          maxlength={DIGITS_TYPED}
          error={failed === 'mistyped' ? '签到码是 6 位数字，请照屏幕再输一遍。' : undefined}
          onInput={type}
          onConfirm={() => look()}
        />
      </View>
      {failed && failed !== 'mistyped' ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {process.env.TARO_ENV === 'weapp' ? (
        <View className="gap-4">
          <Button kind="quiet" icon="scan" wide onTap={() => void scan(look)}>
            扫屏幕上的二维码
          </Button>
        </View>
      ) : null}
      <View className="gap-6">
        <Head aside="值班、手术来不了的，点进去说一声">今天的活动</Head>
        {rows.length > 0 ? (
          <View className="gap-2">
            <List label="今天的活动">
              {rows.map((row) => {
                const { tone, text } = standingOf(row)
                const where = [activityKindNames[row.kind], hoursInWords(row.from, row.until), row.place]
                return (
                  <Item
                    key={row.activityId}
                    title={row.title}
                    detail={where.filter(Boolean).join(' · ')}
                    end={<Status tone={tone}>{text}</Status>}
                    endLabel={text}
                    onTap={() => choose(row)}
                  />
                )
              })}
            </List>
          </View>
        ) : (
          <View className="t4 c2 gap-2">今天没有本科室的活动，也没有全院的。</View>
        )}
      </View>
    </View>
  )
}
