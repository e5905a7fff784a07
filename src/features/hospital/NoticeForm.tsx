import { useAction } from '#cloud/use-action'
import { CalendarYear, mistakesIn, Notice } from '#domain/calendar/calendar.notice'
import { parseNotice } from '#domain/calendar/notice.parse'
import { dayNamed, mistakeInWords, unclearInWords } from '#domain/calendar/notice.words'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Item, List } from '../../ui/List'
import { TextField } from '../../ui/TextField'
import { toast } from '../../ui/toast'
import { hospitalApi } from './hospital.api'
import { MonthSheets } from './MonthSheets'

interface NoticeFormProps {
  /** The year that is wanted; the text may name another one. */
  year: number
  onLoaded: () => void
}

/** Loads a year's holidays from the official notice: pasted, read, shown month by month, then saved. */
export const NoticeForm = ({ year: wanted, onLoaded }: NoticeFormProps) => {
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [checked, setChecked] = useState(false)
  const { remote, run } = useAction(hospitalApi.loadCalendar)
  const parsed = parseNotice(text, wanted)
  const year = v.safeParse(CalendarYear, parsed.year)
  const isRead = text.trim() !== ''
  const mistakes = isRead && year.success ? mistakesIn({ ...parsed, year: year.output }) : []
  const link = v.safeParse(Notice.entries.source, source)

  const save = async () => {
    setChecked(true)
    if (!link.success || !year.success) return
    const { holidays, workdays } = parsed
    const answer = await run({
      year: year.output,
      holidays: [...holidays],
      workdays: [...workdays],
      source: link.output,
    })
    if (!answer.ok) return
    toast(`${answer.value.year} 年的安排加好了`)
    onLoaded()
  }
  const differing =
    remote.status === 'failed' && remote.code === 'calendar.differs'
      ? remote.fields.map((field) => dayNamed(field.split('.')[1] ?? '')).join('、')
      : ''
  return (
    <View className="settings-section">
      <Lead hint="到中国政府网找到“国务院办公厅关于…年部分节假日安排的通知”，把全文复制到下面。">
        {`加 ${wanted} 年的放假安排`}
      </Lead>
      <View className="gap-4">
        <Letter
          label="通知全文"
          value={text}
          lines={8}
          placeholder="一、元旦：1月1日（周五）至3日（周日）放假，共3天。"
          onInput={setText}
        />
        <View className="settings-note">看不懂的可以照着改写，一行一条：10月1日至7日放假；9月20日上班。</View>
      </View>
      {isRead ? (
        <View>
          {parsed.unclear.length > 0 ? (
            <View className="gap-4">
              <Head>{`有 ${parsed.unclear.length} 处要改`}</Head>
              <List label="要改的地方">
                {parsed.unclear.map((one) => (
                  <Item key={`${one.line}${one.part}`} title={unclearInWords(one)} />
                ))}
              </List>
            </View>
          ) : mistakes.length > 0 ? (
            <View className="gap-4">
              <Head>{`有 ${mistakes.length} 处对不上`}</Head>
              <List label="对不上的地方">
                {mistakes.map((one) => (
                  <Item key={`${one.field}${one.day}${one.why}`} title={mistakeInWords(one)} />
                ))}
              </List>
            </View>
          ) : null}
          {parsed.holidays.length + parsed.workdays.length > 0 ? (
            <View className="gap-5">
              <Head>{`读出来的 ${parsed.year} 年安排，请对照原文看一遍`}</Head>
              <View className="settings-note">
                {`放假 ${parsed.holidays.length} 天（含周末），周末上班 ${parsed.workdays.length} 天。`}
              </View>
              <MonthSheets holidays={parsed.holidays} workdays={parsed.workdays} />
            </View>
          ) : null}
        </View>
      ) : null}
      <View className="gap-4">
        <TextField
          label="通知的网址"
          value={source}
          placeholder="https://www.gov.cn/zhengce/…"
          maxlength={300}
          hint="以后有人问起日期怎么来的，凭这个核对。"
          error={checked && !link.success ? '请把通知所在网页的地址整个复制过来。' : undefined}
          onInput={setSource}
        />
      </View>
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote>{`${sentenceFor(remote.code)}${differing}`}</ErrorNote>
        </View>
      ) : null}
      <View className="settings-acts">
        <Button
          wide
          busy={remote.status === 'pending'}
          busyText="正在保存"
          disabledBecause={
            isRead
              ? parsed.unclear.length + mistakes.length > 0
                ? '请先改好上面标出的地方'
                : undefined
              : '还没有通知的文字'
          }
          onTap={() => void save()}
        >
          对照过了，保存
        </Button>
      </View>
    </View>
  )
}
