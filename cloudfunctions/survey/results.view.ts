import { monthOf } from '#domain/instant'
import { controlChart } from '#domain/metrics/spc'
import { cellOf, dimensionFigure, questionFigure, totalFigure } from '#domain/survey/figure'
import { honestQuarter } from '#domain/survey/honest.months'
import { type Form, isAsked, isScored, NUMBER_MOST, type Question, scaleScore } from '#domain/survey/question.model'
import { monthsOf, quarterOf } from '#domain/survey/quarter'
import type { Figure, QuestionResult, Results } from '#domain/survey/results.contract'
import { runningDays } from '#domain/survey/running.blocks'
import type { SurveyVersion } from '#domain/survey/survey.model'
import {
  hasScores,
  isTotalOneQuestion,
  mergeSums,
  scoredDimension,
  sheetsIn,
  totalOf,
  type TotalSums,
} from '#domain/survey/survey.tally'
import { isClosed } from '#runtime/read/survey.year.read'
import { monthsIn, placeIn, type ResultSources } from './results.sources'

const PER_HUNDRED = 100
/** Under this many points limits are on trial (试行界限). */
const SETTLED_FROM = 12

/** Everything that any of these versions asked, in its latest wording and order; what was dropped stands behind. */
export const questionsOf = (versions: readonly SurveyVersion[]): Question[] => {
  const known = new Map<string, Question>()
  for (const { form } of versions) {
    for (const question of form.questions) if (!known.has(question.id)) known.set(question.id, question)
  }
  return [...known.values()]
}

const dimensionsOf = (versions: readonly SurveyVersion[]): Form['dimensions'] => {
  const known = new Map<string, Form['dimensions'][number]>()
  for (const { form } of versions) for (const each of form.dimensions) if (!known.has(each.id)) known.set(each.id, each)
  return [...known.values()]
}

const questionResult = (
  { year, period, departmentId }: ResultSources,
  { surveyId }: SurveyVersion,
  question: Question,
): QuestionResult | null => {
  if (!isAsked(question)) return null
  const at = placeIn(period)
  const unit = departmentId ?? undefined
  const scored = hasScores(question)
  const seen = year.question(surveyId, question, unit, at)
  const cell = cellOf(seen, (sums) => questionFigure(sums, scored))
  const counts = departmentId === null ? year.options(surveyId, question, at) : null
  const floor = isScored(question) ? question.floor : null
  const mean = cell.state === 'shown' ? cell.figure.mean : null
  return {
    id: question.id,
    text: question.text,
    kind: question.kind,
    dimension: scoredDimension(question),
    cell,
    na: seen.state === 'shown' ? seen.sums.na : null,
    options:
      departmentId === null && 'options' in question
        ? question.options.map(({ id, text }, place) => ({ id, text, count: counts?.[place] ?? null }))
        : null,
    floor,
    isBelow: floor !== null && mean !== null && mean < floor,
  }
}

/** Months of the overall question's best answers, as far as they may be seen. */
const trendOf = ({ months, trend, today, waiting }: ResultSources): Results['trend'] => {
  const shownIn = new Map(
    [...new Set(trend.map(quarterOf))].flatMap((quarter) => {
      const within = monthsOf(quarter)
      const totals = within.map((month) => totalOf(months.get(month) ?? {}, 'self'))
      const closed = within.filter((month) => isClosed(month, today, waiting)).length
      const { months: shown } = honestQuarter(totals, closed)
      return within.flatMap((month, at) => {
        const total = totals[at]
        return shown[at] && total && total.of > 0 ? [[month, total] as const] : []
      })
    }),
  )
  const chart = controlChart({
    kind: 'p',
    factor: PER_HUNDRED,
    points: trend.map((month) => {
      const total = shownIn.get(month)
      return { numerator: total?.top ?? 0, denominator: total?.of ?? null }
    }),
  })
  return {
    points: trend.map((month, at) => {
      const total = shownIn.get(month)
      const { value = null, centre = null, lower = null, upper = null, beyond = false } = chart.points[at] ?? {}
      return {
        month,
        numerator: total?.top ?? null,
        denominator: total?.of ?? null,
        value,
        centre,
        lower,
        upper,
        beyond,
      }
    }),
    signal: chart.phases[0]?.runsSignal ?? false,
    provisional: shownIn.size < SETTLED_FROM,
    method: chart.method,
  }
}

/** Versions come and go: one whose total is a single question is enough. */
const totalFigureOf = ({ versions, latest }: ResultSources) => {
  const isOne = [...versions, ...(latest ? [latest] : [])].some(({ form }) => isTotalOneQuestion(form))
  return (sums: TotalSums): Figure => totalFigure(sums, isOne)
}

/** The month that runs, a block behind, up to the last day that is over and counted. */
const runningOf = (sources: ResultSources): Results['running'] => {
  const { running, today, waiting, latest } = sources
  const days = running
    .filter(({ day }) => day < today && (waiting.from === null || day < waiting.from))
    .map(({ day, sums }) => ({ day, ...totalOf(sums, 'self') }))
  const count = runningDays(days, latest?.form.overall != null)
  const through = days[count - 1]?.day
  if (through === undefined) return null
  const shown = running.filter(({ day }) => day <= through).map(({ sums }) => sums)
  return { through, figure: totalFigureOf(sources)(totalOf(mergeSums(shown), 'self')) }
}

const receivedIn = (sources: ResultSources): Results['received'] => {
  const received = { self: 0, assisted: 0, web: 0 }
  for (const { way, count } of sheetsIn(sources.sums)) received[way] += count
  return received
}

const departmentsOf = (sources: ResultSources): Results['departments'] => {
  const { year, period, departments } = sources
  const at = placeIn(period)
  if (!year.isOver(at)) return []
  const inUse = [...departments].filter(([id, { retired }]) => !retired || year.units.includes(id))
  return inUse.map(([id, { name }]) => ({ id, name, cell: cellOf(year.total(id, at), totalFigureOf(sources)) }))
}

const touchpointsOf = (sources: ResultSources): Results['touchpoints'] => {
  const { year, period, departmentId, touchpoints } = sources
  if (departmentId === null || !year.isOver(placeIn(period))) return []
  const figureOf = totalFigureOf(sources)
  return year
    .touchpoints(departmentId, placeIn(period))
    .flatMap(({ code, seen }) =>
      code === null ? [] : [{ id: code, name: touchpoints.get(code) ?? code, cell: cellOf(seen, figureOf) }],
    )
}

/** The best answer in its words. */
const bestWords = (question: Question | undefined): string | null => {
  if (question?.kind === 'number') return `${NUMBER_MOST} 分`
  if (question?.kind !== 'single' && question?.kind !== 'scale') return null
  return (
    question.options.find(({ id, score }) => (question.kind === 'scale' ? scaleScore(id) : score) === PER_HUNDRED)
      ?.text ?? null
  )
}

/** The page of results, out of pages of sums. */
export const resultsOf = (sources: ResultSources): Results => {
  const { year, period, latest, known, waiting, departmentId } = sources
  const at = placeIn(period)
  const unit = departmentId ?? undefined
  // The questionnaire that was asked last in the period; another one's questions are not this one's.
  const asked = sources.versions[0] ?? latest
  const versions = asked ? sources.versions.filter(({ surveyId }) => surveyId === asked.surveyId) : []
  const shown = versions.length === 0 && asked ? [asked] : versions
  const questions = questionsOf(shown)
  const months = monthsIn(period)
  return {
    hospitalName: sources.hospitalName,
    rater: sources.rater,
    title: latest?.form.title ?? null,
    best: bestWords(questions.find(({ id }) => id === asked?.form.overall)),
    versions: versions.map(({ version }) => version).sort((left, right) => left - right),
    raters: [...sources.raters],
    period,
    known: known && { from: quarterOf(known.from), to: quarterOf(known.to) },
    isOver: year.isOver(at),
    received: receivedIn(sources),
    scans: sources.scans,
    visits: sources.visits,
    overall: cellOf(year.total(undefined, at), totalFigureOf(sources)),
    assisted: cellOf(year.assisted(at), totalFigureOf(sources)),
    dimensions: asked
      ? dimensionsOf(shown).map(({ id, name }) => {
          const inIt = questions.filter((question) => scoredDimension(question) === id)
          const seen = year.dimension(asked.surveyId, inIt, id, unit, at)
          return { id, name, cell: cellOf(seen, (sums) => dimensionFigure(sums, inIt.length === 1)) }
        })
      : [],
    questions: asked ? questions.flatMap((question) => questionResult(sources, asked, question) ?? []) : [],
    departmentId,
    departments: departmentsOf(sources),
    touchpoints: touchpointsOf(sources),
    trend: trendOf(sources),
    running: runningOf(sources),
    waiting: waiting.days.filter((day) => months.includes(monthOf(day))).length,
  }
}
