import type { Settings } from '#domain/hospital/settings.contract'
import { firstSteps, type FirstStep } from '#domain/hospital/settings.rules'
import { View } from '@tarojs/components'
import { goTo, routes } from '../../routes'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { Status } from '../../ui/Status'
import type { Drafts } from './settings.drafts'

export type SettingsSection = 'basics' | 'contacts' | 'promises' | 'notices' | 'rates' | 'departments' | 'calendar'

const SECTIONS: { key: SettingsSection; title: string; detail: string }[] = [
  { key: 'basics', title: '医院', detail: '名称和全院的承诺' },
  { key: 'contacts', title: '监督电话和邮箱', detail: '本院、纪检监察、卫生健康委' },
  { key: 'promises', title: '期限', detail: '几天答复、几天归档' },
  { key: 'notices', title: '隐私与提醒', detail: '个人信息找谁、微信提醒' },
  { key: 'rates', title: '投诉率', detail: '什么算一件投诉，按多少人次说' },
  { key: 'departments', title: '科室', detail: '编号和名称，一次加许多' },
  { key: 'calendar', title: '日历', detail: '放假调休，答复日期按它算' },
]

const STEPS: Record<FirstStep['key'], { title: string; detail: string }> = {
  departments: { title: '加科室', detail: '至少加上贴码的科室和医患办' },
  wards: { title: '加病区和场所', detail: '来的人认得出的地方' },
  codes: { title: '加码、打印、贴上', detail: '一张 A4 一个码' },
  staff: { title: '请投诉管理专员和核查人', detail: '至少两个人：再查一次要由另外的人查' },
  calendar: { title: '加放假安排', detail: '没有它，跨年的投诉定不下日期' },
}

interface SettingsListProps {
  settings: Settings
  drafts: Drafts
  current: SettingsSection | null
  onOpen: (section: SettingsSection) => void
}

/** The sections of the settings, and before them what is left to do until the hospital can be used. */
export const SettingsList = ({ settings, drafts, current, onOpen }: SettingsListProps) => {
  const { counts, calendarWanted, undated } = settings
  const steps = firstSteps(counts, calendarWanted)
  const left = steps.filter(({ done }) => !done)
  const isOpening = left.some(({ key }) => key !== 'calendar')
  const goFor: Record<FirstStep['key'], () => void> = {
    departments: () => onOpen('departments'),
    wards: () => void goTo(routes.touchpoints()),
    codes: () => void goTo(routes.touchpoints()),
    staff: () => void goTo(routes.staff()),
    calendar: () => onOpen('calendar'),
  }
  return (
    <View>
      {isOpening ? (
        <View className="gap-4">
          <Head>{`开通还差 ${left.length} 步`}</Head>
          <List label="开通还差几步">
            {steps.map(({ key, done }) => (
              <Item
                key={key}
                title={STEPS[key].title}
                detail={STEPS[key].detail}
                end={<Status tone={done ? 'done' : 'wait'}>{done ? '好了' : '还没有'}</Status>}
                endLabel={done ? '好了' : '还没有'}
                onTap={goFor[key]}
              />
            ))}
          </List>
        </View>
      ) : null}
      {calendarWanted !== null && !isOpening ? (
        <View className="gap-4">
          <Notice tone="wait" actions={[{ text: '去加放假安排', onTap: () => onOpen('calendar') }]}>
            {missingInWords(calendarWanted, undated)}
          </Notice>
        </View>
      ) : null}
      <View className="gap-4">
        <List label="设置">
          {SECTIONS.map(({ key, title, detail }) => (
            <Item
              key={key}
              title={title}
              detail={key in drafts ? '有改动还没保存' : detail}
              current={key === current}
              onTap={() => onOpen(key)}
            />
          ))}
        </List>
      </View>
    </View>
  )
}

export const missingInWords = (year: number, undated: number): string =>
  undated > 0
    ? `还没有 ${year} 年的放假安排，有 ${undated} 件投诉等着它定答复日期。`
    : `还没有 ${year} 年的放假安排。国务院办公厅一般在 11 月公布，公布后请加进来。`
