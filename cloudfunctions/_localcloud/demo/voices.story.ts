/** Thanks, what was changed, and who is to be rung, as of the busy Monday. */

interface StoryPraise {
  readonly daysAgo: number
  /** The code that was scanned; null: none. */
  readonly touchpointId: string | null
  readonly whom: string
  readonly text: string
  readonly mayPublish: boolean
  /** Days ago, to whom, and of which department. */
  readonly passed?: { readonly daysAgo: number; readonly to: string; readonly departmentId: string }
  readonly published?: { readonly daysAgo: number; readonly text: string }
}

export const praises: readonly StoryPraise[] = [
  {
    daysAgo: 1,
    touchpointId: 'JQ-12E-01',
    whom: '12 层东病区夜班护士',
    text: '我妈住院 9 天，夜里咳，她每次都来扶她坐起来。出院那天想送点东西，她没要，只让我记得按时吃药。',
    mayPublish: false,
  },
  {
    daysAgo: 2,
    touchpointId: null,
    whom: '门诊三楼导诊，穿绿马甲的姑娘',
    text: '我耳背，她不嫌烦，写在纸上给我看，还陪我走到检查室门口。',
    mayPublish: true,
  },
  {
    daysAgo: 12,
    touchpointId: 'JQ-08W-01',
    whom: '骨科管我爸那组的大夫',
    text: '老张头腰不好下不了床，大夫蹲着跟他讲手术怎么做，讲了两遍。',
    mayPublish: true,
    passed: { daysAgo: 10, to: '骨科管床医生那一组', departmentId: '04.03' },
    published: { daysAgo: 9, text: '老人腰不好下不了床，大夫蹲着跟他讲手术怎么做，讲了两遍。' },
  },
  {
    daysAgo: 25,
    touchpointId: 'JQ-12E-01',
    whom: '呼吸科白天的护士',
    text: '药一袋一袋分好，写了几点吃。回家一看就明白，不用再打电话问。',
    mayPublish: true,
    passed: { daysAgo: 24, to: '12 层东病区白班护士', departmentId: '03.01' },
    published: { daysAgo: 23, text: '药一袋一袋分好，写了几点吃。回家一看就明白，不用再打电话问。' },
  },
  {
    daysAgo: 47,
    touchpointId: 'JQ-ER-01',
    whom: '急诊那晚值班的医生',
    text: '半夜孩子发烧，医生怕我们记不住，画了张图，什么时候该回来写得清清楚楚。',
    mayPublish: true,
    passed: { daysAgo: 45, to: '急诊科夜班医生', departmentId: '20' },
    published: { daysAgo: 45, text: '半夜孩子发烧，医生怕我们记不住，画了张图，什么时候该回来写得清清楚楚。' },
  },
]

interface StoryImprovement {
  /** Taken up so many days ago. */
  readonly daysAgo: number
  readonly said: string
  readonly saidBy: number
  readonly departmentId: string
  readonly plan: string
  readonly ownerName: string
  /** Days from now; negative: in the past. */
  readonly dueInDays: number
  readonly moved?: { readonly daysAgo: number; readonly dueInDays: number; readonly reason: string }
  readonly changed?: { readonly daysAgo: number; readonly result: string; readonly checkedBy: string }
}

export const improvements: readonly StoryImprovement[] = [
  {
    daysAgo: 80,
    said: '晚上八点以后没有热水。',
    saidBy: 31,
    departmentId: 'F03',
    plan: '每层加一个保温桶，晚上十点再添一次',
    ownerName: '后勤保障部 丁主任',
    dueInDays: -60,
    changed: { daysAgo: 62, result: '各层加了保温桶，晚上十点再添一次水。', checkedBy: '护理部连着看了一个星期' },
  },
  {
    daysAgo: 70,
    said: '带回家的药一大袋，不知道先吃哪样。',
    saidBy: 24,
    departmentId: '03.01',
    plan: '药袋上贴大字说明，写清几点吃、吃几片',
    ownerName: '呼吸科 顾护士长',
    dueInDays: -40,
    changed: { daysAgo: 52, result: '药袋上贴了大字说明，几点吃、吃几片都写着。', checkedBy: '药学部抽看了 20 袋' },
  },
  {
    daysAgo: 50,
    said: '陪护椅太硬，坐一夜腰疼。',
    saidBy: 14,
    departmentId: 'F03',
    plan: '先换 20 把能放平的陪护椅',
    ownerName: '后勤保障部 丁主任',
    dueInDays: -7,
    moved: { daysAgo: 9, dueInDays: 23, reason: '招标晚了一个月，对不起' },
  },
  {
    daysAgo: 20,
    said: '饭菜凉，还咸，老人吃不下。',
    saidBy: 38,
    departmentId: 'F03',
    plan: '换带保温的送餐车，清淡餐单独做',
    ownerName: '后勤保障部 丁主任',
    dueInDays: 16,
  },
]

export const discharged: readonly {
  readonly name: string
  readonly departmentId: string
  readonly daysAgo: number
  readonly course: string
  readonly outcome?: { readonly outcome: string; readonly daysAgo: number }
}[] = [
  { name: '李秀英', departmentId: '03.01', daysAgo: 7, course: 'general' },
  { name: '陈国华', departmentId: '04.03', daysAgo: 7, course: 'general' },
  { name: '王桂兰', departmentId: '03.04', daysAgo: 16, course: 'chronic' },
  { name: '赵明远', departmentId: '04.01', daysAgo: 9, course: 'general' },
  { name: '周玉珍', departmentId: '03.07', daysAgo: 14, course: 'chronic' },
  { name: '孙建国', departmentId: '03.02', daysAgo: 6, course: 'general' },
  { name: '吴小红', departmentId: '05', daysAgo: 4, course: 'general' },
  { name: '郑海生', departmentId: '04.04', daysAgo: 20, course: 'tumour' },
  {
    name: '钱文秀',
    departmentId: '03.03',
    daysAgo: 10,
    course: 'general',
    outcome: { outcome: 'not_reached', daysAgo: 1 },
  },
  {
    name: '冯志强',
    departmentId: '04.03',
    daysAgo: 12,
    course: 'general',
    outcome: { outcome: 'refused', daysAgo: 4 },
  },
  {
    name: '何丽华',
    departmentId: '10',
    daysAgo: 11,
    course: 'general',
    outcome: { outcome: 'to_complaint', daysAgo: 4 },
  },
]
