import { checkForm, formSpan } from '#domain/survey/form.checker'
import { concernsIn } from '#domain/survey/path'
import { isScored } from '#domain/survey/question.model'
import { readySet } from '#domain/survey/ready/ready.sets'
import { Rater } from '#domain/survey/survey.model'
import { describe, expect, it } from 'vitest'

const PATIENTS = ['outpatient', 'inpatient', 'follow_up'] as const

describe.each(Rater.options)('the ready set for %s', (rater) => {
  it('can be published as it is', () => {
    expect(checkForm(readySet(rater))).toEqual([])
  })

  it('has a limit below which each scored question is to be worked on', () => {
    const scored = readySet(rater).questions.filter(isScored)
    const counted = scored.filter((one) => one.kind !== 'single' || one.options.some(({ score }) => score !== null))
    expect(counted.map(({ floor }) => floor)).toEqual(counted.map(() => 60))
  })

  it('ends with words that may be left out', () => {
    expect(readySet(rater).questions.slice(-1)[0]).toMatchObject({ kind: 'text', required: false })
  })
})

describe('the dimensions', () => {
  const names = (rater: Rater) => readySet(rater).dimensions.map(({ name }) => name)

  it('are five for 门诊, eight for 住院, five for staff', () => {
    expect(names('outpatient')).toEqual(['挂号体验', '医患沟通', '医务人员回应性', '隐私保护', '环境与标识'])
    expect(names('inpatient')).toEqual([
      '医患沟通',
      '回应性',
      '出入院手续和信息',
      '疼痛管理',
      '用药沟通',
      '环境与标识',
      '饭菜质量',
      '对亲友态度',
    ])
    expect(names('staff')).toEqual(['薪酬福利', '发展晋升', '工作内容与环境', '上下级关系', '同级关系'])
  })
})

describe.each(PATIENTS)('what patients are asked (%s)', (rater) => {
  const form = readySet(rater)

  it('takes at most two minutes and twelve questions', () => {
    const span = formSpan(form)
    expect(span?.most).toBeLessThanOrEqual(12)
    expect(span?.minutes).toBeLessThanOrEqual(2)
  })

  it('offers to complain after the worst answer overall, and to report what was asked for; otherwise nothing', () => {
    const concerns = (answers: Record<string, string>) => concernsIn(form, answers).map(({ concern }) => concern)
    expect(concerns({ qoverall: 's0' })).toEqual(['complaint'])
    expect(concerns({ qoverall: 's1', qgift: 'yes' })).toEqual(['report'])
    expect(concerns({ qoverall: 's3', qgift: 'no' })).toEqual([])
  })
})

describe('pain', () => {
  it('is asked about only of those who had some', () => {
    expect(formSpan(readySet('inpatient'))).toMatchObject({ fewest: 11, most: 12 })
  })
})

describe('a supervisor', () => {
  it('rates eight things from 1 to 5, worth 0 to 100', () => {
    const rated = readySet('supervisor').questions.filter(isScored)
    expect(rated).toHaveLength(8)
    for (const question of rated) {
      expect(question.kind === 'single' && question.options.map(({ id, score }) => [id, score])).toEqual([
        ['1', 0],
        ['2', 25],
        ['3', 50],
        ['4', 75],
        ['5', 100],
      ])
    }
  })
})
