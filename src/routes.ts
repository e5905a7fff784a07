import Taro from '@tarojs/taro'

const page = (path: string, query: Record<string, string | undefined> = {}): string => {
  const known = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = known.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return text ? `${path}?${text}` : path
}

/** Every page by name. A query code (查询码) is never part of an address. */
export const routes = {
  landing: (query: { scene?: string } = {}) => page('/pages/landing/index', query),
  complaint: (query: { scene?: string; kind?: string } = {}) => page('/pages/complaint/index', query),
  receipt: (query: { id?: string } = {}) => page('/pages/receipt/index', query),
  progress: (query: { selector?: string } = {}) => page('/pages/progress/index', query),
  mydata: () => page('/pages/mydata/index'),
  privacy: () => page('/pages/privacy/index'),
  /** A code's questionnaire by its scene, or a discharge's by its link. */
  survey: (query: { rater?: string; scene?: string; visit?: string } = {}) =>
    page('/packages/voice/survey/index', query),
  praise: (query: { scene?: string } = {}) => page('/packages/voice/praise/index', query),
  praises: () => page('/packages/voice/praises/index'),
  changed: (query: { department?: string } = {}) => page('/packages/voice/changed/index', query),
  staffSurveys: (query: { id?: string; department?: string } = {}) => page('/packages/staff/surveys/index', query),
  supervise: (query: { department?: string; duty?: string; found?: string } = {}) =>
    page('/packages/staff/supervise/index', query),
  results: (query: { rater?: string; period?: string; department?: string } = {}) =>
    page('/packages/satisfaction/results/index', query),
  questionnaires: (query: { id?: string } = {}) => page('/packages/satisfaction/questionnaires/index', query),
  improvements: (query: { id?: string } = {}) => page('/packages/satisfaction/improvements/index', query),
  praiseReview: (query: { id?: string } = {}) => page('/packages/satisfaction/praise/index', query),
  supervisors: () => page('/packages/satisfaction/supervisors/index'),
  followUps: (query: { id?: string } = {}) => page('/packages/satisfaction/followups/index', query),
  inbox: (query: { id?: string } = {}) => page('/packages/staff/inbox/index', query),
  signIn: (query: { to?: string } = {}) => page('/packages/staff/sign-in/index', query),
  confirmSignIn: (query: { code?: string } = {}) => page('/packages/staff/confirm/index', query),
  devices: () => page('/packages/staff/devices/index'),
  join: () => page('/packages/staff/join/index'),
  me: () => page('/packages/staff/me/index'),
  rates: (query: { month?: string; unit?: string; indicator?: string } = {}) =>
    page('/packages/figures/rates/index', query),
  culture: () => page('/packages/culture/home/index'),
  column: (query: { column?: string; clean?: string; department?: string; series?: string } = {}) =>
    page('/packages/culture/column/index', query),
  /** Also what a shared card or a poster's code opens. */
  article: (query: { id?: string; scene?: string } = {}) => page('/packages/culture/article/index', query),
  searchCulture: (query: { words?: string } = {}) => page('/packages/culture/search/index', query),
  kept: () => page('/packages/culture/kept/index'),
  disclosures: (query: { audience?: string } = {}) => page('/packages/culture/disclosures/index', query),
  disclosure: (query: { slot?: string; id?: string; audience?: string } = {}) =>
    page('/packages/culture/disclosure/index', query),
  /** Who has pledged, by ward code or department; or whether a certificate's code is real. */
  pledges: (query: { scene?: string; department?: string; code?: string } = {}) =>
    page('/packages/culture/pledges/index', query),
  activities: (query: { id?: string; kind?: string } = {}) => page('/packages/culture/activities/index', query),
  works: (query: { id?: string } = {}) => page('/packages/culture/works/index', query),
  checkIn: (query: { code?: string } = {}) => page('/packages/culture/checkin/index', query),
  publicity: (query: { queue?: string; id?: string } = {}) => page('/packages/publicity/articles/index', query),
  editor: (query: { id?: string; begin?: string } = {}) => page('/packages/publicity/editor/index', query),
  disclosureDesk: (query: { slot?: string } = {}) => page('/packages/publicity/disclosures/index', query),
  activityDesk: (query: { id?: string } = {}) => page('/packages/publicity/activities/index', query),
  pledgeDesk: () => page('/packages/publicity/pledges/index'),
  readingFigures: () => page('/packages/publicity/figures/index'),
  pledge: () => page('/packages/staff/pledge/index'),
  learning: (query: { part?: string } = {}) => page('/packages/learning/home/index', query),
  dailyFive: () => page('/packages/learning/daily/index'),
  mistakes: () => page('/packages/learning/mistakes/index'),
  exam: (query: { id?: string } = {}) => page('/packages/learning/exam/index', query),
  /** `unheard`: how many answers of this device came too late for it. */
  examResult: (query: { exam?: string; no?: string; unheard?: string } = {}) =>
    page('/packages/learning/result/index', query),
  /** One's own of an exam; or whether a certificate's code is real, for everybody. */
  certificate: (query: { exam?: string; code?: string } = {}) => page('/packages/learning/certificate/index', query),
  /** Joining a quiz that is sat together, or one that was joined; `host`: the speaker's screen. */
  live: (query: { id?: string; code?: string; host?: string } = {}) => page('/packages/learning/live/index', query),
  /** The bank of questions: a queue of it, or one that is looked at. */
  questionBank: (query: { queue?: string; id?: string } = {}) => page('/packages/exams/questions/index', query),
  examDesk: (query: { id?: string } = {}) => page('/packages/exams/exams/index', query),
  examRoom: (query: { id?: string } = {}) => page('/packages/exams/room/index', query),
  channels: () => page('/packages/supervision/channels/index'),
  touchpoints: () => page('/packages/admin/touchpoints/index'),
  posters: (query: { ids?: string } = {}) => page('/packages/admin/posters/index', query),
  staff: () => page('/packages/admin/staff/index'),
  visits: () => page('/packages/admin/visits/index'),
  settings: () => page('/packages/admin/settings/index'),
  setup: () => page('/packages/admin/setup/index'),
}

const pathOf = (url: string): string => url.split('?')[0] ?? ''

// Routers hand a query over as it stands in the address.
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The page that somebody wanted before signing in, out of an address that anybody can write: one of this app's, else the inbox. */
export const wantedPage = (to: unknown): string => {
  const wanted = typeof to === 'string' && to.length <= 300 ? decoded(to) : ''
  const known = Object.values(routes).map((route) => pathOf(route()))
  return known.includes(pathOf(wanted)) && pathOf(wanted) !== routes.signIn() ? wanted : routes.inbox()
}

export const goTo = (url: string) => Taro.navigateTo({ url })

/** Leaves nothing behind: the back button does not return to what was replaced. */
export const replaceWith = (url: string) => Taro.redirectTo({ url })

/** To the landing page, with nothing to go back to. */
export const goHome = () => Taro.reLaunch({ url: routes.landing() })

/** One page back; to the landing page when this page was opened from outside. */
export const goBack = () => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : goHome())
