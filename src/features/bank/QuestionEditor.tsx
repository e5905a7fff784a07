import type { QuizQuestionId } from '#domain/ids'
import type { QuestionView } from '#domain/integrity/question.contract'
import { unfinishedIn } from '#domain/integrity/question.finished'
import {
  type Difficulty,
  difficultyNames,
  evidenceNames,
  QuestionKind,
  questionKindNames,
  questionNumberInWords,
  STORY_MAX,
} from '#domain/integrity/question.model'
import { type Topic, topicNames, topics } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { LinkText } from '../../ui/LinkText'
import { Pick } from '../../ui/Pick'
import { SectionHead } from '../../ui/SectionHead'
import { semantics } from '../../ui/semantics'
import { useUndoKeys } from '../../ui/use-undo-keys'
import { lacksInWords } from './bank.words'
import { PartFields } from './PartFields'
import {
  addPart,
  canAddPart,
  canRemovePart,
  changePart,
  contentOf,
  movePart,
  type PartKind,
  type QuestionDraft,
  removePart,
  setKind,
  setPartKind,
} from './question.draft'
import { QuestionPreview } from './QuestionPreview'
import { SavingLine } from './SavingLine'
import { useQuestionDraft } from './use-question-draft'
import './Editor.css'

const TOPIC_OPTIONS = topics.map((topic: Topic) => ({ value: topic, title: topicNames[topic] }))
const DIFFICULTIES: readonly { value: Difficulty; hint: string }[] = [
  { value: 1, hint: '人人都该知道' },
  { value: 2, hint: '读过条款的知道' },
  { value: 3, hint: '要想一想' },
]
const PART_KINDS = QuestionKind.options.filter((kind): kind is PartKind => kind !== 'case')
const STORY_LINES = 5

interface QuestionEditorProps {
  id: QuizQuestionId
  view: QuestionView | null
  blank: QuestionDraft
  onSaved: (view: QuestionView) => void
  onLeave: () => void
}

/** A question while it is written, beside how it looks on a phone. */
export const QuestionEditor = ({ id, view, blank, onSaved, onLeave }: QuestionEditorProps) => {
  const writing = useQuestionDraft({ id, view, blank, onSaved })
  const [part, setPart] = useState<'edit' | 'preview'>('edit')
  const { draft, change } = writing
  useUndoKeys({ undo: writing.undo, redo: writing.redo })
  const content = contentOf(draft)
  const lacks = lacksInWords(unfinishedIn(content))
  const isCase = draft.kind === 'case'
  const [isLeaving, setIsLeaving] = useState(false)
  const leave = async () => {
    setIsLeaving(true)
    // Where it cannot be stored it stays on this device.
    await writing.save()
    onLeave()
  }
  return (
    <View className="question-editor">
      <LinkText role="button" onTap={() => void leave()}>
        ‹ 题库
      </LinkText>
      <Lead
        above={writing.view ? questionNumberInWords(writing.view.number) : '新的一道'}
        hint={
          draft.evidence === 'V'
            ? `${evidenceNames.V}。写好以后送复核，由没有动过它的同事通过。`
            : `${evidenceNames.M}。写好以后，先有人核过原文、写明出处，再复核。`
        }
      >
        {isCase ? '写一个案例' : `写一道${questionKindNames[draft.kind]}题`}
      </Lead>
      <SavingLine writing={writing} />
      <View className="editor-parts" {...semantics({ role: 'group', label: '看哪一部分' })}>
        <View className="bank-chip">
          <Chip pressed={part === 'edit'} onTap={() => setPart('edit')}>
            写
          </Chip>
        </View>
        <View className="bank-chip">
          <Chip pressed={part === 'preview'} onTap={() => setPart('preview')}>
            预览
          </Chip>
        </View>
      </View>
      <View className={classNames('editor-columns', `is-showing-${part}`)}>
        <View className="editor-fields" {...semantics({ role: 'region', label: '写这一题' })}>
          <Head>题型</Head>
          <View className="bank-chips gap-2" {...semantics({ role: 'group', label: '题型' })}>
            {QuestionKind.options.map((kind) => (
              <View key={kind} className="bank-chip">
                <Chip
                  pressed={draft.kind === kind}
                  onTap={() => change((before) => setKind(before, kind, Math.random))}
                >
                  {questionKindNames[kind]}
                </Chip>
              </View>
            ))}
          </View>
          <Pick
            label="主题"
            value={draft.topic}
            options={TOPIC_OPTIONS}
            onChange={(topic) => change((before) => ({ ...before, topic }))}
          />
          <View className="gap-4">
            <Head aside={DIFFICULTIES.find(({ value }) => value === draft.difficulty)?.hint}>难度</Head>
            <View className="bank-chips gap-2" {...semantics({ role: 'group', label: '难度' })}>
              {DIFFICULTIES.map(({ value, hint }) => (
                <View key={value} className="bank-chip">
                  <Chip
                    pressed={draft.difficulty === value}
                    label={`${difficultyNames[value]}，${hint}`}
                    onTap={() => change((before) => ({ ...before, difficulty: value }))}
                  >
                    {difficultyNames[value]}
                  </Chip>
                </View>
              ))}
            </View>
          </View>
          {isCase ? (
            <View className="gap-4">
              <Head aside="小题都问这一段">经过</Head>
              <View className="gap-2">
                <Letter
                  label="案例的经过"
                  value={draft.story}
                  lines={STORY_LINES}
                  limit={STORY_MAX}
                  placeholder="谁、什么时候、做了什么；不写真名，认不出是谁"
                  onInput={(story) => change((before) => ({ ...before, story }), 'story')}
                />
              </View>
            </View>
          ) : null}
          {draft.parts.map((each, at) => {
            const name = isCase ? `第 ${at + 1} 小题` : null
            return (
              <View key={each.id} className="gap-5">
                {name ? (
                  <>
                    <SectionHead
                      title={name}
                      links={
                        <>
                          {at > 0 ? (
                            <LinkText
                              role="button"
                              label={`${name}上移`}
                              onTap={() => change((before) => movePart(before, at, -1))}
                            >
                              上移
                            </LinkText>
                          ) : null}
                          {at < draft.parts.length - 1 ? (
                            <LinkText
                              role="button"
                              label={`${name}下移`}
                              onTap={() => change((before) => movePart(before, at, 1))}
                            >
                              下移
                            </LinkText>
                          ) : null}
                          {canRemovePart(draft) ? (
                            <LinkText
                              role="button"
                              label={`删掉${name}`}
                              onTap={() => change((before) => removePart(before, at))}
                            >
                              删掉
                            </LinkText>
                          ) : null}
                        </>
                      }
                    />
                    <View className="bank-chips gap-2" {...semantics({ role: 'group', label: `${name}的题型` })}>
                      {PART_KINDS.map((kind) => (
                        <View key={kind} className="bank-chip">
                          <Chip
                            pressed={each.kind === kind}
                            onTap={() => change((before) => setPartKind(before, at, kind))}
                          >
                            {questionKindNames[kind]}
                          </Chip>
                        </View>
                      ))}
                    </View>
                  </>
                ) : null}
                <PartFields
                  part={each}
                  name={name}
                  change={(next, run) =>
                    change(
                      (before) => {
                        const own = before.parts[at]
                        return own ? changePart(before, at, next(own)) : before
                      },
                      run === undefined ? null : `${each.id}.${run}`,
                    )
                  }
                />
              </View>
            )
          })}
          {canAddPart(draft) ? (
            <View className="gap-5">
              <Button kind="quiet" wide onTap={() => change((before) => addPart(before, Math.random))}>
                加一个小题
              </Button>
            </View>
          ) : null}
        </View>
        <View className="editor-side">
          <QuestionPreview key={draft.kind} content={content} />
          <View className="gap-5" {...semantics({ role: 'status' })}>
            <Head>{lacks.length === 0 ? '都写好了，可以送复核' : `送复核以前还差 ${lacks.length} 处`}</Head>
            {lacks.length > 0 ? (
              <View className="question-lacks">
                {lacks.map((lack) => (
                  <View key={lack}>{lack}</View>
                ))}
              </View>
            ) : null}
          </View>
          <View className="gap-4">
            <Button kind="quiet" wide busy={isLeaving} busyText="正在保存" onTap={() => void leave()}>
              {lacks.length === 0 ? '写好了，去送复核' : '先放着，回题库'}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}
