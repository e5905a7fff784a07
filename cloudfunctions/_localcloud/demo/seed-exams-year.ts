import { DepartmentId, HospitalId, StaffId } from '#domain/ids'
import { beijingDay, type Day, daysAfter, type Instant } from '#domain/instant'
import { daysOf } from '#domain/metrics/month.arithmetic'
import { monthsOf, type Quarter, quarterAfter, quarterInWords, quarterOf } from '#domain/survey/quarter'
import * as v from 'valibot'
import type { LocalCloud } from '../local-cloud'
import { departments, hospital, staff } from './busy-monday.story'
import { colleagues, personaGroups } from './colleagues.story'
import { diceFor } from './dice'
import { heldExam, heldLive, questionsOf, type Sitter } from './exams.records'
import { beforePost, firstDays, morningLive, personasSat, quarterly } from './exams.story'
import { questionsInUse } from './seed-exams'
import { staffIdOf } from './staff.ids'

const EXAM_DAYS = 10
const NEWCOMERS_DAYS_AGO = 34
const BEFORE_POST_DAYS_AGO = 128
/** How little somebody knows, and how much more. */
const KNOWS = { least: 0.34, more: 0.62 }

const nameOf = (departmentId: string | null) => departments.find(({ id }) => id === departmentId)?.name ?? null

const colleaguesSat: readonly Sitter[] = colleagues.map(({ staffId, name, departmentId, groups }) => ({
  candidate: { id: v.parse(StaffId, staffId), departmentId: v.parse(DepartmentId, departmentId), groups },
  name,
  departmentName: nameOf(departmentId),
  knows: KNOWS.least + diceFor(`knows ${staffId}`)() * KNOWS.more,
}))

const known: readonly Sitter[] = personasSat.map(({ persona, knows }) => {
  const person = staff.find((one) => one.persona === persona)
  const departmentId = person?.departmentId ?? null
  const groups = personaGroups.find((one) => one.persona === persona)?.groups ?? []
  return {
    candidate: {
      id: staffIdOf(persona),
      departmentId: departmentId === null ? null : v.parse(DepartmentId, departmentId),
      groups,
    },
    name: person?.name ?? '',
    departmentName: nameOf(departmentId),
    knows,
  }
})

const everybody: readonly Sitter[] = [...known, ...colleaguesSat]

const lastDayOf = (quarter: Quarter): Day => daysOf(monthsOf(quarter)[2] ?? '').pop() ?? ''

/**
 * Exams of the past with what everybody answered, laid down at once: of the last quarter, with enough candidates for its
 * questions to be judged; of the newcomers and of those before a post, with too few; and a quiz of a morning lesson.
 */
export const seedExamsYear = async (
  cloud: Pick<LocalCloud, 'invoke' | 'insertMissing'>,
  now: Instant,
): Promise<void> => {
  const questions = questionsOf(await questionsInUse(cloud))
  const hospitalId = v.parse(HospitalId, hospital.id)
  const about = { hospitalId, by: staffIdOf('discipline'), days: EXAM_DAYS }
  const today = beijingDay(now)
  const quarter = quarterAfter(quarterOf(today), -1)
  const promoted = everybody.filter(
    ({ candidate }) => candidate.groups.includes('promoted') && candidate.id !== staffIdOf('editor'),
  )

  const held = [
    heldExam(
      {
        ...about,
        name: `quarterly ${quarter}`,
        title: `${quarterInWords(quarter)}廉洁考试`,
        plan: quarterly,
        audience: { kind: 'everybody' },
        from: daysAfter(lastDayOf(quarter), -EXAM_DAYS),
      },
      everybody,
      questions,
    ),
    heldExam(
      {
        ...about,
        name: 'newcomers',
        title: `${today.slice(0, 4)} 年新职工廉洁考试`,
        plan: firstDays,
        audience: { kind: 'chosen', departments: [], groups: ['newcomer'], people: [] },
        from: daysAfter(today, -NEWCOMERS_DAYS_AGO),
      },
      everybody.filter(({ candidate }) => candidate.groups.includes('newcomer')),
      questions,
    ),
    heldExam(
      {
        ...about,
        name: 'before post',
        title: '第一批任前廉政考试',
        plan: beforePost,
        audience: {
          kind: 'chosen',
          departments: [],
          groups: [],
          people: promoted.map(({ candidate }) => candidate.id),
        },
        from: daysAfter(today, -BEFORE_POST_DAYS_AGO),
      },
      promoted,
      questions,
    ),
  ]
  await cloud.insertMissing(
    'quiz_exams',
    held.map(({ exam }) => exam),
  )
  await cloud.insertMissing(
    'quiz_attempts',
    held.flatMap(({ attempts }) => attempts),
  )
  await cloud.insertMissing(
    'quiz_certificates',
    held.flatMap(({ certificates }) => certificates),
  )

  const departmentId = v.parse(DepartmentId, morningLive.departmentId)
  const room = everybody.filter(
    ({ candidate }) => candidate.departmentId === departmentId && candidate.id !== staffIdOf('head'),
  )
  const { live, seats, answers } = heldLive(
    { title: morningLive.title, hostId: staffIdOf('head'), departmentId, hospitalId },
    daysAfter(today, -morningLive.daysAgo),
    room,
    questions,
  )
  await cloud.insertMissing('quiz_lives', [live])
  await cloud.insertMissing('quiz_live_seats', seats)
  await cloud.insertMissing('quiz_live_answers', answers)
}
