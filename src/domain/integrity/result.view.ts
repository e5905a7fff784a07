import * as v from 'valibot'
import { ExamId } from '../ids'
import { Instant } from '../instant'
import { HandedIn, MarkedSlot, RegradeEntry } from './attempt.model'
import { PaperQuestionView } from './paper.view'
import { CitedRule, QuestionKind } from './question.model'
import { Topic } from './question.topics'

/** What is read once it is allowed to know: what was right, and why. */
export const Explained = v.object({
  /** Places of what is right. */
  right: v.array(v.number()),
  point: v.string(),
  explanation: v.string(),
  practice: v.string(),
  rule: CitedRule,
})
export type Explained = v.InferOutput<typeof Explained>

export const TopicScoreView = v.object({
  topic: Topic,
  right: v.number(),
  asked: v.number(),
  earned: v.number(),
  possible: v.number(),
})

export const ResultView = v.object({
  examId: ExamId,
  no: v.number(),
  title: v.string(),
  startedAt: Instant,
  submittedAt: Instant,
  how: HandedIn,
  /** Why the exam was cancelled: the score counts for nothing; null: it was not. */
  cancelled: v.nullable(v.string()),
  earned: v.number(),
  possible: v.number(),
  passPercent: v.number(),
  passed: v.boolean(),
  topics: v.array(TopicScoreView),
  leaves: v.number(),
  /** Who marked it again, why, and what that changed; without names. */
  regrades: v.array(v.omit(RegradeEntry, ['by', 'regradeId'])),
  /** null: the keys are kept back, until nobody can sit the exam any more or its candidate has no attempt left. */
  answers: v.nullable(
    v.array(
      v.object({
        ...v.omit(PaperQuestionView, ['parts']).entries,
        parts: v.array(
          v.object({
            kind: QuestionKind,
            stem: v.string(),
            options: v.array(v.string()),
            chosen: v.array(v.number()),
            ...v.pick(MarkedSlot, ['verdict', 'earned', 'possible']).entries,
            explained: Explained,
          }),
        ),
      }),
    ),
  ),
})
export type ResultView = v.InferOutput<typeof ResultView>
