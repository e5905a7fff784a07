import { checks, digitsIn, inGroups, receiptIn, ReceiptSecret, Selector } from '#domain/complaint/receipt'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { CodeBoxes } from '../../ui/CodeBoxes'
import { Keypad } from '../../ui/Keypad'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { TextField } from '../../ui/TextField'
import { useAppearance } from '../../ui/useAppearance'
import { refusalOf } from '../../ui/wechat.refusal'
import type { KeptReceipt } from './receipt.store'
import './ReceiptEntry.css'

const SELECTOR_LENGTH = 8
const LENGTH = 34

export interface CodeEntered {
  readonly selector: Selector
  readonly secret: ReceiptSecret
}

const entered = (digits: string): CodeEntered | null => {
  const selector = v.safeParse(Selector, digits.slice(0, SELECTOR_LENGTH))
  const secret = v.safeParse(ReceiptSecret, digits.slice(SELECTOR_LENGTH))
  return selector.success && secret.success ? { selector: selector.output, secret: secret.output } : null
}

interface ReceiptEntryProps {
  kept: readonly KeptReceipt[]
  now: Instant
  busy: boolean
  onOpen: (code: CodeEntered) => void
}

/** The two ways to one's case: a receipt this phone kept, or the digits of one on paper. */
export const ReceiptEntry = ({ kept, now, busy, onOpen }: ReceiptEntryProps) => {
  const [digits, setDigits] = useState('')
  const [notScanned, setNotScanned] = useState<string | null>(null)
  const { elder } = useAppearance()
  const complete = digits.length === LENGTH
  const wrong = complete && !checks(digits.slice(SELECTOR_LENGTH))
  const take = (typed: string) => setDigits(digitsIn(typed).slice(0, LENGTH))
  const paste = () =>
    void Taro.getClipboardData().then(
      ({ data }) => take(data),
      () => undefined,
    )
  const scan = async () => {
    try {
      const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
      const receipt = receiptIn(result)
      if (receipt) onOpen(receipt)
      else setNotScanned('这不是回执上的码。回执图片右下角那一块才是，也可以照着输入。')
    } catch (cause) {
      const refusal = refusalOf(cause)
      if (refusal !== 'cancelled') setNotScanned('没有扫成，请再试一次，或照着回执输入。')
    }
  }
  const open = () => {
    const code = entered(digits)
    if (code) onOpen(code)
  }
  return (
    <View>
      <Lead hint="看进度只认回执上的编号和查询码，不问您是谁。">看看办到哪一步了</Lead>
      {kept.length > 0 ? (
        <View className="entry-part">
          <Head>这台手机交的</Head>
          <List label="这台手机交的">
            {kept.map((receipt) => (
              <Item
                key={receipt.complaintId}
                icon="progress"
                title={`编号 ${inGroups(receipt.selector)}`}
                detail={`${dayInWords(receipt.receivedAt, now)}交给${receipt.hospitalName}`}
                onTap={() => onOpen(receipt)}
              />
            ))}
          </List>
        </View>
      ) : null}
      {process.env.TARO_ENV === 'weapp' ? (
        <View className="entry-part">
          {notScanned ? <Notice tone="wait">{notScanned}</Notice> : null}
          <Button kind="quiet" wide icon="scan" onTap={() => void scan()}>
            扫回执上的码，或从相册选回执
          </Button>
        </View>
      ) : null}
      <View className="entry-part">
        <Head>照回执输入</Head>
        <View className="entry-hint">先输编号 8 位，再输查询码 26 位，四个一组。</View>
        <CodeBoxes digits={digits} length={LENGTH} label="编号和查询码" wrong={wrong} />
        <View className="entry-keys">
          {elder ? (
            <Keypad
              onDigit={(digit) => take(digits + digit)}
              onErase={() => take(digits.slice(0, -1))}
              onClear={() => take('')}
            />
          ) : (
            <TextField
              label="编号和查询码"
              kind="digits"
              value={digits}
              onInput={take}
              onConfirm={open}
              maxlength={60}
              error={wrong ? '最后两位核对不上，多半是哪两位按反了，请照回执再看一遍。' : undefined}
              hint={`还差 ${LENGTH - digits.length} 位`}
            />
          )}
        </View>
        <View className="entry-act">
          <Button kind="quiet" onTap={paste}>
            粘贴
          </Button>
          <Button
            grow
            busy={busy}
            busyText="正在查"
            disabledBecause={complete && !wrong ? undefined : '输完整才能查'}
            onTap={open}
          >
            看进度
          </Button>
        </View>
      </View>
    </View>
  )
}
