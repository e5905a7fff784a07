import type { Form, QuestionId } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { type Arc, railOf, sideOf } from './form.rail'
import { numberOf, rowDetail } from './row.words'
import './QuestionList.css'

interface QuestionListProps {
  form: Form
  /** null: the questionnaire as a whole. */
  chosen: QuestionId | null
  /** Questions at which something is wrong or missing. */
  marked: ReadonlySet<QuestionId>
  onChoose: (id: QuestionId | null) => void
  onMove: (id: QuestionId, by: 1 | -1) => void
}

export const rowId = (id: QuestionId): string => `question-row-${id}`

/** px that a further lane stands away from the line. */
const LANE = 7

const arcStyle = (arc: Arc) => {
  const top = Math.min(arc.from, arc.to)
  const height = Math.abs(arc.to - arc.from)
  const width = (sideOf(arc) === 'left' ? 16 : 10) + LANE * arc.lane
  return {
    top: `calc(var(--q-row) * ${top + 0.5})`,
    height: `calc(var(--q-row) * ${height})`,
    width: `${width}px`,
  }
}

/** The line that joins the questions, and what jumps beside it. Said in words in every row. */
const RailLines = ({ form }: { form: Form }) => {
  const { rows, arcs } = railOf(form)
  return (
    <View className="q-rail" {...semantics({ hidden: true })}>
      {rows.map(({ goesOn, isReached }, place) =>
        goesOn && isReached ? (
          <View
            key={form.questions[place]?.id}
            className="q-line"
            style={{ top: `calc(var(--q-row) * ${place + 0.5})` }}
          />
        ) : null,
      )}
      {arcs.map((arc) => (
        <View
          key={`${arc.from}-${arc.to}-${arc.kind}`}
          className={classNames('q-arc', `is-${sideOf(arc)}`, arc.kind === 'back' && 'is-back')}
          style={arcStyle(arc)}
        />
      ))}
    </View>
  )
}

/** The questions in order, with the ways between them at the left. */
export const QuestionList = ({ form, chosen, marked, onChoose, onMove }: QuestionListProps) => {
  const { rows } = railOf(form)
  const walk = (event: KeyboardEvent, place: number) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    const from = form.questions[place]
    if (by === null || !from) return
    event.preventDefault()
    if (event.altKey) return onMove(from.id, by)
    const next = form.questions[place + by]
    if (next) document.getElementById(rowId(next.id))?.focus()
  }
  return (
    <View className="q-list" {...semantics({ role: 'list', label: '题目' })}>
      <View {...semantics({ role: 'listitem' })}>
        <Tappable
          className={classNames('q-row', 'is-form', chosen === null && 'is-chosen')}
          current={chosen === null}
          onTap={() => onChoose(null)}
        >
          <View className="q-words">
            <View className="q-stem">整份问卷</View>
            <View className="q-detail">名称、开头的话、维度、总体满意题</View>
          </View>
        </Tappable>
      </View>
      <View className="q-rows">
        <RailLines form={form} />
        {form.questions.map((question, place) => {
          const row = rows[place]
          const number = numberOf(form, question.id)
          const isMarked = marked.has(question.id)
          const detail = rowDetail(form, question, row?.isPassed ?? false)
          const words = [number, question.text, detail, isMarked ? '要改' : null].filter(Boolean).join('，')
          return (
            <View key={question.id} {...semantics({ role: 'listitem' })}>
              <Tappable
                id={rowId(question.id)}
                className={classNames(
                  'q-row',
                  question.id === chosen && 'is-chosen',
                  row?.isPassed && 'is-inside',
                  !row?.isReached && 'is-lost',
                )}
                label={process.env.TARO_ENV === 'weapp' ? words : undefined}
                current={question.id === chosen}
                onTap={() => onChoose(question.id)}
                onKey={(event) => walk(event, place)}
              >
                <View className={classNames('q-dot', question.kind === 'section' && 'is-heading')} />
                <View className="q-words">
                  <View className="q-stem">
                    {number === null ? null : <View className="q-number">{String(number)}</View>}
                    {question.text || '（还没写）'}
                  </View>
                  <View className="q-detail">{detail}</View>
                </View>
                {isMarked ? (
                  <>
                    <Icon name="warning" size="s" className="q-mark" />
                    <View className="spoken">，要改</View>
                  </>
                ) : null}
              </Tappable>
            </View>
          )
        })}
        <View className="q-row is-end">
          <View className="q-dot" />
          <View className="q-detail">结束</View>
        </View>
      </View>
    </View>
  )
}
