import type { SlotName } from '#domain/culture/disclosure.model'

interface StoryEntry {
  readonly slot: SlotName
  readonly title: string
  /** Paragraphs, one a line. */
  readonly text: string
  /** Days ago on which it came into being, and on which it was made public. */
  readonly changedDaysAgo: number
  readonly publishedDaysAgo: number
  /** A table beside it, its first row the heading. */
  readonly table?: { readonly name: string; readonly rows: readonly (readonly string[])[] }
}

/** Departments that look after slots; the publicity officer looks after the rest. */
export const owners: Partial<Record<SlotName, string>> = {
  process: 'F02',
  'complaint-channels': 'F01',
  'complaint-figures': 'F01',
  satisfaction: 'F04',
  pledged: 'F06',
  'nine-rules': 'F06',
}

export const publishedFirst: readonly StoryEntry[] = [
  {
    slot: 'prices',
    title: '呼吸类检查三项价格下调',
    text: '按市里的调价通知，肺功能检查、支气管舒张试验、呼出气一氧化氮测定三项调低。\n门诊收费窗口、自助机和住院清单同一天改用新价。改价当天已经按旧价交费的，凭发票到收费处退差价。',
    changedDaysAgo: 33,
    publishedDaysAgo: 29,
    table: {
      name: '三项检查调价前后.xlsx',
      rows: [
        ['项目', '单位', '原价（元）', '现价（元）'],
        ['肺功能检查', '次', '180', '156'],
        ['支气管舒张试验', '次', '120', '98'],
        ['呼出气一氧化氮测定', '次', '160', '138'],
      ],
    },
  },
  {
    slot: 'procurement-notices',
    title: '病房输液泵采购公告',
    text: '采购方式：公开招标。数量：输液泵四十台，注射泵二十台。\n报名地点：行政楼二层招标办。报名要带的材料列在公告后面，缺一样当场告知，不用跑第二趟。\n开标那天，纪检监察室派人在场。',
    changedDaysAgo: 12,
    publishedDaysAgo: 11,
    table: {
      name: '报名要带的材料.xlsx',
      rows: [
        ['材料', '份数', '说明'],
        ['营业执照', '1', '复印件，盖公章'],
        ['医疗器械经营许可证', '1', '在有效期内'],
        ['产品注册证', '1', '每个型号一份'],
        ['廉洁承诺书', '1', '法定代表人签字'],
      ],
    },
  },
  // Renewed once a year, and that year is over.
  {
    slot: 'supplier-days',
    title: '供应商接待日：每月第二个星期三下午',
    text: '地点在行政楼二层会客室，设备科、药学部各一人接待，全程登记。\n不在接待日来的，门卫不放行；提前约在别处的，可以向纪检监察室反映。',
    changedDaysAgo: 421,
    publishedDaysAgo: 410,
  },
]

/** A change that was announced: nobody has written it, and its last day is over. */
export const forgotten = {
  slot: 'drug-prices',
  what: '十二种常用耗材换了中选厂家，价格有变',
  changedDaysAgo: 47,
  announcedDaysAgo: 44,
  promisedInDays: 4,
} as const

/** Another one, whose day is still to come. */
export const announced = {
  slot: 'insurance',
  what: '门诊慢病用药的报销范围有调整',
  changedDaysAgo: 6,
  announcedDaysAgo: 5,
} as const

export const publishedLater: readonly StoryEntry[] = [
  {
    slot: 'complaint-channels',
    title: '到哪里说：窗口、电话、信箱和扫码',
    text: '医患办在门诊楼一层东侧，进门左手第二间，有人值守。\n电话、意见箱和墙上的码，说的都进同一个登记本，都给查询码。\n红包、回扣的事不在这里说，请直接找纪检监察室，或者打 12388。',
    changedDaysAgo: 120,
    publishedDaysAgo: 112,
  },
  {
    slot: 'nine-rules',
    title: '九项准则，和违反了到哪里说',
    text: '《医疗机构工作人员廉洁从业九项准则》管的是医院里每一个人，不只是医生。\n九条是：不接受商业提成，不参与欺诈骗保，不实施过度诊疗，不违规接受捐赠，不泄露患者隐私，不牟利转介患者，不破坏就医公平，不收受患方红包，不收受企业回扣。\n看见了、碰上了，纪检监察室和 12388 都收，可以不留名。',
    changedDaysAgo: 170,
    publishedDaysAgo: 161,
  },
  {
    slot: 'profile',
    title: '青衿市人民医院概况',
    text: '政府举办的综合医院，门诊、急诊、住院都在城东一个院区。\n开放床位、在岗人数和设备清单每年核对一次，核对日期写在页面上方。',
    changedDaysAgo: 300,
    publishedDaysAgo: 288,
  },
  {
    slot: 'departments',
    title: '门诊科室在几楼、谁出诊',
    text: '一楼急诊、收费、药房，二楼内科，三楼外科和骨科，四楼妇产、儿科，五楼眼、耳鼻喉、口腔、皮肤。\n出诊表每周日晚上更新；临时停诊，当天一早在挂号页上写明。',
    changedDaysAgo: 95,
    publishedDaysAgo: 88,
  },
  {
    slot: 'process',
    title: '住院怎么办、出院怎么结',
    text: '住院：拿住院单到一楼入院处，核对身份、医保和联系人，直接上病区，不用先去别处盖章。\n出院：医生开好出院医嘱后，可以在床边结账，也可以到一楼；补打清单不收钱。',
    changedDaysAgo: 151,
    publishedDaysAgo: 139,
  },
  {
    slot: 'daily-bill',
    title: '每天花了多少，在哪里看',
    text: '病区护士站每天上午送一张纸的；手机上、自助机上随时能看。\n看不懂的一行，圈出来问护士站；讲不清的，由收费处的人到床边来讲。',
    changedDaysAgo: 205,
    publishedDaysAgo: 198,
  },
  {
    slot: 'complaint-figures',
    title: '上一年度投诉处理情况',
    text: '说得最多的三样：等得久、讲得快、车难停。\n按时答复的占多少、没有按时的为什么，列在监督渠道那一页，每月一改。\n改成的事写在“您说的，我们改了”，没有改成的也写着缘由。',
    changedDaysAgo: 310,
    publishedDaysAgo: 303,
  },
  {
    slot: 'satisfaction',
    title: '上半年满意度：问了谁，改了什么',
    text: '门诊和住院各问了一轮，科室互评一轮，行风监督员看了四个病区。\n评得最低的一问是“费用讲清楚了没有”，照着改的是：病区每天上午送清单，看不懂的当天讲。',
    changedDaysAgo: 128,
    publishedDaysAgo: 121,
  },
  {
    slot: 'pledged',
    title: '廉洁承诺签到了哪里',
    text: '新一版承诺从本季度起签。签了的名字贴在各病区墙上，也在手机里的承诺墙上；没有签的不点名，只写人数。',
    changedDaysAgo: 60,
    publishedDaysAgo: 52,
  },
  {
    slot: 'procurement-results',
    title: '病区床单被套采购结果',
    text: '三家报名，两家符合条件，按最低价中选。\n单价、总价和合同期限写在结果表里；没有中选的，已经书面告知理由。',
    changedDaysAgo: 78,
    publishedDaysAgo: 70,
    table: {
      name: '床单被套采购结果.xlsx',
      rows: [
        ['品名', '数量', '单价（元）', '总价（元）', '合同期限'],
        ['床单', '800 条', '42', '33600', '一年'],
        ['被套', '800 条', '68', '54400', '一年'],
      ],
    },
  },
  // Late by some weeks: it counts against the hospital for good.
  {
    slot: 'donations',
    title: '收到轮椅十二台，用在门诊一楼',
    text: '捐赠的是本市一家企业，没有附带条件。轮椅编了号，放在门诊一楼导诊台，谁都可以借，押证件不押钱。',
    changedDaysAgo: 145,
    publishedDaysAgo: 92,
  },
  {
    slot: 'appointments',
    title: '两名科室副主任任前公示',
    text: '公示五天，意见交到人事科或者纪检监察室，署不署名都收。',
    changedDaysAgo: 40,
    publishedDaysAgo: 39,
  },
  {
    slot: 'titles',
    title: '本年度职称评聘：条件、名额和推荐名单',
    text: '推荐名单按科室列出，同一科室按姓氏笔画排。打分表各人可以到人事科看自己的。',
    changedDaysAgo: 57,
    publishedDaysAgo: 50,
  },
  {
    slot: 'awards',
    title: '上半年评优：评什么、怎么评、评上了谁',
    text: '病区推荐、同事投票、行风监督员看材料，三样合起来评。有投诉查实在办的，这一次不参评。',
    changedDaysAgo: 110,
    publishedDaysAgo: 103,
  },
  {
    slot: 'procurement-notices',
    title: '地面停车场收费系统更换公告',
    text: '旧系统不认新能源牌照，排队主要因为这个。更换期间改人工放行，不收费。',
    changedDaysAgo: 66,
    publishedDaysAgo: 63,
  },
]

/** Put right after somebody noticed. */
export const correction = {
  slot: 'departments',
  because: '有读者指出，口腔科写成了四楼，其实在五楼。',
  from: '四楼妇产、儿科，五楼眼、耳鼻喉、口腔、皮肤。',
  to: '四楼妇产、儿科，五楼眼、耳鼻喉、皮肤，口腔在五楼最里面。',
  daysAgo: 71,
} as const
