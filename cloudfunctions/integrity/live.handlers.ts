import { randomBytes } from 'node:crypto'
import type { Actor } from '#domain/actor'
import { tryWindow } from '#domain/culture/attendance.rules'
import type { LiveId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { LiveHand, liveActions, LiveScreen } from '#domain/integrity/live.contract'
import { joinCodeFrom, type Live } from '#domain/integrity/live.model'
import { answerLive, openLive, stepLive, takeSeat } from '#domain/integrity/live.rules'
import { liveHand, liveScreen } from '#domain/integrity/live.shown'
import { keepsQuestions, learns, opensLive } from '#domain/integrity/question.access'
import { err, ok } from '#domain/result'
import { departmentNames } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import { sitsNow } from './attempt.settle'
import type { OpenIntegrity } from './integrity.open'
import { newSeed } from './new.seed'

/** A code may be on another screen; more often than this it is no accident. */
const TRIES = 8
const CODE_BYTES = 4

/** Whoever sits an exam meanwhile is told here nothing that may be on their paper. */
const keptBack = async <V extends Pick<LiveHand | LiveScreen, 'asked'>>(
  view: V,
  staffId: StaffId,
  now: Instant,
  open: OpenIntegrity,
): Promise<V> => {
  if (!view.asked?.explained || !(await sitsNow(staffId, now, open))) return view
  return { ...view, asked: { ...view.asked, explained: null } }
}

const screenOf = async (live: Live, now: Instant, open: OpenIntegrity) => {
  const [versions, answers, seated, names] = await Promise.all([
    open.questions.versions(live.questions),
    open.lives.answers(live.id),
    open.lives.seated(live.id),
    live.departmentId === null ? null : departmentNames(live.hospitalId),
  ])
  const departmentName = (live.departmentId && names?.get(live.departmentId)) ?? null
  return ok(
    await keptBack(liveScreen(live, { versions, answers, seated, departmentName, now }), live.hostId, now, open),
  )
}

const handOf = async (live: Live, staffId: StaffId, now: Instant, open: OpenIntegrity) => {
  const [versions, answers] = await Promise.all([
    open.questions.versions(live.questions),
    open.lives.ownAnswers(live.id, staffId),
  ])
  return ok(await keptBack(liveHand(live, { versions, answers }), staffId, now, open))
}

/** A session of the caller's hospital, in which they have a seat. */
const seatedIn = async (id: LiveId, actor: Actor, { lives }: Pick<OpenIntegrity, 'lives'>) => {
  const staff = learns(actor)
  if (!staff) return err('auth.forbidden')
  const [live, seat] = await Promise.all([lives.find(id), lives.seat(id, staff.id)])
  return live && seat && live.hospitalId === staff.hospitalId ? ok({ live, staff }) : err('live.unknown')
}

/** A session of the caller's hospital, for whoever may open one. */
const onStage = async (id: LiveId, actor: Actor, { lives }: Pick<OpenIntegrity, 'lives'>) => {
  const hospitalId = opensLive(actor)
  const { staff } = actor
  if (!hospitalId || !staff) return err('auth.forbidden')
  const live = await lives.find(id)
  return live?.hospitalId === hospitalId ? ok({ live, staff }) : err('live.unknown')
}

export const liveHandlers: ActionHandlers<typeof liveActions, OpenIntegrity> = {
  async openLive({ id, title, topics, count }, { actor, now, ...open }) {
    const hospitalId = opensLive(actor)
    const { staff } = actor
    if (!hospitalId || !staff) return err('auth.forbidden')
    const pool = await open.questions.pool(hospitalId)
    const departmentId = keepsQuestions(actor) ? null : staff.departmentId
    const asked = { id, hospitalId, departmentId, title, hostId: staff.id, topics, count }
    for (let tries = 0; tries < TRIES; tries += 1) {
      const earlier = await open.lives.find(id)
      if (earlier) return earlier.hostId === staff.id ? screenOf(earlier, now, open) : err('system.busy')
      const code = joinCodeFrom(randomBytes(CODE_BYTES))
      const opened = openLive({ ...asked, code }, pool, { seed: newSeed(), now })
      if (!opened.ok) return opened
      if (!(await open.lives.claim(opened.value))) continue
      if ((await open.lives.add(opened.value)) === 'inserted') return screenOf(opened.value, now, open)
    }
    return err('system.busy')
  },

  async liveScreen({ id }, { actor, now, ...open }) {
    const found = await onStage(id, actor, open)
    if (!found.ok) return found
    const { live, staff } = found.value
    return live.hostId === staff.id ? screenOf(live, now, open) : err('live.not_host')
  },

  async stepLive({ id, stage }, { actor, now, ...open }) {
    const found = await onStage(id, actor, open)
    if (!found.ok) return found
    const { live, staff } = found.value
    const stepped = stepLive(live, stage, { by: staff.id, now })
    if (!stepped.ok) return stepped
    const written = stepped.value === live ? live : await open.lives.replace(stepped.value)
    return written ? screenOf(written, now, open) : err('data.changed')
  },

  async joinLive({ code }, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    if (!(await open.lives.mayTryCode(staff.hospitalId, staff.id, tryWindow(now)))) return err('live.too_often')
    const live = await open.lives.byCode(code)
    if (live?.hospitalId !== staff.hospitalId) return err('live.code_unknown')
    const seat = takeSeat(live, { staffId: staff.id, departmentId: staff.departmentId, now })
    if (!seat.ok) return seat
    await open.lives.addSeat(seat.value)
    return handOf(live, staff.id, now, open)
  },

  async liveHand({ id }, { actor, now, ...open }) {
    const found = await seatedIn(id, actor, open)
    return found.ok ? handOf(found.value.live, found.value.staff.id, now, open) : found
  },

  async answerLive({ id, question, chosen }, { actor, now, ...open }) {
    const found = await seatedIn(id, actor, open)
    if (!found.ok) return found
    const { live, staff } = found.value
    const versions = await open.questions.versions(live.questions)
    const answer = answerLive(live, { question, places: chosen, staffId: staff.id }, { versions, now })
    if (!answer.ok) return answer
    await open.lives.addAnswer(answer.value)
    return handOf(live, staff.id, now, open)
  },
}
