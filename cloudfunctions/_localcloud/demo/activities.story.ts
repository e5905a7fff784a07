import type { Matter } from '#domain/culture/activity.model'
import type { WorkContent } from '#domain/culture/work.model'

export interface StoryActivity {
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
    /** Of `pictures/`, and what it shows. */
    readonly picture?: { readonly file: string; readonly alt: string }
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
    outcome: {
      heads: 38,
      text: '三年级一个班画了三十一张。有一张画的是奶奶把鸡蛋拎回家，鸡蛋在笑。',
      picture: {
        file: 'grandmother-takes-eggs-home.jpg',
        alt: '孩子的画：奶奶提着一篮鸡蛋往家走，有一个鸡蛋在笑，身后是医院',
      },
    },
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
  {
    daysAgo: 9,
    departmentId: '50',
    matter: { kind: 'partnership', unit: 'community', partner: '青衿街道' },
    title: '本草说廉：车前草长在路边',
    place: '青衿街道文化站',
    series: '本草说廉',
    expected: 40,
    outcome: { heads: 46, text: '一味药讲一个理。车前草贱，路边就有，讲的是便宜的药照样治病，不必往贵里开。' },
  },
  {
    daysAgo: 33,
    departmentId: null,
    matter: { kind: 'free_clinic' },
    title: '石桥村卫生室的一上午',
    place: '石桥村卫生室',
    hours: ['09:00', '11:30'],
    outcome: { heads: 9, extra: 96, text: '给村医带教了两项：怎么听哮鸣音，怎么把药费讲给老人听。' },
  },
  {
    daysAgo: 47,
    departmentId: null,
    matter: { kind: 'seven_ones', item: 'hall' },
    title: '看一座纪念馆',
    place: '青衿市革命纪念馆',
    outcome: { heads: 64, text: '在一只旧药箱前停得最久。箱盖里记着账，一分一厘都有下落。' },
  },
  {
    daysAgo: 62,
    departmentId: '50',
    matter: { kind: 'partnership', unit: 'family', partner: '十二户职工家庭' },
    title: '本草说廉：当归，记得回家',
    place: '中医科百草园',
    series: '本草说廉',
    outcome: { heads: 31, text: '家里人一起来认药。说到夜里的饭局，一位爱人说，回家吃饭就是最好的监督。' },
  },
  {
    daysAgo: 68,
    departmentId: null,
    matter: { kind: 'party_lesson' },
    title: '廉党课：一张转院单上的名字',
    place: '行政楼三层会议室',
    speaker: '贺专员',
    hours: ['14:30', '16:00'],
    expected: 70,
    outcome: { heads: 66, text: '从转院单上签的三个名字讲起：谁提的，谁看的，谁送的。每签一次，都是替病人把一次关。' },
  },
  {
    daysAgo: 82,
    departmentId: null,
    matter: { kind: 'warning', lens: 'law' },
    title: '警示教育：法庭上的处方',
    place: '门诊楼五层报告厅',
    expected: 180,
    outcome: {
      heads: 171,
      extra: 66,
      text: '讲已经公开宣判的案子。散场时把判决书里的一句话留在屏幕上：一张处方，开给了自己。',
    },
  },
  {
    daysAgo: 104,
    departmentId: null,
    matter: { kind: 'home_visit' },
    title: '新来的二十位同事，家里人也见一见',
    outcome: { heads: 20, extra: 88, text: '当面签，也有寄回来签的。一位父亲在承诺书背面写：挣多少吃多少，睡得着。' },
  },
  {
    daysAgo: 118,
    departmentId: null,
    matter: { kind: 'contest', form: 'painting' },
    title: '“清风入画”职工书画展',
    place: '门诊楼一层长廊',
    outcome: {
      heads: 52,
      extra: 63,
      text: '六十三件，写的画的都有，挂满一条长廊。不评奖，看的人最多的是一扇亮着的窗。',
    },
  },
  {
    daysAgo: 141,
    departmentId: null,
    matter: { kind: 'partnership', unit: 'office', partner: '青衿市医疗保障局' },
    title: '两家坐下来，对一遍账',
    place: '门诊楼五层报告厅',
    outcome: { heads: 27, text: '不是来查的，是来教的。哪些写法会被退单，哪些其实是多收，一条一条看。' },
  },
  {
    daysAgo: 156,
    departmentId: null,
    matter: { kind: 'party_lesson' },
    title: '廉党课：签字之前想三秒',
    place: '行政楼三层会议室',
    speaker: '方院长',
    hours: ['14:30', '16:00'],
    expected: 70,
    outcome: { heads: 63, text: '三秒想三件事：该不该我签，看没看明白，敢不敢贴出去。' },
  },
  {
    daysAgo: 171,
    departmentId: null,
    matter: { kind: 'free_clinic' },
    title: '开学前，给孩子们看一看眼睛',
    place: '城东小学操场',
    outcome: { heads: 8, extra: 212, text: '该配镜的写在条上带回家，配在哪里由家长自己定。' },
  },
  {
    daysAgo: 189,
    departmentId: null,
    matter: { kind: 'warning', lens: 'duty' },
    title: '警示教育：那天谁在岗上',
    place: '门诊楼五层报告厅',
    expected: 160,
    outcome: { heads: 149, extra: 38, text: '以案说责。没有人拿钱，只是该问的一句没有问，后果一样重。' },
  },
  {
    daysAgo: 204,
    departmentId: null,
    matter: { kind: 'seven_ones', item: 'song' },
    title: '班前十分钟，唱一首老歌',
    place: '住院部一层大厅',
    outcome: { heads: 85, text: '' },
  },
  {
    daysAgo: 226,
    departmentId: null,
    matter: { kind: 'partnership', unit: 'village', partner: '石桥村' },
    title: '村口的宣传栏，我们一起写',
    outcome: { heads: 16, text: '写的是怎么看懂一张收费单。村里人说，原来“自费”两个字可以先问。' },
  },
  {
    daysAgo: 247,
    departmentId: null,
    matter: { kind: 'home_visit' },
    title: '节前，去十五位关键岗位同事家里',
    outcome: { heads: 15, extra: 41, text: '采购、药房、设备。只喝了白开水，话说得很开。' },
  },
  {
    daysAgo: 263,
    departmentId: null,
    matter: { kind: 'party_lesson' },
    title: '廉党课：年货与人情',
    place: '行政楼三层会议室',
    speaker: '方院长',
    expected: 70,
    outcome: { heads: 69, text: '节前讲最要紧。把往年退回去的东西列了一张单子，一样一样说是怎么退的。' },
  },
  {
    daysAgo: 288,
    departmentId: null,
    matter: { kind: 'warning', lens: 'virtue' },
    title: '警示教育：人是怎么一步步走远的',
    place: '门诊楼五层报告厅',
    expected: 200,
    outcome: { heads: 188, extra: 72, text: '以案说德。第一步都很小：一包烟，一顿饭，一句“大家都这样”。' },
  },
  {
    daysAgo: 309,
    departmentId: '50',
    matter: { kind: 'partnership', unit: 'community', partner: '河西社区' },
    title: '本草说廉：甘草为什么叫“国老”',
    series: '本草说廉',
    outcome: { heads: 37, text: '调和众药，自己不抢功。讲完教大家认三样常被卖贵的药。' },
  },
]

/** Lessons that heads of departments give, a few minutes each: one a week. */
export const lessons: readonly string[] = [
  '送来的水果，怎么退',
  '开检查单前，先问三句',
  '夜班遇到塞红包',
  '收费清单，讲给病人听',
  '厂家的人来了，请他去哪里',
  '病人问“能不能早点做”',
  '医保卡不能借，话怎么说',
  '老同学来看病，排不排队',
  '捐来的轮椅，走哪个门',
  '药名写成病人看得懂的',
  '锦旗送来那天',
  '群里发的片子，撤回来没有',
  '一张欠费单',
  '饭局的电话打到值班室',
  '耗材用了几个，记几个',
  '退费慢了，先说一声',
  '会诊费，从哪里走',
  '谁在问床位',
  '家属递来一张购物卡',
  '别人的红线，也是我们的',
  '新来的同事，先学这一条',
  '讲课费，能不能拿',
]

/** Departments of which the year is told lesson by lesson: how many heads they have, and how seldom one falls out. */
export const teaching: readonly { readonly id: string; readonly people: number; readonly diligence: number }[] = [
  { id: '03.01', people: 18, diligence: 0.96 },
  { id: '03.02', people: 22, diligence: 0.74 },
  { id: '03.04', people: 26, diligence: 0.9 },
  { id: '03.06', people: 17, diligence: 0.86 },
  { id: '04.01', people: 31, diligence: 0.84 },
  { id: '04.03', people: 24, diligence: 0.71 },
  { id: '05', people: 35, diligence: 0.93 },
  { id: '07', people: 29, diligence: 0.88 },
  { id: '10', people: 13, diligence: 0.92 },
  { id: '12', people: 15, diligence: 0.66 },
  { id: '20', people: 33, diligence: 0.62 },
  { id: '21', people: 14, diligence: 0.79 },
  { id: '50', people: 16, diligence: 0.98 },
]

/** What stands in the desk beside what was held. `inDays` of today. */
export const notHeld: readonly (Omit<StoryActivity, 'daysAgo' | 'outcome'> & {
  readonly inDays: number
  /** Why it was given up; null: it was not. */
  readonly givenUp: string | null
})[] = [
  {
    inDays: 5,
    departmentId: null,
    matter: { kind: 'party_lesson' },
    title: '廉党课：年底的账，晒一晒',
    place: '行政楼三层会议室',
    speaker: '方院长',
    hours: ['14:30', '16:00'],
    expected: 70,
    givenUp: null,
  },
  {
    inDays: -2,
    departmentId: '04.01',
    matter: { kind: 'ten_clean', item: 'talks' },
    title: '手术组长，一对一谈一谈',
    place: '普外科医生办公室',
    expected: 6,
    givenUp: null,
  },
  {
    inDays: -1,
    departmentId: null,
    matter: { kind: 'free_clinic' },
    title: '滨江公园义诊',
    place: '滨江公园东门',
    givenUp: '当天大风，改到下个月',
  },
]

/** Held this very day; whose check-in is open, and who is there already. */
export const coming = {
  departmentId: '03.01',
  matter: { kind: 'morning_lesson' },
  title: '廉晨课：谁先做检查',
  place: '12 层示教室',
  speaker: '陶主任',
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

interface StoryPicture {
  readonly persona: string
  readonly daysAgo: number
  readonly kind: WorkContent['kind']
  readonly title: string
  readonly credit: string
  /** Of `pictures/`. */
  readonly file: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly about: string
}

/** Works that are looked at. */
export const painted: readonly StoryPicture[] = [
  {
    persona: 'caller',
    daysAgo: 4,
    kind: 'painting',
    title: '还亮着的一扇窗',
    credit: '小罗',
    file: 'one-window-lit.jpg',
    width: 460,
    height: 600,
    alt: '夜里的住院楼，只有一扇窗亮着，窗里有一个人的影子',
    about: '凌晨三点从对面宿舍看过来的。那扇窗后面是谁，我们都知道。',
  },
  {
    persona: 'officer',
    daysAgo: 5,
    kind: 'calligraphy',
    title: '清如水',
    credit: '墨痕',
    file: 'clear-as-water.jpg',
    width: 420,
    height: 600,
    alt: '竖写的三个大字：清如水，左边落款墨痕，盖一方红印',
    about: '',
  },
  {
    persona: 'surveyor',
    daysAgo: 7,
    kind: 'painting',
    title: '一枝',
    credit: '小满',
    file: 'one-lotus.jpg',
    width: 460,
    height: 600,
    alt: '一枝粉色的莲花，两片叶子浮在水上',
    about: '科室门口那缸莲开了一枝，多的没有，够了。',
  },
  {
    persona: 'colleague',
    daysAgo: 9,
    kind: 'calligraphy',
    title: '慎独',
    credit: '药房 老秦',
    file: 'alone-and-honest.jpg',
    width: 600,
    height: 400,
    alt: '横写的两个大字：慎独，左边落款药房老秦，盖一方红印',
    about: '写给夜班的药房。一个人、一把钥匙、一柜子药，两个字就够。',
  },
]
