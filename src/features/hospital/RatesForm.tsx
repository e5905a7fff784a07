import { type Counting, type Factor, type Factors, USUAL_COUNTING, USUAL_FACTORS } from '#domain/metrics/rate'
import { View } from '@tarojs/components'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import type { SectionProps } from './BasicsForm'
import { SectionForm } from './SectionForm'
import type { RatesDraft } from './settings.drafts'

const COUNTED: readonly { value: keyof Counting; title: string; detail: string }[] = [
  { value: 'suggestions', title: '建议', detail: '提建议的人不一定不满意；算进来，数会大一些。' },
  { value: 'hotlines', title: '12345、12320 热线转来的', detail: '先打了热线，也是对本院的投诉。' },
  { value: 'forwarded', title: '上级转办的', detail: '卫生健康委等上级单位转来的件。' },
  { value: 'withdrawn', title: '投诉人撤回的', detail: '撤回不等于没有发生，也免得有人被劝着撤回。' },
]

const COUNTED_OPTIONS = COUNTED.map((option) => ({
  ...option,
  tag: USUAL_COUNTING[option.value] ? '默认算' : '默认不算',
}))

const RATES: readonly { key: keyof Factors; name: string; about: string; unit: string }[] = [
  { key: 'overall', name: '综合投诉率', about: '除以门急诊人次加出院人次；有责投诉率跟着它', unit: '人次' },
  { key: 'outpatient', name: '门诊投诉率', about: '门诊和急诊的投诉，除以门急诊人次', unit: '门急诊人次' },
  { key: 'inpatient', name: '住院投诉率', about: '住院的投诉，除以出院人次', unit: '出院人次' },
]

const FACTORS: Record<'1000' | '10000', { factor: Factor; words: string }> = {
  '1000': { factor: 1000, words: '每千' },
  '10000': { factor: 10_000, words: '每万' },
}

const factorKeys = Object.keys(FACTORS) as (keyof typeof FACTORS)[]

/** What the complaint rates count, and per how many visits they are said. */
export const RatesForm = ({ draft, onDraft, ...section }: SectionProps<RatesDraft>) => {
  const { counting, factors } = draft
  const count = (chosen: readonly (keyof Counting)[]) => {
    const counts = new Set(chosen)
    const each = COUNTED.map(({ value }) => [value, counts.has(value)] as const)
    onDraft({ ...draft, counting: Object.fromEntries(each) as Record<keyof Counting, boolean> })
  }
  return (
    <SectionForm
      title="投诉率"
      hint="改了以后，以前各月也照新的算：同一张图上不会有两种算法。数不用重新导入。"
      {...section}
    >
      <View className="gap-4">
        <Notice icon="ledger">
          投诉率怎么算，国家没有统一的公式。下面的默认值是本软件给的，待法务确认；医院怎么定，每个投诉率旁边就照着写出来。
        </Notice>
      </View>
      <View className="gap-5">
        <Head>除了投诉，还算哪些</Head>
        <View className="settings-note">表扬和咨询不算。红包、回扣的举报不在这里，归纪检监察室。</View>
        <View className="gap-3">
          <ChoiceGroup
            multiple
            label="除了投诉，还算哪些"
            options={COUNTED_OPTIONS}
            value={COUNTED.map(({ value }) => value).filter((value) => counting[value])}
            onChange={count}
          />
        </View>
      </View>
      {RATES.map(({ key, name, about, unit }) => (
        <View key={key} className="gap-5">
          <Head>{name}</Head>
          <View className="settings-note">{`${about}。`}</View>
          <View className="gap-3">
            <ChoiceGroup
              label={`${name}按多少人次说`}
              options={factorKeys.map((value) => ({
                value,
                title: `${FACTORS[value].words}${unit}多少件`,
                tag: FACTORS[value].factor === USUAL_FACTORS[key] ? '默认' : undefined,
              }))}
              value={factors[key] === 1000 ? '1000' : '10000'}
              onChange={(chosen) => onDraft({ ...draft, factors: { ...factors, [key]: FACTORS[chosen].factor } })}
            />
          </View>
        </View>
      ))}
    </SectionForm>
  )
}
