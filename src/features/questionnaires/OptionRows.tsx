import { type Concern, type Form, type OptionId, type Question, NA_OPTION } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import {
  addOption,
  changeOption,
  moveOption,
  offerNa,
  type OptionChange,
  OPTIONS_LEAST,
  OPTIONS_MOST,
  removeOption,
} from './form.edit'
import { freshOptionId } from './form.ids'
import { JumpField } from './JumpField'
import { NumberField } from './NumberField'
import { nextInWords } from './row.words'
import type { Draft } from './use-draft'

type Listed = Extract<Question, { options: unknown }>
type Listing = Listed['options'][number]

interface OptionRowsProps {
  form: Form
  question: Listed
  change: Draft['change']
}

const concernNames: Record<Concern, string> = { complaint: '问他要不要投诉', report: '问他要不要举报' }

/** What is set on an option, in one line under it. */
const optionInWords = (form: Form, option: Listing): string =>
  [
    'score' in option && option.na ? '不计分' : null,
    'score' in option && option.score !== null ? `${Math.round(option.score * 10) / 10} 分` : null,
    'alone' in option && option.alone ? '选了它就不能选别的' : null,
    option.concern ? concernNames[option.concern] : null,
    'next' in option && option.next !== null ? nextInWords(form, option.next) : null,
  ]
    .filter(Boolean)
    .join(' · ')

/** The answers to choose from: their words, what they are worth, where they lead and what they offer. */
export const OptionRows = ({ form, question, change }: OptionRowsProps) => {
  const [open, setOpen] = useState<OptionId | null>(null)
  const { id, kind } = question
  const isOwn = kind !== 'scale'
  const canAdd = isOwn && question.options.length < OPTIONS_MOST[kind]
  const hasNa = kind !== 'multiple' && question.options.some(({ na }) => na)
  const add = () => change((before) => addOption(before, id, freshOptionId(before, Math.random)))
  return (
    <View className="gap-5">
      <Head>选项</Head>
      <View {...semantics({ role: 'list', label: '选项' })}>
        {question.options.map((option, place) => (
          <View key={option.id} className="option-row" {...semantics({ role: 'listitem' })}>
            <View className="option-head">
              <View className="grow">
                <TextField
                  label={`选项 ${place + 1}`}
                  value={option.text}
                  maxlength={60}
                  onInput={(text) =>
                    change((before) => changeOption(before, id, option.id, { text }), `${id}.${option.id}`)
                  }
                />
              </View>
              <View className="option-open">
                <LinkText
                  role="button"
                  label={`选项 ${place + 1}，${open === option.id ? '收起' : '设置'}`}
                  onTap={() => setOpen(open === option.id ? null : option.id)}
                >
                  {open === option.id ? '收起' : '设置'}
                </LinkText>
              </View>
            </View>
            {optionInWords(form, option) ? <View className="t4 c2">{optionInWords(form, option)}</View> : null}
            {open === option.id ? (
              <OptionSettings
                form={form}
                question={question}
                option={option}
                place={place}
                change={change}
                onChange={(wish, run) => change((before) => changeOption(before, id, option.id, wish), run)}
              />
            ) : null}
          </View>
        ))}
      </View>
      <View className="edit-acts">
        {canAdd ? (
          <View className="edit-act">
            <Button kind="quiet" onTap={add}>
              加一个选项
            </Button>
          </View>
        ) : null}
        {kind === 'multiple' ? null : (
          <Chip pressed={hasNa} onTap={() => change((before) => offerNa(before, id, !hasNa))}>
            可以答“不适用”
          </Chip>
        )}
      </View>
    </View>
  )
}

interface OptionSettingsProps extends OptionRowsProps {
  option: Listing
  place: number
  onChange: (wish: OptionChange, run?: string) => void
}

const OptionSettings = ({ form, question, option, place, change, onChange }: OptionSettingsProps) => {
  const { id } = question
  const name = `选项 ${place + 1}`
  const isOwn = question.kind !== 'scale'
  const move = (by: 1 | -1) => change((before) => moveOption(before, id, option.id, by))
  return (
    <View className="option-settings" {...semantics({ role: 'group', label: `${name}的设置` })}>
      {question.kind === 'single' && 'score' in option && !option.na ? (
        <NumberField
          label="记多少分"
          aside="0 到 100，空着就不计分"
          value={option.score}
          least={0}
          most={100}
          onChange={(score) => onChange({ score }, `${id}.${option.id}.score`)}
        />
      ) : null}
      <View className="edit-chips" {...semantics({ role: 'group', label: '选了它，问他要不要' })}>
        {(['complaint', 'report'] as const).map((concern) => (
          <View key={concern} className="edit-chip">
            <Chip
              pressed={option.concern === concern}
              onTap={() => onChange({ concern: option.concern === concern ? null : concern })}
            >
              {concernNames[concern]}
            </Chip>
          </View>
        ))}
        {question.kind === 'single' && 'na' in option ? (
          <View className="edit-chip">
            <Chip pressed={option.na} onTap={() => onChange({ na: !option.na })}>
              当作不适用
            </Chip>
          </View>
        ) : null}
        {'alone' in option ? (
          <View className="edit-chip">
            <Chip pressed={option.alone} onTap={() => onChange({ alone: !option.alone })}>
              和别的不能同选
            </Chip>
          </View>
        ) : null}
      </View>
      {'next' in option ? (
        <JumpField
          form={form}
          from={id}
          label={`答“${option.text}”以后`}
          value={option.next}
          onChange={(next) => onChange({ next })}
        />
      ) : null}
      {isOwn ? (
        <View className="edit-links">
          {place > 0 ? (
            <LinkText role="button" label={`${name}上移`} onTap={() => move(-1)}>
              上移
            </LinkText>
          ) : null}
          {place < question.options.length - 1 ? (
            <LinkText role="button" label={`${name}下移`} onTap={() => move(1)}>
              下移
            </LinkText>
          ) : null}
          {question.options.length > OPTIONS_LEAST ? (
            <LinkText
              role="button"
              label={`删掉${name}`}
              onTap={() => change((before) => removeOption(before, id, option.id))}
            >
              删掉
            </LinkText>
          ) : null}
        </View>
      ) : option.id === NA_OPTION ? null : (
        <View className="t4 c2 gap-3">量表的四级按位置记 100、66.7、33.3、0 分，字可以改。</View>
      )}
    </View>
  )
}
