import type { ArticleContent } from '#domain/culture/article.model'
import type { Block } from '#domain/culture/block.model'

/** Pieces of the starter set by their keys, and how many days ago they were published. */
interface Published {
  readonly key: string
  readonly daysAgo: number
}

/** One of every column. */
export const publishedFirst: readonly Published[] = [
  { key: 'rule-returned', daysAgo: 51 },
  { key: 'culture-bell', daysAgo: 30 },
  { key: 'news-reading-the-board', daysAgo: 24 },
  { key: 'story-account-book', daysAgo: 3 },
]

/** The rest of a year, about one a week. */
export const publishedLater: readonly Published[] = [
  { key: 'rule-commission', daysAgo: 262 },
  { key: 'rule-insurance', daysAgo: 255 },
  { key: 'rule-needed-tests', daysAgo: 248 },
  { key: 'news-daily-bill', daysAgo: 240 },
  { key: 'rule-front-door', daysAgo: 233 },
  { key: 'rule-privacy', daysAgo: 226 },
  { key: 'culture-herbs', daysAgo: 214 },
  { key: 'rule-referral', daysAgo: 205 },
  { key: 'rule-fair-queue', daysAgo: 191 },
  { key: 'story-medicine-case', daysAgo: 177 },
  { key: 'culture-morning-class', daysAgo: 163 },
  { key: 'complaint-first-receiver', daysAgo: 149 },
  { key: 'complaint-who-sees', daysAgo: 142 },
  { key: 'culture-brush', daysAgo: 128 },
  { key: 'news-street-clinic', daysAgo: 114 },
  { key: 'complaint-second-look', daysAgo: 100 },
  { key: 'complaint-two-ways', daysAgo: 93 },
  { key: 'culture-bridge', daysAgo: 86 },
  { key: 'story-night-lamp', daysAgo: 72 },
  { key: 'complaint-same-bed', daysAgo: 65 },
  { key: 'rule-left-at-the-door', daysAgo: 44 },
  { key: 'culture-home-visit', daysAgo: 37 },
  { key: 'story-prescription', daysAgo: 16 },
  { key: 'complaint-by-the-receipt', daysAgo: 9 },
]

/** Passed by all three, and to appear on the morning after tomorrow. */
export const scheduledKey = 'culture-lotus-pod'

/** On top of the page. */
export const pinnedKey = 'story-account-book'

/** How many read which piece in the week behind us. */
export const readings: readonly { readonly daysAgo: number; readonly readers: Readonly<Record<string, number>> }[] = [
  { daysAgo: 6, readers: { 'rule-returned': 2, 'news-reading-the-board': 1 } },
  { daysAgo: 5, readers: { 'culture-bell': 2 } },
  { daysAgo: 4, readers: { 'rule-returned': 1, 'news-reading-the-board': 3 } },
  { daysAgo: 3, readers: { 'story-account-book': 4, 'rule-returned': 1 } },
  { daysAgo: 2, readers: { 'story-account-book': 6, 'culture-bell': 1 } },
  { daysAgo: 1, readers: { 'story-account-book': 3, 'rule-returned': 2, 'news-reading-the-board': 1 } },
  { daysAgo: 0, readers: { 'story-account-book': 2, 'culture-bell': 1 } },
]

const said = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] })

const ofTheWard = {
  cover: null,
  departmentId: '03.01' as ArticleContent['departmentId'],
  series: null,
  source: { kind: 'own' },
  wrongdoersNamedBy: null,
} as const

interface StoryDraft {
  readonly daysAgo: number
  /** Sent for review; sent back by the head of department with a reason; null: still being written. */
  readonly sent: { readonly backBecause: string | null } | null
  readonly content: ArticleContent
}

/** What lies on the desk of the ward's own writer (通讯员). */
export const drafts: readonly StoryDraft[] = [
  {
    daysAgo: 1,
    sent: { backBecause: null },
    content: {
      ...ofTheWard,
      column: 'story',
      title: '床头的小黑板',
      summary: '巴掌大的一块黑板，原来只写氧流量。有人在下面添了一行，就没有再擦掉。',
      blocks: [
        said('我们病区每张床的床头都有一块小黑板，巴掌大，原来只写一行：氧流量几升。'),
        said(
          '入秋的时候，有位老先生天天问今天花了多少钱，一天问三遍。问到第四天，管床的护士拿起粉笔，在氧流量下面添了一行：到昨天夜里，共多少。',
        ),
        said(
          '第二天，对面床的家属问，我们这块能不能也写。第三天，整条走廊的黑板都多了一行。护士长说，粉笔用得比从前快了。',
        ),
        said('老先生出院那天，自己把黑板擦干净，把粉笔头放回槽里。擦完看了看，又拿起来，在空黑板上写了一个“清”字。'),
      ],
      fiveClean: ['insurance', 'care'],
      byline: '文 / 呼吸与危重症医学科 宋医生',
      realCase: true,
    },
  },
  {
    daysAgo: 4,
    sent: { backBecause: '第二段写了病人的姓和床位，去掉再送。' },
    content: {
      ...ofTheWard,
      column: 'story',
      title: '那束没有送出去的花',
      summary: '花店把花送到护士站，卡片上写着四个人的名字，四个人都没有收。',
      blocks: [
        said('花店的人把花放在护士站就走了，卡片上写着四个护士的名字。'),
        said(
          '护士长给家属打电话。家属说，不值钱，就是个心意。护士长说，那就请您同意，我们把它放在走廊的窗台上，谁路过谁看。',
        ),
        said('花开了九天。第十天，保洁员把它晾干了，挂在开水间。'),
      ],
      fiveClean: ['ethics'],
      byline: '文 / 呼吸与危重症医学科 宋医生',
      realCase: true,
    },
  },
  {
    daysAgo: 0,
    sent: null,
    content: {
      ...ofTheWard,
      column: 'education',
      title: '这周的廉晨课：一盒茶叶怎么退',
      summary: '',
      blocks: [
        said('星期一交完班，陶主任讲了一盒茶叶。'),
        { kind: 'heading', level: 2, text: '放在桌上的，和放进抽屉的' },
        said('放在桌上的，谁都看得见，还来得及退。'),
      ],
      fiveClean: ['ethics'],
      byline: '文 / 呼吸与危重症医学科 宋医生',
      realCase: false,
    },
  },
]
