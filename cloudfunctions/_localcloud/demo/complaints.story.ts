import type { Category, Kind } from '#domain/complaint/category'
import type { CareSetting, ForWhom } from '#domain/complaint/complaint.model'

/** What happened to a complaint after it came in: by whom, how many days ago, and with which words. */
interface StoryAct {
  readonly daysAgo: number
  /** A persona of the office; null: whoever holds the receipt. */
  readonly by: 'officer' | 'colleague' | 'handler' | null
  readonly action: string
  readonly about?: Readonly<Record<string, unknown>>
}

interface StoryComplaint {
  readonly daysAgo: number
  readonly touchpointId: string | null
  readonly kind: Kind
  readonly category: Category | null
  readonly careSetting: CareSetting
  readonly forWhom: ForWhom
  readonly text: string
  readonly contact?: { name: string | null; phone: string }
  readonly acts?: readonly StoryAct[]
}

const GU = 'demo-handler-gu'
const BAI = 'demo-officer-bai'

const accepted = (daysAgo: number, by: 'officer' | 'colleague' = 'officer'): StoryAct => ({
  daysAgo,
  by,
  action: 'accept',
})

/** Some late, some due, some new; one waits for its complainant, two are answered, one is filed away. */
export const complaints: readonly StoryComplaint[] = [
  {
    daysAgo: 24,
    touchpointId: 'JQ-12E-02',
    kind: 'complaint',
    category: 'A',
    careSetting: 'inpatient',
    forWhom: 'relative',
    text: '探视时间问了一句，护工说“墙上有字自己看”。我只是没戴老花镜。',
    acts: [
      accepted(23),
      { daysAgo: 23, by: 'officer', action: 'assign', about: { staffId: GU } },
      {
        daysAgo: 21,
        by: 'handler',
        action: 'find',
        about: { finding: 'founded', text: '当班护工承认说过这句话，同病房两位家属听到。' },
      },
      {
        daysAgo: 20,
        by: 'officer',
        action: 'reply',
        about: {
          text: '您说的属实，对不起。护工当天已向您父亲道歉，科里从 10 月起在病房门口换了大字的探视时间，护工上岗前先学怎么说话。',
        },
      },
      { daysAgo: 19, by: null, action: 'confirm' },
      { daysAgo: 19, by: null, action: 'rate', about: { rating: 5, text: '换了大字，看得清了。' } },
      { daysAgo: 18, by: 'officer', action: 'close' },
    ],
  },
  {
    daysAgo: 12,
    touchpointId: 'JQ-OP-01',
    kind: 'inquiry',
    category: null,
    careSetting: 'outpatient',
    forWhom: 'self',
    text: '异地医保在门诊能不能直接结算，要带什么？窗口说法不一样。',
    acts: [
      accepted(12, 'colleague'),
      {
        daysAgo: 10,
        by: 'colleague',
        action: 'reply',
        about: { text: '可以直接结算，带身份证或医保电子凭证就行，先在参保地备案。窗口已贴出统一的说明。' },
      },
    ],
  },
  {
    daysAgo: 11,
    touchpointId: 'JQ-08W-01',
    kind: 'complaint',
    category: 'F',
    careSetting: 'outpatient',
    forWhom: 'self',
    text: '候诊两小时没人解释。上午十点的号，叫到已经过了十二点，问了导诊台两次，都说再等等。',
    acts: [accepted(10), { daysAgo: 9, by: 'officer', action: 'assign', about: { staffId: BAI } }],
  },
  {
    daysAgo: 10,
    touchpointId: 'JQ-12E-03',
    kind: 'complaint',
    category: 'G',
    careSetting: 'inpatient',
    forWhom: 'relative',
    text: '病房空调夜里噪声大，老人连着三晚没睡好。白天来人看过一次，说要报备件，之后没有消息。',
    acts: [
      accepted(9),
      { daysAgo: 9, by: 'officer', action: 'assign', about: { staffId: GU } },
      {
        daysAgo: 6,
        by: 'handler',
        action: 'note',
        about: { text: '后勤说风机轴承要换，备件下周到，先给老人换到 16 床。' },
      },
    ],
  },
  {
    daysAgo: 8,
    touchpointId: 'JQ-08W-01',
    kind: 'complaint',
    category: 'E',
    careSetting: 'inpatient',
    forWhom: 'relative',
    text: '出院三周，预交金还没退。父亲 10 月底骨科出院，当时说七天内原路退回，到现在没有到账。打了两次电话，一次没人接，一次让再等等。',
    contact: { name: '陈先生', phone: '13800000001' },
    acts: [
      accepted(7),
      {
        daysAgo: 5,
        by: 'officer',
        action: 'note',
        about: { text: '财务科：退款卡号登记时错一位，银行退回未通知窗口。同类退回 6 笔，已全部重打。' },
      },
      {
        daysAgo: 2,
        by: 'officer',
        action: 'find',
        about: { finding: 'founded', text: '银行回单显示因卡号有误退回，窗口没有跟进。' },
      },
    ],
  },
  {
    daysAgo: 6,
    touchpointId: 'JQ-10E-01',
    kind: 'complaint',
    category: 'D',
    careSetting: 'inpatient',
    forWhom: 'relative',
    text: '做肠镜前只让签字，没有讲清要空腹多久，白饿了一天又改期。',
    acts: [
      accepted(6, 'colleague'),
      {
        daysAgo: 4,
        by: 'colleague',
        action: 'find',
        about: { finding: 'partly_founded', text: '告知单上有空腹时间，护士没有口头再讲。' },
      },
      {
        daysAgo: 3,
        by: 'colleague',
        action: 'reply',
        about: {
          text: '告知单上写了空腹时间，但护士没有再当面讲一遍，这是我们的疏漏。现在改为签字前由护士当面讲，讲完请您复述一遍。',
        },
      },
    ],
  },
  {
    daysAgo: 5,
    touchpointId: 'JQ-12E-01',
    kind: 'complaint',
    category: 'F',
    careSetting: 'inpatient',
    forWhom: 'relative',
    text: '我妈做完胸部 CT 回病房，我去护士站问报告什么时候出，问了三次都叫等着，没人说要等多久。下午四点才知道，报告中午就出来了。',
    acts: [
      accepted(4),
      { daysAgo: 4, by: 'officer', action: 'assign', about: { staffId: GU } },
      {
        daysAgo: 2,
        by: 'handler',
        action: 'ask',
        about: { text: '您三次去问，是 12 层的哪个护士站，东边还是西边？记不清也没关系，我们再查排班。' },
      },
    ],
  },
  {
    daysAgo: 4,
    touchpointId: 'JQ-10E-01',
    kind: 'complaint',
    category: 'B',
    careSetting: 'inpatient',
    forWhom: 'relative',
    text: '出院带药没讲怎么吃。四种药放在一个袋子里，只说看说明书，老人眼睛不好看不清。',
    acts: [accepted(3, 'colleague')],
  },
  {
    daysAgo: 2,
    touchpointId: 'JQ-PK-01',
    kind: 'complaint',
    category: 'G',
    careSetting: 'other',
    forWhom: 'self',
    text: '停车场出口排队四十分钟，只开了一条道，缴完费杆子也不抬，后面的车都堵着。',
  },
  {
    daysAgo: 1,
    touchpointId: 'JQ-ER-01',
    kind: 'suggestion',
    category: null,
    careSetting: 'emergency',
    forWhom: 'minor',
    text: '夜里带孩子看急诊，分诊台的老师很耐心，但是缴费要跑到门诊楼，能不能在急诊楼也开一个自助机？',
    contact: { name: '周女士', phone: '13800000002' },
  },
  {
    daysAgo: 1,
    touchpointId: 'JQ-12E-01',
    kind: 'praise',
    category: null,
    careSetting: 'inpatient',
    forWhom: 'relative',
    text: '夜班的小王护士半夜给我妈翻了四次身，每次都先暖手。谢谢她。',
  },
  {
    daysAgo: 0,
    touchpointId: 'JQ-OP-01',
    kind: 'complaint',
    category: 'E',
    careSetting: 'outpatient',
    forWhom: 'self',
    text: '清单上多了一次雾化，我只做过一次。收费窗口说要找病房，病房说要找收费，来回跑了三趟。',
  },
]
