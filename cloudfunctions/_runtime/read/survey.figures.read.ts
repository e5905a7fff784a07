import type { HospitalId, SurveyId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { cellOf, questionFigure } from '#domain/survey/figure'
import type { HonestYear } from '#domain/survey/honest.year'
import { isAsked, isScored, type Question, type QuestionId } from '#domain/survey/question.model'
import { monthsOf, type Quarter, quarterAfter, quarterOf } from '#domain/survey/quarter'
import type { Cell } from '#domain/survey/results.contract'
import type { Survey } from '#domain/survey/survey.model'
import { hasScores } from '#domain/survey/survey.tally'
import { monthsWithSheets } from './survey.pages.read'
import { surveysOf, versionOf } from './survey.read'
import { isClosed, readWaiting, readYear } from './survey.year.read'

/** One question of the whole hospital in one quarter that is over, in the wording that is asked now. */
export interface SurveyedQuestion {
  readonly surveyId: SurveyId
  readonly questionId: QuestionId
  readonly quarter: Quarter
  readonly question: string
  readonly rater: Survey['rater']
  readonly floor: number | null
  readonly cell: Cell
}

const placeIn = (quarter: Quarter) => Number(quarter.slice(6)) - 1

const surveyed = (survey: Survey, question: Question, quarter: Quarter, year: HonestYear): SurveyedQuestion => ({
  surveyId: survey.id,
  questionId: question.id,
  quarter,
  question: question.text,
  rater: survey.rater,
  floor: isScored(question) ? question.floor : null,
  cell: cellOf(year.question(survey.id, question, undefined, placeIn(quarter)), (sums) =>
    questionFigure(sums, hasScores(question)),
  ),
})

/** The latest quarter that is over, counted, and not behind the last answers; null: there is none. */
const latestQuarter = async ({ hospitalId, rater }: Survey, today: Day): Promise<Quarter | null> => {
  const [known, waiting] = await Promise.all([monthsWithSheets(hospitalId, rater), readWaiting(hospitalId, rater)])
  if (!known) return null
  const newest = [quarterOf(known.to), quarterAfter(quarterOf(today), -1)].sort()[0] as Quarter
  const isOver = (quarter: Quarter) => monthsOf(quarter).every((month) => isClosed(month, today, waiting))
  for (let quarter = newest; quarter >= quarterOf(known.from); quarter = quarterAfter(quarter, -1)) {
    if (isOver(quarter)) return quarter
  }
  return null
}

const yearWith = async ({ hospitalId, rater }: Survey, quarter: Quarter): Promise<HonestYear> => {
  const waiting = await readWaiting(hospitalId, rater)
  // What is seen of a quarter stays as it was when the quarter ended.
  const today = `${monthsOf(quarterAfter(quarter, 1))[0]}-01`
  return readYear({ hospitalId, rater, year: quarter.slice(0, 4), today, waiting, withDetails: false })
}

const askedBy = async (survey: Survey): Promise<Question[]> =>
  ((await versionOf(survey.id, survey.version))?.form.questions ?? []).filter(isAsked)

/** Reads once what it is asked for again. */
const remembering = <A, T>(keyOf: (asked: A) => string, read: (asked: A) => Promise<T>) => {
  const known = new Map<string, Promise<T>>()
  return (asked: A): Promise<T> => {
    const answer = known.get(keyOf(asked)) ?? read(asked)
    known.set(keyOf(asked), answer)
    return answer
  }
}

/** Questions of a hospital in quarters that are over, as anybody may see them. */
export const surveyFigures = (hospitalId: HospitalId) => {
  const surveys = remembering(
    () => '',
    () => surveysOf(hospitalId),
  )
  const questions = remembering(({ id }: Survey) => id, askedBy)
  const years = remembering(
    ([survey, quarter]: readonly [Survey, Quarter]) => `${survey.id}|${quarter}`,
    ([survey, quarter]) => yearWith(survey, quarter),
  )
  const belowOf = async (survey: Survey, today: Day) => {
    const quarter = await latestQuarter(survey, today)
    if (quarter === null) return []
    const [year, asked] = await Promise.all([years([survey, quarter]), questions(survey)])
    return asked.flatMap((question) => {
      const { floor, ...of } = surveyed(survey, question, quarter, year)
      const mean = of.cell.state === 'shown' ? of.cell.figure.mean : null
      return floor !== null && mean !== null && mean < floor ? [{ ...of, floor }] : []
    })
  }
  return {
    /** Questions whose mean was below their limit (改进界限) in the last quarter that was over. */
    below: async (today: Day) => {
      const asked = (await surveys('')).filter(({ version, retired }) => version > 0 && !retired)
      return (await Promise.all(asked.map((survey) => belowOf(survey, today)))).flat()
    },
    /** A question in a quarter that is over; null: no questionnaire of the hospital asks it. */
    at: async (
      { surveyId, questionId }: Pick<SurveyedQuestion, 'surveyId' | 'questionId'>,
      quarter: Quarter,
    ): Promise<SurveyedQuestion | null> => {
      const survey = (await surveys('')).find(({ id }) => id === surveyId)
      const question = survey && (await questions(survey)).find(({ id }) => id === questionId)
      return question ? surveyed(survey, question, quarter, await years([survey, quarter])) : null
    },
  }
}
