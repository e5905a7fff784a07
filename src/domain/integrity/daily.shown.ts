import type { QuizQuestionId } from '../ids'
import type { Day } from '../instant'
import { type DailyView, type MistakeRow, OTHERS_FROM, type Told } from './daily.contract'
import type { DailyAnswer, Learner, Mistake } from './daily.model'
import { isDue } from './mistake.schedule'
import type { Versions } from './grading'
import { askedIn, askedView, explainedIn, placesIn } from './paper.shown'
import type { PaperQuestion } from './paper.model'
import type { VersionContent } from './pool.model'
import { partsOf } from './question.parts'
import type { Share } from './record.rules'

/** How often a question was asked of everybody, and answered right. */
export type AskedOfAll = ReadonlyMap<QuizQuestionId, Share>

interface Looked {
  readonly versions: Versions
  readonly asked: AskedOfAll
}

const othersIn = (asked: AskedOfAll, questionId: QuizQuestionId): Told['others'] => {
  const share = asked.get(questionId)
  return share && share.whole >= OTHERS_FROM ? { right: share.part, asked: share.whole } : null
}

const toldOf = (
  learner: Learner,
  question: PaperQuestion,
  answer: DailyAnswer,
  { versions, asked }: Looked,
): Told[] => {
  const [part] = question.parts
  if (!part) return []
  const { questionId, topic } = question
  return [
    {
      questionId,
      topic,
      chosen: placesIn(part, answer.chosen),
      right: answer.right,
      explained: explainedIn(part, askedIn(question, part, versions)),
      others: othersIn(asked, questionId),
      comesBack: learner.mistakes.find((mistake) => mistake.questionId === questionId)?.due ?? null,
    },
  ]
}

/** What was answered of today's five, and nothing that could answer the others. */
export const toldToday = (learner: Learner, looked: Looked): Told[] =>
  (learner.today?.answers ?? []).flatMap((answer) => {
    const question = learner.today?.questions.find(({ questionId }) => questionId === answer.questionId)
    return question ? toldOf(learner, question, answer, looked) : []
  })

export const dailyView = (learner: Learner, looked: Looked): DailyView | null => {
  const { today } = learner
  if (!today) return null
  const asked = new Set(today.questions.map(({ questionId }) => questionId))
  return {
    day: today.day,
    questions: today.questions.flatMap((question) =>
      question.parts.map((part) => ({
        questionId: question.questionId,
        ...askedView(question, part, looked.versions),
      })),
    ),
    told: toldToday(learner, looked),
    due: learner.mistakes.filter((mistake) => isDue(mistake, today.day) && !asked.has(mistake.questionId)).length,
  }
}

/** A mistake with what is right: its owner was told when they made it. */
export const mistakeRow = (mistake: Mistake, { questionId, content }: VersionContent, day: Day): MistakeRow[] => {
  const [asked] = partsOf(content)
  if (!asked) return []
  const { kind, stem, options, key, point, explanation, practice, rule } = asked
  const right = options.flatMap(({ id }, place) => (key.includes(id) ? [place] : []))
  return [
    {
      questionId,
      topic: content.topic,
      kind,
      stem,
      options: options.map(({ text }) => text),
      explained: { right, point, explanation, practice, rule },
      due: mistake.due,
      isDue: isDue(mistake, day),
      rightInARow: mistake.rightInARow,
    },
  ]
}
