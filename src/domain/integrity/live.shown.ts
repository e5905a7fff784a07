import type { Instant } from '../instant'
import type { Versions } from './grading'
import type { LiveHand, LiveScreen } from './live.contract'
import { type Live, type LiveAnswer, LIVE_SHARES_FROM } from './live.model'
import { isShown, type LiveTally, tallyLive } from './live.rules'
import type { PaperPart, PaperQuestion } from './paper.model'
import { askedIn, askedView, explainedIn, placesIn } from './paper.shown'

interface OnScreen {
  readonly at: number
  readonly question: PaperQuestion
  readonly part: PaperPart
}

const onScreen = ({ stage, questions }: Live): OnScreen | null => {
  if (stage.kind !== 'asking' && stage.kind !== 'shown') return null
  const question = questions[stage.at]
  const [part] = question?.parts ?? []
  return question && part ? { at: stage.at, question, part } : null
}

const askedOf = ({ question, part }: OnScreen, versions: Versions) => {
  const { kind, stem, options } = askedView(question, part, versions)
  return { kind, stem, options }
}

const explainedOf = (live: Live, { at, question, part }: OnScreen, versions: Versions) =>
  isShown(live, at) ? explainedIn(part, askedIn(question, part, versions)) : null

interface Room {
  readonly versions: Versions
  readonly answers: readonly LiveAnswer[]
  readonly seated: number
  readonly departmentName: string | null
  readonly now: Instant
}

/** Nobody's single answer is read out of it. */
const isManys = ({ answered }: LiveTally): boolean => answered >= LIVE_SHARES_FROM

const screenOf = (live: Live, now: OnScreen, { versions, answers }: Room): LiveScreen['asked'] => {
  const tally = tallyLive(live, now.at, answers)
  // Before it is turned up, most would follow the most.
  const isTold = isShown(live, now.at) && isManys(tally)
  return {
    question: askedOf(now, versions),
    answered: tally.answered,
    chosen: isTold ? tally.chosen : null,
    right: isTold ? tally.right : null,
    explained: explainedOf(live, now, versions),
  }
}

/** The speaker's screen. What was chosen, how many are right, and what is, waits until it is turned up. */
export const liveScreen = (live: Live, room: Room): LiveScreen => {
  const now = onScreen(live)
  return {
    id: live.id,
    title: live.title,
    code: live.code,
    departmentName: room.departmentName,
    stage: live.stage,
    questions: live.questions.length,
    seated: room.seated,
    endsAt: live.endsAt,
    now: room.now,
    asked: now ? screenOf(live, now, room) : null,
    results: live.questions.flatMap((question, at) => {
      const [part] = question.parts
      if (!part || !isShown(live, at)) return []
      const tally = tallyLive(live, at, room.answers)
      const { stem } = askedIn(question, part, room.versions)
      return [{ topic: question.topic, stem, right: isManys(tally) ? tally.right : null, answered: tally.answered }]
    }),
  }
}

/** What one person in the room holds in their hand, out of their own answers. */
export const liveHand = (
  live: Live,
  { versions, answers }: { readonly versions: Versions; readonly answers: readonly LiveAnswer[] },
): LiveHand => {
  const now = onScreen(live)
  const shown = live.questions.flatMap((_, at) => (isShown(live, at) ? [at] : []))
  return {
    id: live.id,
    title: live.title,
    stage: live.stage,
    questions: live.questions.length,
    asked: now && {
      question: askedOf(now, versions),
      chosen: placesIn(now.part, answers.find(({ question }) => question === now.at)?.chosen ?? []),
      explained: explainedOf(live, now, versions),
    },
    own: {
      right: answers.filter(({ question, right }) => right && shown.includes(question)).length,
      asked: shown.length,
    },
  }
}
