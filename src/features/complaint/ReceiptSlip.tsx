import { byWhenInWords, undatedInWords } from '#domain/complaint/promise.words'
import { dayInWords, type Instant, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { CodeLine } from '../../ui/CodeLine'
import { Slip, SlipDate, SlipPart, SlipSteps } from '../../ui/Slip'
import type { KeptReceipt } from './receipt.store'
import './ReceiptSlip.css'

/** What the hospital hands back: the code that opens the case, the date it is bound by, and what comes next. */
export const ReceiptSlip = ({ receipt, now }: { receipt: KeptReceipt; now: Instant }) => {
  const { dueAt, replyWithinWorkingDays: days, receivedAt } = receipt
  return (
    <Slip from={`${receipt.hospitalName} · 投诉回执`} title="收到了，谢谢您说出来">
      <SlipPart label="编号（打电话时报给我们）">
        <CodeLine digits={receipt.selector} label="编号" />
      </SlipPart>
      <SlipPart label="查询码（看进度只认它，别给别人看）">
        <CodeLine digits={receipt.secret} label="查询码" />
      </SlipPart>
      <SlipPart label="最晚答复日">
        {dueAt ? (
          <>
            <SlipDate>{`${dayInWords(dueAt, now)}　${weekdayInWords(dueAt)}`}</SlipDate>
            <View className="receipt-note">
              {`收到之日后第 ${days} 个工作日。收到是 ${dayInWords(receivedAt, now)}`}
            </View>
          </>
        ) : (
          <View className="receipt-undated">{undatedInWords(receipt, receipt.receivedAt)}</View>
        )}
      </SlipPart>
      <SlipPart ruled head="接下来">
        <SlipSteps
          steps={[
            { when: '这几天里', what: '医患办受理、核查；有要问您的，写在进度里' },
            { when: byWhenInWords(receipt, now), what: '给您一个说法', due: true },
            { when: '之后', what: '您来确认；不认可，可以要求再查一次' },
          ]}
        />
      </SlipPart>
      <SlipPart ruled>
        <View className="receipt-note">
          {`只有医患办的投诉管理专员和查这件事的人能看到。${receipt.whenLate ? `到期没答复，请打 ${receipt.whenLate}。` : ''}谁也不许因此为难您。`}
        </View>
      </SlipPart>
    </Slip>
  )
}
