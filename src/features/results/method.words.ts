import type { Results } from '#domain/survey/results.contract'
import { CELL_FROM, COMPARED_FROM, SHOWN_FROM } from '#domain/survey/survey.model'
import { countingInWords } from './result.words'

export interface MethodLine {
  readonly term: string
  readonly text: string
}

/** How every number of the page comes about, for who wants to check it. */
export const methodOf = (results: Results): MethodLine[] => {
  const { best, trend } = results
  return [
    {
      term: '打分',
      text: '四档题从好到差记 100、66.7、33.3、0 分，0–10 分题乘 10，单选题按选项定的分。“不适用”不进均分，另外数出来。一个人一个方面的分，是他这个方面各题的平均；总分是他各个方面的平均。',
    },
    {
      term: best === null ? '比例' : `答“${best}”的比例`,
      text: `${best === null ? '问卷没有指定总体那一题，所以没有这个比例' : '只看总体那一题：答最好一档的人数 ÷ 答了这一题的人数'}。一个方面答最好，是这个方面每一题都答最好一档。`,
    },
    {
      term: '区间',
      text: '比例用 Wilson 区间，均分用 t 区间（按每个人的分算），都是 95%。份数少，区间就宽：那时差几分不说明什么。只有一道题的方面和单独一道题不给均分的区间，那样能推出每个选项几个人选；看它答最好一档的比例。',
    },
    {
      term: '算谁的',
      text: `${countingInWords(results)}。同一个人、同一类问卷、一个月只算一份；出院随访一次出院算一份。${results.scans === null ? '' : '扫码次数是全院的码一共打开几次，不分门诊、住院，也不分打开来做什么。'}`,
    },
    {
      term: '为什么有的不显示',
      text: `不足 ${SHOWN_FROM} 份的不显示；选项不足 ${CELL_FROM} 份的不显示，0 照样显示。只藏一格，用合计一减就出来了，所以会再藏一格，直到减不出来。`,
    },
    {
      term: '为什么不排名',
      text: `不满 ${COMPARED_FROM} 份的科室不和别科比；科室按医院的名单排。没完的季度不分科室，本月每满 ${SHOWN_FROM} 份才更新，免得前后两天一减就知道是谁答的。`,
    },
    {
      term: '界限',
      text: `${trend.method}${trend.provisional ? '不满 12 个月，是试行界限，会随月份变；不到 5 个月不画界限。' : ''}`,
    },
    {
      term: '走势',
      text: `看一侧连着的月数和穿过中心线的次数，用的是 Anhøj 规则：${trend.signal ? '有异常，高低成段，不像偶然' : '没有异常'}。`,
    },
  ].filter(({ text }) => text !== '')
}
