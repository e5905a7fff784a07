import { randomBytes } from 'node:crypto'
import type { Actor } from '#domain/actor'
import type { LiveId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { liveActions } from '#domain/integrity/live.contract'
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

const screenOf = async (live: Live, now: Instant, open: OpenIntegrity) => {
  const [versions, answers, seated, names] = await Promise.all([
    open.questions.versions(live.questions),
    open.lives.answers(live.id),
    open.lives.seated(live.id),
    live.departmentId === null ? null : departmentNames(live.hospitalId),
  ])
  const departmentName = (live.departmentId && names?.get(live.departmentId)) ?? null
  return ok(liveScreen(live, { versions, answers, seated, departmentName, now }))
}

const handOf = async (live: Live, staffId: StaffId, open: OpenIntegrity) => {
  const [versions, answers] = await Promise.all([
    open.questions.versions(live.questions),
    open.lives.ownAnswers(live.id, staffId),
  ])
  return ok(liveHand(live, { versions, answers }))
}

/** Whoever works here; not who sits an exam meanwhile, as what is right is told here. */
const inRoom = async (actor: Actor, now: Instant, open: OpenIntegrity) => {
  const staff = learns(actor)
  if (!staff) return err('auth.forbidden')
  return (await sitsNow(staff.id, now, open)) ? err('daily.sitting') : ok(staff)
}

/** A session of the caller's hospital, in which they have a seat. */
const seatedIn = async (id: LiveId, actor: Actor, now: Instant, open: OpenIntegrity) => {
  const entered = await inRoom(actor, now, open)
  if (!entered.ok) return entered
  const staff = entered.value
  const [live, seat] = await Promise.all([open.lives.find(id), open.lives.seat(id, staff.id)])
  return live && seat && live.hospitalId === staff.hospitalId ? ok({ live, staff }) : err('live.unknown')
}

/** A session of the caller's hospital, for whoever may open one. */
const onStage = async (id: LiveId, actor: Actor, now: Instant, open: OpenIntegrity) => {
  const hospitalId = opensLive(actor)
  if (!hospitalId) return err('auth.forbidden')
  const entered = await inRoom(actor, now, open)
  if (!entered.ok) return entered
  const staff = entered.value
  const live = await open.lives.find(id)
  return live?.hospitalId === hospitalId ? ok({ live, staff }) : err('live.unknown')
}

export const liveHandlers: ActionHandlers<typeof liveActions, OpenIntegrity> = {
  async openLive({ id, title, topics, count }, { actor, now, ...open }) {
    const hospitalId = opensLive(actor)
    if (!hospitalId) return err('auth.forbidden')
    const entered = await inRoom(actor, now, open)
    if (!entered.ok) return entered
    const staff = entered.value
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
    const found = await onStage(id, actor, now, open)
    if (!found.ok) return found
    const { live, staff } = found.value
    return live.hostId === staff.id ? screenOf(live, now, open) : err('live.not_host')
  },

  async stepLive({ id, stage }, { actor, now, ...open }) {
    const found = await onStage(id, actor, now, open)
    if (!found.ok) return found
    const { live, staff } = found.value
    const stepped = stepLive(live, stage, { by: staff.id, now })
    if (!stepped.ok) return stepped
    const written = stepped.value === live ? live : await open.lives.replace(stepped.value)
    return written ? screenOf(written, now, open) : err('data.changed')
  },

  async joinLive({ code }, { actor, now, ...open }) {
    const entered = await inRoom(actor, now, open)
    if (!entered.ok) return entered
    const staff = entered.value
    if (!(await open.lives.mayTryCode(staff.hospitalId, staff.id, now))) return err('live.too_often')
    const live = await open.lives.byCode(code)
    if (live?.hospitalId !== staff.hospitalId) return err('live.code_unknown')
    const seat = takeSeat(live, { staffId: staff.id, departmentId: staff.departmentId, now })
    if (!seat.ok) return seat
    await open.lives.addSeat(seat.value)
    return handOf(live, staff.id, open)
  },

  async liveHand({ id }, { actor, now, ...open }) {
    const found = await seatedIn(id, actor, now, open)
    return found.ok ? handOf(found.value.live, found.value.staff.id, open) : found
  },

  async answerLive({ id, question, chosen }, { actor, now, ...open }) {
    const found = await seatedIn(id, actor, now, open)
    if (!found.ok) return found
    const { live, staff } = found.value
    const versions = await open.questions.versions(live.questions)
    const answer = answerLive(live, { question, places: chosen, staffId: staff.id }, { versions, now })
    if (!answer.ok) return answer
    await open.lives.addAnswer(answer.value)
    return handOf(live, staff.id, open)
  },
}
