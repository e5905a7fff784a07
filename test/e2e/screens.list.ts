import type { Page } from 'playwright-core'
import { complaints } from '../../cloudfunctions/_localcloud/demo/complaints.story'
import { storyReceipt } from '../../cloudfunctions/_localcloud/demo/seed-demo'
import { aPicture } from '../builders/photo.builder'
import { act, openCase } from './office.steps'
import { button, field, heading, radio } from './page.parts'
import { choosePhoto, complain, photoThat, type Story, writeToPhotos } from './patient.steps'
import { chooseVisits, lastMonth } from './visits.steps'

export interface Screen {
  name: string
  route: string
  /** Whom the browser is signed in as; a visitor when left out. */
  persona?: string
  /** What is done on the page before the picture is taken. */
  steps?: (page: Page) => Promise<void>
  /** One column at every width, walked through on a desktop by the journeys: looked at on a phone. */
  onPhones?: boolean
  /** A sheet lies over the page. */
  covered?: boolean
}

const SCANNED = '?scene=t%3DJQ-12E-01'

const press = (page: Page, name: string | RegExp) => button(page, name).click()
const tap = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).filter({ visible: true }).click()
// A page that is about one thing is named after it, and says it again over what it shows.
const appears = (page: Page, name: string | RegExp) => heading(page, name).first().waitFor()

const STORY: Story = {
  words:
    '11 月 16 日上午，我妈做完胸部 CT 回病房。我去护士站问报告什么时候出，问了三次都叫等着，没人说要等多久。下午四点才知道，报告中午就出来了。',
}

const COMPLAINT = `/pages/complaint/index${SCANNED}&kind=complaint`
const LANDING = `/pages/landing/index${SCANNED}`
const PROGRESS = '/pages/progress/index'

/** Walks the filing from the ward's page to the screen that is headed like this. */
const toScreen =
  (wanted: string, story = STORY) =>
  async (page: Page) => {
    const found = new Error('found')
    const look = async () => {
      if ((await heading(page, wanted).count()) > 0) throw found
    }
    try {
      await complain(page, story, look)
    } catch (cause) {
      if (cause !== found) throw cause
    }
  }

/** Opens a case of the demonstration by its receipt. */
const byReceipt = (opening: string) => async (page: Page) => {
  const text = complaints.find((complaint) => complaint.text.startsWith(opening))?.text ?? ''
  const { selector, secret } = storyReceipt(text)
  const typed = page.getByRole('textbox', { name: '编号和查询码' }).filter({ visible: true })
  if ((await typed.count()) > 0) await typed.fill(selector + secret)
  // The elder version has keys of its own.
  else for (const digit of selector + secret) await button(page, digit).click()
  await press(page, '看进度')
  await page.getByRole('list', { name: '办理经过' }).waitFor()
}
const WAITING = '我妈做完胸部 CT'
const REPLIED = '做肠镜前'

const INBOX = '/packages/staff/inbox/index'

const LEARNING = '/packages/learning/home/index'

/** Into an exam that is open: begun the first time, gone on with afterwards. */
const toPaper = async (page: Page) => {
  await press(page, /廉洁考试.*(等您来考|正在考)$/)
  const begin = button(page, '开始')
  const asked = page.getByRole('region', { name: '答题卡' }).filter({ visible: true })
  await begin.or(asked).first().waitFor()
  if ((await begin.count()) > 0) await begin.click()
  await asked.waitFor()
}

/** What became of the newest exam that was passed. */
const toResult = async (page: Page) => {
  await button(page, /，?合格$/)
    .first()
    .click()
  await press(page, '看成绩')
  await appears(page, '按主题看')
}
const TOUCHPOINTS = '/packages/admin/touchpoints/index'

const QUESTIONNAIRES = '/packages/satisfaction/questionnaires/index'

/** The questionnaire of those who were in hospital, with a question that nobody comes to. */
const toBuilder = async (page: Page) => {
  await button(page, /^住院体验评价/).click()
  await appears(page, /第 2 稿$/)
}
const toBranchFault = async (page: Page) => {
  await toBuilder(page)
  // Nothing of it arrives: the next picture begins with the same questionnaire.
  await page.route('**/api/fn/survey', () => undefined)
  const asked = button(page, /^4\s*疼的时候/)
  if ((await asked.count()) > 0) {
    await asked.click()
    await press(page, '删掉这一题')
  }
  await page
    .getByText(/以后没有地方可去/)
    .first()
    .waitFor()
}

const SETTINGS = '/packages/admin/settings/index'

const VISITS = '/packages/admin/visits/index'

const VISIT_HEADING = ['统计年月', '开单科室名称', '门急诊人次合计', '出院人数', '其中：体检']

/** Opens a file of the month that is over. */
const withVisits = (shown: string | RegExp, rows: (month: string) => string[][]) => async (page: Page) => {
  await chooseVisits(page, rows(lastMonth()), '接诊人次_补录.csv')
  await appears(page, shown)
}

const RATES = '/packages/figures/rates/index'

const SUPERVISE = '/packages/staff/supervise/index'
const SUPERVISORS = '/packages/satisfaction/supervisors/index'

/** To the second item, which was low the last time, and a low answer to it. */
const ratingAnItem = async (page: Page) => {
  await press(page, /^呼吸/)
  await press(page, '开始评')
  await radio(page, /^4 分/).click()
  await press(page, '下一项')
  await radio(page, /^3 分/).click()
  await field(page, '看到了什么，打 1、2、3 分请写一句').fill('码牌移到走廊了，电话那张还在开水房里。')
}

const RESULTS = '/packages/satisfaction/results/index'

const inDepartment = async (page: Page) => {
  await button(page, '科室').click()
  const chosen = page.getByRole('dialog', { name: '看哪个科室' }).getByRole('button', { name: /%|分/ })
  await chosen.first().click()
  await page.getByRole('dialog', { name: /住院$|门诊$/ }).waitFor()
}

const sortingTexts = async (page: Page) => {
  await button(page, '留言').click()
  await button(page, /^归到主题/)
    .first()
    .click()
}

const behindTheFigure = (page: Page) =>
  button(page, /^\d+ 件，看是哪些$/)
    .first()
    .click()

const toSection = (name: RegExp) => (page: Page) =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click()

const toWard = async (page: Page) => {
  await button(page, /^住院部 12 层东病区/).click()
  await appears(page, '住院部 12 层东病区')
}

const inCase =
  (opening: string, ...acts: string[]) =>
  async (page: Page) => {
    await openCase(page, opening)
    await appears(page, new RegExp(opening))
    for (const name of acts) await act(page, name)
  }

const SURVEY = `/packages/voice/survey/index${SCANNED}&rater=inpatient`

/** From the opening to the question that is headed like this, past all that may be skipped. */
const toQuestion =
  (wanted: RegExp) =>
  async (page: Page): Promise<void> => {
    await press(page, '开始')
    const skip = button(page, /跳过$/)
    const shown = page.getByRole('heading', { level: 2 }).filter({ visible: true })
    for (;;) {
      const question = (await shown.first().textContent()) ?? ''
      if (wanted.test(question)) return
      if ((await skip.count()) > 0) await skip.click()
      else {
        await page.getByRole('radio').filter({ visible: true }).last().click()
        await press(page, '下一题')
      }
      await page.waitForFunction((before) => !document.body.innerText.includes(before), question)
    }
  }

const answeredLow = async (page: Page) => {
  await toQuestion(/^有人向您要/)(page)
  await radio(page, /^有$/).click()
  await press(page, '下一题')
  await press(page, '交上评价')
  await appears(page, /^谢谢，/)
}

const FOLLOW_UPS = '/packages/satisfaction/followups/index'

const toCall =
  (...acts: string[]) =>
  async (page: Page) => {
    await page.getByRole('list', { name: '随访名单' }).getByRole('button').first().click()
    await button(page, '未接通').waitFor()
    for (const name of acts) await press(page, name)
  }

const withDischarges = async (page: Page) => {
  await press(page, '导入出院名单')
  await chooseVisits(
    page,
    [
      ['姓名', '联系电话', '出院日期', '出院科室', '病程', '住院号'],
      ['何秀英', '00005550301', `${lastMonth()}-28`, '呼吸与危重症医学科', '慢病', 'ZY30211'],
      ['林国栋', '0000555', `${lastMonth()}-28`, '骨科', '', 'ZY30212'],
    ],
    '出院名单_十一月.csv',
  )
  await appears(page, /^会加/)
}

const CULTURE = '/packages/culture/home/index'
const DISCLOSURES = '/packages/culture/disclosures/index'

const toFirstStory = async (page: Page) => {
  const stories = page.getByRole('link', { name: /分钟/ }).filter({ visible: true })
  const [name] = ((await stories.first().getAttribute('aria-label')) ?? '').split('，')
  // The elder version has a large button for it besides.
  await stories.first().click()
  await appears(page, name ?? '')
}

const PUBLICITY = '/packages/publicity/articles/index'

const inManuscript =
  (queue: RegExp, title: RegExp, ...acts: (string | RegExp)[]) =>
  async (page: Page) => {
    await press(page, queue)
    await press(page, title)
    await page.getByRole('region', { name: '全文' }).filter({ visible: true }).waitFor()
    for (const name of acts) await press(page, name)
  }

/** On the sheet of what the ward's own writer has begun. */
const inEditor =
  (...acts: (string | RegExp)[]) =>
  async (page: Page) => {
    await inManuscript(/^在写/, /^这周的廉晨课/, '接着写')(page)
    await page.getByRole('group', { name: '看哪一部分' }).filter({ visible: true }).waitFor()
    for (const name of acts) await press(page, name)
  }

const ACTIVITY_DESK = '/packages/publicity/activities/index'

/** Every page that is photographed. */
export const SCREENS: Screen[] = [
  { name: 'landing', route: LANDING },
  { name: 'landing-hospital', route: '/pages/landing/index' },
  { name: 'complaint-kind', route: `/pages/complaint/index${SCANNED}` },
  { name: 'complaint-category', route: COMPLAINT },
  { name: 'complaint-setting', onPhones: true, route: LANDING, steps: toScreen('事情发生在哪个环节？') },
  { name: 'complaint-words', onPhones: true, route: LANDING, steps: toScreen('发生了什么？') },
  {
    name: 'complaint-photos',
    onPhones: true,
    route: LANDING,
    steps: async (page) => {
      await writeToPhotos(page, STORY)
      await choosePhoto(page, aPicture())
      await photoThat(page, '已传好').waitFor()
    },
  },
  { name: 'complaint-when', onPhones: true, route: LANDING, steps: toScreen('什么时候，是谁的事？') },
  {
    name: 'complaint-consent',
    onPhones: true,
    covered: true,
    route: LANDING,
    steps: async (page) => {
      await toScreen('要不要留电话？')(page)
      await radio(page, /^留名/).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'complaint-named',
    onPhones: true,
    route: LANDING,
    steps: async (page) => {
      await toScreen('要不要留电话？')(page)
      await radio(page, /^留名/).click()
      await page.getByRole('alertdialog').getByRole('button', { name: '同意，留电话' }).click()
      await field(page, '电话').fill('1380000')
    },
  },
  { name: 'complaint-health', onPhones: true, route: LANDING, steps: toScreen('病情能用来查这件事吗？') },
  { name: 'complaint-review', onPhones: true, route: LANDING, steps: toScreen('看一遍，再交给我们') },
  {
    name: 'complaint-offline',
    onPhones: true,
    route: LANDING,
    steps: async (page) => {
      await toScreen('看一遍，再交给我们')(page)
      await page.route('**/api/fn/**', (route) => route.abort())
      await press(page, '交给医患办')
      await page.getByText(/没连上网/).waitFor()
    },
  },
  { name: 'receipt', onPhones: true, route: LANDING, steps: async (page) => void (await complain(page, STORY)) },
  { name: 'receipt-unknown', route: '/pages/receipt/index' },
  { name: 'progress-entry', route: PROGRESS },
  { name: 'progress-question', route: PROGRESS, steps: byReceipt(WAITING) },
  {
    name: 'progress-answer',
    onPhones: true,
    route: PROGRESS,
    steps: async (page) => {
      await byReceipt(WAITING)(page)
      await press(page, '回答，或补一张照片')
    },
  },
  { name: 'progress-replied', route: PROGRESS, steps: byReceipt(REPLIED) },
  {
    name: 'progress-reopen',
    onPhones: true,
    route: PROGRESS,
    steps: async (page) => {
      await byReceipt(REPLIED)(page)
      await press(page, '再查一次')
    },
  },
  {
    name: 'progress-rate',
    onPhones: true,
    route: PROGRESS,
    steps: async (page) => {
      await byReceipt(REPLIED)(page)
      await press(page, '评价这次办理')
    },
  },
  { name: 'progress-closed', onPhones: true, route: PROGRESS, steps: byReceipt('探视时间') },
  { name: 'survey-choice', route: `/packages/voice/survey/index${SCANNED}` },
  { name: 'survey-opening', route: SURVEY, persona: 'patient' },
  {
    name: 'survey-question',
    route: SURVEY,
    persona: 'patient',
    steps: async (page) => {
      await press(page, '开始')
      await radio(page, /^经常/).click()
    },
  },
  { name: 'survey-thanks', onPhones: true, route: SURVEY, steps: answeredLow },
  { name: 'survey-link-unknown', onPhones: true, route: '/packages/voice/survey/index?visit=x' },
  { name: 'staff-surveys', route: '/packages/staff/surveys/index', persona: 'handler' },
  { name: 'my-data', route: '/pages/mydata/index', persona: 'patient' },
  { name: 'my-data-nobody', route: '/pages/mydata/index' },
  { name: 'privacy', route: '/pages/privacy/index' },
  { name: 'channels', route: '/packages/supervision/channels/index' },
  { name: 'inbox', route: INBOX, persona: 'officer' },
  { name: 'inbox-case', route: INBOX, persona: 'officer', steps: inCase('出院三周') },
  { name: 'inbox-reply', route: INBOX, persona: 'officer', steps: inCase('出院三周', '写答复') },
  { name: 'inbox-assign', route: INBOX, persona: 'officer', steps: inCase('候诊两小时', '交人核查') },
  { name: 'inbox-finding', route: INBOX, persona: 'handler', steps: inCase('病房空调', '写核查结论') },
  { name: 'inbox-sort', route: INBOX, persona: 'officer', steps: inCase('候诊两小时', '改分类') },
  { name: 'inbox-refused', route: INBOX, persona: 'patient' },
  { name: 'supervise', route: SUPERVISE, persona: 'supervisor' },
  { name: 'supervise-opening', route: SUPERVISE, persona: 'supervisor', steps: (page) => press(page, /^呼吸/) },
  { name: 'supervise-item', onPhones: true, route: SUPERVISE, persona: 'supervisor', steps: ratingAnItem },
  { name: 'supervise-duty', route: SUPERVISE, persona: 'supervisor', steps: (page) => press(page, '记一次履职') },
  { name: 'supervisors', route: SUPERVISORS, persona: 'surveyor' },
  {
    name: 'supervisors-term',
    covered: true,
    route: SUPERVISORS,
    persona: 'surveyor',
    steps: (page) => press(page, /，聘期$/),
  },
  { name: 'supervisors-ratings', route: SUPERVISORS, persona: 'surveyor', steps: (page) => press(page, '评议') },
  { name: 'followups', route: FOLLOW_UPS, persona: 'caller' },
  { name: 'followups-card', route: FOLLOW_UPS, persona: 'caller', steps: toCall() },
  {
    name: 'followups-question',
    route: FOLLOW_UPS,
    persona: 'caller',
    steps: async (page) => {
      await toCall('打通了，开始问')(page)
      await radio(page, /./).nth(1).click()
    },
  },
  {
    name: 'followups-report',
    route: FOLLOW_UPS,
    persona: 'caller',
    steps: toCall('打通了，开始问', '说到红包，告诉怎么举报'),
  },
  { name: 'followups-link', route: FOLLOW_UPS, persona: 'caller', steps: toCall('发链接，请本人填') },
  { name: 'followups-import', route: FOLLOW_UPS, persona: 'caller', steps: withDischarges },
  {
    name: 'followups-rates',
    route: FOLLOW_UPS,
    persona: 'caller',
    steps: (page) => press(page, '随访率怎么算，各科怎么样'),
  },
  { name: 'followups-refused', route: FOLLOW_UPS, persona: 'handler' },
  { name: 'sign-in', route: '/packages/staff/sign-in/index' },
  { name: 'sign-in-confirm', route: '/packages/staff/confirm/index', persona: 'officer' },
  { name: 'devices', route: '/packages/staff/devices/index', persona: 'officer' },
  { name: 'join', route: '/packages/staff/join/index', persona: 'patient' },
  { name: 'me', route: '/packages/staff/me/index', persona: 'officer' },
  { name: 'rates', route: RATES, persona: 'officer' },
  { name: 'rates-point', route: RATES, persona: 'officer', steps: (page) => press(page, '前一个月') },
  { name: 'rates-table', route: RATES, persona: 'officer', steps: (page) => press(page, '看成表格') },
  { name: 'rates-method', covered: true, route: RATES, persona: 'officer', steps: (page) => press(page, '怎么算的 ›') },
  { name: 'rates-period', covered: true, route: RATES, persona: 'officer', steps: (page) => press(page, /换一段$/) },
  { name: 'rates-export', covered: true, route: RATES, persona: 'officer', steps: (page) => press(page, '导出') },
  { name: 'rates-note', covered: true, route: RATES, persona: 'officer', steps: (page) => press(page, /^[写改]说明$/) },
  { name: 'rates-cases', covered: true, route: RATES, persona: 'officer', steps: behindTheFigure },
  { name: 'rates-leader', covered: true, route: RATES, persona: 'leader', steps: behindTheFigure },
  { name: 'rates-refused', route: RATES, persona: 'handler' },
  { name: 'results', route: RESULTS, persona: 'surveyor' },
  { name: 'results-leader', route: RESULTS, persona: 'leader' },
  { name: 'results-inpatient', route: `${RESULTS}?rater=inpatient`, persona: 'surveyor' },
  { name: 'results-table', route: RESULTS, persona: 'leader', steps: (page) => press(page, '看成表格') },
  {
    name: 'results-method',
    covered: true,
    route: RESULTS,
    persona: 'leader',
    steps: (page) => press(page, '怎么算的 ›'),
  },
  { name: 'results-period', covered: true, route: RESULTS, persona: 'leader', steps: (page) => press(page, /换一段$/) },
  {
    name: 'results-departments',
    covered: true,
    route: RESULTS,
    persona: 'leader',
    steps: (page) => press(page, '科室'),
  },
  { name: 'results-department', covered: true, route: RESULTS, persona: 'leader', steps: inDepartment },
  { name: 'results-texts', covered: true, route: RESULTS, persona: 'surveyor', steps: sortingTexts },
  { name: 'results-export', covered: true, route: RESULTS, persona: 'surveyor', steps: (page) => press(page, '导出') },
  { name: 'results-refused', route: RESULTS, persona: 'handler' },
  { name: 'questionnaires', route: QUESTIONNAIRES, persona: 'surveyor' },
  {
    name: 'questionnaires-new',
    covered: true,
    route: QUESTIONNAIRES,
    persona: 'surveyor',
    steps: (page) => press(page, '新建一份问卷'),
  },
  { name: 'questionnaires-builder', route: QUESTIONNAIRES, persona: 'surveyor', steps: toBuilder },
  { name: 'questionnaires-fault', route: QUESTIONNAIRES, persona: 'surveyor', steps: toBranchFault },
  {
    name: 'questionnaires-schedule',
    covered: true,
    route: QUESTIONNAIRES,
    persona: 'surveyor',
    steps: async (page) => {
      await toBuilder(page)
      await press(page, '什么时候收')
    },
  },
  { name: 'questionnaires-refused', route: QUESTIONNAIRES, persona: 'handler' },
  { name: 'staff', route: '/packages/admin/staff/index', persona: 'administrator' },
  { name: 'visits', route: VISITS, persona: 'administrator' },
  {
    name: 'visits-mapping',
    route: VISITS,
    persona: 'administrator',
    steps: withVisits('先说清文件里的列', (month) => [
      ['统计年月', '科室', '接待数', '其中：体检'],
      [month, '骨科', '3754', '12'],
      [month, '儿科', '2221', '0'],
    ]),
  },
  {
    name: 'visits-dry-run',
    route: VISITS,
    persona: 'administrator',
    steps: withVisits(/^会.*格。$/, (month) => [
      VISIT_HEADING,
      [month, '骨科', '1,118', '92', '12'],
      [month, '儿科', '2,221', '210', '0'],
      [month, '急诊科', '5,081', '—', '0'],
      ['合计', '', '8,420', '302', '12'],
    ]),
  },
  {
    name: 'visits-problems',
    route: VISITS,
    persona: 'administrator',
    steps: withVisits(/没读懂，先停在这里。$/, (month) => [
      ['青衿市人民医院门急诊工作量统计表'],
      VISIT_HEADING,
      [month, '骨科', '3,118', '292', '12'],
      [month, '骨二科', '636', '57', '3'],
      [month, '儿科', '2,221', '21O', '0'],
      [month, '急诊科', '5,081', '60', '0'],
      ['合计', '', '11,056', '619', '15'],
    ]),
  },
  { name: 'settings', route: SETTINGS, persona: 'administrator' },
  { name: 'settings-contacts', route: SETTINGS, persona: 'administrator', steps: toSection(/^监督电话和邮箱/) },
  { name: 'settings-promises', route: SETTINGS, persona: 'administrator', steps: toSection(/^期限/) },
  {
    name: 'settings-rates',
    route: SETTINGS,
    persona: 'administrator',
    steps: async (page) => {
      await toSection(/^投诉率/)(page)
      await button(page, '重新统计').waitFor()
    },
  },
  { name: 'settings-departments', route: SETTINGS, persona: 'administrator', steps: toSection(/^科室/) },
  { name: 'settings-calendar', route: SETTINGS, persona: 'administrator', steps: toSection(/^日历/) },
  { name: 'setup', route: '/packages/admin/setup/index', persona: 'administrator' },
  { name: 'touchpoints', route: TOUCHPOINTS, persona: 'administrator' },
  { name: 'touchpoints-ward', route: TOUCHPOINTS, persona: 'administrator', steps: toWard },
  {
    name: 'touchpoints-code',
    route: TOUCHPOINTS,
    persona: 'administrator',
    steps: async (page) => {
      await toWard(page)
      await page.getByRole('button', { name: /^护士站台面.*JQ-12E-01/ }).click()
      await page.getByRole('button', { name: '放大看，长按可以存' }).waitFor()
    },
  },
  {
    name: 'touchpoints-new-ward',
    route: TOUCHPOINTS,
    persona: 'administrator',
    steps: (page) => press(page, '加一个病区'),
  },
  {
    name: 'touchpoints-new-codes',
    route: TOUCHPOINTS,
    persona: 'administrator',
    steps: async (page) => {
      await toWard(page)
      await press(page, '加几张码')
      await page.getByRole('textbox', { name: '贴在哪里，一行一处' }).fill('电梯厅东\n电梯厅西')
    },
  },
  { name: 'posters', route: '/packages/admin/posters/index?ids=JQ-12E-01%2CJQ-12E-02', persona: 'administrator' },
  { name: 'activities-open', route: '/packages/culture/activities/index' },
  {
    name: 'activity-one',
    route: '/packages/culture/activities/index?kind=partnership',
    steps: (page) => tap(page, /孩子们画的/),
  },
  { name: 'works-open', route: '/packages/culture/works/index' },
  { name: 'work-one', route: '/packages/culture/works/index', steps: (page) => tap(page, /抽屉/) },
  { name: 'check-in', route: '/packages/culture/checkin/index', persona: 'handler' },
  {
    name: 'check-in-lesson',
    route: '/packages/culture/checkin/index',
    persona: 'editor',
    steps: (page) => press(page, /谁先做检查/),
  },
  { name: 'activity-desk', route: ACTIVITY_DESK, persona: 'editor' },
  {
    name: 'activity-desk-plan',
    covered: true,
    route: ACTIVITY_DESK,
    persona: 'publicist',
    steps: (page) => press(page, '排一场'),
  },
  {
    name: 'activity-desk-held',
    route: ACTIVITY_DESK,
    persona: 'publicist',
    steps: (page) => press(page, /^河西菜场门口义诊/),
  },
  {
    name: 'activity-projector',
    route: ACTIVITY_DESK,
    persona: 'editor',
    steps: async (page) => {
      await press(page, /谁先做检查/)
      await press(page, '回到签到码')
    },
  },
  { name: 'activity-desk-calendar', route: ACTIVITY_DESK, persona: 'publicist', steps: (page) => press(page, '月历') },
  { name: 'activity-desk-lists', route: ACTIVITY_DESK, persona: 'publicist', steps: (page) => press(page, '清单') },
  { name: 'activity-desk-counts', route: ACTIVITY_DESK, persona: 'publicist', steps: (page) => press(page, '统计') },
  { name: 'activity-desk-works', route: ACTIVITY_DESK, persona: 'publicist', steps: (page) => press(page, '作品') },
  { name: 'praise-paper', route: `/packages/voice/praise/index${SCANNED}`, onPhones: true },
  { name: 'praise-wall', route: '/packages/voice/praises/index', onPhones: true },
  { name: 'changed', route: '/packages/voice/changed/index', onPhones: true },
  { name: 'culture-home', route: CULTURE },
  { name: 'culture-column', route: '/packages/culture/column/index?column=education' },
  { name: 'culture-article', route: CULTURE, steps: toFirstStory },
  {
    name: 'culture-poster',
    route: CULTURE,
    steps: async (page) => {
      await toFirstStory(page)
      await press(page, /^(分享|发给家人)$/)
      await page.getByRole('img', { name: /^分享图/ }).waitFor()
    },
  },
  {
    name: 'culture-search',
    route: '/packages/culture/search/index?words=%E7%BA%A2%E5%8C%85',
    steps: (page) =>
      page
        .getByText(/^\d+ 篇/)
        .first()
        .waitFor(),
  },
  {
    name: 'culture-kept',
    route: CULTURE,
    steps: async (page) => {
      await toFirstStory(page)
      await press(page, '收藏')
      await page.goto(page.url().replace(/#.*/, '#/packages/culture/kept/index'))
      await page.reload()
    },
  },
  { name: 'disclosures', route: DISCLOSURES, onPhones: true },
  {
    name: 'disclosures-found',
    route: DISCLOSURES,
    onPhones: true,
    steps: async (page) => {
      await press(page, '查找')
      await field(page, '找事项、标题里的字').fill('采购')
      await press(page, '找一找')
      await page.getByRole('list', { name: /^标题里有/ }).waitFor()
    },
  },
  {
    name: 'disclosures-figures',
    covered: true,
    route: DISCLOSURES,
    onPhones: true,
    steps: async (page) => {
      await press(page, '看公开及时率')
      await page.getByText(/应当公开 \d+ 条/).waitFor()
    },
  },
  { name: 'disclosures-staff', route: `${DISCLOSURES}?audience=staff`, persona: 'editor', onPhones: true },
  { name: 'disclosure-slot', route: '/packages/culture/disclosure/index?slot=drug-prices', onPhones: true },
  {
    name: 'disclosure-entry',
    route: '/packages/culture/disclosure/index?slot=prices',
    onPhones: true,
    steps: async (page) => {
      await page.getByRole('link', { name: /^呼吸类检查/ }).click()
      await appears(page, /^呼吸类检查/)
    },
  },
  { name: 'disclosure-desk', route: '/packages/publicity/disclosures/index', persona: 'publicist' },
  {
    name: 'disclosure-desk-slot',
    route: '/packages/publicity/disclosures/index?slot=drug-prices',
    persona: 'publicist',
    steps: (page) => appears(page, '全部记录'),
  },
  {
    name: 'disclosure-desk-settings',
    route: '/packages/publicity/disclosures/index?slot=drug-prices',
    persona: 'publicist',
    steps: (page) => press(page, '改责任科室和时限'),
  },
  {
    name: 'disclosure-desk-writing',
    route: '/packages/publicity/disclosures/index?slot=drug-prices',
    persona: 'publicist',
    steps: (page) => press(page, '写一条'),
  },
  {
    name: 'disclosure-desk-figures',
    covered: true,
    route: '/packages/publicity/disclosures/index',
    persona: 'discipline',
    steps: async (page) => {
      await press(page, '看公开及时率')
      await page.getByText(/应当公开 \d+ 条/).waitFor()
    },
  },
  { name: 'publicity', route: PUBLICITY, persona: 'publicist' },
  { name: 'publicity-review', route: PUBLICITY, persona: 'head', steps: inManuscript(/^等我/, /^床头的小黑板/) },
  {
    name: 'publicity-publish',
    route: PUBLICITY,
    persona: 'publicist',
    steps: inManuscript(/^已发布/, /^父亲的账本/, '改时间'),
  },
  { name: 'publicity-editor', route: PUBLICITY, persona: 'editor', steps: inEditor() },
  { name: 'publicity-settings', route: PUBLICITY, persona: 'editor', steps: inEditor('设置') },
  { name: 'publicity-preview', route: PUBLICITY, persona: 'editor', steps: inEditor('预览', '预览长辈版') },
  {
    name: 'publicity-versions',
    covered: true,
    route: PUBLICITY,
    persona: 'editor',
    steps: inEditor('以前的稿', /^第 1 稿/),
  },
  { name: 'learning', route: '/packages/learning/home/index', persona: 'editor' },
  { name: 'learning-record', route: '/packages/learning/home/index?part=record', persona: 'editor' },
  { name: 'learning-departments', route: `${LEARNING}?part=departments`, persona: 'leader' },
  { name: 'learning-daily', route: '/packages/learning/daily/index', persona: 'editor', onPhones: true },
  {
    name: 'learning-told',
    route: '/packages/learning/daily/index',
    persona: 'editor',
    onPhones: true,
    steps: async (page) => {
      await radio(page, /^B，/)
        .or(page.getByRole('checkbox', { name: /^B，/ }))
        .click()
      await press(page, '看看对不对')
      await page.getByText(/^依据：/).waitFor()
    },
  },
  { name: 'learning-mistakes', route: '/packages/learning/mistakes/index', persona: 'handler', onPhones: true },
  { name: 'learning-live', route: '/packages/learning/live/index', persona: 'head', onPhones: true },
  { name: 'sit-opening', route: LEARNING, persona: 'head', steps: (page) => press(page, /廉洁考试.*等您来考$/) },
  { name: 'sit-paper', route: LEARNING, persona: 'publicist', steps: toPaper },
  { name: 'sit-result', route: LEARNING, persona: 'handler', steps: toResult },
  {
    name: 'sit-certificate',
    route: LEARNING,
    persona: 'handler',
    onPhones: true,
    steps: async (page) => {
      await toResult(page)
      await press(page, '看合格证')
    },
  },
  { name: 'learning-check', route: '/packages/learning/certificate/index', onPhones: true },
  { name: 'pledge-sign', route: '/packages/staff/pledge/index', persona: 'editor' },
  { name: 'pledge-certificate', route: '/packages/staff/pledge/index', persona: 'handler', onPhones: true },
  { name: 'pledge-wall', route: `/packages/culture/pledges/index${SCANNED}`, onPhones: true },
  { name: 'pledge-hospital', route: '/packages/culture/pledges/index', onPhones: true },
  { name: 'pledge-check', route: '/packages/culture/pledges/index?code=-', onPhones: true },
  { name: 'pledge-desk', route: '/packages/publicity/pledges/index', persona: 'discipline' },
  {
    name: 'pledge-people',
    route: '/packages/publicity/pledges/index',
    persona: 'head',
    steps: (page) => press(page, /，看名单$/),
    covered: true,
  },
  {
    name: 'pledge-writing',
    route: '/packages/publicity/pledges/index',
    persona: 'discipline',
    steps: async (page) => {
      await press(page, '承诺书')
      await press(page, '提一版新的')
    },
    covered: true,
  },
  { name: 'publicity-figures', route: '/packages/publicity/figures/index', persona: 'publicist' },
  { name: 'question-bank', route: '/packages/exams/questions/index', persona: 'discipline' },
  {
    name: 'question-new',
    route: '/packages/exams/questions/index',
    persona: 'discipline',
    steps: (page) => press(page, '出一道题'),
    covered: true,
  },
  {
    name: 'question-open',
    route: '/packages/exams/questions/index?queue=review',
    persona: 'officer',
    steps: (page) => button(page, /等您/).first().click(),
    covered: true,
  },
  {
    name: 'question-editor',
    route: '/packages/exams/questions/index',
    persona: 'discipline',
    steps: async (page) => {
      await press(page, '出一道题')
      await radio(page, /^原文就在手边/).click()
      await press(page, '开始写')
    },
  },
  {
    name: 'question-import',
    route: '/packages/exams/questions/index',
    persona: 'discipline',
    steps: (page) => press(page, '从文件导入'),
    covered: true,
  },
  { name: 'exam-desk', route: '/packages/exams/exams/index', persona: 'discipline' },
  {
    name: 'exam-groups',
    route: '/packages/exams/exams/index',
    persona: 'discipline',
    steps: (page) => press(page, '重点人群'),
    covered: true,
  },
  {
    name: 'exam-plan',
    route: '/packages/exams/exams/index',
    persona: 'discipline',
    steps: (page) => press(page, '安排一场考试'),
  },
  {
    name: 'exam-open',
    route: '/packages/exams/exams/index',
    persona: 'discipline',
    steps: async (page) => {
      await button(page, /正在考$/)
        .first()
        .click()
      await appears(page, /^(交了|还没有人交卷)/)
    },
  },
  {
    name: 'exam-room',
    route: '/packages/exams/exams/index',
    persona: 'discipline',
    steps: async (page) => {
      await button(page, /正在考$/)
        .first()
        .click()
      await press(page, '开考场大屏')
    },
  },
  {
    name: 'exam-records',
    route: '/packages/exams/exams/index',
    persona: 'discipline',
    steps: (page) => press(page, '学习档案'),
  },
  {
    name: 'exam-people',
    route: '/packages/exams/exams/index',
    persona: 'discipline',
    steps: async (page) => {
      await press(page, '学习档案')
      await press(page, '按人')
      await page.getByRole('table', { name: '每个人的学习' }).waitFor()
    },
  },
  { name: 'praise-desk', route: '/packages/satisfaction/praise/index', persona: 'surveyor' },
  { name: 'improvements', route: '/packages/satisfaction/improvements/index', persona: 'surveyor' },
]

/** States whose own journeys look at them with axe, at phone width and elder: they are photographed, not measured again. */
const LOOKED_AT_BY_JOURNEYS = new Set([
  'disclosures-found',
  'disclosures-figures',
  'disclosures-staff',
  'disclosure-slot',
  'disclosure-entry',
  'disclosure-desk-slot',
  'disclosure-desk-settings',
  'disclosure-desk-writing',
  'disclosure-desk-figures',
  'culture-column',
  'culture-article',
  'culture-poster',
  'culture-search',
  'culture-kept',
  'publicity-review',
  'publicity-publish',
  'publicity-editor',
  'publicity-settings',
  'publicity-preview',
  'publicity-versions',
  'learning',
  'learning-record',
  'learning-daily',
  'learning-told',
  'learning-mistakes',
  'sit-opening',
  'sit-paper',
  'sit-result',
  'sit-certificate',
  'learning-live',
  'learning-check',
  'question-bank',
  'question-new',
  'question-open',
  'question-editor',
  'question-import',
  'exam-desk',
  'exam-groups',
  'exam-plan',
  'exam-open',
  'exam-room',
  'exam-records',
  'exam-people',
  'pledge-sign',
  'pledge-certificate',
  'pledge-wall',
  'pledge-hospital',
  'pledge-check',
  'pledge-people',
  'pledge-writing',
  'activities-open',
  'activity-one',
  'works-open',
  'work-one',
  'check-in-lesson',
  'activity-desk-held',
  'activity-projector',
  'check-in',
  'activity-desk',
  'activity-desk-plan',
  'activity-desk-calendar',
  'activity-desk-lists',
  'activity-desk-counts',
  'activity-desk-works',
  'survey-choice',
  'survey-question',
  'survey-link-unknown',
  'supervise-opening',
  'supervise-item',
  'supervise-duty',
  'supervisors-term',
  'supervisors-ratings',
  'followups-card',
  'followups-question',
  'followups-report',
  'followups-link',
  'followups-import',
  'followups-rates',
  'followups-refused',
  'results-leader',
  'results-inpatient',
  'results-table',
  'results-method',
  'results-period',
  'results-departments',
  'results-department',
  'results-texts',
  'results-export',
  'results-refused',
  'questionnaires-new',
  'questionnaires-fault',
  'questionnaires-schedule',
  'questionnaires-refused',
])

export const MEASURED: readonly Screen[] = SCREENS.filter(({ name }) => !LOOKED_AT_BY_JOURNEYS.has(name))
