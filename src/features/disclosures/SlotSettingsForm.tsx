import type { DeskSlot } from '#domain/culture/disclosure.contract'
import { type Audience, audienceNames, type EveryMonths, WITHIN_MOST } from '#domain/culture/disclosure.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { toast } from '../../ui/toast'
import { disclosureApi } from './disclosure.api'
import type { DeskBoard, DeskInHand } from './use-desk'
import './Desk.css'

interface SlotSettingsFormProps {
  slot: DeskSlot
  board: DeskBoard
  desk: DeskInHand
  onLeave: () => void
}

const RHYTHMS: readonly { every: EveryMonths; name: string }[] = [
  { every: null, name: '有变化才更新' },
  { every: 12, name: '每年' },
  { every: 6, name: '每半年' },
  { every: 3, name: '每季度' },
  { every: 1, name: '每个月' },
]

const AUDIENCES: readonly Audience[] = ['public', 'staff']

const daysIn = (typed: string): number | null => {
  const days = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0
  return days >= 1 && days <= WITHIN_MOST ? days : null
}

/** Who owns a slot, whom it is for, by when it is renewed and by which rule. */
export const SlotSettingsForm = ({ slot, board, desk, onLeave }: SlotSettingsFormProps) => {
  const [owner, setOwner] = useState(slot.ownerName ?? '')
  const [audience, setAudience] = useState<Audience>(slot.audience)
  const [within, setWithin] = useState(String(slot.withinWorkingDays))
  const [every, setEvery] = useState<EveryMonths>(slot.everyMonths)
  const [basis, setBasis] = useState(slot.basis)
  const [checked, setChecked] = useState(slot.basisChecked)
  const [asked, setAsked] = useState(false)
  const ownerId = owner.trim() === '' ? null : optionNamed(board.departments, owner)
  const isOwnerWrong = owner.trim() !== '' && ownerId === null
  const days = daysIn(within)
  const save = () => {
    setAsked(true)
    if (isOwnerWrong || days === null) return
    void desk.act(
      () =>
        disclosureApi.keepSlot({
          slot: slot.slot,
          rev: slot.rev,
          audience,
          ownerId,
          withinWorkingDays: days,
          everyMonths: every,
          basis,
          basisChecked: checked,
        }),
      () => {
        toast('存好了')
        onLeave()
      },
    )
  }
  return (
    <View className="disclosure-form">
      <Lookup
        label="责任科室"
        aside={`一般是${slot.usualOwner}`}
        offer="是哪个科室"
        options={board.departments}
        typed={owner}
        error={asked && isOwnerWrong ? '没有这个科室，请从下面选一个，或者空着由宣传部门写。' : undefined}
        onTyped={setOwner}
      />
      <View className="disclosure-field" {...semantics({ role: 'group', label: '给谁看' })}>
        <View className="disclosure-field-label">给谁看</View>
        <View className="disclosure-chips">
          {AUDIENCES.map((each) => (
            <Chip key={each} pressed={each === audience} onTap={() => setAudience(each)}>
              {audienceNames[each]}
            </Chip>
          ))}
        </View>
      </View>
      <View className="disclosure-field">
        <TextField
          label="有变化后，几个工作日内公开"
          kind="digits"
          value={within}
          maxlength={2}
          error={asked && days === null ? `写 1 到 ${WITHIN_MOST} 的数。` : undefined}
          onInput={setWithin}
        />
      </View>
      <View className="disclosure-field" {...semantics({ role: 'group', label: '没有变化，多久也要更新' })}>
        <View className="disclosure-field-label">没有变化，多久也要更新</View>
        <View className="disclosure-chips">
          {RHYTHMS.map((each) => (
            <Chip key={each.name} pressed={each.every === every} onTap={() => setEvery(each.every)}>
              {each.name}
            </Chip>
          ))}
        </View>
      </View>
      <View className="disclosure-field">
        <TextField label="依据" aside="可以不填" value={basis} maxlength={120} onInput={setBasis} />
      </View>
      <View className="gap-3">
        <Choice
          kind="checkbox"
          title="本院法务核对过依据"
          detail="勾上以后，公开页才写依据。"
          selected={checked}
          onTap={() => setChecked(!checked)}
        />
      </View>
      <View className="disclosure-acts">
        <Button busy={desk.acting} busyText="正在存" onTap={save}>
          存下来
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不改
        </Button>
      </View>
    </View>
  )
}
