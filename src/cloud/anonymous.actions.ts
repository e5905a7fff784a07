import type { complaintContract } from '#domain/complaint/complaint.contract'
import type { ActionName, ContractDefinition } from '#domain/contract'
import type { cultureContract } from '#domain/culture/culture.contract'
import type { hospitalContract } from '#domain/hospital/hospital.contract'
import type { servedContract } from '#domain/integrity/served.contract'
import type { metricsContract } from '#domain/metrics/metrics.contract'
import type { surveyContract } from '#domain/survey/survey.contract'

/** Every action of a contract that knows no caller, and no other: a missing or a foreign name does not compile. */
type AnonymousOf<C extends ContractDefinition> = {
  readonly [A in ActionName<C> as C['actions'][A] extends { identity: 'none' } ? A : never]: true
}

interface Anonymous {
  readonly complaint: AnonymousOf<typeof complaintContract>
  readonly culture: AnonymousOf<typeof cultureContract>
  readonly hospital: AnonymousOf<typeof hospitalContract>
  readonly integrity: AnonymousOf<typeof servedContract>
  readonly metrics: AnonymousOf<typeof metricsContract>
  readonly survey: AnonymousOf<typeof surveyContract>
}

/** By their names alone: what a contract says of shapes is checked by the function and stays out of a phone's download. */
const anonymous: Anonymous = {
  complaint: {
    file: true,
    sendPhotoPart: true,
    progress: true,
    answer: true,
    confirm: true,
    reopen: true,
    rate: true,
    withdraw: true,
    erase: true,
  },
  culture: {
    cultureHome: true,
    articles: true,
    article: true,
    articlesOf: true,
    searchArticles: true,
    readArticle: true,
    articleCode: true,
    disclosures: true,
    disclosureSlot: true,
    disclosureEntry: true,
    findDisclosures: true,
    disclosureTimeliness: true,
    activitiesOpen: true,
    activityOpen: true,
    works: true,
    work: true,
  },
  hospital: {
    landing: true,
    askToSignIn: true,
    signInState: true,
    signOut: true,
  },
  integrity: {
    pledgeWall: true,
    verifyPledge: true,
    verifyCertificate: true,
  },
  metrics: {},
  survey: {
    open: true,
    answerUnverified: true,
    openLink: true,
    answerLink: true,
    praisePaper: true,
    praise: true,
    praiseProgress: true,
    takePraiseBack: true,
    wall: true,
    wallPhotos: true,
    changed: true,
  },
}

/** A function that phones ask. One that is not named above has no client, so that none of its actions goes with a session by oversight. */
export type FunctionName = keyof Anonymous

/** Whether an action goes without the session of whoever is signed in. */
export const isAnonymous = (name: FunctionName, action: string): boolean =>
  Object.keys(anonymous[name]).includes(action)
