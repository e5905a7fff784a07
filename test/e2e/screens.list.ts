import type { Page } from 'playwright-core'

export interface Screen {
  name: string
  route: string
  /** Whom the browser is signed in as; a visitor when left out. */
  persona?: string
  /** What is done on the page before the picture is taken. */
  steps?: (page: Page) => Promise<void>
}

const SCANNED = '?scene=t%3DJQ-12E-01'

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).click()
const choose = (page: Page, name: RegExp) => page.getByRole('radio', { name }).click()
const appears = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).filter({ visible: true }).waitFor()

const WORDS =
  '11 月 16 日上午，我妈做完胸部 CT 回病房。我去护士站问报告什么时候出，问了三次都叫等着，没人说要等多久。下午四点才知道，报告中午就出来了。'

const toWords = async (page: Page) => {
  await choose(page, /^住院/)
  await press(page, '下一步：写经过')
  await page.getByRole('textbox', { name: '发生了什么' }).fill(WORDS)
}
const toIdentity = async (page: Page) => {
  await toWords(page)
  await press(page, '下一步：怎么联系您')
  await choose(page, /^不留名/)
}
const toReview = async (page: Page) => {
  await toIdentity(page)
  await press(page, '下一步：看一遍再提交')
  await appears(page, '看一遍，再交给我们')
}
const toReceipt = async (page: Page) => {
  await toReview(page)
  await press(page, '交给医患办')
  await appears(page, '收到了，谢谢您说出来')
}
const toProgress = async (page: Page) => {
  await toReceipt(page)
  await press(page, '看进度')
  await appears(page, /工作日/)
}

const COMPLAINT = `/pages/complaint/index${SCANNED}`
const INBOX = '/packages/staff/inbox/index'
const TOUCHPOINTS = '/packages/admin/touchpoints/index'

const toWard = async (page: Page) => {
  await page.getByRole('button', { name: /^住院部 12 层东病区/ }).click()
  await appears(page, '住院部 12 层东病区')
}

/** Every page that is photographed. */
export const SCREENS: Screen[] = [
  { name: 'landing', route: `/pages/landing/index${SCANNED}` },
  { name: 'landing-hospital', route: '/pages/landing/index' },
  { name: 'complaint-1-setting', route: COMPLAINT },
  { name: 'complaint-2-words', route: COMPLAINT, steps: toWords },
  { name: 'complaint-3-identity', route: COMPLAINT, steps: toIdentity },
  {
    name: 'complaint-3-named',
    route: COMPLAINT,
    steps: async (page) => {
      await toIdentity(page)
      await choose(page, /^留名/)
      await page.getByRole('textbox', { name: '姓名' }).fill('陈先生')
      await page.getByRole('textbox', { name: '电话' }).fill('1380000')
    },
  },
  { name: 'complaint-4-review', route: COMPLAINT, steps: toReview },
  {
    name: 'complaint-5-offline',
    route: COMPLAINT,
    steps: async (page) => {
      await toReview(page)
      await page.route('**/api/fn/**', (route) => route.abort())
      await press(page, '交给医患办')
      await page.getByText(/没连上网/).waitFor()
    },
  },
  { name: 'receipt', route: COMPLAINT, steps: toReceipt },
  { name: 'receipt-unknown', route: '/pages/receipt/index' },
  { name: 'progress', route: COMPLAINT, steps: toProgress },
  { name: 'progress-entry', route: '/pages/progress/index' },
  { name: 'channels', route: '/packages/supervision/channels/index' },
  { name: 'inbox', route: INBOX, persona: 'officer' },
  {
    name: 'inbox-case',
    route: INBOX,
    persona: 'officer',
    steps: async (page) => {
      await page.getByRole('button', { name: /^出院三周/ }).click()
      await appears(page, /出院三周/)
    },
  },
  { name: 'inbox-refused', route: INBOX, persona: 'patient' },
  { name: 'touchpoints', route: TOUCHPOINTS, persona: 'administrator' },
  { name: 'touchpoints-ward', route: TOUCHPOINTS, persona: 'administrator', steps: toWard },
  {
    name: 'touchpoints-code',
    route: TOUCHPOINTS,
    persona: 'administrator',
    steps: async (page) => {
      await toWard(page)
      await page.getByRole('button', { name: /^护士站台面，JQ-12E-01/ }).click()
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
]
