import { topics } from '#domain/integrity/question.topics'
import { beijingDay } from '#domain/instant'
import type { dailyActions } from '#domain/integrity/daily.contract'
import { answerDaily, mistakeBook, openDaily, progressByTopic } from '#domain/integrity/daily.rules'
import { dailyView, mistakeRow, toldToday } from '#domain/integrity/daily.shown'
import { versionOf } from '#domain/integrity/grading'
import { learns } from '#domain/integrity/question.access'
import { err, ok } from '#domain/result'
import type { ActionHandlers } from '#runtime/serve'
import { sitsNow } from './attempt.settle'
import { openedLearner } from './daily.exams'
import { NOT_PRACTISED } from './daily.repository'
import type { OpenIntegrity } from './integrity.open'

/** Several devices of one person may write at once; more often than this it is no accident. */
const TRIES = 8

export const dailyHandlers: ActionHandlers<typeof dailyActions, OpenIntegrity> = {
  async dailyFive(_, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    if (await sitsNow(staff.id, now, open)) return err('daily.sitting')
    const pool = await open.questions.pool(staff.hospitalId)
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { stored, learner } = await openedLearner(staff, pool, now, open)
      const opened = openDaily(learner, pool, now)
      if (!opened.ok) return opened
      const kept = opened.value === stored ? stored : await open.learners.replace(opened.value)
      if (!kept?.today) continue
      const { questions } = kept.today
      const [versions, asked] = await Promise.all([
        open.questions.versions(questions),
        open.learners.askedOfAll(questions.map(({ questionId }) => questionId)),
      ])
      const view = dailyView(kept, { versions, asked })
      return view ? ok(view) : err('daily.none')
    }
    throw new Error('practice is changed by many at once')
  },

  async answerDaily({ questionId, chosen }, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    if (await sitsNow(staff.id, now, open)) return err('daily.sitting')
    for (let tries = 0; tries < TRIES; tries += 1) {
      const learner = await open.learners.open(staff.id, staff.hospitalId)
      const versions = await open.questions.versions(learner.today?.questions ?? [])
      const answered = answerDaily(learner, { questionId, places: chosen }, { versions, now })
      if (!answered.ok) return answered
      const isNews = answered.value.learner !== learner
      const kept = isNews ? await open.learners.replace(answered.value.learner) : learner
      if (!kept) continue
      if (isNews) await open.learners.count(staff.hospitalId, questionId, answered.value.answer.right)
      const asked = await open.learners.askedOfAll([questionId])
      const told = toldToday(kept, { versions, asked }).find((each) => each.questionId === questionId)
      return told ? ok(told) : err('daily.not_asked')
    }
    return err('data.changed')
  },

  async mistakes(_, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    if (await sitsNow(staff.id, now, open)) return err('daily.sitting')
    const pool = await open.questions.pool(staff.hospitalId)
    const { stored, learner } = await openedLearner(staff, pool, now, open)
    // Where another device writes at the same time, the next reading writes it down.
    if (learner !== stored) await open.learners.replace(learner)
    const today = beijingDay(now)
    const book = mistakeBook(learner, pool, today)
    const versions = await open.questions.versions(book.map(({ question }) => question))
    return ok({
      rows: book.flatMap(({ mistake, question }) => mistakeRow(mistake, versionOf(question, versions), today)),
    })
  },

  async progress(_, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    const [learner, pool] = await Promise.all([
      open.learners.open(staff.id, staff.hospitalId),
      open.questions.pool(staff.hospitalId),
    ])
    return ok({
      topics: progressByTopic(pool, learner, topics),
      year: learner.years[beijingDay(now).slice(0, 4)] ?? NOT_PRACTISED,
    })
  },
}
