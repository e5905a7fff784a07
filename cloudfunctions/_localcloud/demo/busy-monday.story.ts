/** The story the demonstration tells: a ward, an outpatient hall, a car park; some cases late, some due, some new. */

export const hospital = {
  id: 'jinqing-peoples',
  name: '青衿市人民医院',
  pledge: '不收红包；不叫您去院外指定的地方买药；每天的费用，一项一项讲得清。',
  replyWithinWorkingDays: 5,
  contacts: [
    { kind: 'hospital', label: '医患办', note: '24 小时有人接', phone: '0000-555-0120', email: null },
    {
      kind: 'discipline',
      label: '纪检监察室',
      note: '工作日 8:00–17:30',
      phone: '0000-555-0112',
      email: 'jijian@example.org',
    },
    {
      kind: 'commission',
      label: '青衿市卫生健康委',
      note: '医德医风监督',
      phone: '0000-555-0199',
      email: 'wjw@example.org',
    },
  ],
}

export const departments = [
  { id: '03.01', name: '呼吸与危重症医学科' },
  { id: '03.02', name: '消化内科' },
  { id: '03.03', name: '神经内科' },
  { id: '03.04', name: '心血管内科' },
  { id: '03.06', name: '肾病学科' },
  { id: '03.07', name: '内分泌科' },
  { id: '04.01', name: '普外科' },
  { id: '04.02', name: '神经外科' },
  { id: '04.03', name: '骨科' },
  { id: '04.04', name: '泌尿外科' },
  { id: '05', name: '妇产科' },
  { id: '07', name: '儿科' },
  { id: '10', name: '眼科' },
  { id: '11', name: '耳鼻咽喉科' },
  { id: '12', name: '口腔科' },
  { id: '13', name: '皮肤科' },
  { id: '20', name: '急诊科' },
  { id: '21', name: '康复医学科' },
  { id: '50', name: '中医科' },
  { id: 'F01', name: '医患关系办公室' },
  { id: 'F02', name: '门诊部' },
  { id: 'F03', name: '后勤保障部' },
  { id: 'F04', name: '质量控制科' },
  { id: 'F05', name: '宣传科' },
  { id: 'F06', name: '纪检监察室' },
]

interface StoryWard {
  readonly id: string
  readonly departmentId: string
  readonly name: string
  readonly pledge: string | null
  readonly codes: readonly { spot: string; format: string; scannedDaysAgo: readonly number[] }[]
}

/** Days ago on which the codes were put up. */
export const CODES_MADE_DAYS_AGO = 200

const OFTEN = [0, 0, 0, 5, 5, 5, 5, 40, 40, 40, 75, 75, 110, 110, 110, 150]
const NOW_AND_THEN = [0, 5, 5, 40, 40, 75, 110]

/** The number of a ward's code. */
export const codeOf = (wardId: string, index: number) => `${wardId}-${String(index + 1).padStart(2, '0')}`

/** Places by their codes, which are numbered 01, 02, … in this order. */
export const wards: readonly StoryWard[] = [
  {
    id: 'JQ-12E',
    departmentId: '03.01',
    name: '住院部 12 层东病区',
    pledge: '不收红包；夜里按铃，三分钟内到床边；每天的费用，一项一项讲得清。',
    codes: [
      { spot: '护士站台面', format: 'a6', scannedDaysAgo: OFTEN },
      { spot: '电梯厅', format: 'a4', scannedDaysAgo: NOW_AND_THEN },
      { spot: '病房走廊东端', format: 'a4', scannedDaysAgo: NOW_AND_THEN },
      { spot: '示教室门口', format: 'a4', scannedDaysAgo: [75, 75, 110] },
    ],
  },
  {
    id: 'JQ-10E',
    departmentId: '03.02',
    name: '住院部 10 层东病区',
    pledge: null,
    codes: [{ spot: '护士站台面', format: 'a4', scannedDaysAgo: NOW_AND_THEN }],
  },
  {
    id: 'JQ-08W',
    departmentId: '04.03',
    name: '住院部 8 层西病区',
    pledge: null,
    codes: [{ spot: '护士站台面', format: 'a4', scannedDaysAgo: NOW_AND_THEN }],
  },
  {
    id: 'JQ-ER',
    departmentId: '20',
    name: '急诊楼 1 层',
    pledge: null,
    codes: [{ spot: '分诊台', format: 'a4', scannedDaysAgo: NOW_AND_THEN }],
  },
  {
    id: 'JQ-OP',
    departmentId: 'F02',
    name: '门诊大厅',
    pledge: null,
    codes: [{ spot: '收费窗口旁', format: 'a4', scannedDaysAgo: OFTEN }],
  },
  {
    id: 'JQ-PK',
    departmentId: 'F03',
    name: '地面停车场',
    pledge: null,
    codes: [{ spot: '出口岗亭', format: 'sticker', scannedDaysAgo: [5, 40] }],
  },
]

interface StoryStaff {
  /** Who of the personas joins with the code; null while the invitation waits. */
  readonly persona: string | null
  readonly staffId: string
  readonly code: string
  readonly number: string
  readonly name: string
  readonly departmentId: string | null
  readonly roles: readonly string[]
}

export const staff: readonly StoryStaff[] = [
  {
    persona: 'officer',
    staffId: 'demo-officer-shen',
    code: 'DEM00FF1CER5HEN1',
    number: 'QJ-02317',
    name: '沈专员',
    departmentId: 'F01',
    roles: ['complaint_officer'],
  },
  {
    persona: 'colleague',
    staffId: 'demo-officer-bai',
    code: 'DEM00FF1CERBA101',
    number: 'QJ-02318',
    name: '白专员',
    departmentId: 'F01',
    roles: ['complaint_officer'],
  },
  {
    persona: 'handler',
    staffId: 'demo-handler-gu',
    code: 'DEM0HAND1ERG0001',
    number: 'QJ-01146',
    name: '顾护士长',
    departmentId: '03.01',
    roles: ['case_handler'],
  },
  {
    persona: null,
    staffId: 'demo-handler-lin',
    code: 'DEM0HAND1ER11N01',
    number: 'QJ-01432',
    name: '林护士长',
    departmentId: '04.03',
    roles: ['case_handler'],
  },
  {
    persona: 'leader',
    staffId: 'demo-leader-fang',
    code: 'DEM0LEADERFANG01',
    number: 'QJ-00008',
    name: '方院长',
    departmentId: null,
    roles: ['leader'],
  },
  {
    persona: 'surveyor',
    staffId: 'demo-surveyor-ye',
    code: 'DEM0SVRVEY0RYE01',
    number: 'QJ-00411',
    name: '叶主任',
    departmentId: 'F04',
    roles: ['survey_officer'],
  },
  {
    persona: 'caller',
    staffId: 'demo-caller-luo',
    code: 'DEM0CA11ER1V0001',
    number: 'QJ-02741',
    name: '罗护士',
    departmentId: 'F04',
    roles: ['follow_up'],
  },
  {
    persona: 'supervisor',
    staffId: 'demo-supervisor-wei',
    code: 'DEM0SVPERV1S0R01',
    number: 'JD-00003',
    name: '魏监督员',
    departmentId: null,
    roles: ['supervisor'],
  },
  {
    persona: 'editor',
    staffId: 'demo-editor-song',
    code: 'DEM0ED1T0RS0NG01',
    number: 'QJ-01877',
    name: '宋医生',
    departmentId: '03.01',
    roles: ['editor'],
  },
  {
    persona: 'head',
    staffId: 'demo-head-tao',
    code: 'DEM0HEADTA000001',
    number: 'QJ-00356',
    name: '陶主任',
    departmentId: '03.01',
    roles: ['department_head'],
  },
  {
    persona: 'publicist',
    staffId: 'demo-publicist-lu',
    code: 'DEM0PVB11C1STLV1',
    number: 'QJ-00902',
    name: '卢干事',
    departmentId: 'F05',
    roles: ['publicity'],
  },
  {
    persona: 'discipline',
    staffId: 'demo-discipline-he',
    code: 'DEM0D1SC1P11NE01',
    number: 'QJ-00219',
    name: '贺专员',
    departmentId: 'F06',
    roles: ['discipline'],
  },
]
