import { StaffRecord } from '#domain/hospital/staff.model'
import { beijingDay, type Instant, startOfBeijingDay } from '#domain/instant'
import { startLearner } from '#domain/integrity/daily.rules'
import { GroupMember, type StaffGroup } from '#domain/integrity/exam.model'
import * as v from 'valibot'
import type { LocalCloud } from '../local-cloud'
import { hospital } from './busy-monday.story'
import { colleagues, personaGroups } from './colleagues.story'
import { diceFor } from './dice'
import { staffIdOf } from './staff.ids'

const QUESTIONS_A_DAY = 5
/** Of the colleagues. */
const NEVER_PRACTISE = 0.3
const DAYS_PRACTISED_MOST = 60

/** Gives the demonstration hospital more people than one can be, with the groups they are in and their days of practice. */
export const seedColleagues = async ({ insertMissing }: Pick<LocalCloud, 'insertMissing'>, now: Instant) => {
  const hospitalId = hospital.id
  const records = colleagues.map(({ staffId, number, name, departmentId }) =>
    v.parse(StaffRecord, {
      id: staffId,
      number,
      name,
      departmentId,
      rev: 0,
      hospitalId,
      roles: [],
      state: { kind: 'active' },
      openid: `demo-openid-${staffId}`,
      invitation: null,
      imported: null,
    }),
  )
  await insertMissing('staff', records)

  const inGroups: readonly { id: string; groups: readonly StaffGroup[] }[] = [
    ...personaGroups.map(({ persona, groups }) => ({ id: staffIdOf(persona), groups })),
    ...colleagues.map(({ staffId, groups }) => ({ id: staffId, groups })),
  ]
  const members = inGroups
    .filter(({ groups }) => groups.length > 0)
    .map(({ id, groups }) =>
      v.parse(GroupMember, {
        id,
        rev: 0,
        hospitalId,
        groups: [...groups].sort(),
        changedAt: startOfBeijingDay(beijingDay(now)),
        changedBy: staffIdOf('discipline'),
      }),
    )
  await insertMissing('staff_groups', members)

  const year = beijingDay(now).slice(0, 4)
  const learners = records.flatMap((record) => {
    const chance = diceFor(`practice ${record.id}`)
    if (chance() < NEVER_PRACTISE) return []
    const days = Math.ceil(chance() * DAYS_PRACTISED_MOST)
    const answered = days * QUESTIONS_A_DAY
    const right = Math.round(answered * (0.6 + chance() * 0.35))
    return [{ ...startLearner(record.id, record.hospitalId), years: { [year]: { days, answered, right } } }]
  })
  await insertMissing('quiz_learners', learners)
}
