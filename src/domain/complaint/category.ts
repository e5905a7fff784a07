import * as v from 'valibot'

/** 投诉, 建议, 咨询, 表扬. Integrity reports (举报) are not among them: they go to the discipline office. */
export const Kind = v.picklist(['complaint', 'suggestion', 'inquiry', 'praise'])
export type Kind = v.InferOutput<typeof Kind>

export const kindNames: Record<Kind, string> = {
  complaint: '投诉',
  suggestion: '建议',
  inquiry: '咨询',
  praise: '表扬',
}

/** How it came in (渠道). */
export const Channel = v.picklist([
  'miniprogram',
  'counter',
  'telephone',
  'letter',
  'box',
  '12345',
  '12320',
  'forwarded',
  'followup',
  'survey',
])
export type Channel = v.InferOutput<typeof Channel>

export const channelNames: Record<Channel, string> = {
  miniprogram: '扫码',
  counter: '现场',
  telephone: '电话',
  letter: '信函',
  box: '意见箱',
  '12345': '12345 热线',
  '12320': '12320 热线',
  forwarded: '上级转办',
  followup: '随访',
  survey: '问卷',
}

/**
 * What a complaint is about. The letters are the hospital's taxonomy; J (红包、回扣) is missing because such a
 * report belongs to the discipline office, M and N (建议、表扬) because they are kinds.
 */
export const Category = v.picklist(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'K', 'L', 'Z'])
export type Category = v.InferOutput<typeof Category>

export const categoryNames: Record<Category, string> = {
  A: '服务态度',
  B: '医疗质量安全',
  C: '护理',
  D: '沟通和知情同意',
  E: '收费医保',
  F: '流程效率',
  G: '环境和后勤',
  H: '隐私和信息',
  I: '就医公平和秩序',
  K: '病历和证明',
  L: '药品耗材',
  Z: '其他',
}

/** What a patient is asked: eight everyday words with examples. The office sorts more finely. */
export const everydayCategories: readonly { category: Category; name: string; examples: string }[] = [
  { category: 'A', name: '态度', examples: '生硬、推诿、不理人' },
  { category: 'B', name: '看病治疗', examples: '诊断、手术、用药' },
  { category: 'C', name: '护理照顾', examples: '打针、按铃、翻身' },
  { category: 'D', name: '讲解和隐私', examples: '没讲清、被外人听去' },
  { category: 'F', name: '排队等候', examples: '挂号、检查、床位' },
  { category: 'E', name: '钱和医保', examples: '多收、没清单、报销' },
  { category: 'G', name: '吃住环境', examples: '饭菜、厕所、停车' },
  { category: 'Z', name: '说不清', examples: '直接写，我们来分' },
]

/** What may harm somebody's health is dealt with at once (《医疗机构投诉管理办法》). */
export const mayHarmHealth = (category: Category | null): boolean => category === 'B'
