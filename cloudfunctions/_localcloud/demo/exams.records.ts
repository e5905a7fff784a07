import { createHash } from 'node:crypto'
import { type DepartmentId, ExamId, type HospitalId, LiveId, type StaffId } from '#domain/ids'
import { type Day, type Instant, startOfBeijingDay } from '#domain/instant'
import type { Attempt, SentAnswer } from '#domain/integrity/attempt.model'
import { begin, endsAt, ON_ITS_WAY_MS, save, settle, submit } from '#domain/integrity/attempt.rules'
import { type Certificate, CERTIFICATE_CODE_BYTES, certificateCodeFrom } from '#domain/integrity/certificate.model'
import { certify } from '#domain/integrity/certificate.rules'
import type { Exam, ExamPlan } from '#domain/integrity/exam.model'
import { announceExam, type Candidate, planExam } from '#domain/integrity/exam.rules'
import { type Versions, versionOf, versionsByKey } from '#domain/integrity/grading'
import { JoinCode, type Live, type LiveAnswer, type LiveSeat, type LiveStage } from '#domain/integrity/live.model'
import { answerLive, openLive, stepLive, takeSeat } from '#domain/integrity/live.rules'
import { slotsOf } from '#domain/integrity/paper.rules'
import { inPool, isPractised, type PoolQuestion, type VersionContent } from '#domain/integrity/pool.model'
import type { QuestionContent } from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import { seedOf } from '#domain/integrity/seeded'
import type { Result } from '#domain/result'
import * as v from 'valibot'
import { type Chance, diceFor } from './dice'
import { easiest, misread, type StoryPlan, weakly } from './exams.story'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const DEVICE = 'd3e0ca11'

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const idOf = (text: string) => digest(text).toString('hex').slice(0, 32)

/** Who sits, and how much they know, from 0 to 1. */
export interface Sitter {
  readonly candidate: Candidate
  readonly name: string
  readonly departmentName: string | null
  readonly knows: number
}

/** The published questions, as the exams of the past drew from them. */
export interface Questions {
  readonly pool: readonly PoolQuestion[]
  readonly versions: Versions
  readonly keys: ReadonlyMap<string, string>
}

export const questionsOf = (found: readonly (VersionContent & { readonly key: string })[]): Questions => ({
  pool: found.map(inPool),
  versions: versionsByKey(found),
  keys: new Map(found.map(({ questionId, key }) => [questionId, key])),
})

const KNOWN: Record<PoolQuestion['difficulty'], number> = { 1: 0.93, 2: 0.83, 3: 0.72 }
const USUAL = 0.66
/** How much more of them somebody knows who knows everything than somebody who knows nothing. */
const SPREAD = 0.8

const isKnown = (key: string, content: QuestionContent, knows: number, chance: Chance): boolean => {
  if (key === easiest) return chance() < 0.99
  // Whoever knows more thinks of an exception that is not meant.
  if (key === misread) return chance() < 1.25 - knows * 1.25
  const weak = weakly[content.topic] ?? 0
  return chance() < KNOWN[content.difficulty] - weak + (knows - USUAL) * SPREAD
}

type Asked = ReturnType<typeof partsOf>[number]

/** By place on this paper: what is right, or something near it. */
const chosenBy = (asked: Asked, options: readonly string[], known: boolean, chance: Chance): number[] => {
  const isRight = (option: string) => asked.key.some((key) => key === option)
  const right = options.flatMap((option, place) => (isRight(option) ? [place] : []))
  const wrong = options.flatMap((option, place) => (isRight(option) ? [] : [place]))
  if (known) return right
  const one = wrong[Math.floor(chance() * wrong.length)]
  if (asked.kind !== 'multiple') return one === undefined ? [] : [one]
  return one === undefined || chance() < 0.6 ? right.slice(1) : [...right.slice(0, 2), one]
}

const answersOf = (attempt: Attempt, knows: number, { versions, keys }: Questions, chance: Chance): SentAnswer[] =>
  slotsOf(attempt.paper).flatMap(({ slot, part, options, question }, at) => {
    const { content } = versionOf(question, versions)
    const asked = partsOf(content).find(({ id }) => id === part)
    if (!asked || chance() < 0.006) return []
    const known = isKnown(keys.get(question.questionId) ?? '', content, knows, chance)
    return [{ slot, chosen: chosenBy(asked, options, known, chance), flagged: chance() < 0.04, seq: at + 1 }]
  })

export interface Held {
  readonly exam: Exam
  readonly attempts: Attempt[]
  readonly certificates: Certificate[]
}

interface Holding {
  readonly name: string
  readonly title: string
  readonly plan: StoryPlan
  readonly audience: ExamPlan['audience']
  readonly from: Day
  readonly days: number
  readonly hospitalId: HospitalId
  readonly by: StaffId
}

/** An exam of the past with everybody who sat it, by the domain's rules: the same one whenever it is told. */
export const heldExam = (
  { name, plan, from, days, hospitalId, by, ...about }: Holding,
  sitters: readonly Sitter[],
  questions: Questions,
): Held => {
  const opensAt = (startOfBeijingDay(from) + 8 * 60 * MINUTE_MS) as Instant
  const closesAt = (opensAt + days * DAY_MS) as Instant
  const writing = { by, now: (opensAt - 7 * DAY_MS) as Instant }
  const id = v.parse(ExamId, idOf(`exam ${name}`))
  const planned = must(planExam({ id, hospitalId }, { ...plan, ...about, opensAt, closesAt }, writing))
  const exam = must(announceExam(planned, questions.pool, writing))

  const sit = ({ candidate, knows }: Sitter): Attempt[] => {
    const chance = diceFor(`${name} ${candidate.id}`)
    if (chance() < 0.05) return []
    const begunAt = opensAt + Math.floor(chance() * (days - 1)) * DAY_MS + Math.floor(chance() * 540) * MINUTE_MS
    const tries: Attempt[] = []
    while (tries.length < plan.attempts && !tries[tries.length - 1]?.result?.passed) {
      const no = tries.length + 1
      const seed = seedOf(`${name} ${candidate.id} ${no}`)
      const now = (begunAt + (no - 1) * 45 * MINUTE_MS) as Instant
      const attempt = must(begin(exam, { candidate, before: tries, pool: questions.pool, seed, now }))
      const answers = answersOf(attempt, Math.min(1, knows + (no - 1) * 0.22), questions, chance)
      const left = chance() < 0.2 ? 1 + Math.floor(chance() * 3) : 0
      const leaves = left > 0 ? { device: DEVICE, count: left } : null
      const took = Math.round((0.3 + chance() * 0.55) * plan.minutes)
      if (chance() < 0.03) {
        const saved = must(save(attempt, exam, { answers: answers.slice(0, -3), leaves }, now))
        const over = (endsAt(attempt, exam) + ON_ITS_WAY_MS) as Instant
        tries.push(settle(saved, exam, questions.versions, over))
      } else {
        const { versions } = questions
        tries.push(submit(attempt, exam, { answers, leaves, versions }, (now + took * MINUTE_MS) as Instant))
      }
    }
    return tries
  }

  const sat = sitters.map((sitter) => ({ sitter, attempts: sit(sitter) }))
  return {
    exam,
    attempts: sat.flatMap(({ attempts }) => attempts),
    certificates: sat.flatMap(({ sitter: { candidate, ...who }, attempts }) => {
      const code = certificateCodeFrom(
        digest(`certificate ${name} ${candidate.id}`).subarray(0, CERTIFICATE_CODE_BYTES),
      )
      const staff = { id: candidate.id, name: who.name }
      const certified = certify(exam, { staff, departmentName: who.departmentName, attempts, code })
      return certified.ok ? [certified.value] : []
    }),
  }
}

export interface HeldLive {
  readonly live: Live
  readonly seats: LiveSeat[]
  readonly answers: LiveAnswer[]
}

const LIVE_QUESTIONS = 5

/** A quiz that a department sat together at its morning lesson. */
export const heldLive = (
  about: { title: string; hostId: StaffId; departmentId: DepartmentId; hospitalId: HospitalId },
  day: Day,
  sitters: readonly Sitter[],
  { pool, versions, keys }: Questions,
): HeldLive => {
  const began = startOfBeijingDay(day) + (7 * 60 + 40) * MINUTE_MS
  const after = (minutes: number) => (began + minutes * MINUTE_MS) as Instant
  const id = v.parse(LiveId, idOf(`live ${about.title}`))
  const code = v.parse(JoinCode, '204816')
  const asked = { ...about, id, code, topics: [], count: LIVE_QUESTIONS }
  const chance = diceFor(`live ${about.title}`)
  let live = must(openLive(asked, pool.filter(isPractised), { seed: seedOf(about.title), now: after(0) }))
  const step = (stage: LiveStage, minute: number) => {
    live = must(stepLive(live, stage, { by: about.hostId, now: after(minute) }))
  }
  const seats = sitters.map(({ candidate: { id: staffId, departmentId } }) =>
    must(takeSeat(live, { staffId, departmentId, now: after(1) })),
  )
  const answers = live.questions.flatMap((question, at): LiveAnswer[] => {
    step({ kind: 'asking', at }, at + 2)
    const { content } = versionOf(question, versions)
    const [part] = question.parts
    const [only] = partsOf(content)
    const given = sitters.flatMap(({ candidate, knows }) => {
      if (!part || !only || chance() < 0.08) return []
      const known = isKnown(keys.get(question.questionId) ?? '', content, knows, chance)
      const places = chosenBy(only, part.options, known, chance)
      const answer = { question: at, places, staffId: candidate.id }
      return [must(answerLive(live, answer, { versions, now: after(at + 2) }))]
    })
    step({ kind: 'shown', at }, at + 2)
    return given
  })
  step({ kind: 'ended' }, LIVE_QUESTIONS + 3)
  return { live, seats, answers }
}
