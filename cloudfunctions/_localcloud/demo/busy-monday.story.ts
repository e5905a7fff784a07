/** The story the demonstration tells: a ward, an outpatient hall, a car park; some cases late, some due, some new. */

export const hospital = {
  id: 'jinqing-peoples',
  name: '青衿市人民医院',
  pledge: '不收红包；不叫您去院外指定的地方买药；每天的费用，一项一项讲得清。',
  replyWithinWorkingDays: 5,
  contacts: [
    { label: '医患办', note: '24 小时有人接', phone: '0000-555-0120', email: null },
    { label: '纪检监察室', note: '工作日 8:00–17:30', phone: '0000-555-0112', email: 'jijian@example.org' },
    { label: '青衿市卫生健康委', note: '医德医风监督', phone: '0000-555-0199', email: 'wjw@example.org' },
  ],
}

export const departments = [
  { id: '03.01', name: '呼吸与危重症医学科' },
  { id: '03.02', name: '消化内科' },
  { id: '04.03', name: '骨科' },
  { id: '20', name: '急诊科' },
  { id: 'F01', name: '医患关系办公室' },
  { id: 'F02', name: '门诊部' },
  { id: 'F03', name: '后勤保障部' },
]

export const touchpoints = [
  { id: 'JQ-12E-01', departmentId: '03.01', place: '住院部 12 层东病区', spot: '护士站台面' },
  { id: 'JQ-12E-02', departmentId: '03.01', place: '住院部 12 层东病区', spot: '电梯厅' },
  { id: 'JQ-12E-03', departmentId: '03.01', place: '住院部 12 层东病区', spot: '病房走廊东端' },
  { id: 'JQ-10E-01', departmentId: '03.02', place: '住院部 10 层东病区', spot: '护士站台面' },
  { id: 'JQ-08W-01', departmentId: '04.03', place: '住院部 8 层西病区', spot: '护士站台面' },
  { id: 'JQ-ER-01', departmentId: '20', place: '急诊楼 1 层', spot: '分诊台' },
  { id: 'JQ-OP-01', departmentId: 'F02', place: '门诊大厅', spot: '收费窗口旁' },
  { id: 'JQ-PK-01', departmentId: 'F03', place: '地面停车场', spot: '出口岗亭' },
]

export const staff = [
  {
    persona: 'officer',
    code: 'DEM00FF1CER5HEN1',
    name: '沈专员',
    departmentId: 'F01',
    roles: ['complaint_officer'],
  },
]

interface StoryComplaint {
  readonly daysAgo: number
  readonly touchpointId: string | null
  readonly careSetting: 'outpatient' | 'emergency' | 'inpatient' | 'other'
  readonly text: string
  readonly contact?: { name: string; phone: string }
}

export const complaints: readonly StoryComplaint[] = [
  {
    daysAgo: 11,
    touchpointId: 'JQ-08W-01',
    careSetting: 'outpatient',
    text: '候诊两小时没人解释。上午十点的号，叫到已经过了十二点，问了导诊台两次，都说再等等。',
  },
  {
    daysAgo: 10,
    touchpointId: 'JQ-12E-03',
    careSetting: 'inpatient',
    text: '病房空调夜里噪声大，老人连着三晚没睡好。白天来人看过一次，说要报备件，之后没有消息。',
  },
  {
    daysAgo: 8,
    touchpointId: 'JQ-08W-01',
    careSetting: 'inpatient',
    text: '出院三周，预交金还没退。父亲 10 月底骨科出院，当时说七天内原路退回，到现在没有到账。打了两次电话，一次没人接，一次让再等等。',
    contact: { name: '陈先生', phone: '13800000001' },
  },
  {
    daysAgo: 5,
    touchpointId: 'JQ-12E-01',
    careSetting: 'inpatient',
    text: '我妈做完胸部 CT 回病房，我去护士站问报告什么时候出，问了三次都叫等着，没人说要等多久。下午四点才知道，报告中午就出来了。',
  },
  {
    daysAgo: 4,
    touchpointId: 'JQ-10E-01',
    careSetting: 'inpatient',
    text: '出院带药没讲怎么吃。四种药放在一个袋子里，只说看说明书，老人眼睛不好看不清。',
  },
  {
    daysAgo: 2,
    touchpointId: 'JQ-PK-01',
    careSetting: 'other',
    text: '停车场出口排队四十分钟，只开了一条道，缴完费杆子也不抬，后面的车都堵着。',
  },
  {
    daysAgo: 1,
    touchpointId: 'JQ-ER-01',
    careSetting: 'emergency',
    text: '夜里带孩子看急诊，分诊台的老师很耐心，但是缴费要跑到门诊楼，能不能在急诊楼也开一个自助机？',
    contact: { name: '周女士', phone: '13800000002' },
  },
  {
    daysAgo: 0,
    touchpointId: 'JQ-OP-01',
    careSetting: 'outpatient',
    text: '清单上多了一次雾化，我只做过一次。收费窗口说要找病房，病房说要找收费，来回跑了三趟。',
  },
]
