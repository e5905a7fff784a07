import * as v from 'valibot'
import { defineActions } from '../contract'
import { LiveId } from '../ids'
import { Instant } from '../instant'
import { Line } from '../text'
import { Places } from './daily.contract'
import { JoinCode, LIVE_LEAST, LIVE_MOST, LiveStage } from './live.model'
import { AskedView } from './paper.view'
import { Topic } from './question.topics'
import { Explained } from './result.view'

const count = v.number()
const aLive = v.strictObject({ id: LiveId })

/** What the speaker's screen shows: how many answered as they do, and what they chose once what is right was turned up. */
export const LiveScreen = v.object({
  id: LiveId,
  title: v.string(),
  code: JoinCode,
  departmentName: v.nullable(v.string()),
  stage: LiveStage,
  questions: count,
  seated: count,
  endsAt: Instant,
  now: Instant,
  /** Of the question on the screen; null: none is. */
  asked: v.nullable(
    v.object({
      question: v.omit(AskedView, ['slot', 'marks']),
      answered: count,
      /** By option; null: still asked, or too few answers. */
      chosen: v.nullable(v.array(count)),
      /** null: likewise. */
      right: v.nullable(count),
      explained: v.nullable(Explained),
    }),
  ),
  /** Of each question shown so far: right, of those who answered; null: too few answers. */
  results: v.array(v.object({ topic: Topic, stem: v.string(), right: v.nullable(count), answered: count })),
})
export type LiveScreen = v.InferOutput<typeof LiveScreen>

/** What somebody in the room holds in their hand. */
export const LiveHand = v.object({
  id: LiveId,
  title: v.string(),
  stage: LiveStage,
  questions: count,
  asked: v.nullable(
    v.object({
      question: v.omit(AskedView, ['slot', 'marks']),
      /** Theirs, by place; empty: not answered yet. */
      chosen: v.array(count),
      explained: v.nullable(Explained),
    }),
  ),
  /** Their own, of what was shown. */
  own: v.object({ right: count, asked: count }),
})
export type LiveHand = v.InferOutput<typeof LiveHand>

/** A department sits a quiz together (现场答题). Whoever is sitting an exam waits, as with the five of a day. */
export const liveActions = defineActions({
  openLive: {
    input: v.strictObject({
      id: LiveId,
      title: Line(2, 30),
      topics: v.pipe(v.array(Topic), v.maxLength(Topic.options.length)),
      count: v.pipe(v.number(), v.integer(), v.minValue(LIVE_LEAST), v.maxValue(LIVE_MOST)),
    }),
    output: LiveScreen,
    errors: ['auth.forbidden', 'daily.sitting', 'live.no_questions', 'system.busy'],
  },
  liveScreen: {
    input: aLive,
    output: LiveScreen,
    errors: ['auth.forbidden', 'daily.sitting', 'live.unknown', 'live.not_host'],
  },
  /** On to a stage by name: the same again is the same. */
  stepLive: {
    input: v.strictObject({ ...aLive.entries, stage: LiveStage }),
    output: LiveScreen,
    errors: [
      'auth.forbidden',
      'daily.sitting',
      'live.unknown',
      'live.not_host',
      'live.over',
      'live.step_wrong',
      'data.changed',
    ],
  },
  joinLive: {
    input: v.strictObject({ code: JoinCode }),
    output: LiveHand,
    errors: ['auth.forbidden', 'daily.sitting', 'live.code_unknown', 'live.too_often', 'live.over'],
  },
  liveHand: { input: aLive, output: LiveHand, errors: ['auth.forbidden', 'daily.sitting', 'live.unknown'] },
  /** The first answer counts. */
  answerLive: {
    input: v.strictObject({
      ...aLive.entries,
      question: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIVE_MOST - 1)),
      chosen: Places,
    }),
    output: LiveHand,
    errors: ['auth.forbidden', 'daily.sitting', 'live.unknown', 'live.over', 'live.not_asking'],
  },
})
