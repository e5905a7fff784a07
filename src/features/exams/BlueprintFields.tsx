import { sentenceFor } from '#domain/errors'
import { cellInWords } from '#domain/integrity/blueprint.rules'
import { type Difficulty, difficultyNames, QuestionKind, questionKindNames } from '#domain/integrity/question.model'
import { type Topic, topicNames, topics } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { Pick } from '../../ui/Pick'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { addCell, canAddCell, changeCell, type PlanDraft, questionsIn, removeCell, withNineRules } from './exam.plan'
import { useBlueprintCheck } from './use-blueprint-check'

const ANY = ''
const TOPICS: readonly { value: Topic | typeof ANY; title: string }[] = [
  { value: ANY, title: '主题不限' },
  ...topics.map((topic) => ({ value: topic, title: topicNames[topic] })),
]
const KINDS: readonly { value: QuestionKind | typeof ANY; title: string }[] = [
  { value: ANY, title: '题型不限' },
  ...QuestionKind.options.map((kind) => ({ value: kind, title: questionKindNames[kind] })),
]
const DIFFICULTIES: readonly Difficulty[] = [1, 2, 3]
const DIFFICULTY_OPTIONS: readonly { value: '' | '1' | '2' | '3'; title: string }[] = [
  { value: ANY, title: '难度不限' },
  { value: '1', title: difficultyNames[1] },
  { value: '2', title: difficultyNames[2] },
  { value: '3', title: difficultyNames[3] },
]

const difficultyOf = (chosen: string): Difficulty | null =>
  DIFFICULTIES.find((difficulty) => String(difficulty) === chosen) ?? null

const difficultyValue = (difficulty: Difficulty | null) => (difficulty === null ? ANY : (`${difficulty}` as const))

interface BlueprintFieldsProps {
  draft: PlanDraft
  /** Why the counts cannot be read, in a sentence. */
  fault?: string
  change: (next: (draft: PlanDraft) => PlanDraft) => void
}

/** How a paper is made up (组卷), row by row, with how many questions the bank has for each. */
export const BlueprintFields = ({ draft, fault, change }: BlueprintFieldsProps) => {
  const [open, setOpen] = useState<number | null>(null)
  const { check, problem } = useBlueprintCheck(draft.cells)
  const short = new Set(check?.shortage?.cells ?? [])
  return (
    <View>
      <Head aside={`共 ${questionsIn(draft.cells)} 题`}>怎样组卷</Head>
      <View className="blueprint gap-2" {...semantics({ role: 'list', label: '组卷的行' })}>
        {draft.cells.map((cell, at) => {
          const fitting = check?.fitting[at]
          const isShort = short.has(at) || (fitting !== undefined && fitting < Number(cell.count))
          const name = `第 ${at + 1} 行`
          const links = (
            <View className="exam-links">
              <LinkText
                role="button"
                label={`${name}，${open === at ? '收起' : '改主题、题型、难度'}`}
                onTap={() => setOpen(open === at ? null : at)}
              >
                {open === at ? '收起' : '改主题、题型、难度'}
              </LinkText>
              {draft.cells.length > 1 ? (
                <LinkText
                  role="button"
                  label={`${name}，去掉`}
                  onTap={() => {
                    setOpen(null)
                    change((before) => removeCell(before, at))
                  }}
                >
                  去掉
                </LinkText>
              ) : null}
            </View>
          )
          return (
            <View key={cell.key} className="blueprint-row" {...semantics({ role: 'listitem' })}>
              <View className="blueprint-line">
                <View className="grow">
                  <View className="blueprint-words">{cellInWords({ ...cell, count: 1 })}</View>
                  <View className={isShort ? 'blueprint-have is-short' : 'blueprint-have'}>
                    {fitting === undefined
                      ? '正在数在用的题…'
                      : isShort
                        ? `在用的 ${fitting} 道，不够`
                        : `在用的 ${fitting} 道`}
                  </View>
                  {links}
                </View>
                <View className="blueprint-count">
                  <TextField
                    label={`${name}要几题`}
                    kind="digits"
                    value={cell.count}
                    maxlength={3}
                    onInput={(count) => change((before) => changeCell(before, at, { count }))}
                  />
                </View>
              </View>
              {open === at ? (
                <View className="blueprint-picks">
                  <Pick
                    label="主题"
                    value={cell.topic ?? ANY}
                    options={TOPICS}
                    onChange={(topic) =>
                      change((before) => changeCell(before, at, { topic: topic === ANY ? null : topic }))
                    }
                  />
                  <Pick
                    label="题型"
                    value={cell.kind ?? ANY}
                    options={KINDS}
                    onChange={(kind) =>
                      change((before) => changeCell(before, at, { kind: kind === ANY ? null : kind }))
                    }
                  />
                  <Pick
                    label="难度"
                    value={difficultyValue(cell.difficulty)}
                    options={DIFFICULTY_OPTIONS}
                    onChange={(chosen) =>
                      change((before) => changeCell(before, at, { difficulty: difficultyOf(chosen) }))
                    }
                  />
                </View>
              ) : null}
            </View>
          )
        })}
      </View>
      <View className="exam-acts gap-3">
        {canAddCell(draft) ? (
          <Button
            kind="quiet"
            onTap={() => {
              setOpen(draft.cells.length)
              change(addCell)
            }}
          >
            加一行
          </Button>
        ) : null}
        <Button kind="text" onTap={() => change(withNineRules)}>
          换成九项准则各 2 题
        </Button>
      </View>
      <View className="gap-3" {...semantics({ role: 'status' })}>
        {fault ? (
          <Notice tone="wait" icon="warning">
            {fault}
          </Notice>
        ) : problem ? (
          <ErrorNote>{sentenceFor(problem)}</ErrorNote>
        ) : check?.shortage ? (
          <Notice tone="wait" icon="warning">
            {check.why ?? sentenceFor('exam.blueprint_unmet')}
          </Notice>
        ) : check ? (
          <Notice icon="tick">题够抽：每个人各抽一份，题不重复，行和行之间也不重。</Notice>
        ) : null}
      </View>
    </View>
  )
}
