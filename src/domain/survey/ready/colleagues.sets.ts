import { choice, howOften, howPleased, overall, words, type WrittenForm } from './ready.parts'

const NEVER_MET = '没有打过交道'

/** One department about another (科室互评). */
export const peerSet: WrittenForm = {
  title: '科室互评',
  opening: '请评一评和您打过交道的科室。不记名，也看不到是哪个科室的哪一位评的；不了解的就选“没有打过交道”。',
  dimensions: [
    { id: 'service', name: '服务一线' },
    { id: 'together', name: '协作配合' },
    { id: 'clean', name: '廉洁自律' },
  ],
  overall: 'qoverall',
  questions: [
    howOften('qfront', '临床一线有难处，他们会主动想办法吗？', { dimension: 'service', na: NEVER_MET }),
    howOften('qintime', '找他们办事，说好的时间里会有回音吗？', { dimension: 'service', na: NEVER_MET }),
    howPleased('qsteps', '到他们那里办事的流程，您满意吗？', { dimension: 'service', na: NEVER_MET }),
    howOften('qtogether', '跨科的事，他们愿意一起担吗？', { dimension: 'together', na: NEVER_MET }),
    howOften('qconsult', '会诊、检查、报告，来得及时吗？', { dimension: 'together', na: '没有请过' }),
    howOften('qmanner', '说话办事，客气、讲道理吗？', { dimension: 'together', na: NEVER_MET }),
    howOften('qhonest', '排期、采购、用药这些事上，守规矩、不讲人情吗？', { dimension: 'clean', na: '不了解' }),
    overall('总的来说，和这个科室打交道您满意吗？', false),
    words('qwords', '对这个科室有什么建议？', '写事不写人。'),
  ],
}

/** What staff think of working here, in five dimensions. */
export const staffSet: WrittenForm = {
  title: '职工满意度',
  opening: '说说在这里工作的感受。不记名，答案里没有您是谁，也没有几点几分；满了人数才一起看。',
  dimensions: [
    { id: 'pay', name: '薪酬福利' },
    { id: 'growth', name: '发展晋升' },
    { id: 'work', name: '工作内容与环境' },
    { id: 'above', name: '上下级关系' },
    { id: 'peers', name: '同级关系' },
  ],
  overall: 'qoverall',
  questions: [
    howPleased('qpay', '收入和您的付出相比，您满意吗？', { dimension: 'pay' }),
    howPleased('qcare', '休假、体检、伙食这些保障，您满意吗？', { dimension: 'pay' }),
    howPleased('qlearn', '进修、培训的机会，您满意吗？', { dimension: 'growth', na: '不适用' }),
    howPleased('qrise', '职称、岗位的晋升办法，您满意吗？', { dimension: 'growth', na: '不适用' }),
    howPleased('qload', '工作量和排班，您满意吗？', { dimension: 'work' }),
    howPleased('qplace', '工作的场所、设备和安全，您满意吗？', { dimension: 'work' }),
    howOften('qheard', '提了意见，上级会当回事吗？', { dimension: 'above', na: '没有提过' }),
    howOften('qfair', '派活、评优，上级一碗水端平吗？', { dimension: 'above' }),
    howOften('qhelp', '忙不过来的时候，同事会搭把手吗？', { dimension: 'peers' }),
    howOften('qrespect', '同事之间，有话能好好说吗？', { dimension: 'peers' }),
    overall('总的来说，在这里工作您满意吗？', false),
    words('qwords', '最想让医院改的一件事是什么？', '写事不写人，也别写自己是谁。'),
  ],
}

/** Five steps from 1 to 5, worst first as the supervisor's page lays them out. */
const rated = (id: string, text: string, dimension: string, hint: string, steps: readonly string[]) =>
  choice(
    id,
    text,
    steps.map((step, at) => [String(at + 1), step, at * 25] as const),
    { dimension, hint },
  )

/** What a supervisor of conduct (行风监督员) looks at in a department. */
export const supervisorSet: WrittenForm = {
  title: '行风监督员评议',
  opening: '请站在病人的位置看。看不到的、没来得及看的，可以跳过。',
  dimensions: [
    { id: 'open', name: '公开' },
    { id: 'service', name: '服务' },
    { id: 'honest', name: '廉洁' },
    { id: 'mended', name: '整改' },
  ],
  overall: null,
  questions: [
    rated('qpledge', '廉洁承诺公示到位吗？', 'open', '看科室门口和走廊，承诺贴了没有、是不是今年的。', [
      '没有',
      '有但旧',
      '看得到',
      '醒目',
      '人人知道',
    ]),
    rated('qchannel', '投诉的地方，病人看得见吗？', 'open', '站在病房门口看，找那张码牌和电话。', [
      '看不见',
      '要问人',
      '找得到',
      '好找',
      '一眼看到',
    ]),
    rated('qprice', '收费公开吗？', 'open', '问问病人，每天花了多少看不看得到。', [
      '看不到',
      '问了才说',
      '看得到',
      '讲得清',
      '主动讲',
    ]),
    rated('qmanner', '待人的态度怎么样？', 'service', '听护士站和诊室里怎么和病人说话。', [
      '很生硬',
      '不耐烦',
      '一般',
      '客气',
      '暖心',
    ]),
    rated('qorder', '看病的次序公平吗？', 'service', '看叫号、加号、排床有没有人插队。', [
      '很乱',
      '常有插队',
      '大致公平',
      '公平',
      '清清楚楚',
    ]),
    rated('qgift', '红包、回扣的苗头有没有？', 'honest', '问问病人和家属，听到的请写下来，不用查证。', [
      '有人说到',
      '有些迹象',
      '说不准',
      '没听到',
      '都说没有',
    ]),
    rated('qaffairs', '院务公开及时吗？', 'open', '看公开栏，该更新的更新了没有。', [
      '没有公开',
      '旧了很久',
      '慢一些',
      '及时',
      '随时更新',
    ]),
    rated('qmended', '上次的问题改了吗？', 'mended', '先看上次写了什么，再到那个地方看。', [
      '没有改',
      '刚动手',
      '改了一半',
      '改好了',
      '没有再犯',
    ]),
    words('qwords', '座谈时听到的、还想说的', '不要写病人的姓名。'),
  ],
}
