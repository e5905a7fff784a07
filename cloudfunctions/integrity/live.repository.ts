import type { LiveId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { JoinClaim, type JoinCode, Live, LIVE_MOST, LiveAnswer, LiveSeat, seatKey } from '#domain/integrity/live.model'
import { liveQuizTries } from '#runtime/code.tries'
import { between, documents, oneOf } from '#runtime/documents'

const PAGE = 1000
/** Sessions of one person in a year. */
const SEATS_MOST = 500

export const liveRepository = () => {
  const lives = documents('quiz_lives', Live)
  const claims = documents('quiz_live_codes', JoinClaim)
  const seats = documents('quiz_live_seats', LiveSeat)
  const answers = documents('quiz_live_answers', LiveAnswer)

  return {
    find: (id: LiveId) => lives.find(id),
    add: (live: Live) => lives.insert(live),
    replace: (live: Live) => lives.replace(live),
    among: (ids: readonly LiveId[]): Promise<Live[]> =>
      ids.length === 0 ? Promise.resolve([]) : lives.list({ where: { _id: oneOf(ids) }, limit: PAGE }),

    /** Takes a code for a session, unless another that is still on has it. */
    claim: async ({ code, hospitalId, id, endsAt, openedAt }: Live): Promise<boolean> => {
      const claim = { id: code, rev: 0, hospitalId, liveId: id, endsAt }
      if ((await claims.insert(claim)) === 'inserted') return true
      const before = await claims.find(code)
      if (!before || before.endsAt > openedAt) return false
      return (await claims.replace({ ...claim, rev: before.rev })) !== null
    },
    /** The session that a code leads to, over or not; null: none. */
    byCode: async (code: JoinCode): Promise<Live | null> => {
      const claim = await claims.find(code)
      const live = claim && (await lives.find(claim.liveId))
      return live?.code === code ? live : null
    },

    seat: (liveId: LiveId, staffId: StaffId) => seats.find(seatKey(liveId, staffId)),
    addSeat: (seat: LiveSeat) => seats.insert(seat),
    seated: (liveId: LiveId): Promise<number> => seats.count({ liveId }),
    seatsOf: (staffId: StaffId, from: Instant, to: Instant): Promise<LiveSeat[]> =>
      seats.list({ where: { staffId, at: between(from, to) }, orderBy: [['at', 'asc']], limit: SEATS_MOST }),

    addAnswer: (answer: LiveAnswer) => answers.insert(answer),
    ownAnswers: (liveId: LiveId, staffId: StaffId): Promise<LiveAnswer[]> =>
      answers.list({ where: { liveId, staffId }, limit: LIVE_MOST }),
    answers: async (liveId: LiveId): Promise<LiveAnswer[]> => {
      const found: LiveAnswer[] = []
      for (;;) {
        const page = await answers.list({
          where: { liveId },
          orderBy: [['_id', 'asc']],
          skip: found.length,
          limit: PAGE,
        })
        found.push(...page)
        if (page.length < PAGE) return found
      }
    },

    mayTryCode: liveQuizTries.may,
  }
}

export type LiveRepository = ReturnType<typeof liveRepository>
