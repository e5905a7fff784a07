import type { Matter } from '#domain/culture/activity.model'
import type { WorkContent } from '#domain/culture/work.model'

interface StoryActivity {
  readonly daysAgo: number
  /** Of the ward, told by its writer; null: the whole hospital's, told by the publicity officer. */
  readonly departmentId: string | null
  readonly matter: Matter
  readonly title: string
  readonly place?: string
  readonly speaker?: string
  readonly topic?: string
  readonly hours?: readonly [string, string]
  readonly series?: string
  readonly expected?: number
  readonly outcome: {
    readonly heads: number
    readonly extra?: number
    readonly text: string
  }
}

export const held: readonly StoryActivity[] = [
  {
    daysAgo: 5,
    departmentId: '03.01',
    matter: { kind: 'morning_lesson' },
    title: '廉晨课：一盒茶叶怎么退',
    place: '12 层示教室',
    speaker: '陶主任',
    topic: '第八条，当面推回去的几句话',
    hours: ['07:50', '08:00'],
    series: '廉晨课',
    expected: 18,
    outcome: { heads: 16, text: '讲了一盒茶叶。两位同事当场练了一遍怎么说，第三位说她家里老人也该听听。' },
  },
  {
    daysAgo: 15,
    departmentId: null,
    matter: { kind: 'free_clinic' },
    title: '河西菜场门口义诊',
    place: '河西路菜场东门',
    hours: ['08:30', '11:00'],
    expected: 12,
    outcome: {
      heads: 11,
      extra: 143,
      text: '量血压、听肺、看药盒。有九位的药重着吃了，当场划掉一样。没有带药去，也没有留电话。',
    },
  },
]

export const heldLater: readonly StoryActivity[] = [
  {
    daysAgo: 28,
    departmentId: null,
    matter: { kind: 'party_lesson' },
    title: '廉党课：钱从哪里来，单子往哪里走',
    place: '行政楼三层会议室',
    speaker: '方院长',
    topic: '一张采购单要过几双手',
    hours: ['14:30', '16:00'],
    expected: 60,
    outcome: { heads: 57, text: '把一张真实的采购单从申请走到付款，走了十一步，每一步问一句：这里能不能做手脚。' },
  },
  {
    daysAgo: 12,
    departmentId: '03.01',
    matter: { kind: 'morning_lesson' },
    title: '廉晨课：电梯里不说床号',
    place: '12 层示教室',
    speaker: '陶主任',
    topic: '第五条',
    series: '廉晨课',
    expected: 18,
    outcome: { heads: 17, text: '' },
  },
  {
    daysAgo: 19,
    departmentId: '03.01',
    matter: { kind: 'morning_lesson' },
    title: '廉晨课：报告晚了，先说一声',
    place: '12 层示教室',
    speaker: '陶主任',
    series: '廉晨课',
    expected: 18,
    outcome: { heads: 15, text: '' },
  },
  {
    daysAgo: 41,
    departmentId: null,
    matter: { kind: 'warning', lens: 'discipline' },
    title: '警示教育：一张购物卡的来路',
    place: '门诊楼五层报告厅',
    speaker: '贺专员',
    topic: '以案说纪',
    expected: 120,
    outcome: {
      heads: 113,
      extra: 41,
      text: '案子是公开通报过的，讲的是卡从谁手里来、过了几个人、在哪一步本来可以停下。',
    },
  },
  {
    daysAgo: 55,
    departmentId: null,
    matter: { kind: 'home_visit' },
    title: '到六位同事家里坐一坐',
    expected: 6,
    outcome: { heads: 6, extra: 5, text: '空手去，空手回。说得最多的是夜班接孩子，护理部排了一个互助的班。' },
  },
  {
    daysAgo: 75,
    departmentId: null,
    matter: { kind: 'partnership', unit: 'school', partner: '城东小学' },
    title: '孩子们画的“不收礼”',
    place: '城东小学美术教室',
    outcome: { heads: 38, text: '三年级一个班画了三十一张。有一张画的是奶奶把鸡蛋拎回家，鸡蛋在笑。' },
  },
  {
    daysAgo: 96,
    departmentId: '03.01',
    matter: { kind: 'ten_clean', item: 'review' },
    title: '找一找本科的风险点',
    place: '12 层示教室',
    expected: 18,
    outcome: { heads: 14, text: '' },
  },
  {
    daysAgo: 130,
    departmentId: null,
    matter: { kind: 'seven_ones', item: 'book' },
    title: '读一本旧日记',
    place: '图书室',
    outcome: { heads: 22, text: '读的是一位随军医生的日记。读到分盘尼西林那一页，屋里静了很久。' },
  },
]

/** Held this very day; whose check-in is open, and who is there already. */
export const coming = {
  departmentId: '03.01',
  matter: { kind: 'morning_lesson' },
  title: '廉晨课：谁先做检查',
  place: '12 层示教室',
  speaker: '陶主任',
  series: '廉晨课',
  expected: 18,
  checkedIn: ['head', 'handler'],
} as const

/** Works are called for. */
export const contest = {
  departmentId: null,
  matter: { kind: 'contest', form: 'essay' },
  title: '“一件小事”征文',
  topic: '写一件自己看见的、和清廉有关的小事，一千字以内',
  untilInDays: 20,
  calledDaysAgo: 25,
} as const

interface StoryWork {
  readonly persona: string
  readonly daysAgo: number
  /** Shown to everybody; false: nobody has looked at it yet. */
  readonly shown: boolean
  readonly answersCall: boolean
  readonly content: Omit<WorkContent, 'activityId'>
}

const said = (text: string): WorkContent['blocks'][number] => ({ kind: 'paragraph', spans: [{ text }] })

export const works: readonly StoryWork[] = [
  {
    persona: 'handler',
    daysAgo: 8,
    shown: true,
    answersCall: true,
    content: {
      kind: 'essay',
      title: '抽屉',
      credit: '呼吸科一位护士长',
      blocks: [
        said('护士站有一只抽屉不上锁，里面是笔、胶布、半卷红绳，还有病人塞给我们又没来得及退的东西。'),
        said(
          '我接手的那年，抽屉里最老的一样是一块手表，停在十点二十。贴着的纸条上写着床号和日期，已经是六年前了。我照着病案室的地址寄了出去，没有抱什么指望。',
        ),
        said('两个月后来了一封信，写信的是老人的孙女，说爷爷走了四年，表收到了，上了弦，还走。'),
        said('现在那只抽屉每天下班倒空一次。红绳还在。'),
      ],
    },
  },
  {
    persona: 'caller',
    daysAgo: 6,
    shown: true,
    answersCall: true,
    content: {
      kind: 'essay',
      title: '第三个电话',
      credit: '罗护士',
      blocks: [
        said('我的活儿是给出院的人打电话。一天打四十个，一半没人接。'),
        said(
          '有位大爷，前两个电话都说好，好，都好。第三次，我照着单子问完，问他还有什么要说的。他停了一会儿，说，姑娘，我把药停了。',
        ),
        said(
          '我没有接着问单子上的下一题。他说药费是儿子出的，儿子最近没活干。我查了，他吃的那种有集采的，便宜一大半。第二天他拿到了。',
        ),
        said('单子上那一格，我填的是：用药依从，不好。旁边写了原因。'),
      ],
    },
  },
  {
    persona: 'editor',
    daysAgo: 2,
    shown: false,
    answersCall: false,
    content: {
      kind: 'speech',
      title: '我的白大褂有两个口袋',
      credit: '宋医生',
      blocks: [
        said('一个放听诊器，一个放笔。没有第三个。'),
        said(
          '实习那年我的带教老师把第三个口袋缝死了，线是黑的，缝得很难看。我问他为什么，他说，手总要有个地方放，放哪里，自己先定好。',
        ),
      ],
    },
  },
]
