import { everydayCategories, type Kind, kindNames } from '#domain/complaint/category'
import { type CareSetting, careSettingNames } from '#domain/complaint/complaint.model'
import { View } from '@tarojs/components'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Item, List } from '../../ui/List'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { TileGroup } from '../../ui/TileGroup'
import type { ComplaintDraft, DraftWords, StandingAt } from './complaint.draft'

export interface StepProps {
  draft: ComplaintDraft
  change: (change: Partial<DraftWords>) => void
}

const EmergencyNote = () => (
  <View className="form-part">
    <Notice icon="warning">紧急情况请立即呼叫医护人员或拨打 120。</Notice>
  </View>
)

const KINDS: readonly { value: Kind; detail: string }[] = [
  { value: 'complaint', detail: '有事没办好，要一个说法' },
  { value: 'suggestion', detail: '这样做会更好' },
  { value: 'inquiry', detail: '有事想问清楚' },
  { value: 'praise', detail: '想谢谢谁' },
]

export const KindStep = ({ draft, change }: StepProps) => (
  <View>
    <Lead>您想说什么？</Lead>
    <View className="form-part">
      <ChoiceGroup
        label="想说什么"
        options={KINDS.map(({ value, detail }) => ({ value, title: kindNames[value], detail }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
    </View>
    <EmergencyNote />
  </View>
)

const CATEGORIES = everydayCategories.map(({ category, name, examples }) => ({
  value: category,
  title: name,
  detail: examples,
}))

export const CategoryStep = ({ draft, change, onChannels }: StepProps & { onChannels: () => void }) => (
  <View>
    <Lead hint="选个大概就行。选错了，我们来转。">您想说哪方面的事？</Lead>
    <View className="form-part">
      <TileGroup
        label="哪方面的事"
        options={CATEGORIES}
        value={draft.category}
        onChange={(category) => change({ category })}
      />
    </View>
    <List label="另有专门渠道">
      <Item icon="report-secret" title="红包、回扣" detail="走纪检，别人看不到" onTap={onChannels} />
    </List>
    <EmergencyNote />
  </View>
)

const SETTING_LEADS: Record<Kind, string> = {
  complaint: '事情发生在哪个环节？',
  suggestion: '说的是哪个环节？',
  inquiry: '问的是哪个环节？',
  praise: '是在哪个环节遇到的？',
}

const CARE_SETTINGS: readonly CareSetting[] = ['outpatient', 'emergency', 'inpatient', 'other']
const CARE_DETAILS: Record<CareSetting, string> = {
  outpatient: '挂号、候诊、看病、检查、取药',
  emergency: '急诊看病、留观、抢救',
  inpatient: '入院、病房、手术、出院',
  other: '停车、食堂、电话、网上服务等',
}

interface SettingStepProps extends StepProps {
  /** Where the reader stands, as the code tells it. */
  here: StandingAt
}

export const SettingStep = ({ draft, change, here }: SettingStepProps) => (
  <View>
    <Lead hint={<Whereabouts draft={draft} change={change} here={here} />}>
      {SETTING_LEADS[draft.kind ?? 'complaint']}
    </Lead>
    <View className="form-part">
      <ChoiceGroup
        label="就医环节"
        options={CARE_SETTINGS.map((value) => ({
          value,
          title: careSettingNames[value],
          detail: CARE_DETAILS[value],
        }))}
        value={draft.careSetting}
        onChange={(careSetting) => change({ careSetting })}
      />
    </View>
    <EmergencyNote />
  </View>
)

const NOWHERE: StandingAt = { touchpointId: null, place: null }

const Whereabouts = ({ draft, change, here }: SettingStepProps) => {
  const elsewhere = here.place !== null && here.touchpointId !== draft.touchpointId
  return (
    <View>
      {draft.place ? `说的是：${draft.place}　` : '没有写是哪个科室，交给全院　'}
      {draft.place ? (
        <LinkText role="button" onTap={() => change(NOWHERE)}>
          不是这里？
        </LinkText>
      ) : null}
      {elsewhere ? (
        <View>
          <LinkText role="button" onTap={() => change(here)}>{`改成您现在扫的：${here.place}`}</LinkText>
        </View>
      ) : null}
    </View>
  )
}
