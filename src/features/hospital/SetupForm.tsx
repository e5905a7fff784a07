import { useAction } from '#cloud/use-action'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { HospitalId } from '#domain/ids'
import { Hospital } from '#domain/hospital/hospital.model'
import { promiseSettings } from '#domain/hospital/promise.settings'
import { StaffName } from '#domain/hospital/staff.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { ReviewList } from '../../ui/ReviewList'
import { Step } from '../../ui/Step'
import { TextField } from '../../ui/TextField'
import { ContactFields, kindNames } from './ContactFields'
import { hospitalApi } from './hospital.api'
import { type ContactDraft, contactFrom, faultsInContact, isFaultless } from './settings.drafts'
import './settings.css'

interface SetupDraft {
  readonly setupCode: string
  readonly administrator: string
  readonly name: string
  readonly id: string
  readonly pledge: string
  readonly contact: ContactDraft
}

const START: SetupDraft = {
  setupCode: '',
  administrator: '',
  name: '',
  id: 'hospital',
  pledge: '不收红包；不叫您去院外指定的地方买药；每天的费用，一项一项讲得清。',
  contact: { key: 0, kind: 'hospital', label: '医患办', note: '', phone: '', email: '' },
}

type StepKey = 'code' | 'hospital' | 'pledge' | 'contact' | 'review'

const STEPS: StepKey[] = ['code', 'hospital', 'pledge', 'contact', 'review']

const PLEDGE_LIMIT = 200

const fits = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success

const faultsIn = (draft: SetupDraft) => ({
  ...(draft.setupCode.trim() === '' ? { setupCode: '请填部署时给的开通码。' } : {}),
  ...(fits(StaffName, draft.administrator) ? {} : { administrator: '请写您的姓名，最多 20 个字。' }),
  ...(fits(Hospital.entries.name, draft.name) ? {} : { name: '请写医院的全名，2 到 40 个字。' }),
  ...(fits(HospitalId, draft.id.trim()) ? {} : { id: '简称只用英文字母、数字和短横，以字母或数字开头。' }),
  ...(fits(Hospital.entries.pledge, draft.pledge) ? {} : { pledge: '承诺请写 5 到 200 个字。' }),
})

type Faults = Partial<Record<'setupCode' | 'administrator' | 'name' | 'id' | 'pledge', string>>

const isWellUpTo = (step: StepKey, draft: SetupDraft, faults: Faults): boolean => {
  if (step === 'code') return !faults.setupCode && !faults.administrator
  if (step === 'hospital') return !faults.name && !faults.id
  if (step === 'pledge') return !faults.pledge
  return isFaultless(faultsInContact(draft.contact))
}

/** The first administrator opens the hospital, a thought a step. */
export const SetupForm = ({ onFounded }: { onFounded: () => void }) => {
  const [draft, setDraft] = useState(START)
  const [at, setAt] = useState(0)
  const [checked, setChecked] = useState(false)
  const { remote, run, reset } = useAction(hospitalApi.found)
  const step = STEPS[at] ?? 'code'
  const all: Faults = faultsIn(draft)
  const faults = checked ? all : {}
  const put = (about: Partial<SetupDraft>) => setDraft({ ...draft, ...about })
  const goTo = (key: StepKey) => {
    setChecked(false)
    setAt(STEPS.indexOf(key))
  }
  const next = () => {
    setChecked(true)
    if (isWellUpTo(step, draft, all)) {
      setChecked(false)
      setAt(at + 1)
    }
  }
  const found = async () => {
    const id = v.safeParse(HospitalId, draft.id.trim())
    if (!id.success) return goTo('hospital')
    const answer = await run({
      setupCode: draft.setupCode,
      administrator: draft.administrator,
      hospital: {
        id: id.output,
        name: draft.name,
        pledge: draft.pledge,
        replyWithinWorkingDays: promiseSettings.replyWithinWorkingDays.usual,
        contacts: [contactFrom(draft.contact)],
      },
    })
    if (answer.ok) return onFounded()
    if (answer.code === 'hospital.setup_code_wrong') goTo('code')
  }
  const wrong: ErrorCode | null = remote.status === 'failed' ? remote.code : null
  return (
    <View>
      <Step now={at + 1} of={STEPS.length} />
      {wrong ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(wrong)}</ErrorNote>
        </View>
      ) : null}
      {step === 'code' ? (
        <View className="gap-4">
          <Lead hint="开通码在部署时给出，只用一次。用了它，您就是这家医院的第一位管理员。">开通医院</Lead>
          <View className="gap-4">
            <TextField
              label="开通码"
              value={draft.setupCode}
              maxlength={100}
              error={faults.setupCode}
              onInput={(setupCode) => {
                reset()
                put({ setupCode })
              }}
            />
          </View>
          <View className="gap-4">
            <TextField
              label="您的姓名"
              value={draft.administrator}
              maxlength={40}
              hint="写进职工名单。管理员给别人权限，自己看不到投诉。"
              error={faults.administrator}
              onInput={(administrator) => put({ administrator })}
            />
          </View>
        </View>
      ) : step === 'hospital' ? (
        <View className="gap-4">
          <Lead hint="名称以后可以改，简称定了不能改。">是哪家医院</Lead>
          <View className="gap-4">
            <TextField
              label="医院名称"
              value={draft.name}
              placeholder="青衿市人民医院"
              maxlength={60}
              error={faults.name}
              onInput={(name) => put({ name })}
            />
          </View>
          <View className="gap-4">
            <TextField
              label="英文简称"
              value={draft.id}
              maxlength={64}
              hint="只在数据里用，患者看不到。没有特别的想法，就用这个。"
              error={faults.id}
              onInput={(id) => put({ id })}
            />
          </View>
        </View>
      ) : step === 'pledge' ? (
        <View className="gap-4">
          <Lead hint="印在码牌上、写在扫码页上：我承诺　你监督。以后可以改，病区也可以有自己的。">医院承诺什么</Lead>
          <View className="gap-4">
            <Letter
              label="全院的承诺"
              value={draft.pledge}
              lines={3}
              limit={PLEDGE_LIMIT}
              error={faults.pledge}
              onInput={(pledge) => put({ pledge })}
            />
          </View>
        </View>
      ) : step === 'contact' ? (
        <View className="gap-4">
          <Lead hint="先写一个，到期没有答复时请人打它。纪检监察和卫生健康委的，开通以后再加。">第一个监督电话</Lead>
          <View className="gap-4">
            <ContactFields draft={draft.contact} checked={checked} onDraft={(contact) => put({ contact })} />
          </View>
        </View>
      ) : (
        <View className="gap-4">
          <Lead hint="看一遍，没问题就开通。">就这些</Lead>
          <View className="gap-4">
            <ReviewList
              lines={[
                { term: '管理员', value: draft.administrator, onChange: () => goTo('code') },
                { term: '医院', value: draft.name, onChange: () => goTo('hospital') },
                { term: '承诺', value: draft.pledge, onChange: () => goTo('pledge') },
                {
                  term: '监督电话',
                  value: [
                    kindNames.get(draft.contact.kind),
                    draft.contact.label,
                    draft.contact.phone,
                    draft.contact.email,
                  ]
                    .filter(Boolean)
                    .join(' · '),
                  onChange: () => goTo('contact'),
                },
                {
                  term: '答复期限',
                  value: `${promiseSettings.replyWithinWorkingDays.usual} 个工作日，开通以后可以改短`,
                },
              ]}
            />
          </View>
        </View>
      )}
      <View className="settings-acts">
        {step === 'review' ? (
          <Button wide busy={remote.status === 'pending'} busyText="正在开通" onTap={() => void found()}>
            开通医院
          </Button>
        ) : (
          <Button wide onTap={next}>
            下一步
          </Button>
        )}
        {at > 0 ? (
          <View className="gap-3">
            <Button kind="text" onTap={() => setAt(at - 1)}>
              上一步
            </Button>
          </View>
        ) : null}
      </View>
    </View>
  )
}
