/** Of one item (题目). Percentages from 0 to 100, null where the formula has nothing to divide by. */
export interface ItemFigures {
  /** 难度（得分率）: the mean mark, per cent of the item's mark. */
  readonly facility: number | null
  /** Per cent of the item's mark. */
  readonly sd: number | null
  /** 区分度: correlation with the rest of the paper, −100 to 100. */
  readonly discrimination: number | null
  /** 区分效率: its covariance with the rest, per cent of the greatest that these marks allow. */
  readonly efficiency: number | null
  /** 实际权重: its share in the spread of the whole; null also where it works against the whole. */
  readonly effectiveWeight: number | null
}

/** Of the whole paper. Percentages from 0 to 100; skewness and kurtosis as they are. */
export interface QuizFigures {
  readonly mean: number | null
  readonly sd: number | null
  readonly skewness: number | null
  readonly kurtosis: number | null
  /** 内部一致性系数, Cronbach's α per cent; negative where items work against each other. */
  readonly cic: number | null
  /** 误差比: how much of the spread is chance. */
  readonly errorRatio: number | null
  /** 标准误: of one person's score, in the points of the score. */
  readonly standardError: number | null
}

export interface ItemAnalysis {
  readonly items: ItemFigures[]
  readonly quiz: QuizFigures
}

const PER_CENT = 100

/** Sums of thirds differ by rounding where the marks do not. */
const ROUNDING = 1e-9

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const meanOf = (values: readonly number[]): number => sumOf(values) / values.length

/** Per cent of what can be earned; null where nothing can be. */
const perCentOf = (value: number, worth: number): number | null => (worth === 0 ? null : (PER_CENT * value) / worth)

const isOneValue = (values: readonly number[]): boolean => {
  const [first = 0] = values
  return values.every((value) => Math.abs(value - first) <= ROUNDING * Math.max(1, Math.abs(first)))
}

/** Deviations from the mean; exactly none where there is one value. */
const deviationsOf = (values: readonly number[]): number[] => {
  if (isOneValue(values)) return values.map(() => 0)
  const mean = meanOf(values)
  return values.map((value) => value - mean)
}

const productOf = (left: readonly number[], right: readonly number[]): number =>
  sumOf(left.map((value, at) => value * (right[at] ?? 0)))

/** Over n − 1, as an unbiased estimate; none where it is but rounding, whose root and whose sign would mean something. */
const covarianceOf = (left: readonly number[], right: readonly number[]): number => {
  const product = productOf(left, right)
  const greatest = Math.sqrt(productOf(left, left) * productOf(right, right))
  return Math.abs(product) <= ROUNDING * greatest ? 0 : product / (left.length - 1)
}

const ascending = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other)

/** An item's mark beside that of everything else in the same paper, for each who was asked it. */
export interface MarkBesideRest {
  readonly mark: number
  readonly rest: number
}

/**
 * An item by itself. `worth` is what it can earn. The marks of a question that was drawn for some and not for others are
 * compared with the rest of whichever paper they stood in.
 */
export const itemFigures = (answers: readonly MarkBesideRest[], worth = 1): Omit<ItemFigures, 'effectiveWeight'> => {
  if (answers.length === 0) return { facility: null, sd: null, discrimination: null, efficiency: null }
  const marks = answers.map(({ mark }) => mark)
  const facility = perCentOf(meanOf(marks), worth)
  if (answers.length === 1) return { facility, sd: null, discrimination: null, efficiency: null }
  const own = deviationsOf(marks)
  const others = deviationsOf(answers.map(({ rest }) => rest))
  const together = covarianceOf(own, others)
  const spread = Math.sqrt(covarianceOf(own, own)) * Math.sqrt(covarianceOf(others, others))
  // The greatest covariance: the best marks of the item with the best of the rest.
  const greatest = covarianceOf(ascending(own), ascending(others))
  return {
    facility,
    sd: perCentOf(Math.sqrt(covarianceOf(own, own)), worth),
    discrimination: spread === 0 ? null : (PER_CENT * together) / spread,
    efficiency: greatest === 0 ? null : (PER_CENT * together) / greatest,
  }
}

const effectiveWeights = (columns: readonly number[][], totals: readonly number[]): (number | null)[] => {
  if (totals.length < 2) return columns.map(() => null)
  const whole = deviationsOf(totals)
  const roots = columns.map((column) => {
    const covariance = covarianceOf(deviationsOf(column), whole)
    return covariance < 0 ? null : Math.sqrt(covariance)
  })
  const sum = sumOf(roots.map((root) => root ?? 0))
  return roots.map((root) => (root === null || sum === 0 ? null : (PER_CENT * root) / sum))
}

/** k-statistics (Fisher): unbiased cumulants. Skewness from three values on, kurtosis from four. */
const shapeOf = (deviations: readonly number[]): { skewness: number | null; kurtosis: number | null } => {
  const n = deviations.length
  const moment = (power: number) => meanOf(deviations.map((deviation) => deviation ** power))
  const m2 = moment(2)
  if (n < 3 || m2 === 0) return { skewness: null, kurtosis: null }
  const k2 = (n * m2) / (n - 1)
  const k3 = (n ** 2 * moment(3)) / ((n - 1) * (n - 2))
  if (n < 4) return { skewness: k3 / k2 ** 1.5, kurtosis: null }
  const k4 = (n ** 2 * ((n + 1) * moment(4) - 3 * (n - 1) * m2 ** 2)) / ((n - 1) * (n - 2) * (n - 3))
  return { skewness: k3 / k2 ** 1.5, kurtosis: k4 / k2 ** 2 }
}

const NOTHING: QuizFigures = {
  mean: null,
  sd: null,
  skewness: null,
  kurtosis: null,
  cic: null,
  errorRatio: null,
  standardError: null,
}

const quizFigures = (columns: readonly number[][], totals: readonly number[], worth: number): QuizFigures => {
  if (totals.length === 0 || worth === 0) return NOTHING
  const mean = perCentOf(meanOf(totals), worth)
  if (totals.length === 1) return { ...NOTHING, mean }
  const deviations = deviationsOf(totals)
  const variance = covarianceOf(deviations, deviations)
  const sd = (PER_CENT * Math.sqrt(variance)) / worth
  const items = columns.length
  const withShape = { ...NOTHING, mean, sd, ...shapeOf(deviations) }
  if (items < 2 || variance === 0) return withShape
  const within = sumOf(columns.map(deviationsOf).map((own) => covarianceOf(own, own)))
  const cic = ((PER_CENT * items) / (items - 1)) * (1 - within / variance)
  const errorRatio = PER_CENT * Math.sqrt(Math.max(0, 1 - cic / PER_CENT))
  return { ...withShape, cic, errorRatio, standardError: (errorRatio * sd) / PER_CENT }
}

/**
 * Item analysis (题目分析) as Moodle defines it: docs.moodle.org/dev/Quiz_statistics_calculations ("Test statistics",
 * "Position statistics"). Rows are attempts, columns items; a mark of a column lies between 0 and what the item is worth,
 * `worth[column]`, 1 unless told otherwise. With x an item's mark, T the whole mark, X = T − x the rest, over n − 1:
 * facility 100·x̄/worth; discrimination 100·C(x, X)/√(V(x)·V(X)); efficiency 100·C(x, X)/Cmax(x, X), Cmax with both sorted;
 * effective weight 100·√C(x, T)/Σ√C(x, T), without items whose C is negative; skewness k3/k2^1.5 and kurtosis k4/k2² of T;
 * internal consistency 100·P/(P − 1)·(1 − ΣV(x)/V(T)); error ratio 100·√(1 − CIC/100); standard error, error ratio × sd/100.
 * Throws where rows differ in length.
 */
export const itemAnalysis = (marks: readonly (readonly number[])[], worth: readonly number[] = []): ItemAnalysis => {
  const items = marks[0]?.length ?? worth.length
  if (marks.some((row) => row.length !== items)) throw new Error('every attempt has a mark for every item')
  const worthOf = (column: number): number => worth[column] ?? 1
  const columns = Array.from({ length: items }, (_, column) => marks.map((row) => row[column] ?? 0))
  const totals = marks.map(sumOf)
  const weights = effectiveWeights(columns, totals)
  return {
    items: columns.map((column, at) => ({
      ...itemFigures(
        column.map((mark, row) => ({ mark, rest: (totals[row] ?? 0) - mark })),
        worthOf(at),
      ),
      effectiveWeight: weights[at] ?? null,
    })),
    quiz: quizFigures(columns, totals, sumOf(columns.map((_, column) => worthOf(column)))),
  }
}

/** Fewer attempts say nothing about an item: the page shows none of these figures. */
export const ANALYSED_FROM = 30

/** The more somebody knows of the rest, the likelier they miss it: it is most often the question that is wrong. */
export const isMisleading = ({ discrimination }: Pick<ItemFigures, 'discrimination'>): boolean =>
  discrimination !== null && discrimination < 0
