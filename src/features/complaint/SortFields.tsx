import type { CaseDetail } from '#domain/complaint/case.contract'
import { Category, categoryNames } from '#domain/complaint/category'
import { CareSetting, careSettingNames } from '#domain/complaint/complaint.model'
import { View } from '@tarojs/components'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head } from '../../ui/Lead'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { TileGroup } from '../../ui/TileGroup'
import type { CaseDraft } from './case.drafts'
import { type BelongsTo, HEALTH, NO_DEPARTMENT } from './case.sorting'

interface SortFieldsProps {
  detail: CaseDetail
  draft: CaseDraft
  onChange: (changed: Partial<CaseDraft>) => void
}

const URGENCY = [
  { value: 'urgent', title: HEALTH, detail: '排在同一天的最前面，马上看' },
  { value: 'usual', title: '不影响健康' },
] as const

const BELONGING = [
  { value: 'one', title: '归一个科室', detail: '算在这个科室的投诉率里' },
  { value: 'none', title: NO_DEPARTMENT, detail: '只算在全院的投诉率里' },
] as const

const NOBODYS: BelongsTo = { belongs: false, typed: '', id: null }

/** As it is stored, until something else is chosen. */
const belongingOf = ({ departmentId, departmentName }: CaseDetail): BelongsTo =>
  departmentId === null ? NOBODYS : { belongs: true, typed: departmentName ?? departmentId, id: departmentId }

const Belonging = ({ detail, draft, onChange }: SortFieldsProps) => {
  const { belongs, typed } = draft.department ?? belongingOf(detail)
  // A department that was retired keeps the cases it has, and gets no other.
  const options = detail.departments.filter(({ id, retired }) => !retired || id === detail.departmentId)
  const change = (wanted: Pick<BelongsTo, 'belongs' | 'typed'>) =>
    onChange({ department: { ...wanted, id: wanted.belongs ? optionNamed(options, wanted.typed) : null } })
  return (
    <>
      <ChoiceGroup
        label="归哪个科室"
        options={BELONGING}
        value={belongs ? 'one' : 'none'}
        onChange={(chosen) => change({ belongs: chosen === 'one', typed })}
      />
      {belongs ? (
        <View className="case-form-part">
          <Lookup
            label="科室"
            offer="是哪个科室"
            options={options}
            typed={typed}
            onTyped={(words) => change({ belongs: true, typed: words })}
          />
        </View>
      ) : null}
    </>
  )
}

/** Where a case belongs: what it is about, in which care setting, in whose figures. */
export const SortFields = (props: SortFieldsProps) => {
  const { detail, draft, onChange } = props
  return (
    <>
      {detail.kind === 'complaint' ? (
        <>
          <Head>说的是哪方面</Head>
          <View className="gap-3">
            <TileGroup
              label="说的是哪方面"
              options={Category.options.map((value) => ({ value, title: categoryNames[value] }))}
              value={draft.category ?? detail.category}
              onChange={(category) => onChange({ category })}
            />
          </View>
        </>
      ) : null}
      <View className="case-form-part">
        <Head>在哪个环节</Head>
        <View className="gap-3">
          <TileGroup
            label="在哪个环节"
            options={CareSetting.options.map((value) => ({ value, title: careSettingNames[value] }))}
            value={draft.careSetting ?? detail.careSetting}
            onChange={(careSetting) => onChange({ careSetting })}
          />
        </View>
      </View>
      <View className="case-form-part">
        <Head>归哪个科室</Head>
        <View className="gap-3">
          <Belonging {...props} />
        </View>
      </View>
      {detail.stage === 'open' ? (
        <View className="case-form-part">
          <Head>急不急</Head>
          <View className="gap-3">
            <ChoiceGroup
              label="急不急"
              options={URGENCY}
              value={(draft.urgent ?? detail.urgent) ? 'urgent' : 'usual'}
              onChange={(chosen) => onChange({ urgent: chosen === 'urgent' })}
            />
          </View>
        </View>
      ) : null}
    </>
  )
}
