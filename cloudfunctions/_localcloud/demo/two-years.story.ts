import type { Category } from '#domain/complaint/category'

/**
 * Two years before the busy Monday, told in figures: an ordinary hospital with one bad month, when the new charging
 * system came, and an emergency department that has had twice its share since last year.
 */

export const MONTHS_TOLD = 24

/** What an ordinary month receives, per 10 000 visits and discharges. */
export const USUAL_RATE = 8

/** Months ago, what it was multiplied by, and what was about it. */
export const BAD_MONTH = {
  monthsAgo: 8,
  times: 1.75,
  category: 'E' as Category,
  note: '新收费系统上线；次月加开 4 个窗口',
}

/** Since so many months a department has more than its share. */
export const BUSY_DEPARTMENT = { id: '20', sinceMonthsAgo: 12, times: 2.1 }

interface VisitedDepartment {
  readonly id: string
  /** Visits a month, and discharges; null: it has no beds. */
  readonly outpatient: number
  readonly discharges: number | null
}

export const visited: readonly VisitedDepartment[] = [
  { id: '03.01', outpatient: 3840, discharges: 398 },
  { id: '03.02', outpatient: 3310, discharges: 342 },
  { id: '03.03', outpatient: 3480, discharges: 345 },
  { id: '03.04', outpatient: 4530, discharges: 388 },
  { id: '03.06', outpatient: 1620, discharges: 128 },
  { id: '03.07', outpatient: 2950, discharges: 131 },
  { id: '04.01', outpatient: 3230, discharges: 361 },
  { id: '04.02', outpatient: 1180, discharges: 142 },
  { id: '04.03', outpatient: 3630, discharges: 345 },
  { id: '04.04', outpatient: 2040, discharges: 187 },
  { id: '05', outpatient: 4310, discharges: 390 },
  { id: '07', outpatient: 5480, discharges: 324 },
  { id: '10', outpatient: 3260, discharges: 108 },
  { id: '11', outpatient: 2840, discharges: 112 },
  { id: '12', outpatient: 3920, discharges: null },
  { id: '13', outpatient: 3670, discharges: null },
  { id: '20', outpatient: 4920, discharges: 60 },
  { id: '21', outpatient: 1390, discharges: 84 },
  { id: '50', outpatient: 2760, discharges: 73 },
]

/** Where what is no department's own is counted: of all complaints, so many in a hundred. */
export const elsewhere = [
  { id: 'F02', percent: 12 },
  { id: 'F03', percent: 9 },
] as const

/** What people complain about, out of a hundred, and how they say it. */
export const told: readonly {
  readonly category: Category
  readonly percent: number
  readonly words: readonly string[]
}[] = [
  {
    category: 'A',
    percent: 22,
    words: ['问路问到第二遍，窗口的人就不抬头了。', '叫号的说话很冲，当着一屋子人。', '我妈耳背，多问一句就被嫌烦。'],
  },
  {
    category: 'F',
    percent: 24,
    words: [
      '约的九点，等到十一点半，没人出来说一声。',
      '做个彩超跑了三趟，每趟说的都不一样。',
      '床位说好周一，周三才通知，白请了两天假。',
    ],
  },
  {
    category: 'E',
    percent: 16,
    words: ['清单上有一项我没做过，退费跑了两个窗口。', '预交金两个星期没退回来。', '问这项能不能报，三个人三种说法。'],
  },
  {
    category: 'D',
    percent: 11,
    words: [
      '签字之前没人讲清风险，只说签这里。',
      '出院时没说药怎么吃，袋子里四种。',
      '查房说了一串词，家属一句没听懂。',
    ],
  },
  {
    category: 'C',
    percent: 8,
    words: ['夜里按铃二十分钟没人来。', '扎针扎了四次才换人。', '换药的时间一天一个样。'],
  },
  {
    category: 'B',
    percent: 7,
    words: [
      '片子当天说没事，第二天又打电话叫回来。',
      '开的药和我过敏的那种是一类。',
      '伤口出院一周就裂了，复查才说要重缝。',
    ],
  },
  {
    category: 'G',
    percent: 9,
    words: ['病房厕所漏水，报了三天没人修。', '停车排了四十分钟，看病的号都过了。', '晚饭送来是凉的，热水房锁着。'],
  },
  { category: 'I', percent: 2, words: ['后来的人先进去了，问就说是熟人。'] },
  { category: 'K', percent: 1, words: ['复印病历要等五天，外地来的等不起。'] },
]

/** How it came in, out of a hundred. */
export const channelsTold = [
  { channel: 'miniprogram', percent: 46 },
  { channel: 'telephone', percent: 18 },
  { channel: '12345', percent: 15 },
  { channel: 'counter', percent: 12 },
  { channel: 'followup', percent: 5 },
  { channel: 'forwarded', percent: 2 },
  { channel: 'letter', percent: 2 },
] as const

/** What was found, out of a hundred. */
export const findingsTold = [
  { finding: 'founded', percent: 31 },
  { finding: 'partly_founded', percent: 29 },
  { finding: 'unfounded', percent: 27 },
  { finding: 'unverifiable', percent: 13 },
] as const

export const thanked = [
  '出院那天护士把药分好，一袋一袋写了时间。',
  '夜里急诊，医生讲了两遍，怕我们记不住还画了图。',
  '导诊员推着轮椅送到检查室门口，不肯留名字。',
  '查房的大夫蹲下来跟我爸说话，他很高兴。',
] as const

export const suggested = [
  '自助机旁边放个老花镜。',
  '停车缴费能不能在病房就办。',
  '候诊的屏幕字太小，后排看不见。',
] as const
