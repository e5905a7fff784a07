import { type Form, isAsked, isScored, NUMBER_MOST, type Question, QUESTIONS_MOST } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { Chip } from '../../ui/Chip'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { DimensionChoice } from './DimensionChoice'
import {
  hasOptions,
  setConcernAt,
  setDimension,
  setFloor,
  setNext,
  setOverall,
  setRequired,
  setScale,
  writeEnds,
  writeHint,
  writeQuestion,
} from './form.edit'
import { JumpField } from './JumpField'
import { NumberField } from './NumberField'
import { OptionRows } from './OptionRows'
import { kindNames, numberOf } from './row.words'
import type { Draft } from './use-draft'

interface QuestionEditorProps {
  form: Form
  question: Question
  change: Draft['change']
  /** What is missing here. */
  gaps: readonly string[]
  onMove: (by: 1 | -1) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** One question: its words, its answers, what it counts for and where it leads. */
export const QuestionEditor = ({
  form,
  question,
  change,
  gaps,
  onMove,
  onDuplicate,
  onRemove,
}: QuestionEditorProps) => {
  const { id } = question
  const number = numberOf(form, id)
  const place = form.questions.indexOf(question)
  const textGap = gaps.find((gap) => gap.includes('题目请写'))
  const otherGaps = gaps.filter((gap) => gap !== textGap)
  return (
    <View className="editor" {...semantics({ role: 'region', label: '改这一题' })}>
      <Head aside={kindNames[question.kind]}>{number === null ? '小标题' : `第 ${number} 题`}</Head>
      <View className="edit-links">
        {place > 0 ? (
          <LinkText role="button" label="这一题上移" onTap={() => onMove(-1)}>
            上移
          </LinkText>
        ) : null}
        {place < form.questions.length - 1 ? (
          <LinkText role="button" label="这一题下移" onTap={() => onMove(1)}>
            下移
          </LinkText>
        ) : null}
        {form.questions.length < QUESTIONS_MOST ? (
          <LinkText role="button" label="复制这一题" onTap={onDuplicate}>
            复制
          </LinkText>
        ) : null}
        {form.questions.length > 1 ? (
          <LinkText role="button" label="删掉这一题" onTap={onRemove}>
            删掉
          </LinkText>
        ) : null}
      </View>
      <View className="gap-3">
        <TextField
          label={number === null ? '小标题' : '题目'}
          value={question.text}
          maxlength={100}
          placeholder={number === null ? '例如：出院的时候' : '例如：医生讲病情，听得懂吗？'}
          error={textGap ? '请写 2 到 60 个字。' : undefined}
          onInput={(text) => change((before) => writeQuestion(before, id, text), `${id}.text`)}
        />
      </View>
      <View className="gap-4">
        <TextField
          label="说明"
          aside="可以不写"
          value={question.hint ?? ''}
          maxlength={120}
          onInput={(hint) => change((before) => writeHint(before, id, hint), `${id}.hint`)}
        />
      </View>
      {otherGaps.map((gap) => (
        <View key={gap} className="t4 c2 gap-3">
          {gap}
        </View>
      ))}
      <View className="edit-chips">
        {isAsked(question) ? (
          <View className="edit-chip">
            <Chip
              pressed={question.required}
              onTap={() => change((before) => setRequired(before, id, !question.required))}
            >
              必须答
            </Chip>
          </View>
        ) : null}
        {isScored(question) ? (
          <View className="edit-chip">
            <Chip
              pressed={form.overall === id}
              onTap={() => change((before) => setOverall(before, before.overall === id ? null : id))}
            >
              作为总体满意题
            </Chip>
          </View>
        ) : null}
      </View>
      {question.kind === 'scale' ? (
        <View className="edit-chips" {...semantics({ role: 'group', label: '用哪种量表' })}>
          {(['D4', 'S4'] as const).map((scale) => (
            <View key={scale} className="edit-chip">
              <Chip pressed={question.scale === scale} onTap={() => change((before) => setScale(before, id, scale))}>
                {scale === 'D4' ? '满意不满意' : '多久一次'}
              </Chip>
            </View>
          ))}
        </View>
      ) : null}
      {hasOptions(question) ? <OptionRows form={form} question={question} change={change} /> : null}
      {question.kind === 'number' ? <NumberSettings question={question} change={change} /> : null}
      {isScored(question) ? (
        <View className="gap-5">
          <Head>算到哪里</Head>
          <DimensionChoice
            form={form}
            value={question.dimension}
            onChoose={(make, dimension) => change((before) => setDimension(make(before), id, dimension))}
          />
          <View className="gap-4">
            <NumberField
              label="改进界限"
              aside="0 到 100，空着就不设"
              hint="平均分低于它，就列进要改进的事。"
              value={question.floor}
              least={0}
              most={100}
              onChange={(floor) => change((before) => setFloor(before, id, floor), `${id}.floor`)}
            />
          </View>
        </View>
      ) : null}
      <View className="gap-5">
        <Head>答完去哪里</Head>
        <JumpField
          form={form}
          from={id}
          label={hasOptions(question) && question.kind !== 'multiple' ? '选项没有另说的' : '答完以后'}
          value={question.next}
          onChange={(next) => change((before) => setNext(before, id, next))}
        />
      </View>
    </View>
  )
}

const NumberSettings = ({
  question,
  change,
}: {
  question: Extract<Question, { kind: 'number' }>
  change: Draft['change']
}) => {
  const { id } = question
  return (
    <View className="gap-5">
      <TextField
        label="0 分是什么"
        value={question.low}
        maxlength={20}
        onInput={(low) => change((before) => writeEnds(before, id, { low }), `${id}.low`)}
      />
      <View className="gap-4">
        <TextField
          label={`${NUMBER_MOST} 分是什么`}
          value={question.high}
          maxlength={20}
          onInput={(high) => change((before) => writeEnds(before, id, { high }), `${id}.high`)}
        />
      </View>
      <View className="gap-4">
        <NumberField
          label="低到几分，问他要不要投诉"
          aside="空着就不问"
          value={question.concernAt}
          least={0}
          most={NUMBER_MOST}
          onChange={(concernAt) => change((before) => setConcernAt(before, id, concernAt), `${id}.concern`)}
        />
      </View>
    </View>
  )
}
