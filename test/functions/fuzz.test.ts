import { complaintContract } from '#domain/complaint/complaint.contract'
import type { ContractDefinition } from '#domain/contract'
import { cultureContract } from '#domain/culture/culture.contract'
import { isErrorCode } from '#domain/errors'
import { hospitalContract } from '#domain/hospital/hospital.contract'
import { servedContract } from '#domain/integrity/served.contract'
import { metricsContract } from '#domain/metrics/metrics.contract'
import { surveyContract } from '#domain/survey/survey.contract'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFiling, anEventId, founded, openCloud, type OpenedCloud, OPENIDS, SETUP_CODE } from './opened.cloud'

const contracts: ContractDefinition[] = [
  complaintContract,
  cultureContract,
  hospitalContract,
  servedContract,
  metricsContract,
  surveyContract,
]
const everyAction = contracts.flatMap(({ name, actions }) =>
  Object.keys(actions).map((action) => [name, action] as const),
)

const filing = aFiling()
const receipt = { selector: filing.selector, secret: filing.secret, eventId: anEventId() }
const act = { complaintId: filing.complaintId, eventId: anEventId(), rev: 0 }
const questionnaire = {
  title: '门诊评价',
  opening: '说说这一次看病的感受。',
  dimensions: [{ id: 'talk', name: '医患沟通' }],
  overall: 'q1',
  questions: [
    {
      kind: 'single',
      id: 'q1',
      text: '您满意吗？',
      hint: '总的来说',
      required: true,
      next: 'q2',
      dimension: 'talk',
      floor: 60,
      options: [
        { id: 'yes', text: '满意', score: 100, na: false, concern: null, next: 'end' },
        { id: 'no', text: '不满意', score: 0, na: false, concern: 'complaint', next: null },
      ],
    },
    { kind: 'text', id: 'q2', text: '为什么？', hint: null, required: false, next: null },
  ],
}
const sheet = {
  surveyId: '0'.repeat(32),
  version: 1,
  nonce: '1'.repeat(32),
  answers: { q1: 's3', q2: ['queue', 'road'], q3: 7, q4: '等得久。' },
}
const draftSeen = { id: '0'.repeat(32), rev: 0 }
const wholeArticle = {
  column: 'story',
  title: '门口的那盏灯',
  summary: '夜里两点。',
  blocks: [
    { kind: 'heading', level: 2, text: '夜班' },
    { kind: 'paragraph', spans: [{ text: '走廊', strong: true, href: 'https://www.gov.cn/a' }] },
    { kind: 'list', ordered: true, items: [[{ text: '一' }]] },
    { kind: 'quote', text: '不收', from: '护士长' },
    { kind: 'image', mediaId: '1'.repeat(32), alt: '一盏灯', caption: '走廊', width: 4, height: 3 },
    { kind: 'audio', mediaId: '2'.repeat(32), title: '听一听', seconds: 60 },
    { kind: 'link', to: { page: 'quiz', topic: 'rule-8' }, label: '答一答' },
  ],
  cover: { kind: 'photo', mediaId: '1'.repeat(32), alt: '一盏灯', crop: { x: 0, y: 0, width: 1, height: 1 } },
  fiveClean: ['ethics'],
  departmentId: '03.01',
  series: '本草说廉',
  byline: '文 / 宋医生',
  source: { kind: 'reprint', name: '某报', address: 'https://www.gov.cn/b', licence: '已获授权' },
  realCase: false,
  wrongdoersNamedBy: 'https://www.gov.cn/c',
}
const explained = {
  point: '看钱是为什么给的',
  explanation: '钱是为介绍病人给的。',
  practice: '推辞的话想好一句。',
  rule: { document: '医疗机构工作人员廉洁从业九项准则', article: '第六条' },
}
const twoOptions = [
  { id: 'a', text: '第六条' },
  { id: 'b', text: '第二条' },
]
const wholeCase = {
  topic: 'rule6',
  difficulty: 2,
  evidence: 'M',
  kind: 'case',
  stem: '家属把一张购物卡塞进了大褂口袋。',
  parts: [
    {
      ...explained,
      id: 'p1',
      kind: 'multiple',
      stem: '先做什么？',
      options: twoOptions,
      key: ['a', 'b'],
      fixedOrder: false,
    },
    { ...explained, id: 'p2', kind: 'true_false', stem: '面额小就不要紧？', isTrue: false },
  ],
}
const questionSeen = { id: '0'.repeat(32), rev: 0 }
const blueprint = [{ topic: 'rule6', kind: 'single', difficulty: 2, count: 3 }]
const examPlan = {
  title: '任前廉政考试',
  purpose: 'appointment',
  notice: '请带工号牌。',
  audience: { kind: 'chosen', departments: ['03.01'], groups: ['young'], people: ['S1'] },
  opensAt: 4_000_000_000_000,
  closesAt: 4_000_007_200_000,
  minutes: 40,
  attempts: 2,
  passPercent: 80,
  blueprint,
  marking: { single: 1, multiple: 2, true_false: 0.5, incomplete: 'half' },
  keysShown: 'after_close',
}
const VALID: Record<string, Record<string, unknown>> = {
  questions: { queue: 'review', topic: 'rule6', kind: 'case', words: '购物卡', skip: 0 },
  question: { id: '0'.repeat(32) },
  saveQuestion: { ...questionSeen, content: wholeCase },
  sendQuestion: questionSeen,
  confirmQuestion: { ...questionSeen, source: '国家卫生健康委网站，2021 年 11 月' },
  publishQuestion: questionSeen,
  sendQuestionBack: { ...questionSeen, reason: '选项有两个一样' },
  retireQuestion: { ...questionSeen, reason: '文件已废止' },
  removeQuestion: questionSeen,
  questionVersions: { id: '0'.repeat(32) },
  nearQuestions: {},
  readQuestions: { file: { kind: 'sheet', table: [['题型', '主题', '题干', '答案']] } },
  importQuestions: { questions: [{ id: '0'.repeat(32), content: wholeCase }] },
  exportQuestions: { topic: 'rule6', after: 100 },
  starterQuestions: {},
  takeStarterQuestions: { keys: ['gifts-forms'] },
  exams: {},
  exam: { id: '0'.repeat(32) },
  checkBlueprint: { blueprint },
  saveExam: { id: '0'.repeat(32), rev: 0, plan: examPlan },
  announceExam: questionSeen,
  cancelExam: { ...questionSeen, reason: '改到下个月' },
  extendExam: { ...questionSeen, extraMinutes: 5 },
  examRoom: { id: '0'.repeat(32) },
  examCandidates: { id: '0'.repeat(32), after: 'QJ-001' },
  examFigures: { id: '0'.repeat(32) },
  regradeExam: {
    ...questionSeen,
    regradeId: '1'.repeat(32),
    reason: '第二项也是对的',
    corrections: [
      { kind: 'keys', questionId: '0'.repeat(32), version: 1, keys: [{ part: 'p1', key: ['a', 'b'] }] },
      { kind: 'everybody', questionId: '2'.repeat(32), version: 1 },
    ],
  },
  groupMembers: { group: 'young', after: 'QJ-001' },
  setGroups: { staffId: 'S1', rev: 0, groups: ['young', 'key_post'] },
  cultureHome: {},
  articles: {
    filter: { column: 'story', fiveClean: 'care', departmentId: '03.01', series: '本草说廉' },
    after: { at: 1_700_000_000_000, id: '0'.repeat(32) },
  },
  article: { id: '0'.repeat(32) },
  articlesOf: { ids: ['0'.repeat(32)] },
  searchArticles: { words: '红包', column: 'story', after: { at: 1_700_000_000_000, id: '0'.repeat(32) } },
  readArticle: { id: '0'.repeat(32), reader: '1'.repeat(32) },
  drafts: { queue: 'mine', skip: 0 },
  draft: { id: '0'.repeat(32) },
  'culture.saveDraft': { id: '0'.repeat(32), rev: 0, content: wholeArticle, keep: true },
  draftVersions: { id: '0'.repeat(32) },
  draftVersion: { id: '0'.repeat(32), version: 1 },
  restoreVersion: { ...draftSeen, version: 1 },
  removeDraft: draftSeen,
  sendForReview: draftSeen,
  takeBackDraft: draftSeen,
  approveDraft: { ...draftSeen, step: 'department', deidentified: true },
  sendDraftBack: { ...draftSeen, reason: '日期写错了' },
  publishDraft: { ...draftSeen, publishAt: 4_000_000_000_000, goneAt: 4_000_000_060_000 },
  pinArticle: { ...draftSeen, pinned: true },
  withdrawArticle: { ...draftSeen, reason: '引用有误' },
  readingFigures: { from: '2026-10-01', to: '2026-10-31' },
  sendMediaPart: { mediaId: '3'.repeat(32), kind: 'file', name: '价目表.pdf', part: 0, bytes: 3, data: 'AAAA' },
  landing: { scene: 't=W-1' },
  found: {
    setupCode: SETUP_CODE,
    administrator: '某人',
    hospital: {
      id: 'h9',
      name: '第九医院',
      pledge: '不收红包，不收回扣。',
      replyWithinWorkingDays: 5,
      contacts: [{ label: '医患办', note: null, phone: '0000-555-0100', email: null }],
    },
  },
  settings: {},
  changeHospital: { rev: 0, name: '第九医院', privacyOfficer: { name: '信息科', phone: '0000-555-0101' } },
  departments: {},
  addDepartment: { id: '04', name: '外科' },
  changeDepartment: { id: '03.01', rev: 0, name: '呼吸内科', retired: false },
  importDepartments: { rows: [{ id: '04', name: '外科', rev: null }] },
  calendar: {},
  loadCalendar: {
    year: 2027,
    holidays: ['2027-01-01'],
    workdays: ['2027-01-31'],
    source: 'https://www.gov.cn/zhengce/2027.htm',
  },
  removeCalendar: { year: 2027, rev: 0 },
  addWard: { id: 'W9', departmentId: '03.01', name: '九层', pledge: '每天的费用讲得清。' },
  changeWard: { id: 'W12E', rev: 0, departmentId: '03.01', name: '九层', pledge: '每天的费用讲得清。' },
  addTouchpoints: { wardId: 'W12E', touchpoints: [{ id: 'W-9', spot: '护士站', format: 'a4' }] },
  changeTouchpoint: { id: 'W-1', rev: 0, wardId: 'W12E', spot: '电梯厅', format: 'a6' },
  replaceTouchpoint: { id: 'W-1', rev: 0, newId: 'W-9' },
  retireTouchpoint: { id: 'W-1', rev: 0 },
  restoreTouchpoint: { id: 'W-1', rev: 0 },
  touchpoints: {},
  touchpointPictures: { touchpointIds: ['W-1'] },
  people: { after: 'QJ-1' },
  addPerson: { staffId: 'S9', number: 'QJ-9', name: '白', departmentId: null, roles: ['complaint_officer'] },
  changePerson: { staffId: 'S9', rev: 0, number: 'QJ-9', name: '白', departmentId: null, roles: [] },
  invite: { people: [{ staffId: 'S9', code: '0'.repeat(16) }] },
  revokeInvitation: { staffId: 'S9', rev: 0 },
  join: { number: 'QJ-9', code: '1'.repeat(16) },
  setAway: { staffId: 'S9', rev: 0, until: 4_000_000_000_000, standInId: null },
  comeBack: { staffId: 'S9', rev: 0 },
  leave: { staffId: 'S9', rev: 0 },
  colleagues: {},
  me: {},
  importRoster: {
    batchId: '0'.repeat(32),
    fileName: '职工名册.xlsx',
    added: 1,
    changed: 0,
    rows: [{ row: 2, rev: null, number: 'QJ-9', name: '白', departmentId: null, roles: ['case_handler'] }],
  },
  imports: {},
  undoImport: { batchId: '0'.repeat(32) },
  visits: { months: ['2026-09'] },
  visitMapping: {},
  rememberVisitMapping: {
    rev: 0,
    columns: [{ heading: '科室', field: 'department' }],
    departments: [{ name: '呼吸', departmentId: '03.01' }],
  },
  stageVisits: {
    batchId: '0'.repeat(32),
    fileName: '人次.csv',
    month: '2026-09',
    seen: 0,
    departments: [
      {
        departmentId: '03.01',
        outpatient: { by: 'month', count: 5 },
        discharges: { by: 'day', days: Array(30).fill(1) },
      },
    ],
  },
  commitVisits: { batchId: '0'.repeat(32), months: ['2026-09'] },
  visitImports: {},
  undoVisits: { batchId: '0'.repeat(32) },
  askToSignIn: {
    code: 'ZZZZ0000',
    tokenHash: '0'.repeat(64),
    browser: { device: 'computer', name: 'chrome' },
  },
  signInState: { token: '0'.repeat(64) },
  signInAsked: { code: 'ZZZZ0000' },
  confirmSignIn: { code: 'ZZZZ0000' },
  sessions: {},
  endSession: { id: '0'.repeat(32) },
  signOut: { token: '0'.repeat(64) },
  file: filing,
  fileNamed: { ...filing, contact: { name: '陈', phone: '13800000001' } },
  progress: { selector: filing.selector, secret: filing.secret },
  inbox: { skip: 0 },
  read: { complaintId: filing.complaintId },
  sendPhotoPart: { photoId: 'ab'.repeat(16), part: 0, bytes: 3, data: 'AAAA' },
  answer: { ...receipt, text: '东边的护士站', photos: [] },
  confirm: receipt,
  reopen: { ...receipt, text: '道歉的不是当班的人', photos: [] },
  rate: { ...receipt, rating: 4, text: null },
  withdraw: { ...receipt, text: null },
  erase: receipt,
  mine: {},
  forgetMe: {},
  remindMe: { selector: filing.selector, secret: filing.secret },
  accept: act,
  extend: { ...act, reason: '要和信息科一起查' },
  assign: { ...act, staffId: 'S3' },
  ask: { ...act, text: '是哪个护士站？' },
  note: { ...act, text: '查排班' },
  sort: { ...act, category: 'A', urgent: false, careSetting: 'other', departmentId: null },
  release: act,
  find: { ...act, finding: 'founded', text: '报告中午就出了' },
  reply: { ...act, text: '您说的属实，抱歉。' },
  close: act,
  seeContact: { complaintId: filing.complaintId, eventId: anEventId() },
  openCasesOf: { staffId: 'S1' },
  handOver: { fromStaffId: 'S1', toStaffId: 'S2' },
  rates: { month: '2026-10', unit: 'month', indicator: 'overall' },
  cases: { from: '2026-10', to: '2026-10', indicator: 'overall', departmentId: '03.01', channel: 'miniprogram' },
  annotate: { month: '2026-10', text: '新收费系统上线', rev: null },
  counted: { months: ['2026-10'] },
  rebuilding: {},
  rebuild: {},
  results: { rater: 'inpatient', period: { unit: 'quarter', value: '2026-Q3' }, departmentId: '03.01' },
  texts: { rater: 'inpatient', theme: '态度', unread: true, after: '0'.repeat(64) },
  setThemes: { id: '0'.repeat(64), rev: 0, themes: ['态度'] },
  surveys: {},
  survey: { surveyId: '0'.repeat(32) },
  version: { surveyId: '0'.repeat(32), version: 1 },
  addSurvey: { id: '0'.repeat(32), rater: 'outpatient', draft: questionnaire },
  saveDraft: { id: '0'.repeat(32), rev: 0, draft: questionnaire },
  publish: { id: '0'.repeat(32), rev: 0 },
  schedule: {
    id: '0'.repeat(32),
    rev: 0,
    periods: [{ from: '2026-10-01', to: '2026-12-31' }],
    quota: { total: 300, perDepartment: 40 },
    retired: false,
  },
  open: { rater: 'outpatient', scene: 't=W-1' },
  'survey.answer': { ...sheet, scene: 't=W-1' },
  answerUnverified: { ...sheet, scene: 't=W-1' },
  openLink: { link: `${'0'.repeat(32)}-${'0'.repeat(32)}` },
  answerLink: { ...sheet, link: `${'0'.repeat(32)}-${'0'.repeat(32)}` },
  forStaff: {},
  openAsStaff: { surveyId: '0'.repeat(32) },
  answerAsStaff: { ...sheet, departmentId: '03.01' },
  supervision: {},
  recordDuty: { id: '0'.repeat(32), kind: 'meeting', day: '2026-11-01', departmentId: '03.01', text: '七位病人到场。' },
  removeDuty: { id: '0'.repeat(32) },
  rateable: {},
  lastFindings: { departmentId: '03.01' },
  rateDepartment: {
    id: '0'.repeat(32),
    surveyId: '0'.repeat(32),
    version: 1,
    departmentId: '03.01',
    answers: sheet.answers,
    evidence: { q1: '承诺牌还是去年的。' },
  },
  foundInMine: {},
  supervisors: {},
  appointSupervisor: { id: '0'.repeat(32), staffId: 'S9', from: '2026-01-01', to: '2027-12-31', note: '连任' },
  changeTerm: { id: '0'.repeat(32), rev: 0, from: '2026-01-01', to: '2027-12-31', note: '连任' },
  endTerm: { id: '0'.repeat(32), rev: 0 },
  dutiesDone: { staffId: 'S9', skip: 0 },
  ratingsGiven: { departmentId: '03.01', skip: 0 },
  followUps: { view: 'due', departmentId: '03.01', skip: 0 },
  followUp: { id: '0'.repeat(32) },
  recordCall: {
    id: '0'.repeat(32),
    attemptId: anEventId(),
    outcome: 'reached',
    closes: false,
    answers: { surveyId: '0'.repeat(32), version: 1, nonce: anEventId(), answers: { q1: 's3' } },
  },
  undoCall: { id: '0'.repeat(32), attemptId: anEventId() },
  importFollowUps: {
    batchId: '0'.repeat(32),
    fileName: '出院名单.xlsx',
    dryRun: false,
    rows: [
      {
        row: 2,
        name: '李桂兰',
        phone: '13800000001',
        dischargedOn: '2026-11-15',
        departmentId: '03.01',
        course: 'general',
        number: 'ZY0001',
      },
    ],
  },
  followUpImports: {},
  undoFollowUps: { batchId: '0'.repeat(32) },
  followUpRates: { month: '2026-10' },
  praisePaper: { scene: 't=W-1' },
  praise: {
    id: 'cd'.repeat(16),
    touchpointId: 'W-1',
    whom: '夜班护士',
    text: '谢谢您夜里扶她起来。',
    photos: [],
    mayPublish: true,
  },
  praiseProgress: { id: 'cd'.repeat(16) },
  takePraiseBack: { id: 'cd'.repeat(16) },
  wall: { departmentId: '03.01', after: { month: '2026-10', wallId: '0'.repeat(32) } },
  wallPhotos: { wallId: '0'.repeat(32) },
  praises: { state: 'received', skip: 0 },
  praiseOne: { id: 'cd'.repeat(16) },
  passPraiseOn: { id: 'cd'.repeat(16), rev: 0, to: '夜班护士', departmentId: '03.01', kind: 'banner' },
  publishPraise: { id: 'cd'.repeat(16), rev: 0, text: '谢谢夜班护士。', photos: ['ef'.repeat(16)], covered: true },
  takePraiseOff: { id: 'cd'.repeat(16), rev: 0, reason: '写的人打电话来说不登了' },
  declinePraise: { id: 'cd'.repeat(16), rev: 0, reason: '这是一件投诉' },
  praiseCounts: {},
  activitiesOpen: {
    kind: 'free_clinic',
    series: '本草说廉',
    month: '2026-10',
    after: { day: '2026-10-09', id: 'a1'.repeat(16) },
  },
  activityOpen: { id: 'a1'.repeat(16) },
  activities: { month: '2026-11' },
  activity: { id: 'a1'.repeat(16) },
  saveActivity: {
    id: 'a1'.repeat(16),
    rev: 0,
    plan: {
      matter: { kind: 'partnership', unit: 'community', partner: '青衿街道' },
      title: '一起讲一堂课',
      day: '2026-11-20',
      from: '07:40',
      until: '08:00',
      departmentId: '03.01',
      place: '示教室',
      speaker: '科主任',
      topic: '第六条',
      series: '本草说廉',
      expected: 43,
    },
  },
  finishActivity: {
    id: 'a1'.repeat(16),
    rev: 0,
    outcome: {
      entered: 41,
      headsBy: 'entered',
      extra: 3,
      publicText: '讲了转院的规矩。',
      evidence: [{ mediaId: 'a2'.repeat(16), kind: 'picture', name: '示教室里坐满了人', open: true }],
    },
  },
  cancelActivity: { id: 'a1'.repeat(16), rev: 0, reason: '讲课的人出差了' },
  releaseActivity: { id: 'a1'.repeat(16), rev: 0 },
  takeActivityBack: { id: 'a1'.repeat(16), rev: 0 },
  activityBoard: { year: 2026 },
  openCheckIn: { id: 'a1'.repeat(16) },
  checkInScreen: { id: 'a1'.repeat(16) },
  closeCheckIn: { id: 'a1'.repeat(16) },
  attendance: { id: 'a1'.repeat(16) },
  myActivities: {},
  activityByCode: { code: '123456' },
  checkIn: { activityId: 'a1'.repeat(16), code: '123456' },
  sayOnDuty: { activityId: 'a1'.repeat(16) },
  works: { kind: 'essay', after: { day: '2026-10-09', id: 'a3'.repeat(16) } },
  work: { id: 'a3'.repeat(16) },
  myWorks: {},
  submitWork: {
    id: 'a3'.repeat(16),
    rev: 0,
    consent: true,
    content: {
      kind: 'essay',
      title: '夜里的一盏灯',
      credit: '呼吸科一位护士',
      activityId: 'a1'.repeat(16),
      blocks: [
        { kind: 'paragraph', spans: [{ text: '凌晨三点，走廊的灯还亮着。' }] },
        { kind: 'image', mediaId: 'a2'.repeat(16), alt: '一盏灯', width: 640, height: 480 },
      ],
    },
  },
  withdrawWork: { id: 'a3'.repeat(16) },
  worksToReview: { state: 'submitted', skip: 0 },
  showWork: { id: 'a3'.repeat(16), rev: 0 },
  sendWorkBack: { id: 'a3'.repeat(16), rev: 0, reason: '请去掉床号' },
  takeWorkDown: { id: 'a3'.repeat(16), rev: 0, reason: '里面有病人的名字' },
  starterSet: {},
  takeStarterPieces: { keys: ['story-night-lamp', 'rule-privacy'] },
  articleCode: { id: 'a7'.repeat(16) },
  disclosures: {},
  disclosureSlot: { slot: 'prices', after: { on: '2026-11-01', id: 'd1'.repeat(16) } },
  disclosureEntry: { id: 'd1'.repeat(16), version: 2 },
  findDisclosures: { words: '调价', after: { on: '2026-11-01', id: 'd1'.repeat(16) } },
  disclosureTimeliness: { from: '2026-01-01', to: '2026-12-31' },
  staffDisclosures: {},
  staffDisclosureSlot: { slot: 'titles', after: { on: '2026-11-01', id: 'd1'.repeat(16) } },
  staffDisclosureEntry: { id: 'd1'.repeat(16), version: 2 },
  findStaffDisclosures: { words: '评聘', after: { on: '2026-11-01', id: 'd1'.repeat(16) } },
  disclosureDesk: {},
  disclosureOnDesk: { id: 'd1'.repeat(16) },
  disclosureHistory: { slot: 'prices', after: { on: '2026-11-01', id: 'd1'.repeat(16) } },
  announceDisclosure: { id: 'd1'.repeat(16), slot: 'prices', what: '护理项目调价', occurredOn: '2026-11-02' },
  takeAnnouncementBack: { id: 'd1'.repeat(16), rev: 0, reason: '报错了，没有调价' },
  writeDisclosure: {
    id: 'd1'.repeat(16),
    rev: 0,
    slot: 'prices',
    occurredOn: '2026-11-02',
    content: {
      title: '护理项目调价',
      text: '一级护理每天 28 元。',
      attachments: [{ mediaId: 'd2'.repeat(16), name: '表.pdf' }],
    },
    correction: '金额打错了一个',
  },
  sendDisclosure: { id: 'd1'.repeat(16), rev: 0 },
  sendDisclosureBack: { id: 'd1'.repeat(16), rev: 0, reason: '请写明从哪天起' },
  confirmDisclosure: { id: 'd1'.repeat(16), rev: 0 },
  dropDisclosureDraft: { id: 'd1'.repeat(16), rev: 0 },
  withdrawDisclosure: { id: 'd1'.repeat(16), rev: 0, reason: '里面有病人的姓名' },
  promiseDisclosure: { slot: 'prices', on: '2026-11-27' },
  keepSlot: {
    slot: 'prices',
    rev: 0,
    audience: 'public',
    ownerId: '03.01',
    withinWorkingDays: 20,
    everyMonths: 12,
    basis: '《医疗卫生机构信息公开管理办法》',
    basisChecked: true,
  },
  disclosureFigures: { from: '2026-01-01', to: '2026-12-31' },
  improvements: {},
  takeUpImprovement: {
    id: 'ab'.repeat(16),
    source: { surveyId: '0'.repeat(32), questionId: 'q1', quarter: '2026-Q3' },
    departmentId: '03.01',
    said: '问了三次，都叫等着。',
    saidBy: 38,
    isPublic: true,
    plan: '报告一出就发短信。',
    ownerName: '护理部周主任',
    dueOn: '2099-12-01',
  },
  leaveAsIs: {
    id: 'ab'.repeat(16),
    source: { surveyId: '0'.repeat(32), questionId: 'q1', quarter: '2026-Q3' },
    departmentId: '03.01',
    said: '问了三次，都叫等着。',
    saidBy: 38,
    isPublic: true,
    reason: '要等新楼启用才能改。',
  },
  editImprovement: {
    id: 'ab'.repeat(16),
    rev: 0,
    departmentId: '03.01',
    said: '问了三次，都叫等着。',
    saidBy: 38,
    isPublic: true,
    plan: '报告一出就发短信。',
    ownerName: '护理部周主任',
  },
  moveImprovement: { id: 'ab'.repeat(16), rev: 0, dueOn: '2099-12-01', reason: '招标晚了一个月。' },
  reportChange: {
    id: 'ab'.repeat(16),
    rev: 0,
    changedOn: '2026-11-01',
    result: '报告一出就发短信。',
    checkedBy: '护理部每周抽 10 份',
  },
  giveUpImprovement: { id: 'ab'.repeat(16), rev: 0, reason: '要等新楼启用才能改。' },
  changed: { departmentId: '03.01' },
  myPledge: {},
  signPledge: {
    versionId: '0'.repeat(32),
    way: {
      kind: 'drawn',
      strokes: [
        [10, 10, 900, 380],
        [500, 200],
      ],
    },
  },
  pledgeWall: { scene: 't=W-1', departmentId: '03.01' },
  verifyPledge: { code: '0123-4567-89AB' },
  pledgeBoard: {},
  pledgePeople: { departmentId: '03.01', after: 'QJ-001' },
  pledgeVersions: {},
  proposePledge: {
    id: '0'.repeat(32),
    rev: 0,
    text: {
      title: '廉洁从业承诺',
      opening: '我向病人承诺：',
      promises: [
        { short: '不收红包', text: '红包礼品一律不收。' },
        { short: '不拿回扣', text: '厂家的钱一分不拿。' },
        { short: '费用讲清', text: '每天的费用讲清楚。' },
      ],
      closing: '请您看着、说出来。',
      effectiveOn: '2099-01-01',
    },
  },
  publishPledge: { id: '0'.repeat(32), rev: 0 },
  dropPledge: { id: '0'.repeat(32), rev: 0 },
  dailyFive: {},
  answerDaily: { questionId: 'ab'.repeat(16), chosen: [0, 2] },
  mistakes: {},
  'integrity.progress': {},
  myExams: {},
  beginExam: { examId: 'ab'.repeat(16) },
  openPaper: { examId: 'ab'.repeat(16), no: 1 },
  saveAnswers: {
    examId: 'ab'.repeat(16),
    no: 1,
    answers: [{ slot: `${'0'.repeat(32)}:p1`, chosen: [0, 3], flagged: true, seq: 7 }],
    leaves: { device: '0123abcd', count: 2 },
  },
  submitExam: {
    examId: 'ab'.repeat(16),
    no: 1,
    answers: [{ slot: `${'0'.repeat(32)}:p1`, chosen: [1], flagged: false, seq: 8 }],
    leaves: { device: '0123abcd', count: 2 },
  },
  examResult: { examId: 'ab'.repeat(16), no: 1 },
  myCertificate: { examId: 'ab'.repeat(16) },
  verifyCertificate: { code: '0123-4567-89AB' },
  openLive: { id: 'ab'.repeat(16), title: '早会答题', topics: ['rule8'], count: 3 },
  liveScreen: { id: 'ab'.repeat(16) },
  stepLive: { id: 'ab'.repeat(16), stage: { kind: 'asking', at: 0 } },
  joinLive: { code: '012 345' },
  liveHand: { id: 'ab'.repeat(16) },
  answerLive: { id: 'ab'.repeat(16), question: 0, chosen: [1] },
  myRecord: { year: '2026' },
  personRecord: { staffId: 'S1', year: '2026' },
  departmentLearning: { year: '2026' },
  groupCoverage: { year: '2026' },
  examDepartments: {},
  ethicsFile: { year: '2026', after: 'QJ-001' },
}

/** By the function too where two give an action the same name. */
const validFor = (name: string, action: string) => VALID[`${name}.${action}`] ?? VALID[action]

/** A key or a score that comes with somebody's answers is not refused: it is not looked at. */
const OVERLOOKING = new Set(['integrity.saveAnswers', 'integrity.submitExam'])

/** What other programs wrote into a file is read without it: one such sign does not cost somebody the whole file. */
const STRIPPING = new Set(['integrity.readQuestions'])

/** What people, scripts and broken phones put where something else is meant. */
const HOSTILE: unknown[] = [
  { $ne: null },
  { $gt: '' },
  [{ $where: 'sleep(1000)' }],
  'NUL\u0000inside',
  '<script>alert(1)</script>\u0007',
  '\ud800',
  'x'.repeat(99_000),
  -1,
  1e308,
  1.5,
  true,
  null,
  [],
  [[]],
  '',
  { toString: 1 },
  JSON.parse('{"__proto__":{"administrator":true}}'),
]

const UNPRINTABLE = HOSTILE.filter((value) => typeof value === 'string' && /[\u0000-\u0008]|\ud800/.test(value))

/** Every path to a value inside an input. */
const pathsIn = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, [...path, key])])
    : []

const replaced = (value: unknown, [key, ...rest]: string[], by: unknown): unknown => {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

const definitionOf = (name: string, action: string) => {
  const definition = contracts.find((contract) => contract.name === name)?.actions[action]
  if (!definition) throw new Error(`${name}.${action} is not in a contract`)
  return definition
}

let cloud: OpenedCloud
let before = ''
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  before = cloud.exportAll()
})
afterAll(() => cloud.close())

const isRefusal = (reply: unknown) => {
  const text = JSON.stringify(reply)
  expect(reply).toMatchObject({
    ok: false,
    code: expect.any(String),
    message: expect.stringMatching(/[\u4e00-\u9fff]/),
  })
  expect(isErrorCode((reply as { code: string }).code)).toBe(true)
  expect((reply as { code: string }).code).not.toBe('system.failed')
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error:|libsql|mingo|valibot/)
  expect(text).not.toMatch(/alert\(1\)|sleep\(1000\)/)
}

const callers = [undefined, 'openid-visitor', OPENIDS.officer, OPENIDS.administrator]

describe.each(everyAction)('%s.%s', (name, action) => {
  const { input: schema } = definitionOf(name, action)
  const valid = validFor(name, action)
  const paths = pathsIn(valid)
  const isTaken = (input: unknown) => v.safeParse(schema, input).success

  it('is tried here with an input that is as it should be', () => {
    expect(isTaken(valid)).toBe(true)
  })

  it('takes no unprintable text, no operator and no unknown field anywhere', () => {
    for (const path of paths) {
      // A scene may be anything a scanner reads: what is not understood leads to the hospital's own page.
      const isText = path.join() !== 'scene' && !STRIPPING.has(`${name}.${action}`)
      const texts = isText ? UNPRINTABLE : []
      for (const value of [...texts, { $ne: null }, [{ $where: 'sleep(1000)' }]]) {
        expect([path, isTaken(replaced(valid, path, value))]).toEqual([path, false])
      }
    }
    expect(isTaken({ ...valid, openid: 'x' })).toBe(OVERLOOKING.has(`${name}.${action}`))
  })

  it('refuses what it does not take with a code and a Chinese sentence, and writes nothing', async () => {
    const unknown = OVERLOOKING.has(`${name}.${action}`)
      ? []
      : [
          { ...valid, extra: 1 },
          { ...valid, openid: 'x' },
        ]
    const inputs = [7, 'text', [valid], [], ...unknown]
    const wrong = paths.flatMap((path) => HOSTILE.map((value) => replaced(valid, path, value)))
    const refused = [...inputs, ...wrong.filter((input) => !isTaken(input))]
    expect(refused.length).toBeGreaterThan(5 * paths.length)
    for (const [index, input] of refused.entries()) {
      const reply = await cloud.call(name, action, input, callers[index % callers.length])
      isRefusal(reply)
      expect(['input.invalid', 'input.too_large']).toContain(reply.code)
    }
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('100 KB and more', () => {
  it.each(everyAction)('are refused by %s.%s before they reach anything', async (name, action) => {
    const valid = validFor(name, action)
    const paths = pathsIn(valid).map((path) => replaced(valid, path, '字'.repeat(100_000)))
    for (const input of [...paths, '字'.repeat(100_000)]) {
      const response = await fetch(`${cloud.url}/api/fn/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action, input }),
      })
      const reply = (await response.json()) as { ok: boolean; code: string; message: string }
      expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(/^[\u4e00-\u9fff].*请/) })
      expect(JSON.stringify(reply)).not.toMatch(/\bat .*:\d+:\d+/)
    }
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('an id that belongs to nobody here', () => {
  it.each([
    ['complaint', 'read', VALID['read'], OPENIDS.officer],
    ['complaint', 'accept', VALID['accept'], OPENIDS.officer],
    ['complaint', 'progress', VALID['progress'], undefined],
    ['hospital', 'touchpointPictures', { touchpointIds: ['NOT-HERE'] }, OPENIDS.administrator],
    ['hospital', 'addWard', { ...VALID['addWard'], departmentId: '69' }, OPENIDS.administrator],
    ['hospital', 'changeWard', { ...VALID['changeWard'], id: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'addTouchpoints', { ...VALID['addTouchpoints'], wardId: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'changeTouchpoint', { ...VALID['changeTouchpoint'], id: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'changeTouchpoint', { ...VALID['changeTouchpoint'], wardId: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'replaceTouchpoint', { ...VALID['replaceTouchpoint'], id: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'retireTouchpoint', { ...VALID['retireTouchpoint'], id: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'restoreTouchpoint', { ...VALID['restoreTouchpoint'], id: 'NOT-HERE' }, OPENIDS.administrator],
    ['hospital', 'addPerson', { ...VALID['addPerson'], departmentId: '69' }, OPENIDS.administrator],
    ['hospital', 'changePerson', VALID['changePerson'], OPENIDS.administrator],
    ['hospital', 'invite', VALID['invite'], OPENIDS.administrator],
    ['hospital', 'revokeInvitation', VALID['revokeInvitation'], OPENIDS.administrator],
    ['hospital', 'setAway', VALID['setAway'], OPENIDS.administrator],
    ['hospital', 'comeBack', VALID['comeBack'], OPENIDS.administrator],
    ['hospital', 'leave', VALID['leave'], OPENIDS.administrator],
    ['hospital', 'undoImport', VALID['undoImport'], OPENIDS.administrator],
    ['hospital', 'join', VALID['join'], 'openid-visitor'],
    ['hospital', 'found', { ...VALID['found'], setupCode: 'WRONG' }, 'openid-visitor'],
  ])('is refused by %s.%s, and nothing is written', async (name, action, input, openid) => {
    isRefusal(await cloud.call(name, action, input, openid))
    expect(cloud.exportAll()).toBe(before)
  })
})

describe('a function called with any object at all', () => {
  it.each(['complaint', 'hospital'])('%s answers with a code', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (event) => {
        isRefusal(await cloud.invoke(name, event))
      }),
      { numRuns: 60 },
    )
    expect(cloud.exportAll()).toBe(before)
  })
})
