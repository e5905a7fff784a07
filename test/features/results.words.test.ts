import type { Cell, Results } from '#domain/survey/results.contract'
import { describe, expect, it } from 'vitest'
import {
  hiddenInWords,
  measuredIn,
  measuredInWords,
  responseInWords,
  topShare,
} from '../../src/features/results/figure.words'
import { measureOf } from '../../src/features/results/dimension.measure'
import { methodOf } from '../../src/features/results/method.words'
import { periodName, subjectOf, yearsIn } from '../../src/features/results/period.words'
import { optionInWords, questionFacts } from '../../src/features/results/question.words'
import {
  besideHospital,
  countingInWords,
  dimensionsInWords,
  headlineOf,
  noDepartmentsBecause,
  responsesInWords,
  runningInWords,
  supportOf,
} from '../../src/features/results/result.words'
import { answers, departmentIn, viewIn } from '../../src/features/results/results.view'
import { aFigure, aTrendPoint, shown, someResults } from '../builders/results.builder'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')

/** Ends with September 2026, the last months changed. */
const withTrend = (about: Partial<Results['trend']>, ...last: Parameters<typeof aTrendPoint>[1][]): Results => {
  const { trend } = someResults()
  const points = trend.points.slice(0, 24)
  const from = points.length - last.length
  return someResults({
    trend: {
      ...trend,
      points: points.map((point, at) => (at < from ? point : { ...point, ...last[at - from] })),
      ...about,
    },
  })
}

describe('the sentence', () => {
  it('says who, when, how many of a hundred, and that chance explains it', () => {
    expect(headlineOf(someResults())).toBe('三季度住院，71.2% 的人答“非常满意”，在正常起伏之内。')
  })

  it('names the year where it is not the latest one, and a whole year by its number', () => {
    expect(headlineOf(someResults({ period: { unit: 'quarter', value: '2025-Q2' } }))).toMatch(/^2025 年二季度住院，/)
    expect(headlineOf(someResults({ period: { unit: 'year', value: '2025' } }))).toMatch(/^2025 年住院，/)
  })

  it('names the months beyond a limit', () => {
    expect(headlineOf(withTrend({}, { value: 51, beyond: true }))).toContain('9 月低于下限，不像偶然。')
    expect(headlineOf(withTrend({}, { value: 84, beyond: true }, {}, { value: 51, beyond: true }))).toContain(
      '7 月高于上限、9 月低于下限，不像偶然。',
    )
  })

  it('tells a long stretch on one side from levels that hardly change', () => {
    const high = Array.from({ length: 10 }, () => ({ value: 71 }))
    expect(headlineOf(withTrend({ signal: true }, ...high))).toContain('近 10 个月一直偏高，不像偶然。')
    const both = [...Array.from({ length: 4 }, () => ({ value: 67 })), { value: 71 }]
    expect(headlineOf(withTrend({ signal: true }, ...both))).toContain('高低成段、很少交替，不像偶然。')
  })

  it('judges nothing without limits, and says that a running quarter still changes', () => {
    const none = Array.from({ length: 24 }, () => ({ centre: null, lower: null, upper: null }))
    const young = withTrend({}, ...none)
    const three = { ...young, trend: { ...young.trend, points: young.trend.points.slice(-3) } }
    expect(headlineOf(three)).toContain('才 3 个月，先不下判断。')
    expect(headlineOf(someResults({ isOver: false }))).toContain('这一季还没完，还会变。')
  })

  it('never makes a number of too few answers', () => {
    const said = (overall: Cell) => headlineOf(someResults({ overall }))
    expect(said({ state: 'few' })).toBe('三季度住院，自己填的还不足 10 份，先不显示。')
    const nobody = { overall: { state: 'none' } as const, received: { self: 0, assisted: 0, web: 0 } }
    expect(headlineOf(someResults(nobody))).toBe('三季度住院，还没有人答。')
    // All of a ward's follow-ups may have been asked on the phone.
    expect(headlineOf(someResults({ ...nobody, received: { ...nobody.received, assisted: 500 } }))).toBe(
      '三季度住院，还没有算得进来的答卷：有人代填的另列，网页里填的只记个数。',
    )
    expect(said({ state: 'withheld' })).toBe('三季度住院，先不显示，免得倒推出是谁答的。')
    expect(supportOf(someResults({ overall: { state: 'few' } }))).toBe('满 10 份才显示：再少就可能认出是谁答的。')
  })

  it('is of the mean where the questionnaire has no overall question', () => {
    expect(headlineOf(someResults({ rater: 'peer', best: null }))).toBe('三季度科室互评，平均 83.4 分。')
    const unscored = shown(aFigure(40, 0, 0, { mean: null, of: 0 }))
    expect(headlineOf(someResults({ best: null, overall: unscored }))).toBe('三季度住院，没有能算分的题。')
  })
})

describe('what stands under the sentence', () => {
  it('names the dimensions that lie wholly under the line of the hospital', () => {
    expect(dimensionsInWords(someResults())).toBe('回应及时、用药说明、饭菜三个方面，95% 区间都在全院线以下。')
  })

  it('says so of one, and of none', () => {
    const { dimensions } = someResults()
    const only = dimensions.filter(({ name }) => name === '饭菜' || name === '医患沟通')
    expect(dimensionsInWords(someResults({ dimensions: only }))).toBe('饭菜的 95% 区间在全院线以下。')
    expect(dimensionsInWords(someResults({ dimensions: only.slice(0, 1) }))).toBe(
      '没有哪个方面的 95% 区间整个落在全院线以下。',
    )
  })

  it('looks at several questions together by their mean, at a single one by its best answers', () => {
    const results = someResults()
    const [talk] = results.dimensions
    const [first] = results.questions
    expect(talk && measureOf(results, talk)).toBe('top')
    const two = { ...results, questions: first ? [...results.questions, { ...first, id: 'q8' as never }] : [] }
    expect(talk && measureOf(two, talk)).toBe('mean')
    // Every question at its best is rarer than one at its best: its share is not laid beside the overall question's.
    const low = talk ? [{ ...talk, cell: shown(aFigure(780, 88, 300)) }] : []
    expect(dimensionsInWords({ ...two, dimensions: low })).toBe('没有哪个方面的 95% 区间整个落在全院线以下。')
    expect(dimensionsInWords({ ...results, dimensions: low })).toBe('医患沟通的 95% 区间在全院线以下。')
  })

  it('compares nothing under a hundred answers', () => {
    const [first] = someResults().dimensions
    const low = first ? [{ ...first, cell: shown(aFigure(99, 20, 10)) }] : []
    expect(dimensionsInWords(someResults({ dimensions: low }))).toBe('')
  })

  it('says that limits are on trial', () => {
    expect(supportOf(withTrend({ provisional: true }))).toMatch(/不满 12 个月，用的是试行界限。$/)
  })
})

describe('a response rate', () => {
  it('is of visits and of scans, each with what it was divided by', () => {
    expect(responsesInWords(someResults()).map(plain)).toEqual([
      '出院 11 980 人次的 7.6%',
      '全院扫码 4 310 次，自己填的占 18.3%',
    ])
  })

  it('is no figure without its denominator, and none above a hundred', () => {
    expect(responsesInWords(someResults({ rater: 'outpatient', visits: null, scans: null }))).toEqual([
      '门急诊人次暂无数据',
      '扫码次数暂无数据',
    ])
    const scans = { before: '扫码', unit: '次', share: '的 ', missing: '扫码次数' }
    expect(responseInWords(12, 5, scans)).toBe('扫码 5 次，比份数少，不算回收率')
    expect(responseInWords(0, 0, scans)).toBe('扫码 0 次')
  })

  it('is none where nobody counted who was asked', () => {
    expect(responsesInWords(someResults({ rater: 'peer' }))).toEqual([])
    expect(responsesInWords(someResults({ rater: 'follow_up' }))).toHaveLength(1)
  })
})

describe('what the figures are made of', () => {
  it('keeps browser answers out and says how many they are', () => {
    expect(countingInWords(someResults())).toBe(
      '数字只算自己填的，有人代填的另列；网页里填的 12 份只记个数，不算进任何比例；问卷第 1、2 版',
    )
  })

  it('says that some are not counted yet', () => {
    expect(countingInWords(someResults({ waiting: 3 }))).toContain('刚交上来的还没数完')
  })
})

describe('a cell', () => {
  it('that is not shown says why, and is never 0', () => {
    const words = (['few', 'withheld', 'none'] as const).map((state) => hiddenInWords({ state }))
    expect(words).toEqual(['不足 10 份，不显示', '一并不显示，免得倒推', '没有人答'])
    expect(optionInWords(null)).toBe('不足 5 份，或一并不显示')
    expect(optionInWords(0)).toBe('0 份')
  })

  it('is divided once, and is none where nobody answered', () => {
    expect(topShare(aFigure(200, 80, 150))).toBe(75)
    expect(topShare(aFigure(200, 80, 0))).toBe(0)
    expect(topShare(aFigure(200, 80, 0, { of: 0 }))).toBeNull()
  })

  it('is read with its interval and its answers', () => {
    const figure = aFigure(788, 83.4, 561)
    expect(measuredInWords(measuredIn(figure, 'top'), 'top')).toBe('71.2%，95% 区间 67.9–74.2，788 份')
    expect(measuredInWords(measuredIn(figure, 'mean'), 'mean')).toBe('83.4 分，95% 区间 81.8–85.0，788 份')
  })
})

describe('a question', () => {
  const [, , drugs, , packets] = someResults().questions
  it('carries its mean, its best answers, how many, and to whom it did not apply', () => {
    expect(drugs && questionFacts(drugs)).toEqual(['均分 77.8', '58.0% 答最好（54.4–61.5）', '742 份', '不适用 41 份'])
  })

  it('without a score says only how many answered', () => {
    expect(packets && questionFacts(packets)).toEqual(['788 份'])
    expect(packets && questionFacts({ ...packets, cell: { state: 'few' } })).toEqual(['不足 10 份，不显示'])
  })
})

describe('a department', () => {
  const department = (cell: Cell) => ({ id: someResults().departments[0]?.id as never, name: '骨科', cell })

  it('lies beside the hospital only from a hundred answers on', () => {
    const results = someResults()
    expect(besideHospital(results, department(shown(aFigure(148, 77, 80))))).toBe(
      '95% 区间整个在全院线以下（全院 71.2%）。',
    )
    expect(besideHospital(results, department(shown(aFigure(148, 77, 130))))).toContain('全院线以上')
    expect(besideHospital(results, department(shown(aFigure(148, 77, 105))))).toContain('看不出差别')
    expect(besideHospital(results, department(shown(aFigure(99, 77, 40))))).toBe('不满 100 份，不与全院和别科比。')
    expect(besideHospital(results, department({ state: 'withheld' }))).toBe('')
  })

  it('is not shown before its quarter is over, with the reason', () => {
    expect(noDepartmentsBecause(someResults({ isOver: false }))).toBe(
      '季度没完，先不分科室：前后两天一减，就知道是谁答的。',
    )
    expect(noDepartmentsBecause(someResults())).toBeNull()
    expect(noDepartmentsBecause(someResults({ departments: [] }))).toBe('2026 年三季度没有分科室的答卷。')
    expect(noDepartmentsBecause(someResults({ rater: 'staff' }))).toContain('不记科室')
  })
})

describe('the month that runs', () => {
  it('is told up to its day, in steps', () => {
    expect(runningInWords(someResults())).toMatch(
      /^本月到 11 月 18 日 34 份，70\.6%（.*） 答“非常满意”；每满 10 份更新一次。$/,
    )
    expect(runningInWords(someResults({ running: null }))).toBe('本月还不够 10 份，先不显示。')
  })
})

describe('the periods', () => {
  it('are the quarters with answers, by year, the latest first', () => {
    expect(yearsIn(someResults({ known: { from: '2025-Q3', to: '2026-Q2' } }))).toEqual([
      { year: '2026', quarters: ['2026-Q3', '2026-Q2', '2026-Q1'] },
      { year: '2025', quarters: ['2025-Q4', '2025-Q3'] },
    ])
    expect(yearsIn(someResults({ known: null }))).toEqual([{ year: '2026', quarters: ['2026-Q3'] }])
  })

  it('are named with the year where it is not meant anyway', () => {
    expect(periodName({ unit: 'quarter', value: '2026-Q1' })).toBe('2026 年一季度')
    expect(periodName({ unit: 'quarter', value: '2026-Q1' }, '2026-Q4')).toBe('一季度')
    expect(subjectOf(someResults({ known: null }))).toBe('2026 年三季度住院')
  })

  it('are read from an address, and anything else in it is as if it were not there', () => {
    expect(viewIn({ rater: 'peer', period: '2026-Q3' })).toEqual({
      rater: 'peer',
      period: { unit: 'quarter', value: '2026-Q3' },
    })
    expect(viewIn({ period: '2025' }).period).toEqual({ unit: 'year', value: '2025' })
    expect(viewIn({ rater: 'nobody', period: '2026-Q9' })).toEqual({ rater: null, period: null })
    expect(departmentIn({ department: '' })).toBeNull()
    expect(answers(someResults(), { rater: 'inpatient', period: null })).toBe(true)
    expect(answers(someResults(), { rater: 'inpatient', period: { unit: 'year', value: '2026' } })).toBe(false)
  })
})

describe('the method', () => {
  it('names every interval, every threshold and the rules of the runs', () => {
    const text = methodOf(someResults())
      .map((line) => line.text)
      .join('')
    for (const word of ['Wilson', 't 区间', 'Anhøj', '不足 10 份', '不足 5 份', '不满 100 份', 'p 图', '不适用']) {
      expect(text).toContain(word)
    }
  })
})
