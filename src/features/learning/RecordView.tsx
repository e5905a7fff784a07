import { staffGroupNames } from '#domain/integrity/exam.model'
import type { LearningRecord, OfficeRecord } from '#domain/integrity/record.contract'
import { fullDayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { RecordExport } from './RecordExport'
import { aheadWords, codeWords, learnedIn, recordWords } from './record.words'
import './RecordView.css'

interface YearChoiceProps {
  years: readonly string[]
  year: string
  onYear: (year: string) => void
}

export const YearChoice = ({ years, year, onYear }: YearChoiceProps) => (
  <View className="record-years" {...semantics({ role: 'group', label: '看哪一年' })}>
    {years.map((one) => (
      <Chip key={one} pressed={one === year} onTap={() => onYear(one)}>
        {`${one} 年`}
      </Chip>
    ))}
  </View>
)

type RecordViewProps =
  | { record: LearningRecord; isOwn?: true }
  // The office looks at it.
  | { record: OfficeRecord; isOwn: false }

/** What somebody learned in a year (学习档案). */
export const RecordView = (props: RecordViewProps) => {
  const { record } = props
  const lines = learnedIn(record)
  const { certificates, appointment, groups } = record
  return (
    <View className="record">
      <Lead above={[record.name, record.departmentName].filter(Boolean).join(' · ')} hint={aheadWords(record)}>
        {recordWords(record)}
      </Lead>
      {lines.length === 0 ? (
        <Empty title="这一年还没有学过的" hint="做一次每日五题、参加一场活动，就会记在这里。" />
      ) : (
        <View className="gap-5">
          <Head>学过的</Head>
          <View className="gap-2">
            <List label="学过的">
              {lines.map(({ key, icon, title, detail, end }) => (
                <Item key={key} icon={icon} title={title} detail={detail} end={end} />
              ))}
            </List>
          </View>
        </View>
      )}
      {certificates.length > 0 ? (
        <View className="gap-6">
          <Head>合格证</Head>
          <View className="gap-2">
            <List label="合格证">
              {certificates.map((certificate) => (
                <Item
                  key={certificate.code}
                  icon="tick"
                  title={certificate.title}
                  detail={`${fullDayName(certificate.passedOn)} · ${codeWords(certificate)}`}
                />
              ))}
            </List>
          </View>
        </View>
      ) : null}
      <View className="gap-6">
        <Facts
          facts={[
            {
              term: '任前考试',
              text: appointment
                ? `${fullDayName(appointment.passedOn)}合格：${appointment.title}`
                : '还没有合格的任前廉政考试',
            },
            ...(groups.length > 0
              ? [{ term: '所在人群', text: groups.map((group) => staffGroupNames[group]).join('、') }]
              : []),
            ...(props.isOwn === false
              ? []
              : [
                  {
                    term: '谁能看到',
                    text: '您自己看得到全部；纪检看得到考试、参加过什么、练了几天，看不到练习和现场答题对了几题；科室负责人只看到科里学了多少',
                  },
                  { term: '记错了', text: '请告诉纪检，查过改好，改动留痕' },
                ]),
          ]}
        />
      </View>
      {props.isOwn === false || lines.length === 0 ? null : <RecordExport record={props.record} isOwn />}
    </View>
  )
}
