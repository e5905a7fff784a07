import type { Rater } from '#domain/survey/survey.model'

/** What two years of answers say: an ordinary hospital whose meals and medicine talks were worst, and got a little better. */

interface Told {
  readonly rater: Rater
  /** Answered by oneself, and on the phone with a nurse, in an ordinary month. */
  readonly self: number
  readonly assisted: number
  /** Only in these months of a quarter (0–2), or of the half-year for staff; null: in every month. */
  readonly months: readonly number[] | null
}

export const answered: readonly Told[] = [
  { rater: 'outpatient', self: 170, assisted: 0, months: null },
  { rater: 'inpatient', self: 300, assisted: 0, months: null },
  { rater: 'follow_up', self: 30, assisted: 45, months: null },
  { rater: 'peer', self: 160, assisted: 0, months: [2] },
  { rater: 'supervisor', self: 12, assisted: 0, months: null },
  { rater: 'staff', self: 210, assisted: 0, months: [2] },
]

/** How often somebody gives the best answer, before anything is known of the department and the question. */
export const USUALLY_BEST = 0.68

/** Dimensions that people are less, or more, content with; the rest are as usual. By what their names contain. */
export const dimensionsTold: readonly { readonly word: string; readonly more: number }[] = [
  { word: '饭', more: -0.14 },
  { word: '用药', more: -0.07 },
  { word: '回应', more: -0.05 },
  { word: '薪酬', more: -0.16 },
  { word: '环境', more: -0.04 },
  { word: '隐私', more: 0.05 },
  { word: '亲友', more: 0.04 },
  { word: '同级', more: 0.08 },
]

/** Since so many months ago the medicine bags carry large print, and it shows a little. */
export const CHANGED = { word: '用药', sinceMonthsAgo: 5, more: 0.06 }

/** In so many of a hundred answers somebody says that a red packet was hinted at. */
export const HINTED_PERCENT = 0.8

/** In so many of a hundred sheets somebody writes something. */
export const WROTE_PERCENT = 9

export const written: Partial<Record<Rater, readonly string[]>> & { readonly anybody: readonly string[] } = {
  outpatient: [
    '取药窗口排了四十分钟，能不能多开一个。',
    '大夫讲得慢，听得懂，谢谢。',
    '自助机不会用，旁边没人教。',
    '候诊的椅子太少，老人站着等。',
    '报告什么时候出，问了三个地方。',
    '停车场入口堵，差点过号。',
  ],
  inpatient: [
    '晚上八点以后没有热水。',
    '饭菜凉，还咸，老人吃不下。',
    '带回家的药一大袋，不知道先吃哪样。',
    '护士夜里按铃来得很快。',
    '陪护椅太硬，坐一夜腰疼。',
    '出院手续跑了两趟，说是要等结账。',
    '清单看不懂，哪天的分不清。',
  ],
  follow_up: ['复查该挂哪个科没人说。', '打电话来问，心里踏实。', '吸的药不太会用，想再教一次。'],
  peer: ['会诊有时要催。', '电话态度好，办事利索。', '流程能不能贴出来，少跑一趟。'],
  supervisor: ['码牌贴在开水房里，走廊上看不到。', '价目表是去年的。', '护士站的亮诺牌很清楚。'],
  staff: ['夜班之后的补休排不上。', '设备报修等得久。', '科里商量事情肯听人说。', '停车位能不能按班次排。'],
  anybody: ['没有别的了，谢谢。'],
}

/** How people sort what was written, by a word in it. */
export const themesTold: readonly { readonly word: string; readonly theme: string }[] = [
  { word: '热水', theme: '热水' },
  { word: '饭', theme: '饭菜' },
  { word: '排', theme: '等候' },
  { word: '药', theme: '用药说明' },
  { word: '椅', theme: '座椅陪护' },
  { word: '谢', theme: '感谢' },
]
