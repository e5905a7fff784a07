import * as v from 'valibot'

/**
 * What a question is about (主题): each of the nine rules 《医疗机构工作人员廉洁从业九项准则》, and what else an honest
 * working day asks for. `rules` are the rules as a whole: whom they bind, how they are enforced, 九不准.
 */
export const Topic = v.picklist([
  'rule1',
  'rule2',
  'rule3',
  'rule4',
  'rule5',
  'rule6',
  'rule7',
  'rule8',
  'rule9',
  'rules',
  'complaints',
  'disputes',
  'reports',
  'disclosure',
  'purchasing',
  'gifts',
  'privacy',
  'conduct',
])
export type Topic = v.InferOutput<typeof Topic>

export const topicNames: Record<Topic, string> = {
  rule1: '准则一 不接受商业提成',
  rule2: '准则二 不参与欺诈骗保',
  rule3: '准则三 不实施过度诊疗',
  rule4: '准则四 不违规接受捐赠',
  rule5: '准则五 不泄露患者隐私',
  rule6: '准则六 不牟利转介患者',
  rule7: '准则七 不破坏就医公平',
  rule8: '准则八 不收受患方红包',
  rule9: '准则九 不收受企业回扣',
  rules: '准则总体和九不准',
  complaints: '投诉管理',
  disputes: '医疗纠纷',
  reports: '信访举报',
  disclosure: '院务公开',
  purchasing: '采购',
  gifts: '红包礼品',
  privacy: '个人信息',
  conduct: '其他行风',
}

export const topics: readonly Topic[] = Topic.options
