import { type Activity, Outcome, Plan, SevenOne, TenClean } from '#domain/culture/activity.model'
import { finish, planActivity, release } from '#domain/culture/activity.rules'
import { ActivityId, type HospitalId, type StaffId } from '#domain/ids'
import { beijingDay, type Day, daysAfter, type Instant, mondayOf, startOfBeijingDay } from '#domain/instant'
import * as v from 'valibot'
import { heldLater, lessons, teaching } from './activities.story'
import { idOf, planOf, tellerOf } from './activity.plans'
import { type Chance, diceFor, pick } from './dice'
import { staffIdOf } from './staff.ids'

const WEEKS = 50
const DAYS_OF_WEEK = 7
const WORKING_DAYS = 5
const HOUR_MS = 3_600_000
/** Of so many lessons one is told to everybody. */
const TOLD_ONE_OF = 6

type Matter = v.InferInput<typeof Plan>['matter']

const tenTitles: Record<TenClean, string> = {
  awareness: '一张小问卷，看看自己知道多少',
  rules: '把本科的几条规矩，读一遍、改一遍',
  bell: '看一段公开的案情，说三句话',
  deeds: '科里的一位老同事，讲他退过的东西',
  review: '找一找本科的风险点',
  stories: '一人讲一件看见的小事',
  branch: '支部和科室，一起过一次',
  manner: '查房时怎么说话，演一遍',
  climate: '走廊的展板，换上我们自己写的',
  talks: '负责人和每个人谈一次',
}

const oneTitles: Record<SevenOne, string> = {
  road: '走一段山路，讲一段路上的事',
  lesson: '请老院长来上一课',
  hall: '看一座纪念馆',
  song: '班前合唱',
  book: '读一本旧书，交一页笔记',
  story: '讲一个红色的故事',
  corner: '示教室里的微课堂',
}

interface Held {
  readonly id: string
  readonly plan: v.InferInput<typeof Plan>
  readonly outcome: v.InferInput<typeof Outcome>
  readonly writer: StaffId
  /** Somebody else let it out. */
  readonly isTold: boolean
}

/** Planned, held and let out on its day, by the domain's rules. */
const settled = (hospitalId: HospitalId, { id, plan, outcome, writer, isTold }: Held): Activity => {
  const at = (startOfBeijingDay(plan.day) + 10 * HOUR_MS) as Instant
  const by = { by: writer, now: at }
  const planned = planActivity({ id: v.parse(ActivityId, id), hospitalId }, v.parse(Plan, plan), by)
  const done = finish(planned, v.parse(Outcome, outcome), null, by)
  if (!done.ok) throw new Error(done.code)
  const shown = isTold ? release(done.value, { by: staffIdOf('discipline'), now: (at + HOUR_MS) as Instant }) : done
  if (!shown.ok) throw new Error(shown.code)
  return shown.value
}

/** Those of the year that everybody is told of, but for the ones with a picture. */
export const hospitalYear = (hospitalId: HospitalId, now: Instant): Activity[] =>
  heldLater
    .filter(({ outcome }) => !outcome.picture)
    .map(({ daysAgo, outcome: { heads, extra = null, text }, ...told }) =>
      settled(hospitalId, {
        id: idOf(told.title),
        plan: planOf(told, daysAfter(beijingDay(now), -daysAgo)),
        outcome: { entered: heads, headsBy: 'entered', extra, publicText: text, evidence: [] },
        writer: staffIdOf(tellerOf(told)),
        isTold: true,
      }),
    )

/** The last year of the departments' own activities: the same ones whenever they are told. */
export const departmentsYear = (hospitalId: HospitalId, now: Instant): Activity[] => {
  const today = beijingDay(now)
  const writer = staffIdOf('publicist')

  const held = (departmentId: string, matter: Matter, title: string, day: Day, people: number, chance: Chance) => {
    const came = chance() < 0.015 ? null : Math.round(people * (0.72 + chance() * 0.28))
    const about = { departmentId, matter, title, place: '示教室', hours: ['07:40', '07:50'], expected: people } as const
    return settled(hospitalId, {
      id: idOf(`${departmentId} ${matter.kind} ${title} ${day}`),
      plan: planOf(about, day),
      outcome: { entered: came, headsBy: 'entered', extra: null, publicText: '', evidence: [] },
      writer,
      isTold: matter.kind !== 'morning_lesson' || Math.floor(chance() * TOLD_ONE_OF) === 0,
    })
  }

  const ofWeek = (monday: Day): Activity[] =>
    teaching.flatMap(({ id, people, diligence }) => {
      const chance = diceFor(`lesson ${id} ${monday}`)
      if (chance() > diligence) return []
      const day = daysAfter(monday, Math.floor(chance() * WORKING_DAYS))
      if (day >= today) return []
      return [held(id, { kind: 'morning_lesson' }, pick(lessons, chance), day, people, chance)]
    })

  /** Each item once in the year of its own that a department gets round to. */
  const ofItems = (year: string): Activity[] =>
    teaching.flatMap(({ id, people, diligence }) => {
      const chance = diceFor(`items ${id} ${year}`)
      const matters: (readonly [Matter, string])[] = [
        ...TenClean.options.map((item) => [{ kind: 'ten_clean', item }, tenTitles[item]] as const),
        ...SevenOne.options.map((item) => [{ kind: 'seven_ones', item }, oneTitles[item]] as const),
      ]
      return matters.flatMap(([matter, title]) => {
        const day = daysAfter(`${year}-01-05`, Math.floor((chance() * 340) / diligence))
        return day < today && day.startsWith(year) ? [held(id, matter, title, day, people, chance)] : []
      })
    })

  const monday = mondayOf(today)
  const weeks = Array.from({ length: WEEKS }, (_, back) => daysAfter(monday, -DAYS_OF_WEEK * back))
  const year = Number(today.slice(0, 4))
  return [...weeks.flatMap(ofWeek), ...ofItems(String(year)), ...ofItems(String(year - 1))]
}
