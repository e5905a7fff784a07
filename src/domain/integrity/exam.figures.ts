import { type Interval, wilson } from '../metrics/intervals'
import type { Attempt } from './attempt.model'
import { bestOf } from './attempt.rules'
import { type DistractorUse, distractorUse } from './distractor.use'
import { ANALYSED_FROM, type ItemFigures, itemAnalysis, itemFigures, type QuizFigures } from './item-analysis'
import { type PaperQuestion, type Slot, slotOf } from './paper.model'
import { type OptionId, type PartId, questionVersionKey } from './question.model'
import type { Share } from './record.rules'

type HandedIn = Attempt & {
  readonly result: NonNullable<Attempt['result']>
  readonly submitted: NonNullable<Attempt['submitted']>
}

/**
 * The first that each person handed in: later ones build on it, which item analysis does not expect
 * (docs.moodle.org/dev/Quiz_statistics_calculations, "Quizzes that allow multiple attempts").
 */
export const firstHandedIn = (attempts: readonly Attempt[]): HandedIn[] => {
  const firsts = new Map<string, HandedIn>()
  for (const attempt of attempts) {
    const { staffId, no, result, submitted } = attempt
    const before = firsts.get(staffId)
    if (result && submitted && (!before || no < before.no)) firsts.set(staffId, { ...attempt, result, submitted })
  }
  return [...firsts.values()]
}

const earnedBy = (attempt: HandedIn, { questionId, parts }: PaperQuestion) => {
  const slots = new Set<string>(parts.map(({ part }) => slotOf(questionId, part)))
  const own = attempt.result.slots.filter(({ slot }) => slots.has(slot))
  return {
    earned: own.reduce((sum, { earned }) => sum + earned, 0),
    possible: own.reduce((sum, { possible }) => sum + possible, 0),
  }
}

const inOrderOfCells = (questions: readonly PaperQuestion[]): PaperQuestion[] =>
  [...questions].sort((one, other) => one.cell - other.cell)

/**
 * The paper as a whole, its questions by their place in the blueprint, as Moodle looks at positions. Where a place asks
 * questions of different worth, each question counts as one.
 */
const wholeFigures = (attempts: readonly HandedIn[]): QuizFigures => {
  const rows = attempts.map((attempt) =>
    inOrderOfCells(attempt.paper.questions).map((question) => earnedBy(attempt, question)),
  )
  const worth = (rows[0] ?? []).map(({ possible }) => possible)
  const isEven = rows.every((row) => row.every(({ possible }, at) => possible === worth[at]))
  return isEven
    ? itemAnalysis(
        rows.map((row) => row.map(({ earned }) => earned)),
        worth,
      ).quiz
    : itemAnalysis(rows.map((row) => row.map(({ earned, possible }) => earned / possible))).quiz
}

/**
 * Each question's share in the spread of the whole, by its version; nothing where people were asked different questions,
 * which have no whole in common.
 */
const weightsWhereAllTheSame = (attempts: readonly HandedIn[]): ReadonlyMap<string, number | null> => {
  const papers = attempts.map(
    (attempt) =>
      new Map(
        attempt.paper.questions.map((question) => [
          questionVersionKey(question.questionId, question.version) as string,
          earnedBy(attempt, question).earned,
        ]),
      ),
  )
  const keys = [...(papers[0]?.keys() ?? [])]
  const isSame = papers.every((paper) => paper.size === keys.length && keys.every((key) => paper.has(key)))
  if (!isSame) return new Map()
  const { items } = itemAnalysis(papers.map((paper) => keys.map((key) => paper.get(key) ?? 0)))
  return new Map(keys.map((key, at) => [key, items[at]?.effectiveWeight ?? null]))
}

export interface QuestionFigures extends ItemFigures {
  readonly questionId: PaperQuestion['questionId']
  readonly version: number
  /** Of those it was drawn for. */
  readonly n: number
  /** How many earned all of it. */
  readonly right: Share
  /** By part of it; null: too few were asked. */
  readonly use: { readonly part: PartId; readonly options: DistractorUse }[] | null
}

const chosenIn = ({ answers }: HandedIn, slot: Slot): readonly OptionId[] => answers[slot]?.chosen ?? []

type Asked = readonly { readonly question: PaperQuestion; readonly attempt: HandedIn }[]

/** As a paper asks them: by their places in the blueprint. */
const inOrderOfPlaces = (drawn: readonly Asked[]): Asked[] =>
  [...drawn].sort((one, other) => (one[0]?.question.cell ?? 0) - (other[0]?.question.cell ?? 0))

/** Every version that was drawn, in the order of a paper, each beside the rest of the papers it stood in. */
const questionFigures = (attempts: readonly HandedIn[]): QuestionFigures[] => {
  const weights = weightsWhereAllTheSame(attempts)
  const drawn = new Map<string, { question: PaperQuestion; attempt: HandedIn }[]>()
  for (const attempt of attempts) {
    for (const question of attempt.paper.questions) {
      const key = questionVersionKey(question.questionId, question.version)
      drawn.set(key, [...(drawn.get(key) ?? []), { question, attempt }])
    }
  }
  return inOrderOfPlaces([...drawn.values()]).flatMap((asked) => {
    const [first] = asked
    if (!first) return []
    const { questionId, version } = first.question
    const marks = asked.map(({ question, attempt }) => {
      const { earned, possible } = earnedBy(attempt, question)
      return { mark: earned, rest: attempt.result.earned - earned, possible }
    })
    const worth = marks[0]?.possible ?? 1
    return [
      {
        questionId,
        version,
        n: asked.length,
        right: { part: marks.filter(({ mark, possible }) => mark === possible).length, whole: asked.length },
        ...itemFigures(marks, worth),
        effectiveWeight: weights.get(questionVersionKey(questionId, version)) ?? null,
        use: first.question.parts.map(({ part, options }) => ({
          part,
          options: distractorUse(
            [...options].sort(),
            asked.map(({ attempt }, at) => ({
              chosen: chosenIn(attempt, slotOf(questionId, part)),
              rest: marks[at]?.rest ?? 0,
            })),
          ),
        })),
      },
    ]
  })
}

const ascending = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other)

/** Between two neighbours in proportion (type 7 of Hyndman and Fan); null: no values. */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = ascending(values)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (place - Math.floor(place))
}

const NOT_ANALYSED = {
  facility: null,
  sd: null,
  discrimination: null,
  efficiency: null,
  effectiveWeight: null,
  use: null,
}

export interface ExamFigures {
  readonly handedIn: number
  /** Passed with the best attempt, of those who handed in. */
  readonly passed: Share
  /** 95 per cent (Wilson), of the share that passed; null: nobody handed in. */
  readonly passedWithin: Interval | null
  /** Of the first attempts, like all that follows; from 0 to 100. */
  readonly scores: number[]
  readonly median: number | null
  readonly lowerQuartile: number | null
  readonly upperQuartile: number | null
  /** How long it took, in milliseconds. */
  readonly medianTime: number | null
  /** null: fewer than `ANALYSED_FROM` handed in. */
  readonly whole: QuizFigures | null
  readonly questions: QuestionFigures[]
}

const passedWithBest = (attempts: readonly Attempt[]): Share => {
  const theirs = new Map<string, Attempt[]>()
  for (const attempt of attempts) theirs.set(attempt.staffId, [...(theirs.get(attempt.staffId) ?? []), attempt])
  const best = [...theirs.values()].flatMap((own) => bestOf(own) ?? [])
  return { part: best.filter(({ result }) => result.passed).length, whole: best.length }
}

/** What a question office reads of an exam: who passed with any attempt, and what everybody's first one shows. */
export const examFigures = (attempts: readonly Attempt[]): ExamFigures => {
  const firsts = firstHandedIn(attempts)
  const passed = passedWithBest(attempts)
  const scores = ascending(
    firsts.flatMap(({ result }) => (result.possible === 0 ? [] : [(100 * result.earned) / result.possible])),
  )
  return {
    handedIn: firsts.length,
    passed,
    passedWithin: wilson(passed.part, passed.whole),
    scores,
    median: quantile(scores, 1 / 2),
    lowerQuartile: quantile(scores, 1 / 4),
    upperQuartile: quantile(scores, 3 / 4),
    medianTime: quantile(
      firsts.map(({ submitted, startedAt }) => submitted.at - startedAt),
      1 / 2,
    ),
    whole: firsts.length < ANALYSED_FROM ? null : wholeFigures(firsts),
    questions: questionFigures(firsts).map((figures) =>
      figures.n < ANALYSED_FROM ? { ...figures, ...NOT_ANALYSED } : figures,
    ),
  }
}
