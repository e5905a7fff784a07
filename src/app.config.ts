const gallery = process.env.NODE_ENV === 'development' ? ['pages/gallery/index'] : []

// The H5 build has no bar of WeChat's to colour, and does not read theme.json.
const ofWechat =
  process.env.TARO_ENV === 'weapp'
    ? { navigationBarTextStyle: '@barText', backgroundColor: '@ground', backgroundTextStyle: '@pull' }
    : {}

// A page is there at once: nothing slides, and the one below does not stay visible under it.
const ofBrowser = process.env.TARO_ENV === 'h5' ? { animation: false } : {}

export default defineAppConfig({
  pages: [
    'pages/landing/index',
    'pages/complaint/index',
    'pages/receipt/index',
    'pages/progress/index',
    'pages/mydata/index',
    'pages/privacy/index',
    ...gallery,
  ],
  subPackages: [
    {
      root: 'packages/staff',
      name: 'staff',
      pages: [
        'inbox/index',
        'sign-in/index',
        'confirm/index',
        'devices/index',
        'join/index',
        'me/index',
        'surveys/index',
        'supervise/index',
        'pledge/index',
      ],
    },
    { root: 'packages/figures', name: 'figures', pages: ['rates/index'] },
    {
      root: 'packages/voice',
      name: 'voice',
      pages: ['survey/index', 'praise/index', 'praises/index', 'changed/index'],
    },
    {
      root: 'packages/satisfaction',
      name: 'satisfaction',
      pages: [
        'results/index',
        'questionnaires/index',
        'improvements/index',
        'praise/index',
        'supervisors/index',
        'followups/index',
      ],
    },
    {
      root: 'packages/culture',
      name: 'culture',
      pages: [
        'home/index',
        'column/index',
        'article/index',
        'search/index',
        'kept/index',
        'disclosures/index',
        'disclosure/index',
        'pledges/index',
        'activities/index',
        'works/index',
        'checkin/index',
      ],
    },
    {
      root: 'packages/publicity',
      name: 'publicity',
      pages: [
        'articles/index',
        'editor/index',
        'disclosures/index',
        'activities/index',
        'pledges/index',
        'figures/index',
      ],
    },
    { root: 'packages/exams', name: 'exams', pages: ['questions/index', 'exams/index', 'room/index'] },
    {
      root: 'packages/learning',
      name: 'learning',
      pages: [
        'home/index',
        'daily/index',
        'mistakes/index',
        'exam/index',
        'result/index',
        'certificate/index',
        'live/index',
      ],
    },
    { root: 'packages/supervision', name: 'supervision', pages: ['channels/index'] },
    {
      root: 'packages/admin',
      name: 'admin',
      pages: ['touchpoints/index', 'posters/index', 'staff/index', 'visits/index', 'settings/index', 'setup/index'],
    },
  ],
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  ...ofBrowser,
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '清廉医院',
    ...ofWechat,
  },
})
